package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.Composed;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.roster.RosterPeople.Known.Manner;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** The lines of a roster while it is read; what does not hold goes to the findings with its place. */
final class RosterLines {
    private static final int LONGEST = 200;

    /** What a line takes with all that is compared and written for it, but for its texts. */
    private static final int HELD_PER_LINE = 2_000;

    private static final int HELD_PER_CHARACTER = 3;
    private static final int HELD_PER_ID = 300;

    private final Findings findings;
    private final Map<PersonId, PersonName> names = new HashMap<>();
    private final List<Enrolment> all = new ArrayList<>();
    private final List<LeavingPupil> departures = new ArrayList<>();
    private final RosterPeople people = new RosterPeople();
    private final @Nullable SchoolYear yearNow;
    private boolean statesEnds;
    private boolean changesOnly;

    /** @param yearNow the current school year, for files that state none; null where that is not known */
    RosterLines(Findings findings, @Nullable SchoolYear yearNow) {
        this.findings = findings;
        this.yearNow = yearNow;
    }

    @Nullable
    SchoolYear yearNow() {
        return yearNow;
    }

    /** What is stated of people beside their classes. */
    RosterPeople people() {
        return people;
    }

    /** The file says what changed since the one before, and nothing of what did not. */
    void stateChangesOnly() {
        changesOnly = true;
    }

    boolean changesOnly() {
        return changesOnly;
    }

    List<Enrolment> all() {
        return all;
    }

    /** Learners who leave every class that they are in. */
    List<LeavingPupil> departures() {
        return departures;
    }

    /** The file has a place for last days, so that one without says that none is known. */
    void stateEnds() {
        statesEnds = true;
    }

    boolean statesEnds() {
        return statesEnds;
    }

    int size() {
        return all.size()
                + departures.size()
                + people.unnamed().size()
                + people.renamings().size()
                + people.representations().size();
    }

    /**
     * Takes one line: a person keeps one name throughout. Names are taken in Unicode's composed form (NFC).
     *
     * @param enrolment of the person, whose id has the right shape
     */
    void add(Place place, String person, Function<PersonId, Enrolment> enrolment) {
        try {
            all.add(checked(person, enrolment));
        } catch (InvalidInputException e) {
            findings.bad("line", place, e);
        }
    }

    /**
     * The same of a line that may know its person by the id of another system.
     *
     * @param person empty where it is known by nothing else
     * @param issuer empty, with the next, where it knows of none
     */
    void add(Place place, String person, String issuer, String external, Function<PersonId, Enrolment> enrolment) {
        if (issuer.isEmpty() && external.isEmpty()) {
            add(place, person, enrolment);
            return;
        }
        try {
            ExternalId id = new ExternalId(issuer, external);
            Enrolment line = checked(person.isEmpty() ? id.toString() : person, enrolment);
            all.add(line);
            people.known(new RosterPeople.Known(
                    place, line.person(), id, person.isEmpty() ? Manner.ALONE : Manner.WITH_ACCOUNT));
        } catch (InvalidInputException e) {
            findings.bad("line", place, e);
        }
    }

    /**
     * Says by which id another system knows someone of the file, besides the account that its lines name. An account of the wrong
     * shape is passed over: the line itself is bad.
     */
    void know(Place place, String person, ExternalId id, Manner manner) {
        PersonId account;
        try {
            account = PersonId.of(person);
        } catch (InvalidInputException refusedWithItsLine) {
            return;
        }
        findings.hold(HELD_PER_ID);
        people.known(new RosterPeople.Known(place, account, id, manner));
    }

    /** Takes a line that does not say how the person is called. */
    void addUnnamed(Place place, String person, Function<PersonId, Enrolment> enrolment) {
        try {
            people.unnamed(checked(person, enrolment));
        } catch (InvalidInputException e) {
            findings.bad("line", place, e);
        }
    }

    private Enrolment checked(String person, Function<PersonId, Enrolment> enrolment) {
        Enrolment line = enrolment.apply(PersonId.of(person));
        PersonName name = line.name();
        hold(person.length() + name.display().length() + line.cohort().length());
        composed("name", name.display());
        String cohort = composed("cohort", line.cohort());
        LocalDate from = line.from();
        LocalDate until = line.until();
        ExchangeMessages.unless(from == null || until == null || !until.isBefore(from), "until", "period.reversed");
        PersonName before = names.putIfAbsent(line.person(), name);
        if (before != null && !before.display().equals(name.display())) {
            throw ExchangeMessages.because("name", "roster.two-names", line.person(), before.display(), name.display());
        }
        return new Enrolment(
                line.place(), line.person(), name, line.role(), cohort, line.year(), from, until, line.deleted());
    }

    /** Takes a learner who leaves the school, and who is in no class of the file. */
    void leaves(Place place, String person, String name, @Nullable LocalDate lastDay) {
        hold(person.length() + name.length());
        try {
            departures.add(new LeavingPupil(place, PersonId.of(person), composed("name", name), lastDay));
        } catch (InvalidInputException e) {
            findings.bad("line", place, e);
        }
    }

    private void hold(int characters) {
        findings.hold(HELD_PER_LINE + (long) characters * HELD_PER_CHARACTER);
    }

    private static String composed(String field, String text) {
        ExchangeMessages.unless(!text.isBlank(), field, "text.blank");
        ExchangeMessages.unless(text.length() <= LONGEST, field, "text.too-long", LONGEST, text.length());
        ExchangeMessages.unless(Line.Check.harmless(text), field, "text.control");
        return Composed.of(text);
    }
}
