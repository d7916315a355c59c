package org.eportfolio.console.command.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Watched;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the whole file while others work in it. */
@Command(name = "backup")
public final class BackupCommand extends Action.InSchool {
    @Parameters(paramLabel = "BACKUP")
    Path backup = Path.of("");

    public BackupCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) throws IOException {
        try (Watched watched = new Watched("backup.bar", -1, session)) {
            desk.safekeeping().backup(backup);
            watched.done();
        }
        session.show(new Done("backup.done", backup, Files.size(backup)));
    }

    /** A file that was made. */
    record Done(String text, Path file, long bytes) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(texts.say(text, file.toString(), bytes));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeStringField("file", file.toString());
            to.writeNumberField("bytes", bytes);
            to.writeEndObject();
        }
    }
}
