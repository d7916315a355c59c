package org.eportfolio.core.internal.school;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Members;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.spi.Key;
import org.jspecify.annotations.Nullable;

/** Cohorts and their staff, as rows of the organisation. */
public final class Cohorts {
    private static final Set<Role> STAFF = EnumSet.of(Role.TEACHER, Role.LEAD_TEACHER, Role.TUTOR);

    private static final Comparator<Cohort> BY_YEAR =
            Comparator.comparing(Cohort::schoolYear, Comparator.nullsFirst(Comparator.<SchoolYear>naturalOrder()));

    private Cohorts() {}

    /** The cohort of this name; of several, the one of the latest school year. */
    public static Optional<Cohort> named(String name, Work work) {
        return allNamed(name, work).stream().max(BY_YEAR);
    }

    /** The cohort of this name in this school year. */
    public static Optional<Cohort> named(String name, SchoolYear year, Work work) {
        return allNamed(name, work).stream()
                .filter(each -> year.equals(each.schoolYear()))
                .findFirst();
    }

    /**
     * The cohort of this name in this school year; or else one without a year that has no members or whose first member
     * joined in that year, which is of that year from now on.
     */
    public static Optional<Cohort> ofYear(String name, SchoolYear year, Work work) {
        Optional<Cohort> stated = named(name, year, work);
        if (stated.isPresent()) return stated;
        Optional<Cohort> without = allNamed(name, work).stream()
                .filter(each -> each.schoolYear() == null && beganIn(year, each, work))
                .findFirst();
        without.ifPresent(each -> work.put(SchoolKinds.COHORT, each.in(year)));
        return without;
    }

    private static boolean beganIn(SchoolYear year, Cohort cohort, Work work) {
        return work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort.id())).stream()
                .map(each -> each.period().from())
                .min(Comparator.naturalOrder())
                .map(first -> year.equals(SchoolYear.of(LocalDate.ofInstant(first, work.zone()))))
                .orElse(true);
    }

    /** Refuses a name that another cohort of the same school year has. */
    public static void requireFree(Cohort named, Work work) {
        boolean taken = allNamed(named.name(), work).stream()
                .anyMatch(
                        each -> !each.id().equals(named.id()) && Objects.equals(each.schoolYear(), named.schoolYear()));
        if (!taken) return;
        SchoolYear year = named.schoolYear();
        throw year == null
                ? ConflictException.state("cohort.name-taken", named.name())
                : ConflictException.state("cohort.year-taken", named.name(), year);
    }

    private static List<Cohort> allNamed(String name, Work work) {
        String composed = composed(name);
        return composed.equals(name)
                ? work.where(SchoolKinds.COHORT, SchoolKinds.cohortNamed(name))
                : work.whereAny(
                        SchoolKinds.COHORT, List.of(SchoolKinds.cohortNamed(composed), SchoolKinds.cohortNamed(name)));
    }

    /** The name as it is kept, in Unicode's composed form. */
    public static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Its name is kept in Unicode's composed form (NFC). */
    public static CohortId create(String name, @Nullable SchoolYear year, Work work) {
        Cohort cohort = new Cohort(new CohortId(work.newId()), composed(name), year);
        work.put(SchoolKinds.COHORT, cohort);
        return cohort.id();
    }

    /** Gives those of the staff who do not have it their role over the cohort; these it gives back. */
    public static List<PersonId> grantStaff(CohortId cohort, Members staff, Period period, Work work) {
        InvalidInputException.unless(STAFF.contains(staff.role()), "members", "members.role", staff.role(), STAFF);
        List<Key> keys = staff.people().stream().map(SchoolKinds::grantsOf).toList();
        Set<PersonId> granted = work.whereAny(SchoolKinds.GRANT, keys).stream()
                .filter(each -> each.role() == staff.role())
                .filter(each -> each.reach().equals(new Reach.OfCohort(cohort)))
                .filter(each -> each.period().endsAfter(work.now()))
                .map(Grant::holder)
                .collect(Collectors.toCollection(HashSet::new));
        List<PersonId> given = new ArrayList<>();
        for (PersonId person : staff.people()) {
            if (!granted.add(PeopleOnly.require(person))) continue;
            work.put(
                    SchoolKinds.GRANT,
                    new Grant(new GrantId(work.newId()), person, staff.role(), new Reach.OfCohort(cohort), period));
            given.add(person);
        }
        return given;
    }
}
