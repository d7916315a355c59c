package org.eportfolio.core;

import java.util.List;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Permission;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.Verification;
import org.eportfolio.spi.Fed;

/** What was changed, in commit order, and the proof that it still stands as it was written. Thread-safe. */
public final class JournalDesk {
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Engine engine;

    JournalDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /** The entries after a cursor, in commit order, none left out; at most {@code limit}. */
    public Feed after(Cursor cursor, int limit) {
        return session.read(work -> {
            gate.organisation(Permission.READ_JOURNAL, work);
            List<Fed> fed = work.view().feed(cursor.position(), Limits.page(limit));
            Cursor next =
                    fed.isEmpty() ? cursor : new Cursor(fed.get(fed.size() - 1).position());
            return new Feed(
                    fed.stream()
                            .map(each -> EntryBody.read(each.entry(), Work.json()))
                            .toList(),
                    next);
        });
    }

    /**
     * Follows every chain and compares every record with what the journal says of it. Finds any entry or record that
     * was altered, removed, added or swapped in the store, and says which. Rewriting a whole chain, or cutting its end
     * together with the records, shows only against a head kept elsewhere. Runs beside writers, one scope at a time.
     */
    public Verification verify() {
        session.read(work -> gate.organisation(Permission.READ_JOURNAL, work));
        return new Verifying(engine, catalogue).all();
    }
}
