package org.eportfolio.core;

import java.nio.file.Path;
import java.util.List;
import org.eportfolio.Message;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.journal.JournalVerification;
import org.eportfolio.core.internal.journal.ReferenceCheck;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.journal.Inspection;
import org.eportfolio.journal.Verification;

/**
 * Backups, and looking whether everything is still whole. Thread-safe.
 *
 * <p>Interrupting the thread of a call ends it with a {@link org.eportfolio.CancelledException}, at the latest when the
 * store has done what it does at one go; no file is left.
 */
public final class SafekeepingDesk {
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Engine engine;

    SafekeepingDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /**
     * Copies the whole organisation, files included, as it stands at one moment, into a new file, while everybody goes on
     * working. The copy was looked through when this returns. How it becomes a portfolio again is the store's: for SQLite,
     * {@code SqliteStore.restore}. It holds all personal data, so it deserves the same care as the portfolio itself.
     *
     * @param to a file that does not exist, in a folder that does
     * @throws org.eportfolio.StorageException if the store makes no backups or cannot write there; no file is made then
     */
    public void backup(Path to) {
        session.read(work -> gate.organisation(Permission.BACK_UP, work));
        engine.store().backup(to);
    }

    /**
     * Looks through everything, beside readers and writers: what the store says of its medium, every chain and record as
     * {@link JournalDesk#verify} does, and whether what records name is there. Each finding names what is wrong; damage in
     * one place does not keep it from looking in the others.
     */
    public Inspection check() {
        session.read(work -> gate.organisation(Permission.READ_JOURNAL, work));
        List<Message> storage = engine.store().check();
        Verification journal = new JournalVerification(engine, catalogue).all();
        return new Inspection(journal, storage, new ReferenceCheck(engine).dangling());
    }
}
