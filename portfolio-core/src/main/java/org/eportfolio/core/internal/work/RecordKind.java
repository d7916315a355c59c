package org.eportfolio.core.internal.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.Page;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

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

    RecordKind<T> upgradedBy(Upgrades steps) {
        return new RecordKind<>(kind, type, steps, id, scope, keys, journalled);
    }

    RecordKind<T> unjournalled() {
        return new RecordKind<>(kind, type, upgrades, id, scope, keys, false);
    }

    /** Puts a record into a list in the order of ids, or takes it out. */
    void lay(List<T> records, UUID at, Optional<T> record) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Ids.BY_BYTES.compare(id.apply(records.get(middle)), at) < 0) low = middle + 1;
            else high = middle;
        }
        boolean there = low < records.size() && id.apply(records.get(low)).equals(at);
        if (there) records.remove(low);
        if (record.isPresent()) records.add(low, record.get());
    }

    /** One page of a list in the order of ids. */
    Page<T> page(List<T> records, @Nullable UUID after, int limit) {
        int from = 0;
        while (after != null
                && from < records.size()
                && Ids.BY_BYTES.compare(id.apply(records.get(from)), after) <= 0) {
            from++;
        }
        int to = Math.min(records.size(), from + limit);
        List<T> items = records.subList(from, to);
        return new Page<>(items, to == records.size() ? null : id.apply(items.get(items.size() - 1)));
    }

    /** The record with this id, of a list in the order of ids. */
    Optional<T> among(List<T> records, UUID wanted) {
        int low = 0;
        int high = records.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int side = Ids.BY_BYTES.compare(id.apply(records.get(middle)), wanted);
            if (side == 0) return Optional.of(records.get(middle));
            if (side < 0) low = middle + 1;
            else high = middle - 1;
        }
        return Optional.empty();
    }

    /** Under which name the record is kept. */
    public RowName nameOf(T record) {
        return new RowName(scope.apply(record), kind, id.apply(record));
    }
}
