package org.eportfolio.exchange.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.MembershipChange;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.Period;
import org.eportfolio.school.SchoolYear;

/**
 * What a roster would change here: in people, names, roles, classes, days and school years. A dry run reports this value and
 * an import writes it, so the two cannot disagree. It deletes no person; it gives roles to staff and takes none away.
 * Immutable and thread-safe.
 */
public final class RosterDifference {
    private static final List<String> COUNTED =
            List.of(DifferenceDraft.COHORT, DifferenceDraft.MEMBERSHIP, DifferenceDraft.STAFF, DifferenceDraft.PERSON);

    private final List<RosterChange> changes;
    private final List<RosterChange> remarks;
    private final Map<String, Count> counts;
    private final Steps steps;

    RosterDifference(List<RosterChange> changes, List<RosterChange> remarks, Map<String, Count> counts, Steps steps) {
        this.changes = List.copyOf(changes);
        this.remarks = List.copyOf(remarks);
        this.counts = Map.copyOf(counts);
        this.steps = steps;
    }

    static RosterDifference of(RosterLines lines, RosterCoverage coverage, Absent absent, Desk desk) {
        return new RosterComparison(lines, coverage, absent, desk).difference();
    }

    /** All changes, and what needs attention, in the order of the file; those of people who are not in it last. */
    public List<RosterChange> changes() {
        return changes;
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Adds it to what an import reports; who joins a new class and who gets a first name is only counted. */
    void describe(Findings findings) {
        remarks.forEach(each -> findings.remark(each.place(), each.what()));
        for (String kind : COUNTED) {
            Count count = counts.get(kind);
            if (count == null) continue;
            findings.added(kind, count.added());
            findings.changed(kind, count.changed());
            findings.same(kind, count.same());
            findings.leftOut(kind, count.leftOut());
        }
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
            if (!steps.names().isEmpty()) joined.people().nameInParts(NamedPerson.all(steps.names()));
            return true;
        });
    }

    private static MembershipChange[] changed(Map<Membership, Period> periods) {
        return periods.entrySet().stream()
                .map(each -> new MembershipChange(each.getKey(), each.getValue()))
                .toArray(MembershipChange[]::new);
    }

    private static void join(Target target, Map<Steps.Group, Set<PersonId>> groups, Desk joined) {
        List<Members> members = new ArrayList<>();
        groups.forEach((group, people) ->
                members.add(new Members(group.role(), List.copyOf(people), group.from(), group.until(), null)));
        Members[] all = members.toArray(Members[]::new);
        Cohort cohort = target.cohort();
        SchoolYear year = target.named().year();
        if (cohort != null) joined.cohorts().enrol(cohort.id(), all);
        else if (year != null) joined.cohorts().enrol(target.named().name(), year, all);
        else joined.cohorts().enrol(target.named().name(), all);
    }
}
