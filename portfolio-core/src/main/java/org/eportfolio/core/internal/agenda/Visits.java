package org.eportfolio.core.internal.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.kind.Visit;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** From which instant on something is new to a person. */
public final class Visits {
    /** A person who comes back after more than a year is not shown everything since. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private Visits() {}

    /**
     * From when on things count as new, at most a year back. One reading.
     *
     * @param asked {@code null} for the last visit
     * @param first for one who was never there
     */
    public static Instant since(
            @Nullable Instant asked, Scope scope, UUID place, PersonId person, Instant first, Work work) {
        requirePast(asked, work);
        Instant since = asked != null ? asked : last(scope, place, person, work).orElse(first);
        Instant earliest = work.now().minus(LONGEST);
        return since.isBefore(earliest) ? earliest : since;
    }

    /** Keeps a visit, unless a later one is kept. */
    public static boolean keep(Visit visit, Work work) {
        requirePast(visit.until(), work);
        boolean later = last(new Scope(visit.scope()), visit.place(), visit.person(), work)
                .filter(there -> !there.isBefore(visit.until()))
                .isEmpty();
        if (later) work.put(TraceKinds.VISIT, visit);
        return later;
    }

    private static Optional<Instant> last(Scope scope, UUID place, PersonId person, Work work) {
        return work.writtenIn(scope, person)
                .flatMap(kept -> work.find(TraceKinds.VISIT, scope, TraceKinds.visitId(place, kept)))
                .map(Visit::until);
    }

    private static void requirePast(@Nullable Instant instant, Work work) {
        InvalidInputException.unless(
                instant == null || !instant.isAfter(work.now()), "since", "visit.later", Optional.ofNullable(instant));
    }
}
