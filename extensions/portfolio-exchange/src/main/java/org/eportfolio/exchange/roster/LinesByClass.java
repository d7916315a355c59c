package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a roster, by class. If several lines put one person into one class in one role, a line that holds today or
 * later counts rather than one that is over.
 */
final class LinesByClass {
    private record PersonInRole(PersonId person, Role role) {}

    private final KnownClasses known;
    private final LocalDate today;
    private final Map<ClassTarget, Map<PersonInRole, Enrolment>> classes = new LinkedHashMap<>();
    private final Map<PersonId, Set<ClassTarget>> currentClasses = new HashMap<>();
    private final Map<CohortId, Set<PersonId>> learners = new HashMap<>();

    LinesByClass(List<Enrolment> lines, KnownClasses known, LocalDate today) {
        this.known = known;
        this.today = today;
        Map<String, Set<SchoolYear>> years = years(lines);
        Map<RosterClass, ClassTarget> targets = new HashMap<>();
        for (Enrolment each : lines) {
            add(each, targets.computeIfAbsent(each.inClass(), named -> target(named, years)));
        }
    }

    private static Map<String, Set<SchoolYear>> years(List<Enrolment> lines) {
        Map<String, Set<SchoolYear>> years = new HashMap<>();
        for (Enrolment each : lines) {
            if (each.year() == null) continue;
            years.computeIfAbsent(each.cohort(), name -> new TreeSet<>()).add(each.year());
        }
        return years;
    }

    /** A line without a school year is of the year that other lines state for this name, if they state only one. */
    private ClassTarget target(RosterClass inLine, Map<String, Set<SchoolYear>> years) {
        Set<SchoolYear> stated = years.getOrDefault(inLine.name(), Set.of());
        RosterClass named = inLine.year() == null && stated.size() == 1
                ? new RosterClass(inLine.name(), stated.iterator().next())
                : inLine;
        Cohort cohort = known.find(named);
        if (cohort == null) return new ClassTarget(known.toMake(named), null);
        return new ClassTarget(new RosterClass(cohort.name(), named.year()), cohort);
    }

    private void add(Enrolment line, ClassTarget target) {
        classes.computeIfAbsent(target, key -> new LinkedHashMap<>())
                .merge(new PersonInRole(line.person(), line.role()), line, this::theOneThatHolds);
        boolean learner = line.role() == Role.LEARNER;
        Cohort cohort = target.cohort();
        if (cohort != null) {
            Set<PersonId> there = learners.computeIfAbsent(cohort.id(), id -> new HashSet<>());
            if (learner) there.add(line.person());
        }
        if (learner && line.isCurrentOn(today)) {
            currentClasses
                    .computeIfAbsent(line.person(), person -> new LinkedHashSet<>())
                    .add(target);
        }
    }

    private Enrolment theOneThatHolds(Enrolment one, Enrolment other) {
        return !one.isCurrentOn(today) && other.isCurrentOn(today) ? other : one;
    }

    void forEach(BiConsumer<ClassTarget, Collection<Enrolment>> action) {
        classes.forEach((target, lines) -> action.accept(target, lines.values()));
    }

    Set<ClassTarget> classes() {
        return classes.keySet();
    }

    /** The classes in which a learner is on this day, or will be. */
    Set<ClassTarget> currentClasses(PersonId learner) {
        return currentClasses.getOrDefault(learner, Set.of());
    }

    /** A learner's line in this class. */
    @Nullable
    Enrolment line(ClassTarget target, PersonId learner) {
        return classes.getOrDefault(target, Map.of()).get(new PersonInRole(learner, Role.LEARNER));
    }

    boolean names(Cohort cohort) {
        return learners.containsKey(cohort.id());
    }

    /** The learners with a line in this cohort, also one that is over. */
    Set<PersonId> learners(Cohort cohort) {
        return learners.getOrDefault(cohort.id(), Set.of());
    }
}
