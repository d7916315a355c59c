package org.eportfolio.console.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.Ending;
import org.eportfolio.guidance.Gap;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.guidance.Suggestion;
import org.jspecify.annotations.Nullable;

/** A pathway in words. */
public final class PathwayView {
    private PathwayView() {}

    /** What {@code --json} writes of a pathway. */
    public record PathwayAnswer(Pathway pathway, List<Adaptation> adaptations) {}

    public static List<Adaptation> adaptations(DossierItems own) {
        return own.all(own.desk().pathways()::adaptations);
    }

    public static Result of(Pathway pathway, DossierItems own) {
        List<Adaptation> adaptations = adaptations(own);
        PersonNames called = PersonNames.of(
                Stream.concat(
                        pathway.steps().stream().map(PathwayStep::by),
                        adaptations.stream().map(Adaptation::by)),
                own.lookup());
        return Result.of(new PathwayAnswer(pathway, adaptations), (screen, texts) -> {
            screen.line(StyledText.bold(texts.say("pathway.title", own.learner())));
            if (pathway.steps().isEmpty()) screen.line("  " + texts.say("pathway.empty"));
            for (PathwayStep each : pathway.steps()) step(each, called, screen, texts);
            if (adaptations.isEmpty()) return;
            screen.blank();
            screen.line(StyledText.bold(texts.say("pathway.adaptations")));
            adaptations.forEach(each -> adaptation(each, called, own, screen));
        });
    }

    private static void step(PathwayStep step, PersonNames called, Screen screen, Texts texts) {
        screen.line(StyledText.of("  " + step.number() + ". " + (step.doneAt() == null ? "[ ] " : "[x] "))
                .and(StyledText.bold(step.competency().value()))
                .and(step.mission() == null ? "" : "  " + step.mission())
                .and(step.dueOn() == null ? "" : "  " + texts.say("goal.by", step.dueOn())));
        screen.line(StyledText.of("      " + texts.say("pathway.because", step.reason()))
                .and(StyledText.faint(" (" + called.name(step.by()) + ")")));
        Ending dropped = step.dropped();
        if (dropped != null) screen.line("      " + texts.say("pathway.dropped", dropped.reason()));
    }

    public static Result of(Adaptation adaptation, DossierItems own) {
        PersonNames called = PersonNames.of(Stream.of(adaptation.by()), own.lookup());
        return Result.of(adaptation, (screen, texts) -> adaptation(adaptation, called, own, screen));
    }

    private static void adaptation(Adaptation each, PersonNames called, DossierItems own, Screen screen) {
        Texts texts = own.texts();
        screen.line(StyledText.of("  ")
                .and(StyledText.bold(each.what()))
                .and(each.step() == 0 ? "" : " " + texts.say("pathway.for-step", each.step()))
                .and(Selector.marked(each.id())));
        screen.line(StyledText.of("      " + texts.say("pathway.because", because(each, own)))
                .and(StyledText.faint(
                        " (" + called.name(each.by()) + ", " + own.lookup().day(each.since()) + ")")));
        Ending ended = each.ended();
        if (ended != null) {
            screen.line("      " + texts.say("pathway.ended", own.lookup().day(ended.at()), ended.reason()));
        } else if (each.until() != null) screen.line("      " + texts.say("pathway.until", each.until()));
        each.warnings().forEach(warning -> screen.line(StyledText.of("      ! ").and(warning.in(texts.locale()))));
    }

    /** The reason that was chosen, then the words beside it; an older one has words alone. */
    private static String because(Adaptation each, DossierItems own) {
        String chosen = each.chosen();
        if (chosen == null) return each.reason();
        String reason = own.desk().pathways().reasons().stream()
                .filter(one -> one.id().equals(chosen))
                .map(one -> one.in(own.texts().locale()))
                .findFirst()
                .orElse(chosen);
        return each.reason().isBlank() ? reason : own.texts().say("pathway.reason-and-words", reason, each.reason());
    }

    /** What {@code --json} writes of a suggestion. */
    public record SuggestionAnswer(
            Code competency, @Nullable Candidate mission, String why, List<Gap> covers) {
        static SuggestionAnswer of(Suggestion suggestion, Locale locale) {
            return new SuggestionAnswer(
                    suggestion.competency(), suggestion.mission(), suggestion.why(locale), suggestion.covers());
        }
    }

    public static Result of(List<Suggestion> suggestions, DossierItems own) {
        Locale locale = own.texts().locale();
        List<SuggestionAnswer> answers = suggestions.stream()
                .map(each -> SuggestionAnswer.of(each, locale))
                .toList();
        return Result.of(answers, (screen, texts) -> {
            screen.line(StyledText.bold(texts.say("pathway.suggestions", own.learner())));
            if (suggestions.isEmpty()) screen.line("  " + texts.say("pathway.no-suggestion"));
            for (Suggestion each : suggestions) {
                Candidate mission = each.mission();
                screen.line(StyledText.of("  ")
                        .and(StyledText.bold(each.competency().value()))
                        .and("  " + (mission == null ? texts.say("pathway.no-mission") : mission.label())));
                screen.line("      " + each.why(locale));
            }
            screen.line(StyledText.faint(texts.say("pathway.you-decide")));
        });
    }
}
