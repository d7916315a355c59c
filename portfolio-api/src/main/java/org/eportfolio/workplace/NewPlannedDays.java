package org.eportfolio.workplace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the learner is expected: {@code NewPlannedDays.weekdays(first, last).without(holiday).half(lastDay)}. Days
 * that are not named stay as they were planned.
 *
 * @param halves half-days, 0 to 2; 0 takes the day out of the plan
 */
public record NewPlannedDays(
        @NotNull @Size(max = MOST)
        Map<
                        @NotNull LocalDate,
                        @NotNull @Min(value = 0, message = "{workplace.day-halves}")
                        @Max(value = WorkplaceDay.HALVES, message = "{workplace.day-halves}") Integer>
                halves) {
    /** The most days that one call plans: more than three years of weekdays. */
    public static final int MOST = 1_000;

    private static final int PERHAPS = 10 * MOST;

    public NewPlannedDays {
        halves = sorted(halves);
    }

    /** In the order of the days; a missing day comes first, to be refused with its place. */
    static Map<LocalDate, Integer> sorted(@Nullable Map<LocalDate, Integer> days) {
        Map<LocalDate, Integer> sorted = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        sorted.putAll(Objects.requireNonNullElse(days, Map.of()));
        return Collections.unmodifiableMap(sorted);
    }

    public static NewPlannedDays none() {
        return new NewPlannedDays(Map.of());
    }

    /** Whole days from Monday to Friday, both ends included. */
    public static NewPlannedDays weekdays(LocalDate first, LocalDate last) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        first.datesUntil(last.isBefore(first) ? first : last.plusDays(1))
                .limit(PERHAPS)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .forEach(day -> days.put(day, WorkplaceDay.HALVES));
        return new NewPlannedDays(days);
    }

    public NewPlannedDays day(LocalDate whole) {
        return with(whole, WorkplaceDay.HALVES);
    }

    public NewPlannedDays half(LocalDate day) {
        return with(day, 1);
    }

    public NewPlannedDays without(LocalDate day) {
        return with(day, 0);
    }

    private NewPlannedDays with(LocalDate day, int count) {
        Map<LocalDate, Integer> more = new TreeMap<>(halves);
        more.put(day, count);
        return new NewPlannedDays(more);
    }
}
