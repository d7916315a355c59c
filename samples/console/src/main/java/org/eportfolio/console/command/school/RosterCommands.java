package org.eportfolio.console.command.school;

import java.nio.file.Path;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.view.RosterView;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.roster.AafXml;
import org.eportfolio.exchange.roster.Absent;
import org.eportfolio.exchange.roster.ExternalIdentity;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.exchange.roster.RosterDifference;
import org.eportfolio.exchange.roster.RosterFormat;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Class lists. */
@Command(name = "roster", synopsisSubcommandLabel = "COMMAND")
public final class RosterCommands extends ConsoleCommand {
    public RosterCommands(Session session) {
        super(session);
    }

    /** Which school of an académie's directory is meant, the only one if nothing is said; and by whose ids people are known. */
    static final class DirectorySchool {
        @Option(names = "--school", paramLabel = "UAI")
        @Nullable
        String uai;

        @Option(names = "--structure", paramLabel = "KEY")
        @Nullable
        String structure;

        @Option(names = "--issuer", paramLabel = "NAME")
        @Nullable
        String issuer;

        AafXml of(Absent absent) {
            AafXml aaf = new AafXml(absent, ExternalIdentity::toString);
            if (uai != null) aaf = aaf.ofSchool(uai);
            return structure == null ? aaf : aaf.ofStructure(structure);
        }
    }

    /** Enrols everyone in a class list, and shows the difference that it made, or would make. */
    @Command(name = "import")
    int bringIn(
            @Parameters(paramLabel = "ROSTER") Path file,
            @Option(names = "--format", paramLabel = "FORMAT") @Nullable String format,
            @Option(names = "--skip-bad-lines") boolean skipBadLines,
            @Option(names = "--end-absent") boolean endAbsent,
            @Option(names = "--whole-school") boolean wholeSchool,
            @Option(names = "--year", paramLabel = "YEAR") @Nullable String year,
            @Mixin DirectorySchool school,
            @Option(names = "--dry-run") boolean dryRun)
            throws Exception {
        return show(lookup -> {
            ImportOptions options = new ImportOptions(
                    dryRun, skipBadLines, ImportOptions.ofDefaults().bounds());
            Absent absent = endAbsent ? Absent.LEAVE : Absent.STAY;
            RosterCsv csv = new RosterCsv(absent);
            if (wholeSchool) csv = csv.ofWholeSchool();
            AafXml aaf = school.of(absent);
            if (year != null) csv = csv.ofYear(SchoolYear.of(year));
            if (year != null) aaf = aaf.ofYear(SchoolYear.of(year));
            RosterFormat found = new RosterFile(file, format).as(csv, aaf, absent, school.issuer);
            if (school.issuer != null && found == csv) throw wrongUsage(say("wrong.roster-issuer"));
            if (year != null && found != csv && !(found instanceof AafXml)) throw wrongUsage(say("wrong.roster-year"));
            RosterDifference difference;
            try (CancellableTask task = new CancellableTask("roster.bar", -1, session())) {
                difference = found.difference(lookup.desk(), file, options);
                if (!dryRun) difference.apply(lookup.desk());
                task.done();
            }
            RosterFile.said(difference.readingRemarks(), texts().locale())
                    .forEach(session().screen()::complaint);
            return new RosterView(file, difference);
        });
    }
}
