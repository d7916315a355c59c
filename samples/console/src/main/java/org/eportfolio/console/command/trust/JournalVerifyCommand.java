package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Watched;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks that everything still stands as it was written. */
@Command(name = "verify")
public final class JournalVerifyCommand extends Action.InSchool {
    @Option(names = "--anchor", paramLabel = "ANCHOR")
    @Nullable
    String anchor;

    public JournalVerifyCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Verification found;
        try (Watched watched = new Watched("check.bar", -1, session)) {
            found = anchor == null ? desk.journal().verify() : desk.journal().verify(Anchor.parse(anchor));
            watched.done();
        }
        session.show(new Found(found, session.texts().locale()));
        if (!found.sound()) {
            throw new Refusal(
                    session.texts().count("journal.unsound", found.faults().size()));
        }
    }

    /** What the verification found. */
    public record Found(Verification verification, Locale locale) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(texts.say(
                    "journal.checked", verification.scopes(), verification.entries(), verification.records()));
            if (verification.sound()) screen.line(texts.say("journal.sound"));
            verification.faults().forEach(fault -> screen.line("  " + fault.in(locale)));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeBooleanField("sound", verification.sound());
            to.writeNumberField("chains", verification.scopes());
            to.writeNumberField("entries", verification.entries());
            to.writeNumberField("records", verification.records());
            to.writeArrayFieldStart("faults");
            for (Verification.Fault fault : verification.faults()) {
                to.writeStartObject();
                to.writeStringField("scope", fault.scope().toString());
                to.writeNumberField("entry", fault.number());
                to.writeStringField("what", fault.in(locale));
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }
}
