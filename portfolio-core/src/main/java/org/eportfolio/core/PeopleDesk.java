package org.eportfolio.core;

import static org.eportfolio.access.Permission.NAME_PEOPLE;
import static org.eportfolio.core.internal.kind.SchoolKinds.PERSON;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Person;

/** How people are called: by the host's directory, or by the names kept here. Thread-safe. */
public final class PeopleDesk {
    private final DeskContext desk;
    private final GuardedDirectory names;

    PeopleDesk(DeskContext desk, GuardedDirectory names) {
        this.desk = desk;
        this.names = names;
    }

    /** Keeps a name for a person, in place of the one before. */
    public Person name(PersonId id, String name) {
        name(Map.of(id, name));
        return new Person(id, name);
    }

    /** Keeps names for several people, each in place of the one before. */
    public void name(Map<PersonId, String> people) {
        people.values().forEach(name -> Inputs.checked(new Inputs.Name(name)));
        desk.run(NAME_PEOPLE, call -> {
            Map<PersonId, KeptName> before = new HashMap<>();
            call.work()
                    .whereAny(
                            PERSON,
                            people.keySet().stream().map(SchoolKinds::namesOf).toList())
                    .forEach(each -> before.put(each.id(), each));
            people.forEach((id, name) -> {
                KeptName kept = before.get(id);
                if (kept != null && kept.name().equals(name)) return;
                call.put(PERSON, new KeptName(kept == null ? call.newId() : kept.row(), id, name));
            });
            call.journal("person.named");
        });
    }

    /**
     * The names to show, in the order asked for: the directory's, else the one kept here, else the id. A person with
     * whom the actor shares no cohort is called by their id.
     *
     * @return one for each person asked for
     */
    public Map<PersonId, String> named(Collection<PersonId> people) {
        Map<PersonId, String> shown = new LinkedHashMap<>();
        people.forEach(person -> shown.put(person, person.value()));
        Set<PersonId> known = desk.session().read(work -> {
            Set<PersonId> within = desk.gate().known(people, work);
            work.whereAny(PERSON, within.stream().map(SchoolKinds::namesOf).toList())
                    .forEach(each -> shown.put(each.id(), each.name()));
            return within;
        });
        known.forEach(person -> names.of(person).ifPresent(name -> shown.put(person, name)));
        return shown;
    }
}
