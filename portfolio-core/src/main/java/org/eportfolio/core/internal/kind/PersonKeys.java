package org.eportfolio.core.internal.kind;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Key;
import org.jspecify.annotations.Nullable;

/** The keys by which records of a person are found: the person's id is their value, or what stands after its first space. */
public final class PersonKeys {
    private static final Set<String> WHOLE = Set.of(
            "arrival.learner",
            "authorisation.person",
            "departure.learner",
            "dossier.arrived",
            "dossier.learner",
            "exceptional-access.by",
            "external-id.person",
            "grant.holder",
            "group.invited",
            "membership.learner",
            "nudge-settings.learner",
            "person",
            "review-assignment.reviewer",
            "visit.person");
    private static final Set<String> AFTER_SPACE = Set.of("alias.person", "authorisation.in", "keyed-call.key");

    /** A person has one name, that of the account for new records; another one comes back when accounts are parted. */
    private static final Set<String> OF_ONE_ID = Set.of("person");

    private PersonKeys() {}

    /** The keys of a person who has several ids, the one for new records first; the key itself where it is about no person. */
    public static Set<Key> asked(Key key, Function<String, Stream<String>> ids) {
        int begin = begin(key);
        if (begin < 0) return Set.of(key);
        String before = key.value().substring(0, begin);
        return ids.apply(key.value().substring(begin))
                .limit(OF_ONE_ID.contains(key.name()) ? 1 : Long.MAX_VALUE)
                .map(id -> new Key(key.name(), before + id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the key finds records, wherever they are kept, by the id of another person than this one; by any for {@code null}. */
    public static boolean leadsToAnother(Key key, @Nullable PersonId person) {
        return WHOLE.contains(key.name()) && (person == null || !key.value().equals(person.value()));
    }

    /** Where the person's id begins in a key's value; -1 for a key that is about none. */
    public static int begin(Key key) {
        if (WHOLE.contains(key.name())) return 0;
        return AFTER_SPACE.contains(key.name()) ? key.value().indexOf(' ') + 1 : -1;
    }
}
