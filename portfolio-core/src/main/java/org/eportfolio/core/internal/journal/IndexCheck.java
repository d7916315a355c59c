package org.eportfolio.core.internal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.IndexBuilding;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;

/** Where a whole index and the records differ, or that the index cannot be read. */
public final class IndexCheck implements SideCheck {
    private static final int MOST = 300;

    private final IndexBuilding index;
    /** Shared by threads. */
    private final List<Message> faults = new ArrayList<>();

    private IndexCheck(IndexBuilding index) {
        this.index = index;
    }

    /** Empty for a store without an index, and for one whose index has yet to be made. */
    public static Optional<IndexCheck> of(Engine engine) {
        return engine.index().filter(IndexBuilding::isWhole).map(IndexCheck::new);
    }

    /** What differs, once all scopes were looked through. */
    public List<Message> faults() {
        return faults;
    }

    @Override
    public OfScope of(Scope scope, boolean arrived) {
        return new OfScope() {
            private final List<IndexedRow> wanted = new ArrayList<>();

            @Override
            public void at(SeenRow row) {
                if (index.indexes(row.kind())) wanted.add(index.wanted(row.kind(), RowName.of(row.row()), row::record));
            }

            @Override
            public void compare(View view) {
                try {
                    found(IndexBuilding.lacking(wanted, view.indexed(scope)));
                } catch (StorageException e) {
                    unreadable(e);
                }
            }
        };
    }

    /** The index is damaged, and the journal is not for that; said once. */
    private synchronized void unreadable(StorageException e) {
        if (!faults.contains(e.reason())) faults.add(e.reason());
    }

    private synchronized void found(List<IndexedRow> lacking) {
        for (IndexedRow row : lacking) {
            if (faults.size() == MOST) return;
            faults.add(Message.of(
                    "index.differs", row.name().kind().name(), row.name().id()));
        }
    }
}
