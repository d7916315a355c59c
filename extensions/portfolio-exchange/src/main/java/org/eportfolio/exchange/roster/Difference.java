package org.eportfolio.exchange.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.AllPages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/** What a roster would change: joins, absences, other names. Staff only ever join: a roster takes no role from anyone. */
final class Difference {
    private static final int PAGE = 1_000;

    private record Group(
            Role role, @Nullable LocalDate from, @Nullable LocalDate until) {}

    private final Absent absent;
    private final Map<String, Map<Group, Set<PersonId>>> joins = new LinkedHashMap<>();
    private final Map<CohortId, List<PersonId>> leavers = new LinkedHashMap<>();
    private final Map<PersonId, String> names = new LinkedHashMap<>();

    private Difference(Absent absent) {
        this.absent = absent;
    }

    /** Compares the roster with what is there, and adds the difference to the findings. */
    static Difference of(List<Enrolment> lines, Absent absent, Desk desk, Findings findings) {
        Difference difference = new Difference(absent);
        Map<String, Cohort> known =
                AllPages.of(desk.cohorts()::list).stream().collect(Collectors.toMap(Cohort::name, each -> each));
        Map<String, List<Enrolment>> cohorts = new LinkedHashMap<>();
        Instant now = desk.clock().instant();
        LocalDate today = LocalDate.ofInstant(now, desk.clock().getZone());
        for (Enrolment each : lines) {
            if (each.until() != null && each.until().isBefore(today)) {
                findings.remark(each.place(), "roster.over", each.name(), each.cohort(), each.until());
            } else {
                cohorts.computeIfAbsent(each.cohort(), name -> new ArrayList<>())
                        .add(each);
            }
        }
        Set<Staff> staff = staff(lines, desk, now);
        cohorts.forEach((name, enrolments) -> {
            Cohort cohort = known.get(name);
            Set<PersonId> current = cohort == null ? Set.of() : members(cohort.id(), desk, now);
            if (cohort == null) findings.added("cohort", 1);
            else findings.same("cohort", 1);
            difference.joins(name, cohort, enrolments, current, staff, findings);
            if (cohort != null) difference.absences(cohort, enrolments, current, desk, findings);
        });
        difference.names(lines, desk, findings);
        return difference;
    }

    private record Staff(PersonId person, Role role, Reach reach) {}

    private static Set<Staff> staff(List<Enrolment> lines, Desk desk, Instant now) {
        Set<PersonId> people = lines.stream()
                .filter(each -> each.role() != Role.LEARNER)
                .map(Enrolment::person)
                .collect(Collectors.toSet());
        if (people.isEmpty()) return Set.of();
        return desk.grants().of(people).stream()
                .filter(each -> each.period().endsAfter(now))
                .map(each -> new Staff(each.holder(), each.role(), each.reach()))
                .collect(Collectors.toSet());
    }

    private static Set<PersonId> members(CohortId cohort, Desk desk, Instant now) {
        Set<PersonId> members = new LinkedHashSet<>();
        PageRequest next = PageRequest.first(PAGE);
        do {
            Page<Membership> page = desk.cohorts().members(cohort, next);
            page.items().stream()
                    .filter(each -> each.period().endsAfter(now))
                    .forEach(each -> members.add(each.learner()));
            next = page.next();
        } while (next != null);
        return members;
    }

    private void joins(
            String name,
            @Nullable Cohort cohort,
            List<Enrolment> enrolments,
            Set<PersonId> current,
            Set<Staff> staff,
            Findings findings) {
        Map<Group, Set<PersonId>> groups = joins.computeIfAbsent(name, each -> new LinkedHashMap<>());
        Set<Staff> seen = new HashSet<>();
        for (Enrolment each : enrolments) {
            Reach reach = cohort == null ? new Reach.Organisation() : new Reach.OfCohort(cohort.id());
            Staff held = new Staff(each.person(), each.role(), reach);
            if (!seen.add(held)) continue;
            String kind = each.role() == Role.LEARNER ? "membership" : "staff";
            boolean there = each.role() == Role.LEARNER
                    ? current.contains(each.person())
                    : cohort != null && staff.contains(held);
            if (there) {
                findings.same(kind, 1);
                continue;
            }
            findings.added(kind, 1);
            if (cohort != null) findings.remark(each.place(), "roster.joins", each.name(), each.role(), name);
            groups.computeIfAbsent(new Group(each.role(), each.from(), each.until()), group -> new LinkedHashSet<>())
                    .add(each.person());
        }
    }

    private void absences(
            Cohort cohort, List<Enrolment> enrolments, Set<PersonId> current, Desk desk, Findings findings) {
        Set<PersonId> present = enrolments.stream()
                .filter(each -> each.role() == Role.LEARNER)
                .map(Enrolment::person)
                .collect(Collectors.toSet());
        // A file of teachers only says nothing about learners.
        if (present.isEmpty()) return;
        List<PersonId> missing =
                current.stream().filter(each -> !present.contains(each)).toList();
        if (missing.isEmpty()) return;
        Map<PersonId, String> shown = desk.people().named(missing);
        for (PersonId each : missing) {
            String key = absent == Absent.LEAVE ? "roster.leaves" : "roster.absent";
            findings.remark(Place.path(cohort.name()), key, shown.getOrDefault(each, each.value()), cohort.name());
        }
        if (absent == Absent.LEAVE) {
            leavers.put(cohort.id(), missing);
            findings.changed("membership", missing.size());
        } else {
            findings.same("membership", missing.size());
        }
    }

    private void names(List<Enrolment> lines, Desk desk, Findings findings) {
        Map<PersonId, Enrolment> people = new LinkedHashMap<>();
        lines.forEach(each -> people.putIfAbsent(each.person(), each));
        Map<PersonId, String> shown = new HashMap<>(desk.people().named(people.keySet()));
        people.forEach((person, line) -> {
            String before = shown.getOrDefault(person, person.value());
            if (before.equals(line.name())) {
                findings.same("person", 1);
                return;
            }
            names.put(person, line.name());
            if (before.equals(person.value())) {
                findings.added("person", 1);
            } else {
                findings.changed("person", 1);
                findings.remark(line.place(), "roster.renamed", person, before, line.name());
            }
        });
    }

    /** All of it in one commit. */
    void apply(Desk desk) {
        desk.together(joined -> {
            joins.forEach((cohort, groups) -> joined.cohorts().enrol(cohort, members(groups)));
            leavers.forEach((cohort, learners) -> joined.cohorts().leave(cohort, learners));
            if (!names.isEmpty()) joined.people().name(names);
            return true;
        });
    }

    private static Members[] members(Map<Group, Set<PersonId>> groups) {
        Collection<Members> members = new ArrayList<>();
        groups.forEach((group, people) ->
                members.add(new Members(group.role(), List.copyOf(people), group.from(), group.until(), null)));
        return members.toArray(Members[]::new);
    }
}
