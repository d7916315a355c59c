package org.eportfolio.core.internal.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.MembershipId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.YearChanges.Appointed;

/** Who comes, who goes and who stays; done as it is found, in three readings and one for each group of staff. */
public record MembershipDifference(
        List<PersonId> joining,
        List<PersonId> leaving,
        Set<PersonId> staying,
        List<Appointed> staff,
        List<PersonId> renamed) {

    public static MembershipDifference of(NewYear year, CohortId cohort, Work work) {
        MembershipDifference difference = new MembershipDifference(
                new ArrayList<>(), new ArrayList<>(), new TreeSet<>(), new ArrayList<>(), new ArrayList<>());
        Map<PersonId, Period> learners = learners(year, work);
        difference.learners(learners, cohort, work);
        for (Members each : year.roster()) {
            if (each.role() != Role.LEARNER) difference.staff(each, learners.keySet(), cohort, work);
        }
        difference.names(year.names(), work);
        return difference;
    }

    private static Map<PersonId, Period> learners(NewYear year, Work work) {
        Map<PersonId, Period> learners = new TreeMap<>();
        for (Members each : year.roster()) {
            if (each.role() != Role.LEARNER) continue;
            Period period = DayBounds.period(each.from(), each.until(), work);
            each.people().forEach(person -> learners.putIfAbsent(person, period));
        }
        return learners;
    }

    private void learners(Map<PersonId, Period> wanted, CohortId cohort, Work work) {
        Set<PersonId> gone = new TreeSet<>();
        for (Membership each : work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort))) {
            if (!each.period().endsAfter(work.now())) continue;
            if (wanted.isEmpty() || wanted.containsKey(each.learner())) staying.add(each.learner());
            else {
                work.put(SchoolKinds.MEMBERSHIP, each.asEnded(work.now()));
                gone.add(each.learner());
            }
        }
        leaving.addAll(gone);
        wanted.forEach((learner, period) -> {
            if (staying.contains(PeopleOnly.require(learner))) return;
            work.put(
                    SchoolKinds.MEMBERSHIP,
                    new Membership(new MembershipId(work.newId()), cohort, learner, period, null));
            joining.add(learner);
        });
    }

    private void staff(Members members, Set<PersonId> learners, CohortId cohort, Work work) {
        Set<PersonId> both = new TreeSet<>(members.people());
        both.retainAll(learners);
        InvalidInputException.unless(both.isEmpty(), "roster", "year.learner-and-staff", both);
        Period period = DayBounds.period(members.from(), members.until(), work);
        Cohorts.grantStaff(cohort, members, period, work).stream()
                .sorted()
                .forEach(person -> staff.add(new Appointed(person, members.role())));
    }

    private void names(List<NewYear.Named> wanted, Work work) {
        Map<PersonId, KeptName> kept = new HashMap<>();
        work.whereAny(
                        SchoolKinds.PERSON,
                        wanted.stream()
                                .map(each -> SchoolKinds.namesOf(each.person()))
                                .collect(Collectors.toSet()))
                .forEach(each -> kept.put(each.id(), each));
        Map<PersonId, String> names = new TreeMap<>();
        Set<PersonId> twice = new HashSet<>();
        for (NewYear.Named each : wanted) {
            String before = names.putIfAbsent(each.person(), each.name());
            if (before != null && !before.equals(each.name())) twice.add(each.person());
        }
        InvalidInputException.unless(twice.isEmpty(), "names", "year.two-names", new TreeSet<>(twice));
        names.forEach((person, name) -> {
            KeptName before = kept.get(person);
            PersonName composed = PersonName.shown(name);
            if (before != null && before.personName().display().equals(composed.display())) return;
            work.put(SchoolKinds.PERSON, KeptName.of(before == null ? work.newId() : before.row(), person, composed));
            renamed.add(person);
        });
    }

    /** Who learns in the cohort once this is done. */
    public Set<PersonId> learners() {
        Set<PersonId> learners = new TreeSet<>(staying);
        learners.addAll(joining);
        return learners;
    }
}
