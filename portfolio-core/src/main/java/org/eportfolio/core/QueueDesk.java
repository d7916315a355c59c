package org.eportfolio.core;

import java.time.Instant;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Queue;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.agenda.QueueFacts;
import org.eportfolio.core.internal.agenda.Visits;
import org.eportfolio.core.internal.kind.Visit;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.id.CohortId;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a teacher of a cohort, in one call, from a number of readings that does not grow with the class.
 * Reading changes nothing; a visit ends with {@link #visited}. Thread-safe.
 */
public final class QueueDesk {
    private static final int MOST_WEEKS = 52;

    private final Session session;
    private final Gate gate;

    QueueDesk(Session session, Gate gate) {
        this.session = session;
        this.gate = gate;
    }

    /**
     * What waits, with what is new since the actor's last visit; at most a year back.
     *
     * @param weeks learners without a trace for so many weeks are named; 1 to 52
     */
    public Queue of(CohortId cohort, int weeks) {
        return queue(cohort, weeks, null);
    }

    /**
     * What waits, with what is new since this instant, whatever visits are kept; at most a year back.
     *
     * @param weeks learners without a trace for so many weeks are named; 1 to 52
     * @param since not in the future
     */
    public Queue of(CohortId cohort, int weeks, Instant since) {
        return queue(cohort, weeks, since);
    }

    private Queue queue(CohortId cohort, int weeks, @Nullable Instant asked) {
        return session.read(work -> {
            Entitled teacher = gate.cohort(cohort, Permission.KEEP_QUEUE, work);
            InvalidInputException.unless(weeks >= 1 && weeks <= MOST_WEEKS, "weeks", "queue.weeks", MOST_WEEKS, weeks);
            Instant since =
                    Visits.since(asked, Scope.ORGANISATION, cohort.value(), teacher.person(), Instant.EPOCH, work);
            return QueueFacts.of(cohort, since, work).queue(weeks);
        });
    }

    /**
     * Keeps that the actor has seen what the queue told, in place of the visit before. This one instant is all that is
     * kept, for this actor alone: no list of visits, and no line in the journal.
     *
     * @param until {@link Queue#asOf} of what was seen
     */
    public void visited(CohortId cohort, Instant until) {
        session.write(Scope.ORGANISATION, work -> {
            Entitled teacher = gate.cohort(cohort, Permission.KEEP_QUEUE, work);
            return Visits.keep(Visit.of(cohort, teacher.person(), until), work);
        });
    }
}
