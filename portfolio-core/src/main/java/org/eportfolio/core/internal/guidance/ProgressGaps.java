package org.eportfolio.core.internal.guidance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.TargetGap;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.Gap;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.guidance.Suggestion;

/**
 * What a learner's progress leaves open, in the order of the framework.
 *
 * @param inOrder competency by competency: uncovered, then targets, then divergences
 */
public record ProgressGaps(Progress progress, List<Gap> inOrder) {
    public static ProgressGaps of(Progress progress) {
        Scale scale = progress.adoption().scale();
        Map<Code, List<Gap>> found = new HashMap<>();
        Map<Code, Set<Code>> parts = new HashMap<>();
        progress.competencies().forEach(each -> parts.put(each.item().code(), codes(each.subCompetencies())));
        progress.uncovered()
                .forEach(item -> add(
                        found,
                        new Gap(
                                item.code(),
                                parts.getOrDefault(item.code(), Set.of()),
                                Gap.Reason.UNCOVERED,
                                0,
                                Message.of("gap.uncovered", item.code(), item.label()))));
        progress.gaps().forEach(gap -> add(found, target(gap, parts, scale)));
        progress.divergences().forEach(each -> add(found, divergence(each, parts, scale)));
        List<Gap> inOrder = new ArrayList<>();
        progress.all()
                .map(each -> each.item().code())
                .forEach(code -> inOrder.addAll(found.getOrDefault(code, List.of())));
        return new ProgressGaps(progress, inOrder);
    }

    private static Gap target(TargetGap gap, Map<Code, Set<Code>> parts, Scale scale) {
        Level reached = gap.reached();
        Level target = gap.target();
        return new Gap(
                gap.competency(),
                parts.getOrDefault(gap.competency(), Set.of()),
                Gap.Reason.TARGET,
                scale.rank(target.id()) - (reached == null ? -1 : scale.rank(reached.id())),
                reached == null
                        ? Message.of("gap.target-nothing-yet", gap.competency(), target.label(), gap.dueOn())
                        : Message.of("gap.target", gap.competency(), target.label(), gap.dueOn(), reached.label()));
    }

    private static Gap divergence(Divergence each, Map<Code, Set<Code>> parts, Scale scale) {
        Level higher = each.higher().level();
        Level lower = each.lower().level();
        return new Gap(
                each.competency(),
                parts.getOrDefault(each.competency(), Set.of()),
                Gap.Reason.DIVERGENCE,
                scale.rank(higher.id()) - scale.rank(lower.id()),
                Message.of(
                        "gap.divergence",
                        each.competency(),
                        each.lower().perspective(),
                        lower.label(),
                        each.higher().perspective(),
                        higher.label()));
    }

    /** By the rule of the domain, leaving out what the pathway already has. */
    public List<Suggestion> suggest(Pathway pathway, List<Candidate> candidates, int most) {
        Set<Code> underWay = pathway.steps().stream()
                .filter(PathwayStep::open)
                .filter(step -> step.adoption().equals(progress.adoption().id()))
                .map(PathwayStep::competency)
                .collect(Collectors.toSet());
        Set<String> taken = pathway.steps().stream()
                .map(PathwayStep::candidate)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        return Suggestion.forGaps(
                inOrder.stream()
                        .filter(gap -> !underWay.contains(gap.competency()))
                        .toList(),
                candidates.stream().filter(each -> !taken.contains(each.id())).toList(),
                most);
    }

    private static void add(Map<Code, List<Gap>> found, Gap gap) {
        found.computeIfAbsent(gap.competency(), code -> new ArrayList<>()).add(gap);
    }

    private static Set<Code> codes(List<CompetencyProgress> parts) {
        return parts.stream().map(each -> each.item().code()).collect(Collectors.toSet());
    }
}
