package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.console.terminal.Json;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.year.YearChanges;

/** What the beginning of a year changes, or would. */
public record YearView(YearChanges changes, Map<PersonId, String> names, boolean dryRun) implements View {
    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(Words.bold(texts.say("year.title", changes.cohort())));
        screen.blank();
        if (changes.none()) screen.line(texts.say("year.nothing"));
        else screen.line(texts.say(dryRun ? "year.would" : "year.done"));
        if (changes.newCohort()) screen.line("  " + texts.say("year.new-cohort"));
        people("year.joining", changes.joining(), screen, texts);
        people("year.leaving", changes.leaving(), screen, texts);
        people("year.staying", changes.staying(), screen, texts);
        if (!changes.staff().isEmpty()) {
            screen.line("  "
                    + texts.say(
                            "year.staff",
                            changes.staff().size(),
                            changes.staff().stream()
                                    .map(each -> name(each.person()) + " (" + texts.name(each.role()) + ")")
                                    .collect(Collectors.joining(", "))));
        }
        List<PersonId> renamed = new ArrayList<>(changes.renamed());
        renamed.removeAll(changes.joining());
        people("year.renamed", renamed, screen, texts);
        YearChanges.Adopted adopted = changes.adopted();
        if (adopted != null) {
            screen.line("  "
                    + texts.say(
                            adopted.anew() ? "year.adopted" : "year.adopted-before",
                            adopted.framework(),
                            adopted.scale()));
        }
        if (!changes.planned().isEmpty()) {
            screen.line("  "
                    + texts.say(
                            "year.planned",
                            changes.planned().size(),
                            changes.planned().stream().map(ScenarioId::value).collect(Collectors.joining(", "))));
        }
        people("year.dossiers", changes.dossiers(), screen, texts);
        missing(screen, texts);
        if (dryRun && !changes.none()) {
            screen.blank();
            screen.line(texts.say("year.dry-run"));
        }
    }

    private void people(String key, List<PersonId> people, Screen screen, Texts texts) {
        if (people.isEmpty()) return;
        screen.line("  "
                + texts.say(key, people.size(), people.stream().map(this::name).collect(Collectors.joining(", "))));
    }

    private void missing(Screen screen, Texts texts) {
        screen.blank();
        screen.line(Words.bold(texts.say(changes.missing().isEmpty() ? "year.complete" : "year.missing")));
        for (Message each : changes.missing()) screen.line("  - " + each.in(texts.locale()));
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("cohort", changes.cohort());
        to.writeBooleanField("dryRun", dryRun);
        to.writeBooleanField("newCohort", changes.newCohort());
        ids("joining", changes.joining(), to);
        ids("leaving", changes.leaving(), to);
        ids("staying", changes.staying(), to);
        to.writeArrayFieldStart("staff");
        for (YearChanges.Appointed each : changes.staff()) {
            to.writeStartObject();
            to.writeStringField("person", each.person().value());
            to.writeStringField("role", each.role().name());
            to.writeEndObject();
        }
        to.writeEndArray();
        ids("renamed", changes.renamed(), to);
        YearChanges.Adopted adopted = changes.adopted();
        if (adopted == null) to.writeNullField("adopted");
        else {
            to.writeObjectFieldStart("adopted");
            to.writeStringField("framework", adopted.framework().toString());
            to.writeStringField("scale", adopted.scale());
            to.writeBooleanField("anew", adopted.anew());
            to.writeEndObject();
        }
        to.writeArrayFieldStart("planned");
        for (ScenarioId each : changes.planned()) to.writeString(each.value());
        to.writeEndArray();
        ids("dossiers", changes.dossiers(), to);
        to.writeArrayFieldStart("missing");
        for (Message each : changes.missing()) {
            to.writeStartObject();
            Json.message("text", each, to);
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private static void ids(String field, List<PersonId> people, JsonGenerator to) throws IOException {
        to.writeArrayFieldStart(field);
        for (PersonId each : people) to.writeString(each.value());
        to.writeEndArray();
    }
}
