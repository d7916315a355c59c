package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.console.terminal.Json;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.id.PersonId;

/** What waits, part by part. */
public record QueueView(String cohort, Queue queue, Map<PersonId, String> names, ZoneId zone) implements View {
    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(Words.bold(texts.say("queue.title", cohort, day(queue.asOf()))));
        part(texts.say("queue.productions", day(queue.since())), queue.productions(), screen, texts);
        part(texts.say("queue.owed"), queue.owed(), screen, texts);
        part(texts.say("queue.claims"), queue.claims(), screen, texts);
        part(texts.say("queue.interviews"), queue.interviews(), screen, texts);
        part(texts.say("queue.reviews", day(queue.since())), queue.reviews(), screen, texts);
        silent(screen, texts);
    }

    private void part(String title, Excerpt<Waiting> part, Screen screen, Texts texts) {
        if (part.items().isEmpty()) return;
        screen.heading(title + " (" + part.total() + ")");
        Table table = new Table(List.of(
                Words.bold(texts.say("column.day")),
                Words.bold(texts.say("matrix.learner")),
                Words.bold(texts.say("column.kind")),
                Words.bold(texts.say("column.what"))));
        for (Waiting each : part.items()) {
            table.row(List.of(
                    Words.of(texts.day(day(each.at()))),
                    Words.of(name(each.learner())),
                    Words.of(texts.say("waiting." + each.what())),
                    Words.of(each.title())));
        }
        table.print(screen);
        HomeView.more(part, screen, texts);
    }

    private void silent(Screen screen, Texts texts) {
        Excerpt<Queue.Silent> silent = queue.silent();
        screen.heading(texts.count(silent.items().isEmpty() ? "queue.silent.none" : "queue.silent", queue.weeks()));
        List<String> lines = new ArrayList<>();
        for (Queue.Silent each : silent.items()) {
            Instant last = each.lastTrace();
            lines.add("  " + name(each.learner()) + " : "
                    + (last == null ? texts.say("queue.no-trace") : texts.say("queue.last-trace", day(last))));
        }
        lines.forEach(screen::line);
        HomeView.more(silent, screen, texts);
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
        to.writeStringField("cohort", cohort);
        to.writeStringField("since", queue.since().toString());
        to.writeStringField("asOf", queue.asOf().toString());
        part("productions", queue.productions(), to);
        part("owed", queue.owed(), to);
        part("claims", queue.claims(), to);
        part("interviews", queue.interviews(), to);
        part("reviews", queue.reviews(), to);
        to.writeNumberField("weeks", queue.weeks());
        Json.excerpt("silent", queue.silent(), to, each -> {
            Json.person(each.learner(), name(each.learner()), to);
            Instant last = each.lastTrace();
            to.writeStringField("lastTrace", last == null ? null : last.toString());
        });
        to.writeEndObject();
    }

    private void part(String field, Excerpt<Waiting> part, JsonGenerator to) throws IOException {
        Json.excerpt(field, part, to, each -> {
            to.writeStringField("what", each.what().name());
            Json.person(each.learner(), name(each.learner()), to);
            to.writeStringField("dossier", each.dossier().toString());
            to.writeStringField("about", each.about());
            to.writeStringField("title", each.title());
            to.writeStringField("at", each.at().toString());
        });
    }
}
