package org.eportfolio.console;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.eportfolio.Message;
import org.eportfolio.core.Desk;
import org.eportfolio.journal.Inspection;
import picocli.CommandLine.Command;

/** Looks through everything and names what is broken. */
@Command(name = "check")
final class CheckCommand extends Action.InSchool {
    CheckCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    void act(School school, Desk desk) {
        Inspection found;
        try (Watched watched = new Watched("check.bar", -1, console)) {
            found = desk.safekeeping().check();
            watched.done();
        }
        console.show(new Found(found, console.texts().locale()));
        if (!found.sound()) {
            int faults = found.storage().size()
                    + found.references().size()
                    + found.journal().faults().size();
            throw new Refusal(console.texts().count("check.unsound", faults));
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
