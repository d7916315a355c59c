package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.ProgressListener;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;

/** What all rosters share: read, compared, brought in by one commit. Immutable and thread-safe. */
abstract class RosterFormat implements Importer {
    private final String format;
    private final Absent absent;

    RosterFormat(String format, Absent absent) {
        this.format = format;
        this.absent = absent;
    }

    @Override
    public final String format() {
        return format;
    }

    /** Reads the file; bad lines go to the findings. */
    abstract void lines(Path file, ImportOptions options, RosterLines lines, Findings findings) throws IOException;

    /**
     * Who is in which cohort, for a host that does something else with it than {@link #read}. Nothing is written.
     *
     * @throws InvalidInputException with the place of each bad line; {@code goodOnesOnly} leaves them out instead
     */
    public final List<Enrolment> enrolments(Path file, ImportOptions options) throws IOException {
        Findings findings = new Findings(String.valueOf(file.getFileName()), options);
        RosterLines lines = new RosterLines(findings);
        lines(file, options, lines, findings);
        findings.refuseBad();
        return List.copyOf(lines.all());
    }

    @Override
    public final ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        Findings findings = new Findings(String.valueOf(file.getFileName()), options);
        RosterLines lines = new RosterLines(findings);
        lines(file, options, lines, findings);
        findings.refuseBad();
        progress.at(0, lines.all().size());
        if (lines.all().isEmpty()) {
            ExchangeMessages.unless(findings.items() > 0, "file", "roster.empty");
            return findings.report(format);
        }
        Difference difference = Difference.of(lines.all(), absent, desk, findings);
        if (!options.dryRun()) difference.apply(desk);
        progress.at(lines.all().size(), lines.all().size());
        return findings.report(format);
    }
}
