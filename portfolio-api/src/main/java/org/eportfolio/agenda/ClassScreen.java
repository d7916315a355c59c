package org.eportfolio.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of a class shows, read at once: never a ranking. Each learner's line has what the reader may read of that
 * dossier alone.
 *
 * @param asOf when this was read; give it to {@code queue().visited} once the teacher has seen it
 * @param since productions and peer reviews from this instant on count as new: the reader's last visit of the queue
 * @param adoption under which the levels are; {@code null} while no dossier of the class is open
 * @param columns the competencies, in the order of the framework; none without an adoption
 * @param lines one for each learner of today, in the order of the names
 */
public record ClassScreen(
        Cohort cohort,
        Instant asOf,
        Instant since,
        @Nullable Adoption adoption,
        List<Item> columns,
        List<Line> lines) {
    /** How much of what waits is shown for one learner. */
    public static final int MOST_WAITING = 10;

    public ClassScreen {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(since, "since");
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * One learner.
     *
     * @param name as it is shown; where two learners have the same name, the id stands behind it
     * @param dossier {@code null} while none is open under the adoption
     * @param levels current ones, of competencies and their parts; a code without a level is "nothing yet"
     * @param waiting what waits for the team, the longest first
     * @param goals open and claimed ones, the most urgent first
     * @param divergences where self, peers, tutor and teacher see things differently, in the order of the framework
     * @param lastTrace when the learner last did something that the team can see, as in {@link Queue.Silent}; {@code null}
     *     if there was nothing ever
     */
    public record Line(
            PersonId learner,
            String name,
            @Nullable DossierId dossier,
            Map<Code, Matrix.Cell> levels,
            Excerpt<Waiting> waiting,
            List<Goal> goals,
            List<Divergence> divergences,
            @Nullable Instant lastTrace) {
        public Line {
            Objects.requireNonNull(learner, "learner");
            Objects.requireNonNull(name, "name");
            levels = Map.copyOf(levels);
            Objects.requireNonNull(waiting, "waiting");
            goals = List.copyOf(goals);
            divergences = List.copyOf(divergences);
        }

        /** The current level on this competency; empty is "nothing yet", which is neither a level nor zero. */
        public Optional<Matrix.Cell> level(Code code) {
            return Optional.ofNullable(levels.get(code));
        }

        private Line called(String other) {
            return new Line(learner, other, dossier, levels, waiting, goals, divergences, lastTrace);
        }
    }

    /** The same with these names, in their order. */
    public ClassScreen named(Map<PersonId, String> names) {
        Map<PersonId, Line> byLearner = new HashMap<>();
        lines.forEach(each -> byLearner.put(each.learner(), each));
        List<Line> ordered = new ArrayList<>();
        names.forEach((learner, name) -> {
            Line line = byLearner.remove(learner);
            if (line != null) ordered.add(line.called(name));
        });
        lines.stream().filter(each -> byLearner.containsKey(each.learner())).forEach(ordered::add);
        return new ClassScreen(cohort, asOf, since, adoption, columns, ordered);
    }
}
