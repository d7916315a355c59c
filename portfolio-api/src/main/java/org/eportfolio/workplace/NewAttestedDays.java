package org.eportfolio.workplace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Days attested in one call: {@code NewAttestedDays.upToToday()} says that all days planned up to today, of which nothing was
 * said before, were done; {@code .missed(day)}, {@code .madeUp(day)} say what was otherwise, also of days attested before,
 * whose earlier line is then reversed. Why a day was missed has no place here.
 *
 * @param upTo the last day of which the plan is attested; {@code null} for today
 * @param missed half-days missed of planned days, 0 to 2; 0 says that the day was done after all
 * @param madeUp half-days made up, 0 to 2; 0 takes back what was said to be made up
 */
public record NewAttestedDays(
        @Nullable LocalDate upTo,

        @NotNull @Size(max = NewPlannedDays.MOST)
        Map<
                        @NotNull LocalDate,
                        @NotNull @Min(value = 0, message = "{workplace.day-halves}")
                        @Max(value = WorkplaceDay.HALVES, message = "{workplace.day-halves}") Integer>
                missed,

        @NotNull @Size(max = NewPlannedDays.MOST)
        Map<
                        @NotNull LocalDate,
                        @NotNull @Min(value = 0, message = "{workplace.day-halves}")
                        @Max(value = WorkplaceDay.HALVES, message = "{workplace.day-halves}") Integer>
                madeUp) {
    public NewAttestedDays {
        missed = NewPlannedDays.sorted(missed);
        madeUp = NewPlannedDays.sorted(madeUp);
    }

    public static NewAttestedDays upToToday() {
        return new NewAttestedDays(null, Map.of(), Map.of());
    }

    public static NewAttestedDays upTo(LocalDate day) {
        return new NewAttestedDays(day, Map.of(), Map.of());
    }

    public NewAttestedDays missed(LocalDate day) {
        return new NewAttestedDays(upTo, with(missed, day, WorkplaceDay.HALVES), madeUp);
    }

    public NewAttestedDays missedHalf(LocalDate day) {
        return new NewAttestedDays(upTo, with(missed, day, 1), madeUp);
    }

    /** Done after all: corrects a day that was attested as missed. */
    public NewAttestedDays done(LocalDate day) {
        return new NewAttestedDays(upTo, with(missed, day, 0), madeUp);
    }

    public NewAttestedDays madeUp(LocalDate day) {
        return new NewAttestedDays(upTo, missed, with(madeUp, day, WorkplaceDay.HALVES));
    }

    public NewAttestedDays madeUpHalf(LocalDate day) {
        return new NewAttestedDays(upTo, missed, with(madeUp, day, 1));
    }

    /** Not made up after all. */
    public NewAttestedDays notMadeUp(LocalDate day) {
        return new NewAttestedDays(upTo, missed, with(madeUp, day, 0));
    }

    private static Map<LocalDate, Integer> with(Map<LocalDate, Integer> days, LocalDate day, int count) {
        Map<LocalDate, Integer> more = new TreeMap<>(days);
        more.put(day, count);
        return more;
    }
}
