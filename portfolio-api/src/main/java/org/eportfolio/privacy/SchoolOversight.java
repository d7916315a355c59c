package org.eportfolio.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a data protection officer of many schools looks at for one of them: counts and dates, no content and no person. Immutable
 * and thread-safe.
 *
 * @param school as the host named it
 * @param open whether the actor oversees this school; if not, nothing else is stated
 * @param register the version of its register; empty if the school is not open
 * @param missing what the register lacks, by the headings of the register such as {@code register.dpo}
 * @param without the features that are switched off
 * @param overdue of how many people the retention period is over
 * @param overdueSince the day on which the first of them became due; {@code null} if there is none
 * @param unfinished erasures whose bytes the store could not remove yet
 * @param requests requests about personal data that are not settled
 * @param oldestRequest the day on which the first of them came in; {@code null} if there is none
 * @param breaches recorded breaches of personal data that are not settled
 * @param oldestBreach the day on which the controller knew of the first of them; {@code null} if there is none
 */
public record SchoolOversight(
        String school,
        boolean open,
        String register,
        List<String> missing,
        Set<Feature> without,
        int overdue,
        @Nullable LocalDate overdueSince,
        int unfinished,
        int requests,
        @Nullable LocalDate oldestRequest,
        int breaches,
        @Nullable LocalDate oldestBreach) {
    public SchoolOversight {
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(register, "register");
        missing = List.copyOf(missing);
        without = Set.copyOf(without);
    }

    /** A school that the actor does not oversee. */
    public static SchoolOversight closed(String school) {
        return new SchoolOversight(school, false, "", List.of(), Set.of(), 0, null, 0, 0, null, 0, null);
    }
}
