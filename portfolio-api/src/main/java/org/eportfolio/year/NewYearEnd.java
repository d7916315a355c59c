package org.eportfolio.year;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;

/**
 * How the year of a cohort ends: {@code NewYearEnd.of(cohort).leaving("emma").othersStay().readableUntil(day)}. A learner
 * who is in another class from now on, or later, stays without being named.
 *
 * @param leaving learners who leave the school
 * @param staying learners who stay at the school
 * @param others what becomes of those who are not named and have no other class
 * @param readableUntil the last day on which those who leave read and fetch what is theirs
 * @param language of the packages
 */
public record NewYearEnd(
        @NotNull CohortId cohort,
        @NotNull @Size(max = 2_000) List<@NotNull PersonId> leaving,
        @NotNull @Size(max = 2_000) List<@NotNull PersonId> staying,
        @NotNull Others others,
        @NotNull LocalDate readableUntil,
        @NotNull Locale language) {
    /** What becomes of learners who are not named. */
    public enum Others {
        /** Each is to be named: nothing ends before. */
        NAMED,
        LEAVE,
        STAY
    }

    public NewYearEnd {
        leaving = Objects.requireNonNullElse(leaving, List.of());
        staying = Objects.requireNonNullElse(staying, List.of());
        Set<PersonId> both = new HashSet<>(leaving);
        both.retainAll(staying);
        both.remove(null);
        InvalidInputException.unless(both.isEmpty(), "leaving", "year-end.both", List.copyOf(both));
    }

    /**
     * No learner is named yet.
     *
     * @param readableUntil the last day on which those who leave read and fetch what is theirs
     */
    public static NewYearEnd of(CohortId cohort, LocalDate readableUntil) {
        return new NewYearEnd(cohort, List.of(), List.of(), Others.NAMED, readableUntil, Locale.FRENCH);
    }

    /** These leave too. */
    public NewYearEnd leaving(String... people) {
        return leaving(Arrays.stream(people).map(PersonId::of).toList());
    }

    /** These leave too. */
    public NewYearEnd leaving(Collection<PersonId> people) {
        return new NewYearEnd(cohort, more(leaving, people), staying, others, readableUntil, language);
    }

    /** These stay too. */
    public NewYearEnd staying(String... people) {
        return staying(Arrays.stream(people).map(PersonId::of).toList());
    }

    /** These stay too, such as those of next year's roster. */
    public NewYearEnd staying(Collection<PersonId> people) {
        return new NewYearEnd(cohort, leaving, more(staying, people), others, readableUntil, language);
    }

    /** Learners who are not named leave. */
    public NewYearEnd othersLeave() {
        return new NewYearEnd(cohort, leaving, staying, Others.LEAVE, readableUntil, language);
    }

    /** Learners who are not named stay. */
    public NewYearEnd othersStay() {
        return new NewYearEnd(cohort, leaving, staying, Others.STAY, readableUntil, language);
    }

    /** The packages are in this language; French unless it is said. */
    public NewYearEnd in(Locale spoken) {
        return new NewYearEnd(cohort, leaving, staying, others, readableUntil, spoken);
    }

    private static List<PersonId> more(List<PersonId> some, Collection<PersonId> people) {
        return Stream.concat(some.stream(), people.stream()).distinct().toList();
    }
}
