package org.eportfolio.school;

import java.util.Arrays;
import java.util.List;
import org.eportfolio.id.PersonId;

/**
 * People to be enrolled together in one role, named so that a call reads as a sentence:
 * {@code enrol("CS SNO 2026", learners("emma", "malo"), teachers("m.durand"))}.
 *
 * @param role {@link Role#LEARNER}, {@link Role#TEACHER}, {@link Role#LEAD_TEACHER} or {@link Role#TUTOR}
 */
public record Members(Role role, List<PersonId> people) {
    public Members {
        people = List.copyOf(people);
    }

    public static Members learners(String... people) {
        return of(Role.LEARNER, people);
    }

    public static Members teachers(String... people) {
        return of(Role.TEACHER, people);
    }

    public static Members leadTeachers(String... people) {
        return of(Role.LEAD_TEACHER, people);
    }

    public static Members of(Role role, String... people) {
        return new Members(role, Arrays.stream(people).map(PersonId::of).toList());
    }
}
