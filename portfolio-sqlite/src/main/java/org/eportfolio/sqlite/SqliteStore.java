package org.eportfolio.sqlite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SchoolStores;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.View;
import org.eportfolio.spi.WriteLog;

/**
 * One organisation in one SQLite file, files included. Thread-safe; it starts no thread. Several processes may open the
 * same file on the same machine, each commit then waits for the others; network drives are not supported.
 *
 * <p>Commits of several threads share one sync of the disk. A read inside a read on the same thread sees the same
 * snapshot.
 *
 * <p>What is removed or replaced is overwritten in the file. Its former text can linger in two places: in the
 * write-ahead log, which is emptied right after a commit that removes rows (unless there is a reader at every moment; then a
 * later commit or {@link #close} does it), and seldom in a gap between rows, where SQLite left a copy when it moved them;
 * {@link #compact} leaves none.
 */
public final class SqliteStore implements PortfolioStore {
    private final Path path;
    private final KindNumbers kinds;
    private final ReadConnections readers;
    private final Checkpoints checkpoints;
    private final Writer writer;
    private final Contents contents;
    private final AccessLogFile readings;
    private final TokenIndex index;
    private final Relocation relocation;
    private final Opening opening;
    private final Failures failures;

    private SqliteStore(Path path, SqliteOptions options) {
        this.path = path;
        failures = new Failures(path);
        opening = new Opening(path, options, failures);
        kinds = new KindNumbers();
        readers = new ReadConnections(opening, options.readers(), kinds, failures);
        checkpoints = new Checkpoints(path, readers, options);
        writer = new Writer(opening, kinds, checkpoints, failures);
        relocation = new Relocation(writer, readers, kinds, failures);
        readings = new AccessLogFile(path, options);
        index = new TokenIndex(writer, checkpoints);
        contents = new Contents(writer, readers, opening.synchronous());
    }

    /** Opens the file with {@link SqliteOptions#defaults()}. */
    public static SqliteStore open(Path path) {
        return open(path, SqliteOptions.defaults());
    }

    /**
     * Opens the file, and makes it if it is not there or is empty. A file of an older version of the library is brought
     * up to date.
     *
     * @throws org.eportfolio.StorageException if the folder is missing, if file or folder cannot be written, or if the
     *     file is damaged, not a portfolio, or of a newer version; the file is untouched then
     */
    public static SqliteStore open(Path path, SqliteOptions options) {
        Objects.requireNonNull(options, "options");
        SqliteStore store = new SqliteStore(path.toAbsolutePath().normalize(), options);
        boolean ready = false;
        try {
            store.begin();
            if (!store.relocation.isSealed()) store.contents.sweep(Instant.now());
            ready = true;
            return store;
        } finally {
            if (!ready) store.close();
        }
    }

    /** A file that is up to date is only read. */
    private void begin() {
        opening.upToDate().ifPresentOrElse(readers::keep, () -> writer.keep(opening.writer()));
    }

    /**
     * The schools of a folder, for a host that has many: the file of each is named by its id, with {@code .db} at the end. An id
     * has 1 to 100 letters of ASCII, digits, {@code -} and {@code _}, and does not begin with one of the latter. A school is
     * made by {@link #open} of its file.
     */
    public static SchoolStores folder(Path folder) {
        return folder(folder, SqliteOptions.defaults());
    }

    /** The schools of a folder, each opened with these options. */
    public static SchoolStores folder(Path folder, SqliteOptions options) {
        return new SchoolFolder(folder.toAbsolutePath().normalize(), Objects.requireNonNull(options, "options"));
    }

    /**
     * Makes a backup the file of a portfolio again, to be opened as any other. The backup is looked through first and
     * stays as it is. What the hosts and the journal make of being back at an earlier moment is not the store's affair:
     * have the journal verified, with an anchor if one was kept.
     *
     * @param backup as {@link #backup} made it
     * @param to a file that does not exist, in a folder that does
     * @throws org.eportfolio.StorageException if the backup is damaged, not a portfolio or of a newer version, or if
     *     something stands in the new place; nothing is made then
     */
    public static void restore(Path backup, Path to) {
        restore(backup, to, ProgressListener.NONE);
    }

