package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
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

    RecordKind<T> upgradedBy(Upgrades steps) {
        return new RecordKind<>(kind, type, steps, id, scope, keys, journalled);
    }

    RecordKind<T> unjournalled() {
        return new RecordKind<>(kind, type, upgrades, id, scope, keys, false);
    }

    /** Puts a record into a list in the order of ids, or takes it out. */
    void lay(List<T> records, UUID at, Optional<T> record) {
        int low = placeOf(records, at);
        boolean there = low < records.size() && id.apply(records.get(low)).equals(at);
        if (there) records.remove(low);
        if (record.isPresent()) records.add(low, record.get());
    }

    /** One page of a list in the order of ids. */
    Page<T> page(List<T> records, PageRequest request) {
        boolean backwards = request.order() == PageRequest.Order.NEWEST_FIRST;
        int at = backwards ? records.size() : 0;
        if (request.after() != null) {
            at = placeOf(records, request.after());
            if (!backwards && at < records.size() && id.apply(records.get(at)).equals(request.after())) at++;
        }
        int from = backwards ? Math.max(0, at - request.size()) : at;
        int to = backwards ? at : Math.min(records.size(), at + request.size());
        List<T> items = new ArrayList<>(records.subList(from, to));
        if (backwards) Collections.reverse(items);
        boolean last = items.isEmpty() || (backwards ? from == 0 : to == records.size());
        return new Page<>(items, last ? null : request.after(id.apply(items.get(items.size() - 1))));
    }

    /** Where a record with this id stands in a list in the order of ids, or would stand. */
    private int placeOf(List<T> records, UUID at) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Ids.BY_BYTES.compare(id.apply(records.get(middle)), at) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** The record with this id, of a list in the order of ids. */
    Optional<T> among(List<T> records, UUID wanted) {
        int at = placeOf(records, wanted);
        return at < records.size() && id.apply(records.get(at)).equals(wanted)
                ? Optional.of(records.get(at))
                : Optional.empty();
    }

    /** Under which name the record is kept. */
    public RowName nameOf(T record) {
        return new RowName(scope.apply(record), kind, id.apply(record));
    }
}
