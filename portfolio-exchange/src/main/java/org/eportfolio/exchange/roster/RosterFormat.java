package org.eportfolio.exchange.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.Progress;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;
import org.eportfolio.year.NewYear;
import org.jspecify.annotations.Nullable;

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
     * The people of one cohort of a file, with their days and names, for the beginning of its year; lines of other cohorts
     * and those whose last day is past are passed over. Nothing is written: give it to {@code desk.year().preview(…)}. One bad line refuses the file, since
     * whoever stands in it would leave.
     *
     * @param desk whose clock tells the day
     * @throws InvalidInputException also when the file says nothing of this cohort
     */
    public final NewYear year(Desk desk, String cohort, Path file, Bounds bounds) throws IOException {
        ImportOptions options = ImportOptions.ofDefaults().within(bounds);
        Findings findings = new Findings(String.valueOf(file.getFileName()), options);
        RosterLines lines = new RosterLines(findings);
        lines(file, options, lines, findings);
        findings.refuseBad();
        record Group(
                Role role,
                @Nullable LocalDate from,
                @Nullable LocalDate until) {}
        Map<Group, List<PersonId>> groups = new LinkedHashMap<>();
        Map<PersonId, String> names = new LinkedHashMap<>();
        Set<String> others = new TreeSet<>();
        LocalDate today = LocalDate.now(desk.clock());
        for (Enrolment each : lines.all()) {
            others.add(each.cohort());
            boolean over = each.until() != null && each.until().isBefore(today);
            if (over || !each.cohort().equals(cohort)) continue;
            groups.computeIfAbsent(new Group(each.role(), each.from(), each.until()), group -> new ArrayList<>())
                    .add(each.person());
            names.put(each.person(), each.name());
        }
        InvalidInputException.unless(!groups.isEmpty(), "file", "roster.no-cohort", cohort, others);
        List<Members> members = new ArrayList<>();
        groups.forEach((group, people) -> members.add(new Members(group.role(), people, group.from(), group.until())));
        return NewYear.of(cohort).with(members.toArray(Members[]::new)).naming(names);
    }

    @Override
    public final ImportReport read(Desk desk, Path file, ImportOptions options, Progress progress) throws IOException {
        Findings findings = new Findings(String.valueOf(file.getFileName()), options);
        RosterLines lines = new RosterLines(findings);
        lines(file, options, lines, findings);
        findings.refuseBad();
        progress.at(0, lines.all().size());
        if (lines.all().isEmpty()) {
            InvalidInputException.unless(findings.items() > 0, "file", "roster.empty");
            return findings.report(format);
        }
        Difference difference = Difference.of(lines.all(), absent, desk, findings);
        if (!options.dryRun()) difference.apply(desk);
        progress.at(lines.all().size(), lines.all().size());
        return findings.report(format);
    }
}
