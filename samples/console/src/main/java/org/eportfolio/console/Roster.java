package org.eportfolio.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;

/** Who is in which cohort, as a file says. */
record Roster(List<Line> lines, List<Bad> bad) {
    /** One person in one cohort. */
    record Line(long number, PersonId person, String name, Role role, String cohort) {}

    /** A line that cannot be used. */
    record Bad(long number, String reason) {}

    Set<String> cohorts() {
        Set<String> names = new LinkedHashSet<>();
        lines.forEach(line -> names.add(line.cohort()));
        return names;
    }

    /** All of it in one commit; may be repeated. */
    void enrol(Desk desk, Bar bar) {
        Map<String, Map<Role, List<PersonId>>> cohorts = new LinkedHashMap<>();
        for (Line line : lines) {
            cohorts.computeIfAbsent(line.cohort(), cohort -> new LinkedHashMap<>())
                    .computeIfAbsent(line.role(), role -> new ArrayList<>())
                    .add(line.person());
        }
        desk.together(joined -> {
            cohorts.forEach((cohort, members) -> joined.cohorts()
                    .enrol(
                            cohort,
                            members.entrySet().stream()
                                    .map(each -> Members.of(each.getKey(), each.getValue()))
                                    .toArray(Members[]::new)));
            for (int i = 0; i < lines.size(); i++) {
                joined.people().name(lines.get(i).person(), lines.get(i).name());
                bar.at(i + 1);
            }
            return true;
        });
    }
}
