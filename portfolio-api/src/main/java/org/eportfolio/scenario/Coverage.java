package org.eportfolio.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;

/**
 * What scenarios cover of a framework, and what they leave out: scenario × competency and sub-competency.
 *
 * @param columns the scenarios
 * @param lines one for each competency, in the order of the framework
 */
public record Coverage(FrameworkId framework, List<Column> columns, List<Line> lines) {
    /** How far something is covered by published missions. */
    public enum Degree {
        /** No mission works on it. */
        LEFT_OUT,
        /** Only missions that are not published work on it. */
        IN_DRAFTS,
        /** A published mission works on the competency; some of its sub-competencies are worked on by none. */
        IN_PART,
        /** A published mission works on it, and on each of its sub-competencies. */
        WHOLE,
        /**
         * A published mission works on the competency, but its framework lists no sub-competency: nothing says how much
         * of it is covered.
         */
        NONE_LISTED
    }

    /** A scenario that was looked at. */
    public record Column(ScenarioId scenario, String title) {
        public Column {
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(title, "title");
        }
    }

    /**
     * A competency or a sub-competency.
     *
     * @param bloc that it belongs to
     * @param cells one for each column, in their order
     * @param parts the sub-competencies that the framework lists; possibly none
     */
    public record Line(Code bloc, Item item, Degree extent, List<Cell> cells, List<Line> parts) {
        public Line {
            Objects.requireNonNull(bloc, "bloc");
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(extent, "extent");
            cells = List.copyOf(cells);
            parts = List.copyOf(parts);
        }
    }

    /** The missions of one scenario that work on one item. */
    public record Cell(List<MissionId> published, List<MissionId> drafts) {
        public Cell {
            published = List.copyOf(published);
            drafts = List.copyOf(drafts);
        }
    }

    /** A mission, and what it works on. */
    public record Worked(MissionId mission, boolean published, List<MissionTarget> targets) {
        public Worked {
            Objects.requireNonNull(mission, "mission");
            targets = List.copyOf(targets);
        }

        private boolean on(Code code) {
            return targets.stream()
                    .anyMatch(target -> target.competency().equals(code)
                            || target.subCompetencies().contains(code));
        }
    }

    public Coverage {
        Objects.requireNonNull(framework, "framework");
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** @param missions of all the columns' scenarios */
    public static Coverage of(Framework framework, List<Column> columns, List<Worked> missions) {
        List<Line> lines = new ArrayList<>();
        for (Bloc bloc : framework.blocs()) {
            for (Competency competency : bloc.competencies()) {
                lines.add(line(bloc.code(), competency, columns, missions));
            }
        }
        return new Coverage(framework.id(), columns, lines);
    }

    private static Line line(Code bloc, Competency competency, List<Column> columns, List<Worked> missions) {
        List<Line> parts = new ArrayList<>();
        for (SubCompetency part : competency.subCompetencies()) {
            List<Cell> cells = cells(part, columns, missions);
            parts.add(new Line(bloc, part, extent(cells, Degree.WHOLE), cells, List.of()));
        }
        Set<Degree> reached = new HashSet<>();
        parts.forEach(part -> reached.add(part.extent()));
        Degree covered = parts.isEmpty()
                ? Degree.NONE_LISTED
                : reached.equals(Set.of(Degree.WHOLE)) ? Degree.WHOLE : Degree.IN_PART;
        List<Cell> cells = cells(competency, columns, missions);
        return new Line(bloc, competency, extent(cells, covered), cells, parts);
    }

    private static Degree extent(List<Cell> cells, Degree covered) {
        if (cells.stream().anyMatch(cell -> !cell.published().isEmpty())) return covered;
        return cells.stream().anyMatch(cell -> !cell.drafts().isEmpty()) ? Degree.IN_DRAFTS : Degree.LEFT_OUT;
    }

    private static List<Cell> cells(Item item, List<Column> columns, List<Worked> missions) {
        return columns.stream()
                .map(column -> new Cell(
                        ids(missions.stream().filter(Worked::published), item, column),
                        ids(missions.stream().filter(each -> !each.published()), item, column)))
                .toList();
    }

    private static List<MissionId> ids(Stream<Worked> missions, Item item, Column column) {
        return missions.filter(each -> each.mission().scenario().equals(column.scenario()))
                .filter(each -> each.on(item.code()))
                .map(Worked::mission)
                .toList();
    }

    /** The competencies and sub-competencies that no published mission works on, in the order of the framework. */
    public List<Item> leftOut() {
        return lines.stream()
                .flatMap(line -> Stream.concat(Stream.of(line), line.parts().stream()))
                .filter(line -> line.extent() == Degree.LEFT_OUT || line.extent() == Degree.IN_DRAFTS)
                .map(Line::item)
                .toList();
    }
}
