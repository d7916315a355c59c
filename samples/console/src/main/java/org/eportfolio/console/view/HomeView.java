package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.agenda.Asked;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.News;
import org.eportfolio.agenda.Unfinished;
import org.eportfolio.assessment.Headway;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.console.terminal.Json;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.framework.Level;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What awaits a learner, in each of their dossiers. */
public record HomeView(PersonId learner, List<Home> homes, Map<PersonId, String> names, ZoneId zone) implements View {
    @Override
    public void print(Screen screen, Texts texts) {
        for (Home home : homes) {
            screen.line(Words.bold(texts.say("home.title", name(learner), day(home.asOf())))
                    .and(Words.faint("   " + home.adoption().framework())));
            asked(home.asked(), screen, texts);
            news(home, screen, texts);
            drafts(home.drafts(), screen, texts);
            headway(home, screen, texts);
        }
    }

    private void asked(Excerpt<Asked> asked, Screen screen, Texts texts) {
        if (asked.items().isEmpty()) {
            screen.blank();
            screen.line(texts.say("home.asked.none"));
            return;
        }
        screen.heading(texts.say("home.asked"));
        Table table = new Table(List.of(Words.bold(texts.say("column.day")), Words.bold(texts.say("column.what"))));
        for (Asked each : asked.items()) {
            Instant due = each.due();
            table.row(List.of(
                    Words.of(
                            due == null ? texts.say("home.since", day(each.since())) : texts.say("home.due", day(due))),
                    Words.of(each.text().in(texts.locale()))));
        }
        table.print(screen);
        more(asked, screen, texts);
    }

    private void news(Home home, Screen screen, Texts texts) {
        if (home.news().items().isEmpty()) {
            screen.blank();
            screen.line(texts.say("home.news.none", day(home.since())));
            return;
        }
        screen.heading(texts.say("home.news", day(home.since())));
        Table table = new Table(List.of(
                Words.bold(texts.say("column.day")),
                Words.bold(texts.say("column.by")),
                Words.bold(texts.say("column.what"))));
        for (News each : home.news().items()) {
            PersonId by = each.by();
            table.row(List.of(
                    Words.of(texts.day(day(each.at()))),
                    Words.of(by == null ? "" : name(by)),
                    Words.of(each.text().in(texts.locale()))));
        }
        table.print(screen);
        more(home.news(), screen, texts);
    }

    private void drafts(Excerpt<Unfinished> drafts, Screen screen, Texts texts) {
        if (drafts.items().isEmpty()) return;
        screen.heading(texts.say("home.drafts"));
        for (Unfinished each : drafts.items()) {
            screen.line("  " + texts.day(day(each.savedAt())) + "  " + texts.say("draft." + each.what()) + " : "
                    + each.title());
        }
        more(drafts, screen, texts);
    }

    static void more(Excerpt<?> excerpt, Screen screen, Texts texts) {
        if (excerpt.more() > 0) screen.line("  " + texts.count("excerpt.more", excerpt.more()));
    }

    private void headway(Home home, Screen screen, Texts texts) {
        screen.heading(texts.say(home.moved().isEmpty() ? "home.headway.still" : "home.headway", day(home.since())));
        for (Headway each : home.headway()) {
            if (each.views().isEmpty()) continue;
            screen.line(Words.bold((each.moved() ? "* " : "  ") + each.item().code())
                    .and("  " + each.item().label()));
            for (Headway.View view : each.views()) {
                Words line = Words.of("      " + texts.name(view.perspective()) + " : ");
                if (view.moved()) line = line.and(told(view.before(), texts)).and("  →  ");
                screen.line(line.and(told(view.now(), texts)));
            }
        }
        String nothing = home.headway().stream()
                .filter(each -> each.views().isEmpty())
                .map(each -> each.item().code().value())
                .collect(Collectors.joining(", "));
        if (!nothing.isEmpty()) screen.line(texts.say("progress.uncovered") + " " + nothing);
    }

    private static Words told(Matrix.@Nullable Cell cell, Texts texts) {
        return cell == null ? Symbols.told(null, null, texts) : Symbols.told(cell.outcome(), cell.level(), texts);
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        Json.person(learner, name(learner), to);
        to.writeArrayFieldStart("dossiers");
        for (Home home : homes) write(home, to);
        to.writeEndArray();
        to.writeEndObject();
    }

    private void write(Home home, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("dossier", home.dossier().toString());
        to.writeStringField("since", home.since().toString());
        to.writeStringField("asOf", home.asOf().toString());
        to.writeStringField("framework", home.adoption().framework().toString());
        to.writeStringField("scale", home.adoption().scale().id());
        Json.excerpt("asked", home.asked(), to, each -> {
            to.writeStringField("what", each.what().name());
            to.writeStringField("about", each.about());
            to.writeStringField("since", each.since().toString());
            to.writeStringField("due", each.due() == null ? null : each.due().toString());
            Json.message("text", each.text(), to);
        });
        Json.excerpt("news", home.news(), to, each -> {
            to.writeStringField("what", each.what().name());
            to.writeStringField("about", each.about());
            to.writeStringField("by", each.by() == null ? null : each.by().value());
            to.writeStringField("at", each.at().toString());
            Json.message("text", each.text(), to);
        });
        Json.excerpt("drafts", home.drafts(), to, each -> {
            to.writeStringField("what", each.what().name());
            to.writeStringField("about", each.about());
            to.writeStringField("title", each.title());
            to.writeStringField("savedAt", each.savedAt().toString());
        });
        to.writeArrayFieldStart("headway");
        for (Headway each : home.headway()) {
            to.writeStartObject();
            to.writeStringField("code", each.item().code().value());
            to.writeBooleanField("moved", each.moved());
            to.writeArrayFieldStart("views");
            for (Headway.View view : each.views()) {
                to.writeStartObject();
                to.writeStringField("perspective", view.perspective().name());
                cell("before", view.before(), to);
                cell("now", view.now(), to);
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void cell(String field, Matrix.@Nullable Cell cell, JsonGenerator to) throws IOException {
        if (cell == null) {
            to.writeNullField(field);
            return;
        }
        Level level = cell.level();
        to.writeObjectFieldStart(field);
        to.writeStringField("outcome", cell.outcome().name());
        to.writeStringField("level", level == null ? null : level.id().value());
        to.writeStringField("observedOn", cell.observedOn().toString());
        to.writeEndObject();
    }
}
