package org.eportfolio.core.internal.kind;

import java.time.Instant;
import java.util.UUID;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Scope;

/**
 * Up to which instant a person has seen a page: one instant, replaced by the next. It is that person's own
 * affair: the journal, which would make a record of attendance out of it, says nothing of it.
 *
 * @param scope in which it is kept
 * @param place the dossier, or the cohort
 */
public record Visit(UUID scope, UUID place, PersonId person, Instant until) {
    /** Of a learner in their dossier. */
    public static Visit of(DossierId dossier, PersonId learner, Instant until) {
        return new Visit(dossier.value(), dossier.value(), learner, until);
    }

    /** Of a teacher in a cohort's queue. */
    public static Visit of(CohortId cohort, PersonId teacher, Instant until) {
        return new Visit(Scope.ORGANISATION.id(), cohort.value(), teacher, until);
    }
}
