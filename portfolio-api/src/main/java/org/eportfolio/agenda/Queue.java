package org.eportfolio.agenda;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the teachers of a cohort (« suivre les réalisations et les acquis »). Never a ranking: what waits is
 * sorted by age, the oldest first, and learners by their ids. Each list shows 20 at most and says how many more there
 * are; {@code queue().list} goes on.
 *
 * @param since productions and peer reviews from this instant on count as new: the last visit, or what was asked about
 * @param asOf when this was read; give it to {@code visited} once the teacher has seen it
 * @param productions those that are new since
 * @param owed reflections, reports and handed-in missions that are not answered yet
 * @param claims goals to be confirmed or not
 * @param interviews to be held, the next first, and to be closed
 * @param reviews peer reviews submitted since, to be moderated
 * @param weeks after how many weeks without a trace a learner is named
 * @param silent those learners, in the order of their ids
 */
public record Queue(
        CohortId cohort,
        Instant since,
        Instant asOf,
        Excerpt<Waiting> productions,
        Excerpt<Waiting> owed,
        Excerpt<Waiting> claims,
        Excerpt<Waiting> interviews,
        Excerpt<Waiting> reviews,
        int weeks,
        Excerpt<Silent> silent) {
    /** How many of each are shown. */
    public static final int MOST = 20;

    /** One of the lists of what waits, to be read beyond its beginning. */
    public enum Part {
        /** Those that are new since the last visit. */
        PRODUCTIONS,
        /** Reflections, reports and handed-in missions that are not answered yet. */
        OWED,
        /** Goals to be confirmed or not. */
        CLAIMS,
        /** To be held, and to be closed. */
        INTERVIEWS,
        /** Peer reviews that were submitted since the last visit. */
        REVIEWS
    }

    /**
     * A learner of whom there is no trace for some weeks: no production or version, shared reflection or report,
     * published self-assessment, goal or claim, move of a mission, watch log, progress note, part in a group or peer
     * review. Drafts are no trace, since they are the learner's own affair, and neither is a visit.
     *
     * @param lastTrace {@code null} if there was none ever
     */
    public record Silent(PersonId learner, @Nullable Instant lastTrace) {
        public Silent {
            Objects.requireNonNull(learner, "learner");
        }
    }

    public Queue {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(productions, "productions");
        Objects.requireNonNull(owed, "owed");
        Objects.requireNonNull(claims, "claims");
        Objects.requireNonNull(interviews, "interviews");
        Objects.requireNonNull(reviews, "reviews");
        Objects.requireNonNull(silent, "silent");
    }
}
