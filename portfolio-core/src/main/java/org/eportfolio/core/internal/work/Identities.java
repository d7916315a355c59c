package org.eportfolio.core.internal.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.kind.PersonKeys;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.IdChange;
import org.eportfolio.spi.Key;

/**
 * Which ids a person has and had. A record keeps the id that it was written under; read, it names the person by the id of
 * now. New records of a person whose id changed are written under their first id, so that taking a change back gives each
 * record to whom it was written for. An id that ended belongs to no one until it is released; its next holder is written
 * under an id of chance. Immutable.
 */
public final class Identities {
    static final Identities NONE = new Identities(List.of());

    private final List<IdChange> changes;
    private final Map<String, Holder> byCurrent = new LinkedHashMap<>();
    private final Map<String, PersonId> now = new HashMap<>();

    /** A person: the id of now, and all under which records may be written, first the one for new records. */
    private record Holder(String current, Set<String> written) {
        static Holder of(String id) {
            return new Holder(id, Set.of(id));
        }

        Holder with(String other, Set<String> more) {
            Set<String> all = new LinkedHashSet<>(written);
            all.addAll(more);
            return new Holder(other, all);
        }
    }

    private Identities(List<IdChange> changes) {
        this.changes = changes;
        changes.forEach(this::take);
        byCurrent
                .values()
                .forEach(holder -> holder.written().forEach(each -> now.put(each, PersonId.of(holder.current()))));
    }

    /** @param changes in the order in which they were made */
    static Identities of(List<IdChange> changes) {
        return changes.isEmpty() ? NONE : new Identities(List.copyOf(changes));
    }

    private void take(IdChange change) {
        Holder one = ended(change.from());
        Holder next = change.manner() == IdChange.Manner.MERGED
                ? ended(change.to()).with(change.to(), one.written())
                : one.with(change.to(), Set.of());
        boolean anothers =
                byCurrent.values().stream().anyMatch(each -> each.written().contains(change.from()));
        byCurrent.put(change.to(), anothers ? next : next.with(change.to(), Set.of(change.from())));
    }

    private Holder ended(String id) {
        Holder holder = byCurrent.remove(id);
        return holder == null ? Holder.of(id) : holder;
    }

    /** Whether no id ever changed. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    boolean madeOf(List<IdChange> others) {
        return changes.equals(others);
    }

    /** The id of now, of an id that stands in a record. */
    public PersonId now(PersonId written) {
        return now.getOrDefault(written.value(), written);
    }

    /** A record as it was stored, with its people by their ids of now. */
    public <T> T now(T stored) {
        return isEmpty() ? stored : Inside.called(stored, this::now);
    }

    /** The id under which new records of a person are written, wherever nothing says otherwise. */
    public PersonId written(PersonId person) {
        return isEmpty() ? person : written(person, Set.of());
    }

    /**
     * A record as it is stored.
     *
     * @param before under which ids the people of the record are known where it goes: those are kept
     */
    <T> T written(T record, Collection<PersonId> before) {
        return Inside.called(record, person -> written(person, before));
    }

    /** @param before those that come first count first */
    PersonId written(PersonId person, Collection<PersonId> before) {
        Holder holder = byCurrent.get(person.value());
        if (holder == null) {
            if (hasEnded(person)) throw ConflictException.state("identity.ended", person);
            return person;
        }
        for (PersonId each : before) if (holder.written().contains(each.value())) return each;
        return PersonId.of(holder.written().iterator().next());
    }

    /** Whether records of one of these people may be written under several ids. */
    boolean severalFor(Collection<PersonId> people) {
        return people.stream()
                .map(each -> byCurrent.get(each.value()))
                .filter(Objects::nonNull)
                .anyMatch(each -> each.written().size() > 1);
    }

    /** Whether this id was a person's and belongs to no one now. */
    public boolean hasEnded(PersonId id) {
        return !byCurrent.containsKey(id.value()) && now.containsKey(id.value());
    }

    /** Whether this id was one person's and is another's now, so that it does not say who is meant by it elsewhere. */
    public boolean wasAnothers(PersonId id) {
        PersonId written = now.get(id.value());
        return byCurrent.containsKey(id.value()) && written != null && !written.equals(id);
    }

    /** The ids by which records of a person are asked for; none for an id that ended. */
    public Stream<String> asked(PersonId person) {
        return asked(person.value());
    }

    private Stream<String> asked(String id) {
        Holder holder = byCurrent.get(id);
        if (holder == null) return now.containsKey(id) ? Stream.empty() : Stream.of(id);
        return now.containsKey(id)
                ? holder.written().stream()
                : Stream.concat(holder.written().stream(), Stream.of(id));
    }

    /** All ids that are or were a person's, for a search of bytes. */
    public Set<String> all(PersonId person) {
        Set<String> all = new HashSet<>(Set.of(person.value()));
        Holder holder = byCurrent.get(person.value());
        if (holder != null) all.addAll(holder.written());
        return all;
    }

    /** The keys to be asked in place of one: those of all ids of the person that it is about. */
    Set<Key> asked(Key key) {
        return isEmpty() ? Set.of(key) : PersonKeys.asked(key, this::asked);
    }

    /** The steps by which ids of this person were released to others. */
    public List<IdChange> releasesOf(PersonId person) {
        Set<String> all = all(person);
        return changes.stream()
                .filter(each -> each.manner() == IdChange.Manner.RELEASED && all.contains(each.to()))
                .filter(each -> !all.contains(each.from()))
                .toList();
    }
}
