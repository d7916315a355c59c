package org.eportfolio.school;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.jspecify.annotations.Nullable;

/**
 * A grant to be made: {@code NewGrant.of("m.durand", Role.TEACHER).over(cohort).until(endOfYear)}.
 *
 * @param from the first day, in the organisation's time zone; {@code null} for at once
 * @param until the last day, included; {@code null} for no end
 */
public record NewGrant(
        @NotNull PersonId holder,
        @NotNull Role role,
        @NotNull Reach reach,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Over the whole organisation, from now on, until narrowed by what follows. */
    public static NewGrant of(String holder, Role role) {
        return of(PersonId.of(holder), role);
    }

    /** Over the whole organisation, from now on, until narrowed by what follows. */
    public static NewGrant of(PersonId holder, Role role) {
        return new NewGrant(holder, role, new Reach.Organisation(), null, null);
    }

    public NewGrant over(CohortId cohort) {
        return reaching(new Reach.OfCohort(cohort));
    }

    public NewGrant over(DossierId dossier) {
        return reaching(new Reach.OfDossier(dossier));
    }

    public NewGrant over(DossierId dossier, ProductionId production) {
        return reaching(new Reach.OfProduction(dossier, production));
    }

    public NewGrant from(LocalDate first) {
        return new NewGrant(holder, role, reach, first, until);
    }

    public NewGrant until(LocalDate last) {
        return new NewGrant(holder, role, reach, from, last);
    }

    private NewGrant reaching(Reach narrower) {
        return new NewGrant(holder, role, narrower, from, until);
    }
}