    /**
     * The same, followed by the byte through copying and looking, and ended when the listener or an interrupt asks for it:
     * then nothing is made.
     *
     * @throws org.eportfolio.CancelledException if it was ended
     */
    public static void restore(Path backup, Path to, ProgressListener progress) {
        Objects.requireNonNull(progress, "progress");
        Copies.restore(backup.toAbsolutePath().normalize(), to.toAbsolutePath().normalize(), progress);
    }

    /** The file, absolute. */
    public Path path() {
        return path;
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return readers.read(work);
    }

    @Override
    public void commit(Change change) {
        writer.commit(change);
    }

    @Override
    public void load(Iterator<Change> changes) {
        writer.alone(session -> {
            new Loading(session, kinds, checkpoints).run(changes);
            return true;
        });
    }

    @Override
    public ContentStore contents() {
        readers.refuseClosed();
        return contents;
    }

    /**
     * {@inheritDoc} Here: in a file of its own beside the portfolio's, named like it with {@code .access-log} at the end,
     * its owner's alone, and made with the first reading that is kept.
     */
    @Override
    public Optional<AccessLog> accessLog() {
        return Optional.of(readings);
    }

    /** {@inheritDoc} Here: in the file itself, so that a backup has it too. */
    @Override
    public Optional<SearchIndex> searchIndex() {
        return Optional.of(index);
    }

    @Override
    public Optional<Moving> moving() {
        return Optional.of(relocation);
    }

    /**
     * Writes the whole file anew, without gaps: it becomes as small as it can be, and nothing that was erased before is
     * left anywhere in it. Meant for quiet hours, and after an erasure to which a person has a right. Commits wait for it,
     * reads do not; it needs free disk space of about twice the file. Files that an earlier version of the library kept are laid out
     * as today's are, so that the end of a long one is found at once.
     *
     * @throws org.eportfolio.StorageException if it cannot; the file is then as it was
     */
    @Override
    public void compact() {
        compact(ProgressListener.NONE);
    }

    /** {@inheritDoc} The unit is bytes. While SQLite writes what it has copied back into the file it cannot be ended. */
    @Override
    public void compact(ProgressListener progress) {
        if (!relocation.isSealed()) contents.carryOver(progress);
        writer.alone(session -> {
            Vacuum.of(session, progress);
            checkpoints.erased();
            return true;
        });
    }

    /**
     * {@inheritDoc} The copy is a portfolio's file itself: it can be kept anywhere, be made a portfolio again with
     * {@link #restore}, and be read with any SQLite tool. It holds everything that the portfolio holds, personal data
     * included, and needs as much room as what is kept.
     */
    @Override
    public void backup(Path to) {
        backup(to, ProgressListener.NONE);
    }

    /** {@inheritDoc} The unit is bytes. */
    @Override
    public void backup(Path to, ProgressListener progress) {
        readers.refuseClosed();
        Copies.backup(opening, to.toAbsolutePath().normalize(), progress);
    }

    /** {@inheritDoc} Here: pages, indexes and keys, and every byte of every file. */
    @Override
    public List<Message> check() {
        return check(ProgressListener.NONE);
    }

    /** {@inheritDoc} The unit is bytes. */
    @Override
    public List<Message> check(ProgressListener progress) {
        readers.refuseClosed();
        return Check.of(opening, failures, progress);
    }

    @Override
    public Optional<WriteLog> writeLog() {
        return Optional.of(checkpoints.standing());
    }

    /** {@inheritDoc} Reads that run are waited for too. */
    @Override
    public void close() {
        readers.refuseReentry();
        writer.stop();
        try {
            readings.close();
        } finally {
            try {
                readers.close();
            } finally {
                writer.close();
            }
        }
    }

    /** For tests that need to get at the connection. */
    Writer writer() {
        return writer;
    }
}
