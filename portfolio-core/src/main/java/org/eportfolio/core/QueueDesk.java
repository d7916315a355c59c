package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_QUEUE;

import java.time.Instant;
import org.eportfolio.InvalidInputException;
import org.eportfolio.agenda.Queue;
import org.eportfolio.core.internal.agenda.QueueFacts;
import org.eportfolio.core.internal.agenda.Visits;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.Visit;
import org.eportfolio.id.CohortId;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a teacher of a cohort, in one call, from a number of readings that does not grow with the class.
 * Reading changes nothing; a visit ends with {@link #visited}. Thread-safe.
 */
public final class QueueDesk {
    private static final int MOST_WEEKS = 52;

    private final DeskContext desk;

    QueueDesk(DeskContext desk) {
        this.desk = desk;
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
        Inputs.requireBounded("since", since);
        return queue(cohort, weeks, since);
    }

    private Queue queue(CohortId cohort, int weeks, @Nullable Instant asked) {
        return desk.read(cohort, KEEP_QUEUE, call -> {
            InvalidInputException.unless(weeks >= 1 && weeks <= MOST_WEEKS, "weeks", "queue.weeks", MOST_WEEKS, weeks);
            Instant since =
                    Visits.since(asked, Scope.ORGANISATION, cohort.value(), call.person(), Instant.EPOCH, call.work());
            return QueueFacts.of(call, cohort, since).queue(weeks);
        });
    }

    /**
     * Keeps that the actor has seen what the queue shows, in place of the visit before. This one instant is all that is
     * kept, for this actor alone: no list of visits, and no line in the journal.
     *
     * @param until {@link Queue#asOf} of what was seen
     */
    public void visited(CohortId cohort, Instant until) {
        Inputs.requireBounded("until", until);
        desk.write(cohort, KEEP_QUEUE, call -> Visits.keep(Visit.of(cohort, call.person(), until), call.work()));
    }
}
