package org.eportfolio.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.id.AssessmentId;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a competency or sub-competency at an earlier instant and now, perspective by perspective (« suivi de la
 * progressivité du niveau d'acquisition »).
 *
 * @param views those with an assessment then or now, in the order of {@link Perspective}
 */
public record LevelChange(Item item, List<View> views) {
    public LevelChange {
        Objects.requireNonNull(item, "item");
        views = List.copyOf(views);
    }

    /**
     * One perspective: the teacher's as the adoption's policy decides, each other's as its latest word. Where the peers of
     * one day disagree there is none.
     *
     * @param before {@code null} for nothing yet
     * @param now {@code null} for nothing any more
     */
    public record View(Perspective perspective, Matrix.@Nullable Cell before, Matrix.@Nullable Cell now) {
        public View {
            Objects.requireNonNull(perspective, "perspective");
        }

        /** Whether it is another level than then; the same one observed again has not moved. */
        public boolean moved() {
            if (before == null || now == null) return before != now;
            return before.outcome() != now.outcome() || !Objects.equals(before.level(), now.level());
        }
    }

    /** Whether any perspective has another level than then. */
    public boolean moved() {
        return views.stream().anyMatch(View::moved);
    }

    /** What lies between two states of the same dossier under the same adoption. */
    static List<LevelChange> between(Progress before, Progress now) {
        Map<Code, Map<Perspective, Matrix.Cell>> then = new HashMap<>();
        before.all().forEach(each -> then.put(each.item().code(), cells(each)));
        List<LevelChange> changes = new ArrayList<>();
        for (CompetencyProgress competency : now.competencies()) {
            changes.add(of(competency, then));
            competency.subCompetencies().stream()
                    .map(part -> of(part, then))
                    .filter(part -> !part.views.isEmpty())
                    .forEach(changes::add);
        }
        return changes;
    }

    private static LevelChange of(CompetencyProgress progress, Map<Code, Map<Perspective, Matrix.Cell>> then) {
        Map<Perspective, Matrix.Cell> before = then.getOrDefault(progress.item().code(), Map.of());
        Map<Perspective, Matrix.Cell> now = cells(progress);
        List<View> views = new ArrayList<>();
        for (Perspective each : Perspective.values()) {
            if (before.containsKey(each) || now.containsKey(each)) {
                views.add(new View(each, before.get(each), now.get(each)));
            }
        }
        return new LevelChange(progress.item(), views);
    }

    private static Map<Perspective, Matrix.Cell> cells(CompetencyProgress progress) {
        Map<Perspective, Matrix.Cell> cells = new EnumMap<>(Perspective.class);
        for (Trajectory each : progress.trajectories()) {
            if (each.perspective() == Perspective.TEACHER) continue;
            each.latest()
                    .filter(point -> each.perspective() != Perspective.PEER || CompetencyProgress.agreed(each) != null)
                    .ifPresent(point -> cells.put(
                            each.perspective(), new Matrix.Cell(point.outcome(), point.level(), point.observedOn())));
        }
        CurrentLevel current = progress.current();
        Outcome outcome = current.outcome();
        if (outcome != null) {
            Set<AssessmentId> counted = new HashSet<>(current.counted());
            Stream.concat(Stream.of(progress), progress.subCompetencies().stream())
                    .flatMap(each -> each.trajectories().stream())
                    .flatMap(each -> each.points().stream())
                    .filter(point -> counted.contains(point.assessment()))
                    .map(Trajectory.Point::observedOn)
                    .max(Comparator.naturalOrder())
                    .ifPresent(day -> cells.put(Perspective.TEACHER, new Matrix.Cell(outcome, current.level(), day)));
        }
        return cells;
    }
}
