package org.eportfolio.core.internal.work;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;

/** Keys that are wanted, and those under which it is stored: more where they are about people who have several ids. */
final class AskedKeys {
    private final Collection<Key> wanted;
    private final Map<Key, Set<Key>> wantedBy;
    private final boolean same;

    AskedKeys(Collection<Key> wanted, Identities people) {
        this.wanted = wanted;
        this.same = people.isEmpty();
        this.wantedBy = same ? Map.of() : wantedBy(wanted, people);
    }

    private static Map<Key, Set<Key>> wantedBy(Collection<Key> wanted, Identities people) {
        Map<Key, Set<Key>> wantedBy = new LinkedHashMap<>();
        for (Key key : wanted) {
            for (Key each : people.asked(key)) {
                wantedBy.computeIfAbsent(each, stored -> new HashSet<>()).add(key);
            }
        }
        return wantedBy;
    }

    /** Those to ask the store for; none if it is only ids that ended. */
    Collection<Key> stored() {
        return same ? wanted : wantedBy.keySet();
    }

    /** Which of the wanted keys a stored row answers. */
    Stream<Key> wanting(Row row) {
        return same
                ? row.keys().stream().filter(wanted::contains)
                : row.keys().stream()
                        .flatMap(key -> wantedBy.getOrDefault(key, Set.of()).stream())
                        .distinct();
    }
}
