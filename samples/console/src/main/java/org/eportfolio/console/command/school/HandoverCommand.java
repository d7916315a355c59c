package org.eportfolio.console.command.school;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Handover;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A teacher of a cohort is replaced by another. */
@Command(name = "handover")
public final class HandoverCommand extends Action.InSchool {
    @Parameters(index = "0", paramLabel = "COHORT")
    String cohort = "";

    @Parameters(index = "1", paramLabel = "FROM")
    String from = "";

    @Parameters(index = "2", paramLabel = "TO")
    String to = "";

    @Option(names = "--on", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate on;

    @Option(names = "--preview")
    boolean preview;

    public HandoverCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        CohortId id = Finding.by(desk, school, session.texts()).cohort(cohort).id();
        LocalDate day = on == null
                ? LocalDate.ofInstant(school.clock().instant(), school.clock().getZone())
                : on;
        Handover handover = preview
                ? desk.handovers().preview(id, PersonId.of(from), PersonId.of(to), day)
                : desk.handovers().handOver(id, PersonId.of(from), PersonId.of(to), day);
        session.show(new Passed(handover, preview));
    }

    private record Passed(Handover handover, boolean preview) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(texts.say(
                    preview ? "handover.preview" : "handover.done", handover.from(), handover.to(), handover.on()));
            screen.line(texts.say(
                    "handover.open",
                    handover.interviews().size(),
                    handover.goals().size(),
                    handover.campaigns().size(),
                    handover.prompts().size()));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeBooleanField("preview", preview);
            to.writeStringField("from", handover.from().value());
            to.writeStringField("to", handover.to().value());
            to.writeStringField("on", handover.on().toString());
            ids("interviews", handover.interviews(), to);
            ids("goals", handover.goals(), to);
            ids("campaigns", handover.campaigns(), to);
            ids("prompts", handover.prompts(), to);
            to.writeEndObject();
        }

        private static void ids(String name, Iterable<?> ids, JsonGenerator to) throws IOException {
            to.writeArrayFieldStart(name);
            for (Object each : ids) to.writeString(each.toString());
            to.writeEndArray();
        }
    }
}
