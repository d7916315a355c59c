package org.eportfolio.core.internal.work;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/**
 * How records of one type become rows.
 *
 * @param journalled whether the journal speaks of them; what can be derived, and the aliases, it leaves out
 */
public record RecordKind<T>(
        Kind kind,
        Class<T> type,
        Upgrades upgrades,
        Function<T, UUID> id,
        Function<T, Scope> scope,
        Function<T, Set<Key>> keys,
        boolean journalled) {
    static <T> RecordKind<T> of(
            String name, Class<T> type, Function<T, UUID> id, Function<T, Scope> scope, Function<T, Set<Key>> keys) {
        return new RecordKind<>(new Kind(name), type, Upgrades.NONE, id, scope, keys, true);
    }

    RecordKind<T> unjournalled() {
        return new RecordKind<>(kind, type, upgrades, id, scope, keys, false);
    }

    /** Under which name the record is kept. */
    public RowName nameOf(T record) {
        return new RowName(scope.apply(record), kind, id.apply(record));
    }
}
