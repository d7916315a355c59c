package org.eportfolio.console.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.console.school.Called;
import org.eportfolio.console.school.Pick;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.terminal.Fields;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.Ending;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.guidance.Suggestion;
import org.jspecify.annotations.Nullable;

/** A pathway in words. */
public final class PathwayView {
    private PathwayView() {}

    public static List<Adaptation> adaptations(Things own) {
        return own.all(own.desk().pathways()::adaptations);
    }

    public static Shown of(Pathway pathway, Things own) {
        List<Adaptation> adaptations = adaptations(own);
        Called called = Called.of(
                Stream.concat(
                        pathway.steps().stream().map(PathwayStep::by),
                        adaptations.stream().map(Adaptation::by)),
                own.finding());
        return new Shown(Fields.of("pathway", pathway, "adaptations", adaptations), (screen, texts) -> {
            screen.line(Words.bold(texts.say("pathway.title", own.learner())));
            if (pathway.steps().isEmpty()) screen.line("  " + texts.say("pathway.empty"));
            for (PathwayStep each : pathway.steps()) step(each, called, screen, texts);
            if (adaptations.isEmpty()) return;
            screen.blank();
            screen.line(Words.bold(texts.say("pathway.adaptations")));
            adaptations.forEach(each -> adaptation(each, called, own, screen));
        });
    }

    private static void step(PathwayStep step, Called called, Screen screen, Texts texts) {
        screen.line(Words.of("  " + step.number() + ". " + (step.doneAt() == null ? "[ ] " : "[x] "))
                .and(Words.bold(step.competency().value()))
                .and(step.mission() == null ? "" : "  " + step.mission())
                .and(step.dueOn() == null ? "" : "  " + texts.say("goal.by", step.dueOn())));
        screen.line(Words.of("      " + texts.say("pathway.because", step.reason()))
                .and(Words.faint(" (" + called.name(step.by()) + ")")));
        Ending dropped = step.dropped();
        if (dropped != null) screen.line("      " + texts.say("pathway.dropped", dropped.reason()));
    }

    public static Shown of(Adaptation adaptation, Things own) {
        Called called = Called.of(Stream.of(adaptation.by()), own.finding());
        return new Shown(adaptation, (screen, texts) -> adaptation(adaptation, called, own, screen));
    }

    private static void adaptation(Adaptation each, Called called, Things own, Screen screen) {
        Texts texts = own.texts();
        screen.line(Words.of("  ")
                .and(Words.bold(each.what()))
                .and(each.step() == 0 ? "" : " " + texts.say("pathway.for-step", each.step()))
                .and(Pick.marked(each.id())));
        screen.line(Words.of("      " + texts.say("pathway.because", each.reason()))
                .and(Words.faint(
                        " (" + called.name(each.by()) + ", " + own.finding().day(each.since()) + ")")));
        Ending ended = each.ended();
        if (ended != null) {
            screen.line("      " + texts.say("pathway.ended", own.finding().day(ended.at()), ended.reason()));
        }
    }

    public static Shown of(List<Suggestion> suggestions, Things own) {
        Locale locale = own.texts().locale();
        List<Map<String, @Nullable Object>> facts = suggestions.stream()
                .map(each -> Fields.of(
                        "competency",
                        each.competency(),
                        "mission",
                        each.mission(),
                        "why",
                        each.why(locale),
                        "covers",
                        each.covers().stream()
                                .map(gap -> Fields.of("competency", gap.competency(), "reason", gap.reason()))
                                .toList()))
                .toList();
        return new Shown(facts, (screen, texts) -> {
            screen.line(Words.bold(texts.say("pathway.suggestions", own.learner())));
            if (suggestions.isEmpty()) screen.line("  " + texts.say("pathway.no-suggestion"));
            for (Suggestion each : suggestions) {
                Candidate mission = each.mission();
                screen.line(Words.of("  ")
                        .and(Words.bold(each.competency().value()))
                        .and("  " + (mission == null ? texts.say("pathway.no-mission") : mission.label())));
                screen.line("      " + each.why(locale));
            }
            screen.line(Words.faint(texts.say("pathway.you-decide")));
        });
    }
}
