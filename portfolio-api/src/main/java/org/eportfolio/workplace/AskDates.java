package org.eportfolio.workplace;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.WorkplacePeriodId;
import org.jspecify.annotations.Nullable;

/**
 * On which days the tutor of a long period, such as an apprentice's contract, is asked again by the same link. One to a
 * period.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param on each day once, the earliest first
 * @param revision grows by one with each change
 */
public record AskDates(WorkplacePeriodId period, DossierId dossier, List<LocalDate> on, int revision) {
    /** The most days of one period. */
    public static final int MOST = 40;

    public AskDates {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(dossier, "dossier");
        on = on.stream().distinct().sorted().toList();
    }

    /** The same on other days. */
    public AskDates withDays(List<LocalDate> days) {
        return new AskDates(period, dossier, days, revision + 1);
    }

    /**
     * Whether the tutor is asked again by this day.
     *
     * @param answeredOn the day of their last answer; {@code null} while there is none
     */
    public boolean asksAgain(@Nullable LocalDate answeredOn, LocalDate today) {
        return answeredOn != null && on.stream().anyMatch(day -> day.isAfter(answeredOn) && !day.isAfter(today));
    }
}
