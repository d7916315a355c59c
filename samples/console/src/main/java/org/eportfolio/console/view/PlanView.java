package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.Message;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.PlannedRecord;

/** What an erasure would do. */
public record PlanView(ErasurePlan plan, ZoneId zone, Texts texts) implements View {
    @Override
    public void print(Screen screen, Texts shown) {
        screen.heading(texts.say("privacy.plan.title", plan.person()));
        Map<String, Integer> counts = new TreeMap<>();
        for (PlannedRecord each : plan.records()) {
            counts.merge(
                    texts.name(each.outcome()) + "\t"
                            + Message.of("kind." + each.kind()).in(texts.locale()) + "\t"
                            + each.reason().in(texts.locale()),
                    1,
                    Integer::sum);
        }
        Table table = new Table(List.of(
                Words.bold(texts.say("privacy.plan.outcome")),
                Words.bold(texts.say("privacy.plan.kind")),
                Words.bold("n"),
                Words.bold(texts.say("privacy.plan.reason"))));
        counts.forEach((line, count) -> {
            String[] parts = line.split("\t");
            table.row(List.of(
                    Words.of(parts[0]), Words.of(parts[1]), Words.of(String.valueOf(count)), Words.of(parts[2])));
        });
        table.print(screen);
        screen.blank();
        plan.files().stream()
                .filter(each -> !each.removed())
                .forEach(each -> screen.line(
                        texts.say("privacy.plan.file-kept", each.content().sha256(), each.heldElsewhere())));
        plan.destruction().text(texts.locale(), zone).lines().forEach(screen::line);
        for (SealId seal : plan.undecided()) screen.line(texts.say("privacy.plan.seal", seal));
        if (plan.visaNeeded()) screen.line(texts.say("privacy.plan.visa"));
        screen.line(texts.say("privacy.plan.then", plan.person(), plan.records().size()));
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("person", plan.person().value());
        to.writeBooleanField("visaNeeded", plan.visaNeeded());
        to.writeNumberField("files", plan.destruction().files());
        to.writeNumberField("bytes", plan.destruction().bytes());
        to.writeArrayFieldStart("undecided");
        for (SealId seal : plan.undecided()) to.writeString(seal.toString());
        to.writeEndArray();
        to.writeArrayFieldStart("heldElsewhere");
        for (var each : plan.files())
            if (!each.removed()) to.writeString(each.content().sha256().toString());
        to.writeEndArray();
        to.writeArrayFieldStart("records");
        for (PlannedRecord each : plan.records()) {
            to.writeStartObject();
            to.writeStringField("scope", each.scope().toString());
            to.writeStringField("kind", each.kind());
            to.writeStringField("id", each.id().toString());
            to.writeStringField("outcome", each.outcome().name());
            to.writeStringField("reason", each.reason().in(texts.locale()));
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeEndObject();
    }
}
