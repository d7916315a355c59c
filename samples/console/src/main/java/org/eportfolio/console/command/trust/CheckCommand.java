package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.eportfolio.Message;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Watched;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.journal.Inspection;
import picocli.CommandLine.Command;

/** Looks through everything and names what is broken. */
@Command(name = "check")
public final class CheckCommand extends Action.InSchool {
    public CheckCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Inspection found;
        try (Watched watched = new Watched("check.bar", -1, session)) {
            found = desk.safekeeping().check();
            watched.done();
        }
        session.show(new Found(found, session.texts().locale()));
        if (!found.sound()) {
            int faults = found.storage().size()
                    + found.references().size()
                    + found.journal().faults().size();
            throw new Refusal(session.texts().count("check.unsound", faults));
        }
    }

    /** What the check found, below, in and between the records. */
    record Found(Inspection inspection, Locale locale) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            inspection.storage().forEach(each -> screen.line("  " + each.in(locale)));
            new JournalVerifyCommand.Found(inspection.journal(), locale).print(screen, texts);
            inspection.references().forEach(each -> screen.line("  " + each.in(locale)));
            if (inspection.sound()) screen.line(texts.say("check.sound"));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeBooleanField("sound", inspection.sound());
            list("storage", inspection.storage(), to);
            to.writeFieldName("journal");
            new JournalVerifyCommand.Found(inspection.journal(), locale).write(to);
            list("references", inspection.references(), to);
            to.writeEndObject();
        }

        private void list(String name, List<Message> messages, JsonGenerator to) throws IOException {
            to.writeArrayFieldStart(name);
            for (Message each : messages) to.writeString(each.in(locale));
            to.writeEndArray();
        }
    }
}
