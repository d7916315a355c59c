package org.eportfolio.console;

import java.io.IOException;
import java.nio.file.Path;
import org.eportfolio.core.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enrols everybody of a CSV file. */
@Command(name = "import")
final class RosterImportCommand extends Action.InSchool {
    @Parameters(paramLabel = "FILE.csv")
    Path file = Path.of("");

    @Option(names = "--skip-bad-lines")
    boolean skipBadLines;

    RosterImportCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return false;
    }

    @Override
    void act(School school, Desk desk) throws IOException {
        Roster roster = RosterFile.read(file, console.texts());
        if (!roster.bad().isEmpty() && !skipBadLines) {
            Roster.Bad first = roster.bad().get(0);
            throw new Refusal(
                    console.texts().count("roster.refused", roster.bad().size(), first.number(), first.reason()));
        }
        for (Roster.Bad line : roster.bad()) {
            console.screen().complaint(say("roster.skipped", line.number(), line.reason()));
        }
        if (!roster.lines().isEmpty()) {
            try (Bar bar = new Bar(say("roster.bar"), roster.lines().size(), console.screen())) {
                roster.enrol(desk, bar);
            }
        }
        console.screen()
                .line(console.texts().count("roster.done", roster.lines().size(), String.join(", ", roster.cohorts())));
    }
}
