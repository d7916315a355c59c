package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eportfolio.exchange.Place;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.PersonName;
import org.jspecify.annotations.Nullable;

/** What a file states of people beside their classes; and people whose name it leaves out, since it states changes only. */
final class RosterPeople {
    /**
     * That someone represents a minor.
     *
     * @param name null where the file does not state it
     */
    record Representation(
            Place place,
            PersonId learner,
            PersonId representative,
            @Nullable PersonName name) {}

    /**
     * Parts of a name that are others now.
     *
     * @param given null when it is not stated
     * @param family null when it is not stated
     */
    record Renaming(
            Place place,
            PersonId person,
            @Nullable String given,
            @Nullable String family) {
        /** The whole name; empty where what was kept has no parts to complete it with. */
        Optional<PersonName> with(@Nullable PersonName kept) {
            String whole = given != null || kept == null ? given : kept.given();
            String family = this.family != null || kept == null ? this.family : kept.family();
            return whole == null || family == null ? Optional.empty() : Optional.of(PersonName.of(whole, family));
        }
    }

    /**
     * That a line knows its person by the id of another system.
     *
     * @param person as the line says
     */
    record Known(Place place, PersonId person, ExternalId externalId, Manner manner) {
        /** How a file knows someone by the id of another system. */
        enum Manner {
            /** By nothing else. */
            ALONE,
            /** By an account too; where no person has the id yet, it is kept for that account. */
            WITH_ACCOUNT,
            /** As someone who leaves or represents: the id is looked up and never kept. */
            IN_PASSING
        }

        boolean alone() {
            return manner == Manner.ALONE;
        }
    }

    private final Set<Known> known = new LinkedHashSet<>();
    private final List<RosterChange> recognised = new ArrayList<>();
    private final Map<PersonId, Set<ExternalId>> identified = new LinkedHashMap<>();
    private final Map<PersonId, LocalDate> majorities = new HashMap<>();
    private final Map<PersonId, List<Representation>> representations = new LinkedHashMap<>();
    private final Map<PersonId, Place> places = new HashMap<>();
    private final List<Renaming> renamings = new ArrayList<>();
    private final List<Enrolment> unnamed = new ArrayList<>();

    void known(Known line) {
        known.add(line);
    }

    Collection<Known> known() {
        return known;
    }

    /** Puts those who are meant in the place of those whom the file names. */
    void mean(Map<PersonId, PersonId> meant) {
        UnaryOperator<PersonId> of = each -> meant.getOrDefault(each, each);
        unnamed.replaceAll(each -> each.of(of.apply(each.person())));
        renamings.replaceAll(each -> new Renaming(each.place(), of.apply(each.person()), each.given(), each.family()));
        Map<PersonId, LocalDate> days = Map.copyOf(majorities);
        majorities.clear();
        days.forEach((person, day) -> majorities.put(of.apply(person), day));
        Map<PersonId, List<Representation>> stated = new LinkedHashMap<>(representations);
        representations.clear();
        stated.forEach((learner, by) -> represented(
                placeOf(learner),
                of.apply(learner),
                by.stream()
                        .map(each -> new Representation(
                                each.place(), of.apply(each.learner()), of.apply(each.representative()), each.name()))
                        .toList()));
    }

    /** Says whom an id of another system stands for, where the line says otherwise; or whose it will be. */
    void recognised(RosterChange change) {
        recognised.add(change);
    }

    List<RosterChange> recognised() {
        return recognised;
    }

    /** Ids of other systems that people did not have yet, with those that they had. */
    Map<PersonId, Set<ExternalId>> identified() {
        return identified;
    }

    void comesOfAge(PersonId person, LocalDate day) {
        majorities.put(person, day);
    }

    /** The day of majority; null when the file does not state it. */
    @Nullable
    LocalDate majority(PersonId person) {
        return majorities.get(person);
    }

    /** Whom the file names as a learner's representatives; an empty list says that there is none. */
    void represented(Place place, PersonId learner, List<Representation> by) {
        places.put(learner, place);
        representations.put(learner, List.copyOf(by));
    }

    /** Where the file states them. */
    Place placeOf(PersonId learner) {
        return places.getOrDefault(learner, Place.path(""));
    }

    Map<PersonId, List<Representation>> representations() {
        return representations;
    }

    void renamed(Renaming renaming) {
        renamings.add(renaming);
    }

    List<Renaming> renamings() {
        return renamings;
    }

    /** A line whose person is known here by name already, or not at all. */
    void unnamed(Enrolment line) {
        unnamed.add(line);
    }

    List<Enrolment> unnamed() {
        return unnamed;
    }

    /** Those of whom it has to be known whether they are here, and how they are called. */
    Set<PersonId> asked(Collection<LeavingPupil> departures) {
        Set<PersonId> asked = new HashSet<>();
        unnamed.forEach(each -> asked.add(each.person()));
        renamings.forEach(each -> asked.add(each.person()));
        departures.forEach(each -> asked.add(each.person()));
        asked.addAll(representations.keySet());
        return asked;
    }
}
