package org.eportfolio.console.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.Page;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.PolicyNames;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.PersonId;

/** All that was said in a dossier by some instant, so that a level can be explained: what counts, what does not, and why. */
public record ExplainedJudgements(Map<AssessmentId, Assessment> all, Map<PersonId, String> names) {
    static ExplainedJudgements of(Progress progress, Lookup lookup) {
        Map<AssessmentId, Assessment> all = new LinkedHashMap<>();
        for (Assessment each : Page.all(
                next -> lookup.desk().assessments().list(progress.dossier().id(), next))) {
            boolean then = !each.recordedAt().isAfter(progress.asOf());
            if (then && each.adoption().equals(progress.adoption().id())) all.put(each.id(), each);
        }
        return new ExplainedJudgements(
                all,
                lookup.names(
                        all.values().stream().map(Assessment::author).distinct().toList()));
    }

    /** Which judgements carry the level of a competency, and why those of teachers that do not carry it do not. */
    void reasons(CompetencyProgress of, Scale scale, Screen screen, Texts texts) {
        CurrentLevel current = of.current();
        for (AssessmentId each : current.counted()) {
            find(each)
                    .ifPresent(counted -> screen.line(StyledText.of("  ")
                            .and(texts.say("progress.counts") + " ")
                            .and(judgement(counted, scale, texts))
                            .and(StyledText.faint("  (" + PolicyNames.inWords(current.policy(), texts) + ")"))));
        }
        for (CurrentLevel.NotCounted each : current.others()) {
            if (each.why() == CurrentLevel.Why.OTHER_PERSPECTIVE) continue;
            find(each.assessment())
                    .ifPresent(other -> screen.line(StyledText.of("  ")
                            .and(texts.say("progress.counts-not") + " ")
                            .and(judgement(other, scale, texts))
                            .and(StyledText.faint("  (" + why(each, texts) + ")"))));
        }
    }

    private StyledText judgement(Assessment each, Scale scale, Texts texts) {
        String author = names.getOrDefault(each.author(), each.author().value());
        StyledText line = StyledText.of(texts.day(each.observedOn()) + ", " + author + " ")
                .and(LevelSymbols.said(each, scale, texts));
        String because = each.because();
        return because == null || because.isBlank() ? line : line.and(texts.say("progress.quoted", because));
    }

    private String why(CurrentLevel.NotCounted each, Texts texts) {
        if (each.why() == CurrentLevel.Why.SUPERSEDED) {
            Optional<String> reason = all.values().stream()
                    .map(Assessment::supersedes)
                    .filter(other -> other != null && other.earlier().equals(each.assessment()))
                    .map(Supersession::reason)
                    .findFirst();
            if (reason.isPresent()) return texts.say("progress.corrected", reason.get());
        }
        return texts.say("progress.why." + each.why().name());
    }

    private Optional<Assessment> find(AssessmentId id) {
        return Optional.ofNullable(all.get(id));
    }
}
