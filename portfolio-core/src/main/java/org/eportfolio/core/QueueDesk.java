package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_QUEUE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.core.internal.agenda.QueueFacts;
import org.eportfolio.core.internal.agenda.Visits;
import org.eportfolio.core.internal.call.Call;
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

    /**
     * A page of one of the queue's lists, from its beginning on: by when things began to wait, with what is new since the
     * actor's last visit. Of the class's records it reads those alone that this list is made of.
     *
     * @param request such as {@link PageRequest#first} for what waits longest, or {@link Page#next} of the page before
     */
    public Page<Waiting> list(CohortId cohort, Queue.Part part, PageRequest request) {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(request, "request");
        return reading(
                cohort,
                null,
                (call, since) -> QueueFacts.of(call, cohort, since, part).page(part, request));
    }

    /**
     * All learners without a trace for so many weeks, in the order of their ids.
     *
     * @param weeks 1 to 52
     */
    public List<Queue.Silent> silent(CohortId cohort, int weeks) {
        return reading(cohort, null, (call, since) -> {
            requireWeeks(weeks);
            return QueueFacts.traces(call, cohort, since).silent(weeks);
        });
    }

    private Queue queue(CohortId cohort, int weeks, @Nullable Instant asked) {
        return reading(cohort, asked, (call, since) -> {
            requireWeeks(weeks);
            return QueueFacts.of(call, cohort, since).queue(weeks);
        });
    }

    private static void requireWeeks(int weeks) {
        InvalidInputException.unless(weeks >= 1 && weeks <= MOST_WEEKS, "weeks", "queue.weeks", MOST_WEEKS, weeks);
    }

    private <T> T reading(CohortId cohort, @Nullable Instant asked, BiFunction<Call, Instant, T> answer) {
        return desk.read(cohort, KEEP_QUEUE, call -> {
            Instant since =
                    Visits.since(asked, Scope.ORGANISATION, cohort.value(), call.person(), Instant.EPOCH, call.work());
            return answer.apply(call, since);
        });
    }

    /**
     * Records that the actor has seen the queue, in place of the visit before. This one instant is all that is kept, for
     * this actor alone: no list of visits, and no line in the journal.
     *
     * @param until {@link Queue#asOf} of what was seen
     */
    public void visited(CohortId cohort, Instant until) {
        Inputs.requireBounded("until", until);
        desk.write(cohort, KEEP_QUEUE, call -> Visits.keep(Visit.of(cohort, call.person(), until), call.work()));
    }
}
