package org.eportfolio.workplace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.id.DayLineId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One line in the ledger of a workplace period. Lines are added and never changed: what was wrong is reversed by a line that
 * says the same day, state and half-days again and names the line that it takes back, so that both values stay. There is no
 * place for the reason of an absence.
 *
 * @param halves half-days, 1 or 2
 * @param by who said it
 * @param role in which they did
 * @param reverses the line that this one takes back; {@code null} for a line that adds
 */
public record DayLine(
        DayLineId id,
        DossierId dossier,
        WorkplacePeriodId period,
        LocalDate day,
        DayState state,
        int halves,
        PersonId by,
        Role role,
        Instant at,
        @Nullable DayLineId reverses) {
    public DayLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
        if (halves < 1 || halves > WorkplaceDay.HALVES) throw new IllegalArgumentException("half-days: " + halves);
    }
}
