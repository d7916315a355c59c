package org.eportfolio.spi;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eportfolio.CommitUnknownException;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;

/**
 * Where one organisation's portfolio is kept. Thread-safe: any method may be called from any thread at any time until
 * {@link #close}. No call runs the host's code while it holds a connection, except the {@code work} given to
 * {@link #read}, which core keeps free of callbacks but for the writer of an archive, and a {@link ProgressListener}, which
 * must not call the store.
 *
 * <p>Failures of the medium (full disk, foreign file, corruption) are {@link StorageException}, never
 * the driver's own types. After {@code close} every call throws {@link IllegalStateException}.
 */
public interface PortfolioStore extends AutoCloseable {
    /**
     * Runs {@code work} once, on the caller's thread, over one snapshot, and gives back its result. The snapshot is taken
     * no later than the first call on the view. Exceptions of the work pass through unchanged. The view must not
     * be used after the call, and the work must not read or commit again.
     */
    <T> T read(Function<? super View, ? extends T> work);

    /**
     * Like {@link #read}, for work that has no effect but its result, and so may run more than once. A store behind a network may run
     * it first without a transaction, which answers a single look in one round trip, and again over a snapshot if the feed moved
     * between two looks. What the last run saw is of one snapshot and its result is the answer; only rows that are written without a
     * journal entry may be newer than the rest. This default reads.
     */
    default <T> T glance(Function<? super View, ? extends T> work) {
        return this.<T>read(work);
    }

    /**
     * Makes the change, all of it and durable when the call returns, or none of it. Refuses with
     * {@link StaleException} when the head of any scope in the basis is not the one given, or when an entry does not
     * follow its scope's head by one, and with {@link MissingContentException} when a content that it needs is not there.
     *
     * <p>A store behind a network can lose the connection after it sent the change and before it got an answer. It then
     * finds out, by the hashes of the change's entries, whether it was made, and makes it if it was not. Where that cannot
     * be found out, and only there, it throws a {@link CommitUnknownException}: the change is there as a whole, or not at
     * all.
     */
    void commit(Change change);

    /**
     * Makes all the changes in one transaction, in bounded memory however many there are: all of them, or none. Each
     * basis is checked as in {@link #commit}, after the changes before it. An exception thrown by the iterator ends the
     * load with nothing written and passes through. The iterator is called on the caller's thread; commits by other
     * threads may have to wait until the load is over, reads do not. The iterator must not commit to this store.
     */
    void load(Iterator<Change> changes);

    /**
     * Registers a callback that is invoked shortly after another process committed to the same place, until the watch is
     * closed. It may be invoked from any thread, and without a cause; it must return quickly and must not throw. A store that
     * cannot tell never invokes it, as this default does, and core then looks by itself each second. Called once for each call
     * that waits.
     */
    default Watch watch(Runnable moved) {
        return () -> {};
    }

    /**
     * Writes what is kept anew, so that nothing that was erased before can be found anywhere in it. Called after an erasure
     * that a person has a right to; may take long. A store that leaves no remnants does nothing.
     */
    default void compact() {}

    /**
     * The same, followed, and ended when the listener or an interrupt asks for it: what is kept is then as it was, and can be
     * compacted again. This default asks once, before it begins.
     *
     * @param progress asked on the caller's thread, in a unit of the store's own
     * @throws org.eportfolio.CancelledException if it was ended
     */
    default void compact(ProgressListener progress) {
        progress.at(0, -1);
        compact();
    }

    /** The files that rows refer to by hash. */
    ContentStore contents();

    /**
     * Where readings of dossiers are logged, apart from all else; the same one at each call. Empty for a store that keeps no
     * such log, as this default says; a portfolio that is to keep one then refuses to be built.
     */
    default Optional<AccessLog> accessLog() {
        return Optional.empty();
    }

    /**
     * The index of tokens, for search; the same one at each call. Empty for a store that keeps none, as this default says: core
     * then looks through the rows themselves, of a bounded number of scopes, and gives no tokens with a change.
     */
    default Optional<SearchIndex> searchIndex() {
        return Optional.empty();
    }

    /**
     * The store's part in moving its school to another place; the same one at each call. Empty for a store that cannot, as this
     * default says.
     */
    default Optional<Moving> moving() {
        return Optional.empty();
    }

    /**
     * Copies everything, rows, entries and files, as it stood at one moment, into a new file, while others go on reading
     * and committing. When the call returns the copy is complete, on the disk, and has passed {@link #check}; when it
     * fails nothing stands under that name. What was removed before is not in the copy, nor is the {@link #accessLog}. How a copy becomes a store again
     * is the store's own to document.
     *
     * <p>A store that makes no copies refuses with a {@link StorageException} and makes no file, as this default does.
     *
     * @param to a file that does not exist, in a folder that does
     */
    default void backup(Path to) {
        throw new StorageException(Message.of("storage.no-backup"), null);
    }

    /**
     * The same, followed through copying and looking, and ended when the listener or an interrupt asks for it: then nothing
     * stands under that name, or beside it. This default asks once, before it begins.
     *
     * @param progress asked on the caller's thread, in a unit of the store's own
     * @throws org.eportfolio.CancelledException if it was ended
     */
    default void backup(Path to, ProgressListener progress) {
        progress.at(0, -1);
        backup(to);
    }

    /**
     * Checks what lies below rows and entries, such as pages, indexes and the pieces of files, while readers and writers go
     * on. A store without such a layer finds nothing, as this default does.
     *
     * @return what is wrong, each thing by its name and without personal data; empty when all is well. At most a few
     *     hundred findings
     */
    default List<Message> check() {
        return List.of();
    }

    /**
     * The same, followed, and ended when the listener or an interrupt asks for it. This default asks once, before it begins.
     *
     * @param progress asked on the caller's thread, in a unit of the store's own
     * @throws org.eportfolio.CancelledException if it was ended
     */
    default List<Message> check(ProgressListener progress) {
        progress.at(0, -1);
        return check();
    }

    /**
     * The state of the write-ahead log. May be called at any time, never waits, and costs at most one look at a file. Empty
     * for a store that keeps none in this process, as this default does.
     */
    default Optional<WriteLog> writeLog() {
        return Optional.empty();
    }

    /**
     * Waits for running commits, then lets go of everything; reads that run meanwhile end well or with
     * {@link IllegalStateException}. Closing twice does nothing.
     */
    @Override
    void close();
}
