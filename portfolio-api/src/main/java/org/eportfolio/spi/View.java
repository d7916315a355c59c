package org.eportfolio.spi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One snapshot of a store, valid inside {@link PortfolioStore#read} and on its thread only. What was committed after
 * the snapshot began is not seen. Every list is a copy that may be kept. Rows are in the order of their ids' 16 bytes,
 * unsigned; with core's UUIDv7 ids that is the order of creation. A limit is 1 or more.
 */
public interface View {
    /** Where the scope's chain stands; {@link Head#EMPTY} for a scope that was never written to. */
    Head head(Scope scope);

    /** Scopes that have a head, in the order of their ids, beginning after {@code after} ({@code null}: at the first). */
    List<Scope> scopes(@Nullable UUID after, int limit);

    Optional<Row> find(Scope scope, Kind kind, UUID id);

    /** At most {@code limit} rows of one scope and kind whose id is greater than {@code after} ({@code null}: all). */
    List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit);

    /** All rows of one kind in any of these scopes, by scope id, then id; one round trip, however many scopes. */
    List<Row> among(Collection<Scope> scopes, Kind kind);

    /**
     * At most {@code limit} rows of any scope that carry the key, by id, beginning after {@code after}. Core gives no two
     * rows under one key the same id, so the id alone is a cursor.
     */
    List<Row> where(Key key, @Nullable UUID after, int limit);

    /** All rows that carry any of the keys, each row once, by id; one round trip, however many keys. */
    List<Row> whereAny(Collection<Key> keys);

    /** At most {@code limit} entries of one chain with a number greater than {@code afterNumber}, in order. */
    List<Entry> entries(Scope scope, long afterNumber, int limit);

    /** At most {@code limit} entries of all chains with a position greater than {@code afterPosition}, in commit order. */
    List<Fed> feed(long afterPosition, int limit);
}
