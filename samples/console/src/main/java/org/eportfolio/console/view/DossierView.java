package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Progress;
import org.eportfolio.console.terminal.Json;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Step;
import org.eportfolio.id.PersonId;

/** What lies in a learner's dossiers. */
public record DossierView(PersonId learner, Map<PersonId, String> names, ZoneId zone, List<Part> parts)
        implements View {
    /** One dossier with all in it; the progress carries its goals and its scale. */
    public record Part(
            Dossier dossier,
            String framework,
            Progress progress,
            List<Production> productions,
            List<Assessment> assessments,
            int drafts) {}

    @Override
    public void print(Screen screen, Texts texts) {
        for (Part part : parts) {
            screen.line(
                    Words.bold(texts.say("dossier.title", name(learner))).and(Words.faint("   " + part.framework())));
            screen.line(texts.say(
                    "dossier.opened",
                    LocalDate.ofInstant(part.dossier().openedAt(), zone),
                    texts.say("status." + part.dossier().status())));
            screen.blank();
            screen.line(Words.bold(
                    texts.count("dossier.productions", part.productions().size())));
            for (Production each : part.productions()) production(each, screen, texts);
            screen.blank();
            screen.line(Words.bold(
                    texts.count("dossier.assessments", part.assessments().size())));
            for (Assessment each : part.assessments()) {
                assessment(each, part.progress().adoption().scale(), screen, texts);
            }
            if (part.drafts() > 0) screen.line("  " + texts.count("dossier.drafts", part.drafts()));
            screen.blank();
            ProgressView.goals(part.progress(), screen, texts);
        }
    }

    private void production(Production production, Screen screen, Texts texts) {
        Version current = production.current();
        screen.line(Words.of("  " + texts.day(LocalDate.ofInstant(current.at(), zone)) + "  ")
                .and(Words.bold(production.title()))
                .and(Words.faint("  " + codes(current)))
                .and(current.number() > 1 ? "  " + texts.say("dossier.version", current.number()) : "")
                .and(current.frozen() == null ? "" : "  " + texts.say("dossier.frozen")));
        for (Piece piece : current.pieces()) screen.line("              " + told(piece, texts));
    }

    static String codes(Version version) {
        return version.competencies().stream().map(Code::value).collect(Collectors.joining(", "));
    }

    public static String told(Piece piece, Texts texts) {
        if (piece instanceof Piece.File file) {
            return texts.say("piece.file", file.name(), file.content().size());
        }
        if (piece instanceof Piece.Link link) {
            return texts.say("piece.link", link.target());
        }
        if (piece instanceof Piece.Contribution contribution) {
            return texts.say("piece.contribution", contribution.member(), contribution.text());
        }
        return texts.say("piece.text", ((Piece.Text) piece).text());
    }

    private void assessment(Assessment each, Scale scale, Screen screen, Texts texts) {
        Words said = each.outcome() == Outcome.RETRACTED
                ? Words.of(texts.say("level.retracted"))
                : Symbols.told(each.outcome(), each.level() == null ? null : scale.require(each.level()), texts);
        String because = each.because();
        if (because == null && each.supersedes() != null)
            because = each.supersedes().reason();
        screen.line(Words.of("  " + texts.day(each.observedOn()) + "  ")
                .and(Words.bold(each.competency().value()))
                .and("  ")
                .and(said)
                .and(Words.faint("  " + texts.name(each.perspective()) + ", " + name(each.author())))
                .and(because == null ? "" : " : " + because));
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        Json.person(learner, name(learner), to);
        to.writeArrayFieldStart("dossiers");
        for (Part part : parts) {
            to.writeStartObject();
            to.writeStringField("dossier", part.dossier().id().toString());
            to.writeStringField(
                    "framework", part.progress().adoption().framework().toString());
            to.writeStringField("status", part.dossier().status().name());
            to.writeStringField("openedAt", part.dossier().openedAt().toString());
            to.writeArrayFieldStart("productions");
            for (Production each : part.productions()) write(each, to);
            to.writeEndArray();
            to.writeArrayFieldStart("assessments");
            for (Assessment each : part.assessments()) write(each, to);
            to.writeEndArray();
            to.writeArrayFieldStart("goals");
            for (Goal each : part.progress().goals()) write(each, to);
            to.writeEndArray();
            to.writeNumberField("drafts", part.drafts());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void write(Production production, JsonGenerator to) throws IOException {
        Version current = production.current();
        to.writeStartObject();
        to.writeStringField("id", production.id().toString());
        to.writeStringField("title", production.title());
        to.writeStringField("description", current.description());
        to.writeNumberField("version", current.number());
        to.writeBooleanField("frozen", current.frozen() != null);
        to.writeArrayFieldStart("competencies");
        for (Code code : current.competencies()) to.writeString(code.value());
        to.writeEndArray();
        to.writeArrayFieldStart("files");
        for (Piece piece : current.pieces()) {
            if (!(piece instanceof Piece.File file)) continue;
            to.writeStartObject();
            to.writeStringField("name", file.name());
            to.writeStringField("mediaType", file.mediaType());
            to.writeNumberField("size", file.content().size());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void write(Assessment each, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", each.id().toString());
        to.writeStringField("competency", each.competency().value());
        to.writeStringField("perspective", each.perspective().name());
        to.writeStringField("outcome", each.outcome().name());
        to.writeStringField("level", each.level() == null ? null : each.level().value());
        to.writeStringField("author", each.author().value());
        to.writeStringField("observedOn", each.observedOn().toString());
        to.writeStringField("recordedAt", each.recordedAt().toString());
        to.writeStringField("because", each.because());
        to.writeStringField(
                "supersedes",
                each.supersedes() == null ? null : each.supersedes().earlier().toString());
        to.writeStringField(
                "reason", each.supersedes() == null ? null : each.supersedes().reason());
        to.writeEndObject();
    }

    static void write(Goal goal, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", goal.id().toString());
        to.writeStringField("competency", goal.competency().value());
        to.writeStringField("target", goal.target().value());
        to.writeStringField("dueOn", goal.dueOn().toString());
        to.writeStringField("status", goal.status().name());
        to.writeArrayFieldStart("steps");
        for (Step step : goal.steps()) {
            to.writeStartObject();
            to.writeStringField("text", step.text());
            to.writeBooleanField("done", step.done());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }
}
