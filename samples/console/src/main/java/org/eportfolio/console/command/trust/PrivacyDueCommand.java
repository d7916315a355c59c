package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.privacy.RetentionDue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whose retention period is over. */
@Command(name = "due")
public final class PrivacyDueCommand extends Action.InSchool {
    private static final int MOST = 1_000;

    @Option(names = "--on", paramLabel = "DATE", converter = Days.class)
    @Nullable
    LocalDate on;

    public PrivacyDueCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        LocalDate day = on == null
                ? LocalDate.ofInstant(school.clock().instant(), school.clock().getZone())
                : on;
        session.show(new Queue(desk.privacy().due(day, MOST), day));
    }

    private record Queue(List<RetentionDue> due, LocalDate day) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            if (due.isEmpty()) screen.line(texts.say("privacy.due.none", day));
            for (RetentionDue each : due) {
                screen.line(texts.say(
                        "privacy.due",
                        each.person(),
                        each.dueOn(),
                        each.rule().id(),
                        each.rule().outcome()));
            }
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartArray();
            for (RetentionDue each : due) {
                to.writeStartObject();
                to.writeStringField("person", each.person().value());
                to.writeStringField("rule", each.rule().id());
                to.writeStringField("startedOn", each.startedOn().toString());
                to.writeStringField("dueOn", each.dueOn().toString());
                to.writeStringField("outcome", each.rule().outcome().name());
                to.writeEndObject();
            }
            to.writeEndArray();
        }
    }
}
