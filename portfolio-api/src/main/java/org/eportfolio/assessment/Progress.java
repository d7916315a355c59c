package org.eportfolio.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Goal;
import org.jspecify.annotations.Nullable;

/**
 * A learner's progress under one adoption, as it was known at an instant. Learner and staff see the same, but for what an
 * {@link Embargo} holds back.
 *
 * @param asOf only what was recorded by this instant is included
 * @param goals as they stand now, those of this adoption; when an earlier instant is asked about, those set by then
 * @param heldBack what is not shown to this reader yet; {@code null} when nothing is held back
 */
public record Progress(
        Dossier dossier,
        Adoption adoption,
        Instant asOf,
        List<CompetencyProgress> competencies,
        List<Goal> goals,
        @Nullable HeldBack heldBack) {
    public Progress {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(asOf, "asOf");
        competencies = List.copyOf(competencies);
        goals = List.copyOf(goals);
    }

    /** The same progress, labelled with what is held back from its reader. */
    public Progress labelled(@Nullable HeldBack label) {
        return new Progress(dossier, adoption, asOf, competencies, goals, label);
    }

    /** Competencies and sub-competencies, in the order of the framework. */
    public Stream<CompetencyProgress> all() {
        return competencies.stream().flatMap(each -> Stream.concat(Stream.of(each), each.subCompetencies().stream()));
    }

    /** What is known of this competency or sub-competency; empty if the framework has no such code. */
    public Optional<CompetencyProgress> on(String code) {
        return all().filter(each -> each.item().code().equals(Code.of(code))).findFirst();
    }

    /** Where self, peers, tutor and teacher see things differently, in the order of the framework. */
    public List<Divergence> divergences() {
        Scale scale = adoption.scale();
        return all().flatMap(each -> each.divergences(level -> scale.rank(level.id())).stream())
                .toList();
    }

    /** Open and claimed goals whose target lies above the current level, the most urgent first. */
    public List<TargetGap> gaps() {
        Scale scale = adoption.scale();
        return goals.stream()
                .filter(goal -> goal.status() == Goal.Status.OPEN || goal.status() == Goal.Status.CLAIMED)
                .map(goal -> new TargetGap(
                        goal.id(),
                        goal.competency(),
                        scale.require(goal.target()),
                        on(goal.competency().value())
                                .map(each -> each.current().level())
                                .orElse(null),
                        goal.dueOn()))
                .filter(gap -> gap.reached() == null
                        || scale.rank(gap.reached().id())
                                < scale.rank(gap.target().id()))
                .sorted(java.util.Comparator.comparing(TargetGap::dueOn))
                .toList();
    }

    /** How far the learner came since an earlier state of the same dossier, under the same adoption. */
    public List<LevelChange> since(Progress earlier) {
        return LevelChange.between(earlier, this);
    }

    /** Competencies without any assessment, parts included. */
    public List<Item> uncovered() {
        return competencies.stream()
                .filter(CompetencyProgress::uncovered)
                .map(CompetencyProgress::item)
                .toList();
    }
}
