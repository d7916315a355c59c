package org.eportfolio.workplace;

import java.util.Objects;

/**
 * What a diploma asks, in half-days. The text counts weeks; how many days a week has is the organisation's word
 * ({@code Portfolio.with(store).workplaceWeekOf(days)}), five unless it says otherwise, and no source of the library's.
 */
public record RequiredDays(WorkplaceRequirement requirement, int daysAWeek) {
    public RequiredDays {
        Objects.requireNonNull(requirement, "requirement");
    }

    public int halves() {
        return requirement.weeks() * daysAWeek * WorkplaceDay.HALVES;
    }

    /** The half-days that are still to be done. */
    public int lacking(DayCount count) {
        return Math.max(0, halves() - count.present());
    }

    /** The half-days that are not even planned: what is lacking when all that is planned and open is done. */
    public int unplanned(DayCount count) {
        return Math.max(0, lacking(count) - count.open());
    }
}
