package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** What all rosters share: read, compared, brought in by one commit. Immutable and thread-safe. */
public abstract sealed class RosterFormat implements Importer permits RosterCsv, SiecleXml, OneRosterZip, AafXml {
    private final String format;
    private final Absent absent;
    private final RosterCoverage coverage;

    RosterFormat(String format, Absent absent, RosterCoverage coverage) {
        this.format = format;
        this.absent = absent;
        this.coverage = coverage;
    }

    @Override
    public final String format() {
        return format;
    }

    final Absent absent() {
        return absent;
    }

    final RosterCoverage coverage() {
        return coverage;
    }

    /** Reads the file; bad lines go to the findings. */
    abstract void lines(Path file, ImportOptions options, RosterLines lines, Findings findings) throws IOException;

    /**
     * Who is in which cohort, for a host that does something else with it than {@link #read}; without what the file says
     * is to be deleted. Nothing is written.
     *
     * @throws InvalidInputException with the place of each bad line; {@code goodOnesOnly} leaves them out instead
     */
    public final List<Enrolment> enrolments(Path file, ImportOptions options) throws IOException {
        return reading(file, options).enrolments();
    }

    /**
     * The same with what is to be said of how the file was read. Nothing is written.
     *
     * @throws InvalidInputException with the place of each bad line; {@code goodOnesOnly} leaves them out instead
     */
    public final RosterReading reading(Path file, ImportOptions options) throws IOException {
        Findings findings = findings(file, options);
        return reading(whole(file, options, findings), findings);
    }

    /**
     * The same, after the school has looked up the ids of other systems, as {@link #difference(Desk, Path, ImportOptions)} does: a
     * line is about the person who has the id here. Nothing is written: an id that no person has yet is not kept.
     *
     * @throws InvalidInputException with the place of each bad line, among them those that do not say who is meant;
     *     {@code goodOnesOnly} leaves them out instead
     */
    public final RosterReading reading(Desk desk, Path file, ImportOptions options) throws IOException {
        Findings findings = findings(file, options);
        RosterLines lines = whole(file, options, findings);
        RecognisedPeople.recognise(lines, desk, findings);
        return reading(lines, findings);
    }

    private RosterLines whole(Path file, ImportOptions options, Findings findings) throws IOException {
        RosterLines lines = lines(file, options, findings, null);
        ExchangeMessages.unless(!lines.changesOnly(), "file", "aaf.delta-alone");
        return lines;
    }

    private RosterReading reading(RosterLines lines, Findings findings) {
        List<Enrolment> all =
                lines.all().stream().filter(each -> !each.deleted()).toList();
        return new RosterReading(all, findings.report(format).remarks());
    }

    /**
     * What the file would change, and what {@link RosterDifference#apply} then does. Nothing is written.
     *
     * @throws InvalidInputException with the place of each bad line; {@code goodOnesOnly} leaves them out instead, but a
     *     file that names no person is refused
     */
    public final RosterDifference difference(Desk desk, Path file, ImportOptions options) throws IOException {
        return difference(desk, file, options, ProgressListener.NONE);
    }

    private RosterDifference difference(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        Findings findings = findings(file, options);
        SchoolYear yearNow = SchoolYear.of(RosterClock.of(desk.clock()).today());
        RosterLines lines = lines(file, options, findings, yearNow);
        progress.at(0, lines.size());
        if (lines.size() == 0) {
            ExchangeMessages.unless(findings.items() > 0, "file", "roster.empty");
            findings.refuseAllBad();
        }
        RosterCoverage covered = lines.changesOnly() ? RosterCoverage.CHANGES : coverage;
        RecognisedPeople.recognise(lines, desk, findings);
        return RosterDifference.of(lines, covered, absent, desk, findings, format);
    }

    @Override
    public final ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        RosterDifference difference = difference(desk, file, options, progress);
        if (!options.dryRun()) difference.apply(desk);
        progress.at(1, 1);
        return difference.report();
    }

    private RosterLines lines(Path file, ImportOptions options, Findings findings, @Nullable SchoolYear yearNow)
            throws IOException {
        RosterLines lines = new RosterLines(findings, yearNow);
        lines(file, options, lines, findings);
        findings.refuseBad();
        return lines;
    }

    private static Findings findings(Path file, ImportOptions options) {
        return new Findings(String.valueOf(file.getFileName()), options);
    }
}
