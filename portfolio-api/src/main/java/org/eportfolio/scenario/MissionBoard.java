package org.eportfolio.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A cohort's learners against the missions that are offered to them; never a ranking.
 *
 * @param columns the missions of the year's plan in their latest revision, in the order of the plan
 * @param lines one for each learner who is a member today, in the order of their ids
 */
public record MissionBoard(CohortId cohort, List<Column> columns, List<Line> lines) {
    public MissionBoard {
        Objects.requireNonNull(cohort, "cohort");
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** One mission. */
    public record Column(MissionId mission, String title, int revision) {
        public Column {
            Objects.requireNonNull(mission, "mission");
            Objects.requireNonNull(title, "title");
        }
    }

    /** One learner. */
    public record Line(PersonId learner, Map<MissionId, Cell> cells) {
        public Line {
            Objects.requireNonNull(learner, "learner");
            cells = Map.copyOf(cells);
        }

        /** Where the learner stands; empty while no dossier under the mission's framework is open. */
        public Optional<Cell> cell(MissionId mission) {
            return Optional.ofNullable(cells.get(mission));
        }
    }

    /**
     * Where a learner stands with a mission.
     *
     * @param revision that the learner is on; 0 while nothing was started
     * @param continuous what is expected over time; empty where nothing is
     */
    public record Cell(DossierId dossier, MissionStatus status, int revision, List<Continuous> continuous) {
        public Cell {
            continuous = List.copyOf(continuous);
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(status, "status");
        }
    }

    /**
     * How far an expected production has come that is made over time.
     *
     * @param pieces how many there are
     * @param last the day of the latest; {@code null} while there is none
     */
    public record Continuous(
            String expected, int pieces, @Nullable LocalDate last) {
        public Continuous {
            Objects.requireNonNull(expected, "expected");
        }
    }
}
