package org.eportfolio.core.internal.guidance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.PluginException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.guidance.Nudge;
import org.eportfolio.guidance.NudgeFacts;
import org.eportfolio.guidance.NudgeRule;
import org.eportfolio.guidance.NudgeSettings;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.spi.Scope;

/**
 * The rules for nudges, those that ship before those of the host; asks them, and answers for their failures.
 *
 * @param rules in the order in which they speak, their names distinct
 */
public record GuardedNudgeRules(List<Named> rules) {
    /** How many nudges at once. */
    private static final int MOST = 5;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** A rule by the name that it gave when the portfolio was built. */
    public record Named(String name, NudgeRule rule) {}

    public GuardedNudgeRules {
        rules = List.copyOf(rules);
    }

    /** A rule of the host's, if its name can be one and is free; otherwise a refusal for the end of the building. */
    public static Named named(NudgeRule rule, List<Named> before) {
        String type = rule.getClass().getName();
        String name;
        try {
            name = rule.name();
        } catch (RuntimeException e) {
            throw new PluginException(type, Message.of("plugin.failed", "NudgeRule " + type, String.valueOf(e)), e);
        }
        if (!NAME.matcher(String.valueOf(name)).matches()) {
            throw new PluginException(type, Message.of("nudge.rule-name", String.valueOf(name), type));
        }
        for (Named each : before) {
            if (!each.name().equals(name)) continue;
            String both = name + " (" + each.rule().getClass().getName() + ", " + type + ")";
            throw new PluginException(name, Message.of("plugin.collision", Message.of("plugin.nudge-rule"), both));
        }
        return new Named(name, rule);
    }

    public List<String> names() {
        return rules.stream().map(Named::name).toList();
    }

    /** Asks the rules; no connection is held meanwhile. */
    public List<Nudge> nudges(NudgeFacts facts, NudgeSettings settings) {
        List<Nudge> nudges = new ArrayList<>();
        for (Named each : rules) {
            if (nudges.size() >= MOST) break;
            if (settings.tells(each.name())) nudges.addAll(ask(each, facts));
        }
        return List.copyOf(nudges.subList(0, Math.min(MOST, nudges.size())));
    }

    private static List<Nudge> ask(Named rule, NudgeFacts facts) {
        try {
            return rule.rule().hints(facts).stream()
                    .map(hint -> new Nudge(rule.name(), hint.about(), hint.text()))
                    .toList();
        } catch (RuntimeException e) {
            throw new PluginException(
                    rule.name(), Message.of("plugin.failed", "NudgeRule " + rule.name(), String.valueOf(e)), e);
        }
    }

    /** What the rules go by: a few readings, however full the dossier. */
    public NudgeFacts facts(Dossier dossier, Catalogue.Adopted adopted, ZoneId zone, Work work) {
        Scope scope = DossierKinds.scope(dossier.id());
        List<Production> productions = work.list(DossierKinds.PRODUCTION, scope);
        List<Assessment> assessments = ShownAssessments.toLearner(dossier, work).now().stream()
                .filter(each -> each.adoption().equals(adopted.adoption().id()))
                .toList();
        return new NudgeFacts(
                dossier.id(),
                LocalDate.ofInstant(work.now(), zone),
                LocalDate.ofInstant(dossier.openedAt(), zone),
                adopted.framework().competencies().stream()
                        .map(each -> trace(each, productions, assessments, zone))
                        .toList(),
                work.list(GuidanceKinds.GOAL, scope),
                work.list(AssessmentKinds.DRAFT, scope).stream()
                        .map(draft -> waiting(draft, zone))
                        .toList());
    }

    private static NudgeFacts.Trace trace(
            Competency competency, List<Production> productions, List<Assessment> assessments, ZoneId zone) {
        Set<Code> codes = new HashSet<>();
        codes.add(competency.code());
        competency.subCompetencies().stream().map(SubCompetency::code).forEach(codes::add);
        List<Assessment> on = assessments.stream()
                .filter(each -> codes.contains(each.competency()))
                .toList();
        Set<AssessmentId> superseded = on.stream()
                .map(Assessment::supersedes)
                .filter(Objects::nonNull)
                .map(Supersession::earlier)
                .collect(Collectors.toSet());
        Stream<LocalDate> shown = productions.stream()
                .map(Production::current)
                .filter(version -> version.competencies().stream().anyMatch(codes::contains))
                .map(version -> LocalDate.ofInstant(version.at(), zone));
        Stream<LocalDate> cited =
                on.stream().filter(each -> !each.evidence().isEmpty()).map(Assessment::observedOn);
        return new NudgeFacts.Trace(
                competency.code(),
                competency.label(),
                Stream.concat(shown, cited).max(Comparator.naturalOrder()).orElse(null),
                on.stream()
                        .filter(each -> each.outcome() != Outcome.RETRACTED && !superseded.contains(each.id()))
                        .map(Assessment::observedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static NudgeFacts.WaitingDraft waiting(SelfAssessmentDraft draft, ZoneId zone) {
        return new NudgeFacts.WaitingDraft(
                draft.id(), draft.content().competency(), LocalDate.ofInstant(draft.savedAt(), zone));
    }
}
