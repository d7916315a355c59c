package org.eportfolio.school;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * People to be enrolled together in one role, named so that a call reads as a sentence:
 * {@code enrol("CS SNO 2026", learners("emma", "malo"), teachers("m.durand"))}.
 *
 * @param role {@link Role#LEARNER}, {@link Role#TEACHER}, {@link Role#LEAD_TEACHER} or {@link Role#TUTOR}
 * @param from the first day, in the organisation's time zone; {@code null} for at once
 * @param until the last day, included; {@code null} for no end
 * @param majorityOn the day on which these learners come of age, never the date of birth: their representatives' roles
 *     end with the day before; {@code null} when it is not stated
 */
public record Members(
        Role role,
        List<PersonId> people,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate majorityOn) {
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

    public static Members of(Role role, List<PersonId> people) {
        return new Members(role, people, null, null, null);
    }

    public static Members of(Role role, String... people) {
        return of(role, Arrays.stream(people).map(PersonId::of).toList());
    }

    public Members from(LocalDate first) {
        return new Members(role, people, first, until, majorityOn);
    }

    public Members until(LocalDate last) {
        return new Members(role, people, from, last, majorityOn);
    }

    /** The same learners, who come of age on this day. */
    public Members comingOfAgeOn(LocalDate day) {
        return new Members(role, people, from, until, day);
    }
}
