package org.eportfolio.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;

/**
 * A bulk load: one transaction, each change written in the order in which the file lies, so that its pages are touched few
 * times. Until the end nothing is visible, and a crash leaves nothing: the log grows to the size of what is loaded and is
 * emptied afterwards.
 */
final class Loading {
    /** More heads than these are not carried from change to change. */
    private static final int MOST_HEADS = 2_000;

    private final Session session;
    private final KindNumbers kinds;
    private final Checkpoints checkpoints;
    private boolean erases;

    Loading(Session session, KindNumbers kinds, Checkpoints checkpoints) {
        this.session = session;
        this.kinds = kinds;
        this.checkpoints = checkpoints;
    }

    private record Placed(long scope, long kind, Row row) {
        static final Comparator<Placed> ORDER = Comparator.comparingLong(Placed::scope)
                .thenComparingLong(Placed::kind)
                .thenComparing(each -> each.row().id(), UuidBytes.UNSIGNED);
    }

    void run(Iterator<Change> changes) throws SQLException {
        session.run("PRAGMA cache_size=-65536");
        try {
            Records records = new Records(session, kinds);
            session.writing(() -> {
                Chains chains = new Chains(session);
                while (changes.hasNext()) {
                    write(changes.next(), chains, records);
                    if (chains.waiting() > MOST_HEADS) chains.flush();
                }
                chains.flush();
                return true;
            });
            kinds.remember(records.newKinds());
            if (erases) checkpoints.erased();
        } finally {
            session.run(Opening.WRITER_CACHE);
        }
    }

    private void write(Change change, Chains chains, Records records) throws SQLException {
        chains.check(change);
        Contents.require(session, change.contents());
        for (RowName name : change.removes()) {
            erases = true;
            records.remove(name, chains);
        }
        List<Placed> rows = new ArrayList<>(change.puts().size());
        for (Row row : change.puts()) {
            rows.add(new Placed(chains.keyOrNew(row.scope()), records.kindOrNew(row.kind()), row));
        }
        rows.sort(Placed.ORDER);
        for (Placed each : rows) records.put(each.scope(), each.kind(), each.row());
        for (Entry entry : change.entries()) {
            chains.advance(entry);
            records.append(chains.keyOrNew(entry.scope()), chains.nextPosition(), entry);
        }
        for (IndexedRow each : change.indexed()) records.index(each, chains);
    }
}
