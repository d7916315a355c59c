package org.eportfolio.console.command.school;

import java.nio.file.Path;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.view.Result;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.roster.Absent;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Class lists. */
@Command(name = "roster", synopsisSubcommandLabel = "COMMAND")
public final class RosterCommands extends ConsoleCommand {
    private static final ImportReport.Count NONE = new ImportReport.Count(0, 0, 0, 0);

    public RosterCommands(Session session) {
        super(session);
    }

    /** Enrols everyone in a CSV file, or says what would change. */
    @Command(name = "import")
    int bringIn(
            @Parameters(paramLabel = "FILE.csv") Path file,
            @Option(names = "--skip-bad-lines") boolean skipBadLines,
            @Option(names = "--end-absent") boolean endAbsent,
            @Option(names = "--whole-school") boolean wholeSchool,
            @Option(names = "--year", paramLabel = "YEAR") @Nullable String year,
            @Option(names = "--dry-run") boolean dryRun)
            throws Exception {
        return show(lookup -> {
            ImportOptions options = new ImportOptions(
                    dryRun, skipBadLines, ImportOptions.ofDefaults().bounds());
            RosterCsv format = new RosterCsv(endAbsent ? Absent.LEAVE : Absent.STAY);
            if (wholeSchool) format = format.ofWholeSchool();
            if (year != null) format = format.ofYear(SchoolYear.of(year));
            ImportReport report;
            try (CancellableTask task = new CancellableTask("roster.bar", -1, session())) {
                report = format.read(lookup.desk(), file, options, task);
                task.done();
            }
            for (ImportReport.Remark each : report.remarks()) {
                session().screen().complaint(each.place() + " " + each.what().in(texts().locale()));
            }
            ImportReport.Count members = report.counts().getOrDefault("membership", NONE);
            ImportReport.Count staff = report.counts().getOrDefault("staff", NONE);
            return Result.of(
                    report,
                    say(
                            dryRun ? "roster.would" : "roster.done",
                            members.added() + staff.added(),
                            members.changed(),
                            members.same() + staff.same()));
        });
    }
}
