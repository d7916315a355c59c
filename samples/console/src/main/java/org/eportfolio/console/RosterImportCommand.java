package org.eportfolio.console;

import java.io.IOException;
import java.nio.file.Path;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.roster.Absent;
import org.eportfolio.exchange.roster.RosterCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enrols everybody of a CSV file, or tells what would change. */
@Command(name = "import")
final class RosterImportCommand extends Action.InSchool {
    private static final Count NONE = new Count(0, 0, 0, 0);

    @Parameters(paramLabel = "FILE.csv")
    Path file = Path.of("");

    @Option(names = "--skip-bad-lines")
    boolean skipBadLines;

    @Option(names = "--end-absent")
    boolean endAbsent;

    @Option(names = "--dry-run")
    boolean dryRun;

    RosterImportCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return false;
    }

    @Override
    void act(School school, Desk desk) throws IOException {
        ImportOptions ordinary = ImportOptions.ofDefaults();
        ImportOptions options = new ImportOptions(dryRun, skipBadLines, ordinary.bounds());
        ImportReport report;
        try (Watched watched = new Watched("roster.bar", -1, console)) {
            report = new RosterCsv(endAbsent ? Absent.LEAVE : Absent.STAY).read(desk, file, options, watched);
            watched.done();
        }
        for (ImportReport.Remark each : report.remarks()) {
            console.screen()
                    .complaint(
                            each.place() + " " + each.what().in(console.texts().locale()));
        }
        Count members = report.counts().getOrDefault("membership", NONE);
        Count staff = report.counts().getOrDefault("staff", NONE);
        String done = say(
                dryRun ? "roster.would" : "roster.done",
                members.added() + staff.added(),
                members.changed(),
                members.same() + staff.same());
        console.screen().line(done);
    }
}
