package org.eportfolio.console.command.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.exchange.roster.Enrolment;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.year.NewYear;
import org.jspecify.annotations.Nullable;

/** The lines of one class in a roster: those of its latest school year, without people whose last day is past. */
record ClassList(List<Enrolment> lines, @Nullable SchoolYear year) {
    static ClassList of(String cohort, List<Enrolment> roster, LocalDate today) {
        List<Enrolment> there =
                roster.stream().filter(each -> each.cohort().equals(cohort)).toList();
        SchoolYear latest = there.stream()
                .map(Enrolment::year)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<Enrolment> lines = there.stream()
                .filter(each -> Objects.equals(each.year(), latest))
                .filter(each -> each.until() == null || !each.until().isBefore(today))
                .toList();
        return new ClassList(lines, latest);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Map<PersonId, PersonName> names() {
        Map<PersonId, PersonName> names = new LinkedHashMap<>();
        lines.forEach(each -> names.put(each.person(), each.name()));
        return names;
    }

    private record Group(
            Role role, @Nullable LocalDate from, @Nullable LocalDate until) {}

    /** The year with these people, their names and days, and the school year that the file states. */
    NewYear in(NewYear begun) {
        Map<Group, List<PersonId>> groups = new LinkedHashMap<>();
        lines.forEach(each -> groups.computeIfAbsent(
                        new Group(each.role(), each.from(), each.until()), group -> new ArrayList<>())
                .add(each.person()));
        NewYear with = year == null ? begun : begun.inYear(year);
        for (Map.Entry<Group, List<PersonId>> each : groups.entrySet()) {
            Group group = each.getKey();
            with = with.with(new Members(group.role(), each.getValue(), group.from(), group.until(), null));
        }
        for (Map.Entry<PersonId, PersonName> each : names().entrySet()) {
            with = with.naming(each.getKey(), each.getValue().display());
        }
        return with;
    }
}
