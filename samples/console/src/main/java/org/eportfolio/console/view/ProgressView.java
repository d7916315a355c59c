package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.console.terminal.Json;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Step;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** A learner's progress, one part for each dossier. */
public record ProgressView(PersonId learner, String name, LocalDate day, List<Part> parts) implements View {
    public record Part(Progress progress, Framework framework) {}

    @Override
    public void print(Screen screen, Texts texts) {
        for (Part part : parts) {
            screen.line(Words.bold(texts.say("progress.title", name, day))
                    .and(Words.faint("   " + part.framework().title())));
            screen.blank();
            trajectories(part.progress(), screen, texts);
            screen.blank();
            divergences(part.progress(), screen, texts);
            screen.blank();
            goals(part.progress(), screen, texts);
            screen.blank();
            Symbols.legend(part.progress().adoption().scale(), screen, texts);
        }
    }

    static void trajectories(Progress progress, Screen screen, Texts texts) {
        boolean first = true;
        for (CompetencyProgress each : progress.all().toList()) {
            if (each.uncovered()) continue;
            if (!first) screen.blank();
            first = false;
            competency(each, screen, texts);
        }
        if (!progress.uncovered().isEmpty()) {
            if (!first) screen.blank();
            screen.line(texts.say("progress.uncovered")
                    + " "
                    + progress.uncovered().stream()
                            .map(item -> item.code().value())
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Where a learner stands on one competency, and how each perspective saw it come. */
    public static void competency(CompetencyProgress each, Screen screen, Texts texts) {
        screen.line(Words.bold(each.item().code() + " ").and(each.item().label()));
        screen.line(Words.of("  " + texts.say("progress.current") + " ")
                .and(Symbols.told(each.current().outcome(), each.current().level(), texts)));
        for (Trajectory trajectory : each.trajectories()) trajectory(trajectory, screen, texts);
    }

    /** How one perspective saw it come. */
    public static void trajectory(Trajectory trajectory, Screen screen, Texts texts) {
        Words line = Words.of("  " + texts.name(trajectory.perspective()) + " : ");
        boolean first = true;
        for (Trajectory.Point point : trajectory.points()) {
            if (!first) line = line.and("  →  ");
            first = false;
            line = line.and(Words.faint(texts.day(point.observedOn()) + " ")).and(said(point, texts));
        }
        screen.line(line);
    }

    private static Words said(Trajectory.Point point, Texts texts) {
        Words said = switch (point.outcome()) {
            case RETRACTED -> Words.of(texts.say("level.retracted"));
            case LEVEL, NOT_APPLICABLE -> Symbols.told(point.outcome(), point.level(), texts);
        };
        return point.supersededBy() == null ? said : said.and(Words.faint(" " + texts.say("level.superseded")));
    }

    static void divergences(Progress progress, Screen screen, Texts texts) {
        List<Divergence> found = progress.divergences();
        screen.line(Words.bold(texts.say(found.isEmpty() ? "divergence.none" : "divergence.title")));
        for (Divergence each : found) screen.line(Words.of("  ").and(told(each, texts)));
    }

    public static Words told(Divergence each, Texts texts) {
        return views(each, texts).and(Words.faint("   " + each.label()));
    }

    /** The same without what the competency is called. */
    public static Words views(Divergence each, Texts texts) {
        return Words.bold(each.competency().value())
                .and(" : " + texts.name(each.lower().perspective()) + " ")
                .and(Symbols.told(null, each.lower().level(), texts))
                .and(" < " + texts.name(each.higher().perspective()) + " ")
                .and(Symbols.told(null, each.higher().level(), texts));
    }

    static void goals(Progress progress, Screen screen, Texts texts) {
        screen.line(Words.bold(texts.say(progress.goals().isEmpty() ? "goal.none" : "goal.title")));
        for (Goal goal : progress.goals()) {
            Level target = progress.adoption().scale().require(goal.target());
            screen.line(Words.of("  ").and(goal(goal, target, texts)));
            course(goal, screen, texts);
        }
    }

    /** The steps towards a goal, the claim and the answer to it. */
    public static void course(Goal goal, Screen screen, Texts texts) {
        for (Step step : goal.steps()) screen.line("      " + (step.done() ? "[x] " : "[ ] ") + step.text());
        Goal.Claim claim = goal.claim();
        if (claim != null) screen.line("      " + texts.say("goal.claimed", claim.note()));
        Goal.Answer answer = goal.answer();
        if (answer != null) screen.line("      " + texts.say("goal.answered", answer.note()));
    }

    static Words goal(Goal goal, Level target, Texts texts) {
        return Words.bold(goal.competency().value())
                .and(" → ")
                .and(Symbols.told(null, target, texts))
                .and(" " + texts.say("goal.by", goal.dueOn()) + " : ")
                .and(Words.bold(texts.name(goal.status())));
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        Json.person(learner, name, to);
        to.writeStringField("asOf", day.toString());
        to.writeArrayFieldStart("dossiers");
        for (Part part : parts) write(part, to);
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void write(Part part, JsonGenerator to) throws IOException {
        Progress progress = part.progress();
        to.writeStartObject();
        to.writeStringField("dossier", progress.dossier().id().toString());
        to.writeStringField("framework", progress.adoption().framework().toString());
        to.writeStringField("scale", progress.adoption().scale().id());
        to.writeArrayFieldStart("competencies");
        for (CompetencyProgress each : progress.competencies()) write(each, to);
        to.writeEndArray();
        to.writeArrayFieldStart("divergences");
        for (Divergence each : progress.divergences()) {
            to.writeStartObject();
            to.writeStringField("competency", each.competency().value());
            view("lower", each.lower(), to);
            view("higher", each.higher(), to);
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeArrayFieldStart("goals");
        for (Goal goal : progress.goals()) DossierView.write(goal, to);
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void write(CompetencyProgress each, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("code", each.item().code().value());
        to.writeStringField("label", each.item().label());
        to.writeStringField(
                "outcome",
                each.current().outcome() == null
                        ? null
                        : each.current().outcome().name());
        to.writeStringField("level", id(each.current().level()));
        to.writeArrayFieldStart("trajectories");
        for (Trajectory trajectory : each.trajectories()) {
            to.writeStartObject();
            to.writeStringField("perspective", trajectory.perspective().name());
            to.writeArrayFieldStart("points");
            for (Trajectory.Point point : trajectory.points()) {
                to.writeStartObject();
                to.writeStringField("observedOn", point.observedOn().toString());
                to.writeStringField("recordedAt", point.recordedAt().toString());
                to.writeStringField("outcome", point.outcome().name());
                to.writeStringField("level", id(point.level()));
                to.writeStringField("author", point.author().value());
                to.writeBooleanField("stands", point.stands());
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeArrayFieldStart("subCompetencies");
        for (CompetencyProgress part : each.subCompetencies()) write(part, to);
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void view(String field, Divergence.View view, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(field);
        to.writeStringField("perspective", view.perspective().name());
        to.writeStringField("level", view.level().id().value());
        to.writeEndObject();
    }

    private static @Nullable String id(@Nullable Level level) {
        return level == null ? null : level.id().value();
    }
}
