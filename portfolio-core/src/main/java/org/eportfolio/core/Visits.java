package org.eportfolio.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.RecordKind;
import org.eportfolio.core.internal.work.Visit;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Since when something is new to somebody. */
final class Visits {
    /** Whoever comes back after more than a year has other things to read than all that happened. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private Visits() {}

    /**
     * From when on things count as new, at most a year back. One reading.
     *
     * @param asked {@code null} for the last visit
     * @param first for one who was never there
     */
    static Instant since(@Nullable Instant asked, Optional<Visit> last, Instant first, Work work) {
        requirePast(asked, work);
        Instant since = asked != null ? asked : last.map(Visit::until).orElse(first);
        Instant earliest = work.now().minus(LONGEST);
        return since.isBefore(earliest) ? earliest : since;
    }

    /** The last visit of this kind. One reading. */
    static Optional<Visit> last(RecordKind<Visit> kind, Scope scope, UUID place, PersonId person, Work work) {
        return work.find(kind, scope, Kinds.visitId(place, person));
    }

    /** Keeps a visit, unless a later one is kept. */
    static void keep(RecordKind<Visit> kind, Visit visit, Work work) {
        requirePast(visit.until(), work);
        boolean later = last(kind, kind.scope().apply(visit), visit.place(), visit.person(), work)
                .filter(there -> !there.until().isBefore(visit.until()))
                .isEmpty();
        if (later) work.put(kind, visit);
    }

    private static void requirePast(@Nullable Instant instant, Work work) {
        InvalidInputException.unless(
                instant == null || !instant.isAfter(work.now()), "since", "visit.later", String.valueOf(instant));
    }
}
