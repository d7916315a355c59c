package org.eportfolio.console.command.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A learner leaves with a package, which is read back before their dossiers close. */
@Command(name = "depart")
public final class DepartCommand extends Action.InSchool {
    @Parameters(index = "0", paramLabel = "LEARNER")
    String learner = "";

    @Parameters(index = "1", paramLabel = "FILE.zip")
    Path file = Path.of("");

    @Option(names = "--until", paramLabel = "DATE", converter = Days.class, required = true)
    LocalDate until = LocalDate.EPOCH;

    public DepartCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) throws IOException {
        PersonId id = PersonId.of(learner);
        Finding.by(desk, school, session.texts()).dossiers(learner);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            desk.departures().pack(id, session.texts().locale(), out);
        }
        try (InputStream in = Files.newInputStream(file)) {
            desk.departures().verify(id, in);
        }
        session.show(new Closed(desk.departures().close(id, until), file));
    }

    private record Closed(Departure departure, Path file) implements View {
        @Override
        public void print(Screen screen, Texts texts) {
            screen.line(texts.say(
                    "depart.done",
                    departure.learner(),
                    file,
                    departure.packed().size(),
                    Objects.requireNonNull(departure.readableUntil())));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeStringField("learner", departure.learner().value());
            to.writeStringField("file", file.toString());
            to.writeStringField("sha256", departure.packed().sha256().toString());
            to.writeNumberField("bytes", departure.packed().size());
            to.writeStringField("readableUntil", String.valueOf(departure.readableUntil()));
            to.writeEndObject();
        }
    }
}
