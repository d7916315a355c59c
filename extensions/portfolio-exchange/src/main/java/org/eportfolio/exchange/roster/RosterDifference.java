package org.eportfolio.exchange.roster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.MembershipChange;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.Period;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;

/**
 * What a roster would change here: in people, names, roles, classes, days and school years. A dry run reports this value and
 * an import writes it, so the two cannot disagree. It deletes no person; it gives roles to staff and takes none away.
 * Immutable and thread-safe.
 */
public final class RosterDifference {
    private final List<RosterChange> changes;
    private final Steps steps;
    private final List<ImportReport.Remark> reading;
    private final ImportReport report;

    private RosterDifference(
            List<RosterChange> changes, Steps steps, List<ImportReport.Remark> reading, ImportReport report) {
        this.changes = Collections.unmodifiableList(changes);
        this.steps = steps;
        this.reading = reading;
        this.report = report;
    }

    /** @param findings of the file, which is read already */
    static RosterDifference of(
            RosterLines lines, RosterCoverage coverage, Absent absent, Desk desk, Findings findings, String format) {
        List<ImportReport.Remark> reading = findings.report(format).remarks();
        DifferenceDraft draft = new RosterComparison(lines, coverage, absent, desk).difference();
        draft.describe(findings);
        return new RosterDifference(draft.changes(), draft.steps(), reading, findings.report(format));
    }

    /** All changes, and what needs attention, in the order of the file; those of people who are not in it last. */
    public List<RosterChange> changes() {
        return changes;
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** How the file was read: what was assumed, columns that were not read, bad lines that were left out. */
    public List<ImportReport.Remark> readingRemarks() {
        return reading;
    }

    /** What an import of the file reports, as {@link org.eportfolio.exchange.Importer#read} gives it back. */
    public ImportReport report() {
        return report;
    }

    /**
     * Writes all changes in one commit, and nothing else.
     *
     * @throws org.eportfolio.ConflictException if a membership is another by now; nothing is written then
     */
    public void apply(Desk desk) {
        if (isEmpty()) return;
        desk.together(joined -> {
            steps.years().forEach(joined.cohorts()::stateYear);
            steps.joining().forEach((target, groups) -> join(target, groups, joined));
            if (!steps.periods().isEmpty()) joined.cohorts().reschedule(changed(steps.periods()));
            // Behind the periods: a membership that changed meanwhile would be another than the one that was compared.
            steps.majorities()
                    .forEach((cohort, days) -> days.forEach((day, learners) -> joined.cohorts()
                            .enrol(
                                    cohort,
                                    Members.of(Role.LEARNER, List.copyOf(learners))
                                            .comingOfAgeOn(day))));
            if (!steps.names().isEmpty()) joined.people().nameInParts(NamedPerson.all(steps.names()));
            if (!steps.externalIds().isEmpty()) joined.people().setExternalIds(identified(steps.externalIds()));
            steps.grants().forEach(joined.grants()::give);
            return true;
        });
    }

    private static IdentifiedPerson[] identified(Map<PersonId, Set<ExternalId>> ids) {
        return ids.entrySet().stream()
                .map(each -> new IdentifiedPerson(each.getKey(), List.copyOf(each.getValue())))
                .toArray(IdentifiedPerson[]::new);
    }

    private static MembershipChange[] changed(Map<Membership, Period> periods) {
        return periods.entrySet().stream()
                .map(each -> new MembershipChange(each.getKey(), each.getValue()))
                .toArray(MembershipChange[]::new);
    }

    private static void join(ClassTarget target, Map<Steps.Group, Set<PersonId>> groups, Desk joined) {
        List<Members> members = new ArrayList<>();
        groups.forEach((group, people) -> members.add(
                new Members(group.role(), List.copyOf(people), group.from(), group.until(), group.majority())));
        Members[] all = members.toArray(Members[]::new);
        Cohort cohort = target.cohort();
        SchoolYear year = target.named().year();
        if (cohort != null) joined.cohorts().enrol(cohort.id(), all);
        else if (year != null) joined.cohorts().enrol(target.named().name(), year, all);
        else joined.cohorts().enrol(target.named().name(), all);
    }
}
