package org.eportfolio.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.AssessmentId;
import org.jspecify.annotations.Nullable;

/**
 * Everything assessed in one dossier under one adoption and recorded by an instant; progress, trajectories and current
 * levels are functions of it. Immutable.
 */
public final class History {
    /** The order of trajectories: by day of observation, then by time of recording, then by id. */
    private static final Comparator<Assessment> OVER_TIME = Comparator.comparing(Assessment::observedOn)
            .thenComparing(Assessment::recordedAt)
            .thenComparing(each -> each.id().value());

    private final Adoption adoption;
    private final Framework framework;
    private final LevelPolicy policy;
    private final Map<Code, List<Assessment>> byCode = new HashMap<>();
    private final Map<AssessmentId, AssessmentId> supersededBy = new HashMap<>();

    /**
     * @param assessments of the dossier, in any order; those of other adoptions are left out
     * @param asOf those recorded after it are left out
     */
    public History(
            Adoption adoption, Framework framework, LevelPolicy policy, List<Assessment> assessments, Instant asOf) {
        this.adoption = adoption;
        this.framework = framework;
        this.policy = policy;
        assessments.stream()
                .filter(each -> each.adoption().equals(adoption.id()))
                .filter(each -> !each.recordedAt().isAfter(asOf))
                .sorted(OVER_TIME)
                .forEach(each -> {
                    byCode.computeIfAbsent(each.competency(), code -> new ArrayList<>())
                            .add(each);
                    if (each.supersedes() != null)
                        supersededBy.put(each.supersedes().earlier(), each.id());
                });
    }

    /** The progress that this history amounts to. */
    public Progress progress(Dossier dossier, List<Goal> goals, Instant asOf) {
        return new Progress(
                dossier,
                adoption,
                asOf,
                framework.competencies().stream().map(this::of).toList(),
                goals.stream()
                        .filter(goal -> goal.adoption().equals(adoption.id()))
                        .filter(goal -> !goal.setAt().isAfter(asOf))
                        .toList(),
                null);
    }

    private CompetencyProgress of(Item item) {
        List<CompetencyProgress> parts = item instanceof Competency competency
                ? competency.subCompetencies().stream().map(this::of).toList()
                : List.of();
        return new CompetencyProgress(item, current(item), trajectories(item.code()), parts);
    }

    private List<Trajectory> trajectories(Code code) {
        Map<Perspective, List<Trajectory.Point>> points = new EnumMap<>(Perspective.class);
        for (Assessment each : on(code)) {
            points.computeIfAbsent(each.perspective(), perspective -> new ArrayList<>())
                    .add(new Trajectory.Point(
                            each.id(),
                            each.observedOn(),
                            each.recordedAt(),
                            each.outcome(),
                            each.level() == null ? null : adoption.scale().require(each.level()),
                            each.author(),
                            each.role(),
                            supersededBy.get(each.id())));
        }
        return points.entrySet().stream()
                .map(each -> new Trajectory(each.getKey(), each.getValue()))
                .toList();
    }

    /** Where the learner stands on a competency or sub-competency, by the adoption's policy, and why. */
    public CurrentLevel current(Item item) {
        LevelPolicy.Decision decision =
                policy.decide(new LevelPolicy.Case(adoption.scale(), standing(item.code()), standingOfParts(item)));
        List<AssessmentId> counted = new ArrayList<>();
        List<CurrentLevel.NotCounted> others = new ArrayList<>();
        List<Assessment> looked = new ArrayList<>(on(item.code()));
        if (item instanceof Competency competency) {
            Set<AssessmentId> own = new HashSet<>();
            looked.forEach(each -> own.add(each.id()));
            for (SubCompetency part : competency.subCompetencies()) {
                on(part.code()).stream()
                        .filter(each -> decision.counted().contains(each.id()) && !own.contains(each.id()))
                        .forEach(looked::add);
            }
        }
        for (Assessment each : looked) {
            CurrentLevel.Why why = whyNot(each);
            if (decision.counted().contains(each.id())) counted.add(each.id());
            else others.add(new CurrentLevel.NotCounted(each.id(), Objects.requireNonNull(why)));
        }
        return new CurrentLevel(
                item.code(),
                decision.outcome(),
                decision.level() == null ? null : adoption.scale().require(decision.level()),
                policy.name(),
                counted,
                others);
    }

    private CurrentLevel.Why whyNot(Assessment each) {
        if (each.perspective() != Perspective.TEACHER) return CurrentLevel.Why.OTHER_PERSPECTIVE;
        if (supersededBy.containsKey(each.id())) return CurrentLevel.Why.SUPERSEDED;
        if (each.outcome() == Outcome.RETRACTED) return CurrentLevel.Why.RETRACTION;
        return CurrentLevel.Why.LEFT_OUT_BY_POLICY;
    }

    private Map<Code, List<Assessment>> standingOfParts(Item item) {
        if (!(item instanceof Competency competency)) return Map.of();
        Map<Code, List<Assessment>> parts = new LinkedHashMap<>();
        for (SubCompetency part : competency.subCompetencies()) parts.put(part.code(), standing(part.code()));
        return parts;
    }

    /** The latest day on which one of these was observed; {@code null} for none. */
    public @Nullable LocalDate lastObserved(Set<AssessmentId> among) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(each -> among.contains(each.id()))
                .map(Assessment::observedOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Assessment> standing(Code code) {
        List<Assessment> newestFirst = new ArrayList<>();
        List<Assessment> all = on(code);
        for (int i = all.size() - 1; i >= 0; i--) {
            Assessment each = all.get(i);
            if (each.perspective() == Perspective.TEACHER
                    && each.outcome() != Outcome.RETRACTED
                    && !supersededBy.containsKey(each.id())) {
                newestFirst.add(each);
            }
        }
        return newestFirst;
    }

    private List<Assessment> on(Code code) {
        return byCode.getOrDefault(code, List.of());
    }
}
