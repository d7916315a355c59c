package org.eportfolio.core;

import static org.eportfolio.access.Permission.CHANGE_IDS;
import static org.eportfolio.access.Permission.NAME_PEOPLE;
import static org.eportfolio.core.internal.kind.SchoolKinds.PERSON;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.KeptName;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.people.ExternalIds;
import org.eportfolio.core.internal.people.IdChanges;
import org.eportfolio.core.internal.school.GuardedDirectory;
import org.eportfolio.core.internal.school.PeopleOnly;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.IdChangeId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdChange;
import org.eportfolio.school.IdChangePreview;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.Namesakes;
import org.eportfolio.school.Person;
import org.eportfolio.school.PersonName;
import org.eportfolio.search.Found;
import org.eportfolio.search.FoundKind;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;

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
     * One person: the actor, someone of a cohort of theirs, a learner whom they represent, or a head. Others are not found.
     *
     * @throws NotFoundException for anyone else, and for an unknown id
     */
    public NamedPerson get(PersonId person) {
        Objects.requireNonNull(person, "person");
        boolean known = desk.session().read(work -> known(List.of(person), work).contains(person));
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
     * The people whom the actor may know of and whose name has what is typed: whole words, and the last one as it begins.
     * Accents, capitals, hyphens and apostrophes do not matter. The best first; people of the same name are distinguished.
     *
     * @param typed at most {@value SearchDesk#LONGEST_QUERY} characters
     * @param most how many at most, 1 to 100
     * @return the names to show
     * @throws org.eportfolio.InvalidInputException if there is no word in it, or too many
     */
    public Map<PersonId, String> find(String typed, int most) {
        Objects.requireNonNull(typed, "typed");
        List<PersonId> found = new ArrayList<>();
        for (Found each : new SearchDesk(desk, names)
                .find(typed, SearchFilters.ALL.only(FoundKind.PERSON), SearchRequest.first(most))
                .items()) {
            found.add(PersonId.of(each.ref().id()));
        }
        return named(found);
    }

    /**
     * What giving a person another id would do. For the head, who answers for the school's data. It reads everything that is
     * kept, as an erasure does; so do all of the following.
     *
     * @throws NotFoundException if nothing is kept about the person
     */
    public IdChangePreview previewRename(PersonId from, PersonId to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return desk.read(CHANGE_IDS, call -> new IdChanges(call).renaming(from, to));
    }

    /**
     * Gives a person another id, such as that of a new account. No record is written anew: all are read with the new id. The
     * old id belongs to no one from then on, until it is {@linkplain #release released}: an account that comes with it finds
     * nothing, and no record can name it.
     *
     * @throws NotFoundException if nothing is kept about the person
     * @throws ConflictException if the new id is in use, or was another person's
     */
    public IdChange rename(PersonId from, PersonId to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return desk.write(CHANGE_IDS, call -> new IdChanges(call).rename(from, to));
    }

    /**
     * What joining two accounts of one person would do.
     *
     * @throws NotFoundException if nothing is kept about one of them
     */
    public IdChangePreview previewMerge(PersonId from, PersonId into) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(into, "into");
        return desk.read(CHANGE_IDS, call -> new IdChanges(call).merging(from, into));
    }

    /**
     * Joins two accounts of one person: everything of the first becomes the second's, and the first id belongs to no one, as
     * by {@link #rename}. The name is that of the second, until the accounts are parted again.
     *
     * @throws NotFoundException if nothing is kept about one of them
     * @throws ConflictException if a record names both, so that they may be two people; if both have a dossier for one
     *     framework, or both learn in one cohort now or later; if one has a dossier and the other a role, as staff have
     * @throws org.eportfolio.DeniedException for one's own account
     */
    public IdChange merge(PersonId from, PersonId into) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(into, "into");
        return desk.write(CHANGE_IDS, call -> new IdChanges(call).merge(from, into));
    }

    /**
     * Frees an id that was a person's for another person: what was written under it stays the first person's, and the next
     * holder begins with nothing.
     *
     * @throws ConflictException if it is a person's now, or never was one's
     */
    public IdChange release(PersonId ended) {
        Objects.requireNonNull(ended, "ended");
        return desk.write(CHANGE_IDS, call -> new IdChanges(call).release(ended));
    }

    /**
     * Which of these ids were a person's and belong to no one now: with such an id nothing opens, and no record can name it.
     * Nothing is looked up.
     */
    public Set<PersonId> ended(Collection<PersonId> ids) {
        Inputs.requireBounded("ids", ids);
        return desk.read(
                NAME_PEOPLE,
                call -> ids.stream().filter(call.work().identities()::hasEnded).collect(Collectors.toSet()));
    }

    /** All steps by which an id became another, in the order in which they were made. */
    public List<IdChange> idChanges() {
        return desk.read(CHANGE_IDS, call -> new IdChanges(call).all());
    }

    /** What taking a step back would part: how many records were written under each id. */
    public IdChangePreview previewUndo(IdChangeId change) {
        Objects.requireNonNull(change, "change");
        return desk.read(CHANGE_IDS, call -> {
            IdChanges changes = new IdChanges(call);
            return changes.undoing(changes.require(change));
        });
    }

    /**
     * Takes a step back. Each record is again of the id that it was written under; what was new since a renaming goes with
     * the old id, what was new since a merger stays with the account that stayed.
     *
     * @throws ConflictException if a later step is about one of its ids, or a released id has a new holder
     */
    public IdChange undo(IdChangeId change) {
        Objects.requireNonNull(change, "change");
        return desk.write(CHANGE_IDS, call -> new IdChanges(call).undo(change));
    }

    /**
     * Keeps the ids by which other systems know people, in place of those before; an empty list takes all away. A national
     * pupil number is not to be kept without need: the host decides which systems it names.
     *
     * @throws ConflictException if one of them is another person's here
     */
    public void setExternalIds(IdentifiedPerson... people) {
        Inputs.requireEach("people", people);
        desk.run(NAME_PEOPLE, call -> new ExternalIds(call).set(List.of(people)));
    }

    /** The ids by which other systems know these people; people without any are left out. */
    public Map<PersonId, List<ExternalId>> externalIds(Collection<PersonId> people) {
        Inputs.requireBounded("people", people);
        return desk.read(NAME_PEOPLE, call -> new ExternalIds(call).of(people));
    }

    /** The people who are known by these ids; unknown ids are left out. */
    public Map<ExternalId, PersonId> byExternalIds(ExternalId... ids) {
        Inputs.requireEach("ids", ids);
        return desk.read(NAME_PEOPLE, call -> new ExternalIds(call).holders(List.of(ids)));
    }

    /**
     * The names to show, in the order asked for: the directory's, else the one kept here, else the id. A person with whom
     * the actor shares no cohort, and whom they do not represent, is called by their id. People of the same name are
     * distinguished, see {@link Namesakes}.
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
            Set<PersonId> within = known(people, work);
            work.whereAny(PERSON, within.stream().map(SchoolKinds::namesOf).toList())
                    .forEach(each -> shown.put(each.id(), each.personName()));
            return within;
        });
        known.forEach(person -> names.personName(person).ifPresent(name -> shown.put(person, name)));
        return shown;
    }

    /** Those of them whom the actor may know of, by a class that they share or as the representative of a learner. */
    private Set<PersonId> known(Collection<PersonId> people, Work work) {
        Set<PersonId> known = new HashSet<>(desk.gate().known(people, work));
        if (!known.containsAll(people)) known.addAll(desk.gate().represented(people, work));
        return known;
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
