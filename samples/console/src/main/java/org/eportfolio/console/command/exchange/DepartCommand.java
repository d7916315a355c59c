package org.eportfolio.console.command.exchange;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.DepartureDesk;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A learner leaves with a package, which is read back before their dossiers close. */
@Command(name = "depart")
public final class DepartCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LEARNER")
    String learner = "";

    @Parameters(index = "1", paramLabel = "FILE.zip")
    Path file = Path.of("");

    @Option(names = "--until", paramLabel = "DATE", required = true)
    LocalDate until = LocalDate.EPOCH;

    public DepartCommand(Session session) {
        super(session);
    }

    /** What {@code --json} writes. */
    public record Departed(Path file, Departure departure) {}

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            PersonId id = PersonId.of(learner);
            lookup.dossiers(learner);
            DepartureDesk desk = lookup.desk().departures();
            NewFile.write(file, out -> desk.pack(id, texts().locale(), out));
            try (InputStream in = Files.newInputStream(file)) {
                desk.verify(id, in);
            }
            Departure departure = desk.close(id, until);
            return Result.of(
                    new Departed(file, departure),
                    say(
                            "depart.done",
                            departure.learner(),
                            file,
                            departure.packed().size(),
                            Objects.requireNonNull(departure.readableUntil())));
        });
    }
}
