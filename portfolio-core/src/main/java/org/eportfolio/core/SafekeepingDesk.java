package org.eportfolio.core;

import static org.eportfolio.access.Permission.BACK_UP;
import static org.eportfolio.access.Permission.COMPACT;
import static org.eportfolio.access.Permission.READ_JOURNAL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eportfolio.CancelledException;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.journal.IndexCheck;
import org.eportfolio.core.internal.journal.JournalVerification;
import org.eportfolio.core.internal.journal.ReferenceCheck;
import org.eportfolio.core.internal.journal.SideCheck;
import org.eportfolio.journal.Inspection;
import org.eportfolio.journal.Verification;
import org.eportfolio.spi.PortfolioStore;

/**
 * Backups, and looking whether everything is still whole. Thread-safe.
 *
 * <p>Interrupting the thread of a call ends it with a {@link CancelledException}, at the latest when the
 * store's current operation is done; no file is left.
 */
public final class SafekeepingDesk {
    private final DeskContext desk;

    SafekeepingDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Copies the whole organisation, files included, as it stands at one moment, into a new file, while everybody goes on
     * working. The copy has been checked when this returns. How it is restored depends on the store: for SQLite, by
     * {@code SqliteStore.restore}. It holds all personal data, so it deserves the same care as the portfolio itself.
     *
     * @param to a file that does not exist, in a folder that does
     * @throws org.eportfolio.StorageException if the store makes no backups or cannot write there; no file is made then
     */
    public void backup(Path to) {
        backup(to, ProgressListener.NONE);
    }

    /**
     * The same, followed through copying and looking, in a unit of the store's own, mostly bytes.
     *
     * @throws CancelledException if it was ended; no file is made then
     */
    public void backup(Path to, ProgressListener progress) {
        Objects.requireNonNull(progress, "progress");
        desk.require(BACK_UP);
        desk.engine().store().backup(to, progress);
    }

    /**
     * Writes what is kept anew, without gaps, so that it takes as little room as it can and nothing that was removed before
     * is left in it. For quiet hours: commits wait for it, reads do not. A store that leaves no gaps does nothing; the SQLite
     * store needs free disk space of about twice its file. An erasure does it by itself.
     *
     * @throws org.eportfolio.StorageException if the store cannot; what is kept is then as it was
     */
    public void compact() {
        compact(ProgressListener.NONE);
    }

    /**
     * The same, followed, in a unit of the store's own, mostly bytes.
     *
     * @throws CancelledException if it was ended; what is kept is then as it was, and can be compacted again
     */
    public void compact(ProgressListener progress) {
        Objects.requireNonNull(progress, "progress");
        desk.require(COMPACT);
        desk.engine().store().compact(progress);
    }

    /**
     * Makes the store's index for search anew, of every dossier, beside readers and writers; while it is made, search looks
     * through a bounded number of dossiers. A store without an index has nothing to do. Seldom needed: the index is made by
     * itself, and goes on with each commit.
     */
    public void reindex() {
        reindex(ProgressListener.NONE);
    }

    /** The same, followed dossier by dossier. */
    public void reindex(ProgressListener progress) {
        Objects.requireNonNull(progress, "progress");
        desk.require(COMPACT);
        desk.engine().index().ifPresent(index -> index.anew(done -> progress.at(done, -1)));
    }

    /**
     * Looks through everything, beside readers and writers: what the store says of its medium, every chain and record as
     * {@link JournalDesk#verify} does, whether what records name is there, and whether search would find them as they are.
     * Each finding names what is wrong; damage in one place does not keep it from looking in the others.
     */
    public Inspection check() {
        return check(ProgressListener.NONE);
    }

    /** The same, followed scope by scope. */
    public Inspection check(ProgressListener progress) {
        Objects.requireNonNull(progress, "progress");
        desk.require(READ_JOURNAL);
        PortfolioStore store = desk.engine().store();
        ReferenceCheck references = new ReferenceCheck(desk.engine());
        Optional<IndexCheck> index = IndexCheck.of(desk.engine());
        List<SideCheck> beside = new ArrayList<>(List.of(references));
        index.ifPresent(beside::add);
        // The store looks at its medium meanwhile, unless all of it was cancelled.
        AtomicBoolean goesOn = new AtomicBoolean(true);
        ForkJoinTask<List<Message>> medium =
                ForkJoinPool.commonPool().submit(() -> store.check((done, total) -> goesOn.get()));
        Verification journal;
        try {
            journal = new JournalVerification(desk.engine(), desk.catalogue()).all(progress, beside);
        } catch (RuntimeException e) {
            goesOn.set(false);
            throw e;
        } finally {
            medium.quietlyJoin();
        }
        List<Message> storage = new ArrayList<>(medium.join());
        index.ifPresent(each -> storage.addAll(each.faults()));
        return new Inspection(journal, storage, references.dangling());
    }
}
