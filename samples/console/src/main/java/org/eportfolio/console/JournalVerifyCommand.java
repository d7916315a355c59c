package org.eportfolio.console;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.eportfolio.core.Desk;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks that everything still stands as it was written. */
@Command(name = "verify")
final class JournalVerifyCommand extends Action.InSchool {
    @Option(names = "--anchor", paramLabel = "ANCHOR")
    @Nullable
    String anchor;

    JournalVerifyCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    void act(School school, Desk desk) {
        Verification found;
        try (Watched watched = new Watched("check.bar", -1, console)) {
            found = anchor == null ? desk.journal().verify() : desk.journal().verify(Anchor.parse(anchor));
            watched.done();
        }
        console.show(new Found(found, console.texts().locale()));
        if (!found.sound()) {
            throw new Refusal(
                    console.texts().count("journal.unsound", found.faults().size()));
        }
    }

    /** What the verification found. */
    record Found(Verification verification, Locale locale) implements View {
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
