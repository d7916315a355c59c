package org.eportfolio.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;

/**
 * A cohort's learners against the competencies of an adoption; never a ranking.
 *
 * @param columns the competencies, in the order of the framework
 * @param lines one for each learner who was a member at that instant, in the order of their ids
 */
public record Matrix(Cohort cohort, Adoption adoption, Instant asOf, List<Item> columns, List<Line> lines) {
    public Matrix {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(asOf, "asOf");
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * One learner.
     *
     * @param dossier {@code null} while none is open under the adoption
     * @param cells only what has an outcome; a code without a cell is "nothing yet"
     */
    public record Line(PersonId learner, @Nullable DossierId dossier, Map<Code, Cell> cells) {
        public Line {
            Objects.requireNonNull(learner, "learner");
            cells = Map.copyOf(cells);
        }

        /** The cell of this competency; empty is "nothing yet", which is neither a level nor zero. */
        public Optional<Cell> cell(Code code) {
            return Optional.ofNullable(cells.get(code));
        }
    }

    /**
     * Where a learner stands on a competency.
     *
     * @param level {@code null} when the competency does not apply
     * @param observedOn the day of the latest observation that counted
     */
    public record Cell(Outcome outcome, @Nullable Level level, LocalDate observedOn) {
        public Cell {
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(observedOn, "observedOn");
        }
    }
}
