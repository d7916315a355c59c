package org.eportfolio.console.command.school;

import java.io.IOException;
import java.nio.file.Path;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Watched;
import org.eportfolio.console.school.School;
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
public final class RosterImportCommand extends Action.InSchool {
    private static final Count NONE = new Count(0, 0, 0, 0);

    @Parameters(paramLabel = "FILE.csv")
    Path file = Path.of("");

    @Option(names = "--skip-bad-lines")
    boolean skipBadLines;

    @Option(names = "--end-absent")
    boolean endAbsent;

    @Option(names = "--dry-run")
    boolean dryRun;

    public RosterImportCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void act(School school, Desk desk) throws IOException {
        ImportOptions ordinary = ImportOptions.ofDefaults();
        ImportOptions options = new ImportOptions(dryRun, skipBadLines, ordinary.bounds());
        ImportReport report;
        try (Watched watched = new Watched("roster.bar", -1, session)) {
            report = new RosterCsv(endAbsent ? Absent.LEAVE : Absent.STAY).read(desk, file, options, watched);
            watched.done();
        }
        for (ImportReport.Remark each : report.remarks()) {
            session.screen()
                    .complaint(
                            each.place() + " " + each.what().in(session.texts().locale()));
        }
        Count members = report.counts().getOrDefault("membership", NONE);
        Count staff = report.counts().getOrDefault("staff", NONE);
        String done = say(
                dryRun ? "roster.would" : "roster.done",
                members.added() + staff.added(),
                members.changed(),
                members.same() + staff.same());
        session.screen().line(done);
    }
}
