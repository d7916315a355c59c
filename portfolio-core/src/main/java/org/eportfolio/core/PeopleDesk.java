package org.eportfolio.core;

import static org.eportfolio.access.Permission.NAME_PEOPLE;
import static org.eportfolio.core.internal.kind.SchoolKinds.PERSON;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.school.PeopleOnly;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.Namesakes;
import org.eportfolio.school.Person;
import org.eportfolio.school.PersonName;

/** How people are called: by the host's directory, or by the names kept here. Thread-safe. */
public final class PeopleDesk {
    private final DeskContext desk;
    private final GuardedDirectory names;

    PeopleDesk(DeskContext desk, GuardedDirectory names) {
        this.desk = desk;
        this.names = names;
    }

    /** Keeps a name for a person, in place of the one before; family name and given name stay only if it is the same. */
    public Person name(PersonId id, String name) {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        name(Map.of(id, name));
        return new Person(id, PersonName.shown(name).display());
    }

    /** Keeps names for several people, each in place of the one before. */
    public void name(Map<PersonId, String> people) {
        Inputs.requireBounded("people", people);
        Map<PersonId, PersonName> shown = new LinkedHashMap<>();
        people.forEach((person, name) -> shown.put(person, PersonName.shown(Inputs.name(name))));
        nameInParts(NamedPerson.all(shown));
    }

    /** Keeps names for several people with the parts by which they are sorted, each in place of the one before. */
    public void nameInParts(NamedPerson... people) {
        Inputs.requireEach("people", people);
        for (NamedPerson each : people) {
            PeopleOnly.require(each.id());
            check(each.name());
        }
        desk.run(NAME_PEOPLE, call -> {
            Map<PersonId, KeptName> before =
                    kept(Stream.of(people).map(NamedPerson::id).toList(), call);
            for (NamedPerson each : people) {
                KeptName kept = before.get(each.id());
                if (kept != null && isKnown(each.name(), kept.personName())) continue;
                call.put(PERSON, KeptName.of(kept == null ? call.newId() : kept.row(), each.id(), each.name()));
            }
            call.journal("person.named");
        });
    }

    private static void check(PersonName name) {
        Inputs.requireName(name.display());
        String family = name.family();
        String given = name.given();
        if (family != null) Inputs.requireName(family);
        if (given != null) Inputs.requireName(given);
    }

    private static boolean isKnown(PersonName name, PersonName kept) {
        boolean sameParts = name.family() == null && name.given() == null;
        return name.equals(kept) || sameParts && name.display().equals(kept.display());
    }

    private static Map<PersonId, KeptName> kept(Collection<PersonId> people, Call call) {
        Map<PersonId, KeptName> kept = new HashMap<>();
        call.work()
                .whereAny(
                        PERSON,
                        people.stream().map(SchoolKinds::namesOf).distinct().toList())
                .forEach(each -> kept.put(each.id(), each));
        return kept;
    }

    /**
     * One person: the actor, someone of a cohort of theirs, or a head. Others are not found.
     *
     * @throws NotFoundException for everybody else, also for those who never were
     */
    public NamedPerson get(PersonId person) {
        Objects.requireNonNull(person, "person");
        boolean known = desk.session()
                .read(work -> desk.gate().known(List.of(person), work).contains(person));
        if (!known) throw new NotFoundException("person", person);
        return new NamedPerson(
                person, Objects.requireNonNull(inParts(List.of(person)).get(person)));
    }

    /** The names kept here, whatever the directory says, of those who have one. */
    public Map<PersonId, PersonName> kept(Collection<PersonId> people) {
        Inputs.requireBounded("people", people);
        return desk.read(NAME_PEOPLE, call -> {
            Map<PersonId, PersonName> kept = new HashMap<>();
            kept(people, call).forEach((person, name) -> kept.put(person, name.personName()));
            return kept;
        });
    }

    /**
     * The names to show, in the order asked for: the directory's, else the one kept here, else the id. A person with
     * whom the actor shares no cohort is called by their id. Those of one name are told apart, {@link Namesakes}.
     *
     * @return one for each person asked for
     */
    public Map<PersonId, String> named(Collection<PersonId> people) {
        return shown(people, inParts(people), Locale.ROOT);
    }

    /** The same, in the order of the names in this language, {@link NameOrder}. */
    public Map<PersonId, String> sorted(Collection<PersonId> people, Locale language) {
        Objects.requireNonNull(language, "language");
        Map<PersonId, PersonName> parts = inParts(people);
        List<PersonId> order = people.stream()
                .distinct()
                .sorted(NameOrder.of(language).among(parts))
                .toList();
        return shown(order, parts, language);
    }

    /** The same names as {@link #named} with the parts by which they are sorted, in the order asked for. */
    public Map<PersonId, PersonName> inParts(Collection<PersonId> people) {
        Inputs.requireBounded("people", people);
        Map<PersonId, PersonName> shown = new LinkedHashMap<>();
        people.forEach(person -> shown.put(person, PersonName.shown(person.value())));
        Set<PersonId> known = desk.session().read(work -> {
            Set<PersonId> within = desk.gate().known(people, work);
            work.whereAny(PERSON, within.stream().map(SchoolKinds::namesOf).toList())
                    .forEach(each -> shown.put(each.id(), each.personName()));
            return within;
        });
        known.forEach(person -> names.personName(person).ifPresent(name -> shown.put(person, name)));
        return shown;
    }

    private static Map<PersonId, String> shown(
            Collection<PersonId> order, Map<PersonId, PersonName> parts, Locale language) {
        Map<PersonId, String> shown = new LinkedHashMap<>();
        order.forEach(person -> shown.put(
                person,
                parts.getOrDefault(person, PersonName.shown(person.value())).display()));
        return Namesakes.toldApart(shown, language);
    }
}
