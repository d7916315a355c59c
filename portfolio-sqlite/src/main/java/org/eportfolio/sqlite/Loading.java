package org.eportfolio.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;

/**
 * A bulk load: one transaction, written in chunks that are sorted as the file is, so that each of its pages is touched
 * few times. Until the end nothing is visible, and a crash leaves nothing: the log grows to the size of what is loaded
 * and is emptied afterwards.
 */
final class Loading {
    private static final int CHUNK_ROWS = 100_000;
    /** What a row or an entry takes beside its text, in bytes; generous. */
    private static final int OVERHEAD = 400;

    private final long chunkBytes =
            Math.min(64L << 20, Math.max(1L << 20, Runtime.getRuntime().maxMemory() / 8));
    private final Session session;
    private final Kinds kinds;
    private final Checkpoints checkpoints;

    private final Map<RowName, Optional<Row>> effects = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;
    private boolean erases;

    Loading(Session session, Kinds kinds, Checkpoints checkpoints) {
        this.session = session;
        this.kinds = kinds;
        this.checkpoints = checkpoints;
    }

    private record Placed(long scope, long kind, UUID id, Optional<Row> row) {
        static final Comparator<Placed> ORDER = Comparator.comparingLong(Placed::scope)
                .thenComparingLong(Placed::kind)
                .thenComparing(Placed::id, Ids.UNSIGNED);
    }

    void run(Iterator<Change> changes) throws SQLException {
        session.run("PRAGMA cache_size=-65536");
        try {
            Records records = new Records(session, kinds);
            session.writing(() -> {
                Chains chains = new Chains(session);
                while (changes.hasNext()) {
                    take(changes.next(), chains);
                    if (bytes > chunkBytes || effects.size() + entries.size() >= CHUNK_ROWS) write(chains, records);
                }
                write(chains, records);
                return true;
            });
            kinds.remember(records.newKinds());
            if (erases) checkpoints.erased();
        } finally {
            session.run("PRAGMA cache_size=-2000");
        }
    }

    /** Only what a row comes to in the end is written: later puts and removes outdo earlier ones. */
    private void take(Change change, Chains chains) throws SQLException {
        chains.check(change);
        for (RowName name : change.removes()) {
            erases = true;
            effects.put(name, Optional.empty());
            bytes += OVERHEAD;
        }
        for (Row row : change.puts()) {
            effects.put(RowName.of(row), Optional.of(row));
            bytes += OVERHEAD + row.json().utf8().length;
            for (Key key : row.keys()) bytes += OVERHEAD + 2L * key.value().length();
        }
        for (Entry entry : change.entries()) {
            chains.advance(entry);
            entries.add(entry);
            bytes += OVERHEAD + 2L * entry.body().length();
        }
        bytes += (long) OVERHEAD * change.basis().size();
    }

    private void write(Chains chains, Records records) throws SQLException {
        List<Placed> rows = new ArrayList<>(effects.size());
        for (Map.Entry<RowName, Optional<Row>> effect : effects.entrySet()) {
            RowName name = effect.getKey();
            boolean put = effect.getValue().isPresent();
            Long kind = put ? Long.valueOf(records.kindOrNew(name.kind())) : records.kind(name.kind());
            long scope = put ? chains.keyOrNew(name.scope()) : chains.key(name.scope());
            if (kind != null && scope != 0) rows.add(new Placed(scope, kind, name.id(), effect.getValue()));
        }
        rows.sort(Placed.ORDER);
        for (Placed each : rows) {
            if (each.row().isPresent())
                records.put(each.scope(), each.kind(), each.row().get());
            else records.remove(each.scope(), each.kind(), each.id());
        }

        if (!entries.isEmpty()) chains.reserve(entries.size());
        for (Entry each : entries) records.append(chains.keyOrNew(each.scope()), chains.nextPosition(), each);

        chains.flush();
        effects.clear();
        entries.clear();
        bytes = 0;
    }
}
