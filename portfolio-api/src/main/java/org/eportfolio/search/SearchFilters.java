package org.eportfolio.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Among what is searched: {@code SearchFilters.ALL.only(FoundKind.PRODUCTION).in(cohort)}. What is {@code null}, and no kind
 * at all, leaves nothing out.
 *
 * @param kinds only these
 * @param cohort only dossiers of those who learn in it today, and these people
 * @param learner only dossiers of this learner, and this person
 * @param since only what stands as it does since this instant or later; leaves out what has no date
 */
public record SearchFilters(
        Set<FoundKind> kinds,
        @Nullable CohortId cohort,
        @Nullable PersonId learner,
        @Nullable Instant since) {
    /** Leaves nothing out. */
    public static final SearchFilters ALL = new SearchFilters(Set.of(), null, null, null);

    public SearchFilters {
        kinds = Set.copyOf(kinds);
    }

    /** Only these kinds. */
    public SearchFilters only(FoundKind... wanted) {
        EnumSet<FoundKind> some = EnumSet.noneOf(FoundKind.class);
        some.addAll(Arrays.asList(wanted));
        return new SearchFilters(some, cohort, learner, since);
    }

    /** Only the learners of this cohort. */
    public SearchFilters in(CohortId of) {
        return new SearchFilters(kinds, of, learner, since);
    }

    /** Only this learner. */
    public SearchFilters of(PersonId person) {
        return new SearchFilters(kinds, cohort, person, since);
    }

    /** Only what stands as it does since this instant. */
    public SearchFilters since(Instant from) {
        return new SearchFilters(kinds, cohort, learner, from);
    }

    /** Whether this kind is wanted. */
    public boolean wants(FoundKind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** Whether what lies outside dossiers, and is no person, is wanted too. */
    public boolean beyondDossiers() {
        return cohort == null && learner == null;
    }
}
