package org.eportfolio.core.internal.kind;

import java.util.EnumSet;
import java.util.Set;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.PersonCategory;

/**
 * Whose data a kind of record holds, and what an erasure does with it. In the erased learner's own dossier every record
 * goes; {@code elsewhere} is for records that name the person anywhere else.
 *
 * @param people whom it speaks of; empty for what holds no personal data
 * @param elsewhere what becomes of it outside the person's own dossiers
 * @param provided whether its author provided it, so that it is portable
 * @param exceptions what else a plan may make of it, in the person's own dossier or elsewhere
 */
public record Treatment(
        DataCategory category,
        Set<PersonCategory> people,
        ErasureOutcome elsewhere,
        boolean provided,
        Set<ErasureOutcome> exceptions) {
    /** For what holds no personal data; a name that stands in it all the same is replaced. */
    static final Treatment NOTHING_PERSONAL =
            new Treatment(DataCategory.NONE, Set.of(), ErasureOutcome.PSEUDONYMISE, false, Set.of());

    public Treatment {
        people = Set.copyOf(people);
        exceptions = Set.copyOf(exceptions);
        if (people.isEmpty() != (category == DataCategory.NONE)) {
            throw new IllegalStateException("personal data is of someone: " + category + " of " + people);
        }
    }

    /** Everything that an erasure may do with records of this kind. */
    Set<ErasureOutcome> outcomes(KindHome home) {
        Set<ErasureOutcome> outcomes = EnumSet.of(elsewhere);
        if (home != KindHome.ORGANISATION) outcomes.add(ErasureOutcome.DELETE);
        outcomes.addAll(exceptions);
        return outcomes;
    }
}
