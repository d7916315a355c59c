package org.eportfolio.postgresql;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.View;
import org.eportfolio.spi.Watch;

/** One school's part of the shared tables. Thread-safe; closing it leaves the pool and the other schools alone. */
final class PostgresStore implements PortfolioStore {
    private final Database database;
    private final UUID school;
    private final PostgresOptions options;
    private final Follower follower;
    private final Calls calls = new Calls();
    private final Snapshots snapshots;
    private final Commits commits;
    private final Contents contents;
    private final Readings readings;
    private final TokenIndex index;
    private final Relocation relocation;

    PostgresStore(Database database, UUID school, PostgresOptions options, Follower follower) {
        this.database = database;
        this.school = school;
        this.options = options;
        this.follower = follower;
        snapshots = new Snapshots(database, school, calls);
        commits = new Commits(database, school, options);
        relocation = new Relocation(database, school, calls);
        contents = new Contents(database, school, calls, snapshots, commits, relocation);
        readings = new Readings(database, school, calls);
        index = new TokenIndex(database, school, calls);
    }

    /** Takes away what uploads and removals left that were cut off. */
    void sweep(List<UUID> left) {
        left.forEach(contents::discard);
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return snapshots.<T>read(work);
    }

    @Override
    public <T> T glance(Function<? super View, ? extends T> work) {
        return snapshots.<T>glance(work);
    }

    @Override
    public void commit(Change change) {
        calls.run(() -> relocation.explained(() -> {
            commits.commit(change);
            return true;
        }));
    }

    @Override
    public void load(Iterator<Change> changes) {
        calls.run(() -> relocation.explained(() -> commits.alone(() -> {
            Loading.run(database, school, changes);
            return true;
        })));
    }

    @Override
    public ContentStore contents() {
        calls.refuseClosed();
        return contents;
    }

    @Override
    public Optional<AccessLog> accessLog() {
        return Optional.of(readings);
    }

    /** {@inheritDoc} It is in no backup. */
    @Override
    public Optional<SearchIndex> searchIndex() {
        return Optional.of(index);
    }

    @Override
    public Optional<Moving> moving() {
        return Optional.of(relocation);
    }

    @Override
    public Watch watch(Runnable moved) {
        calls.refuseClosed();
        return follower.watch(school, moved);
    }

    /** Those without a key; not of a school that has moved, in which nothing is written any more. */
    void encryptFiles(Runnable question) {
        if (!hasMoved()) contents.encrypt(question);
    }

    private boolean hasMoved() {
        return relocation.standing().state() == Moving.State.MOVED;
    }

    @Override
    public void compact() {
        compact(ProgressListener.NONE);
    }

    /** {@inheritDoc} The unit is bytes; a table that was written anew before it is ended stays so. */
    @Override
    public void compact(ProgressListener progress) {
        calls.run(() -> {
            progress.at(0, -1);
            if (!hasMoved()) contents.endRemovals();
            encryptFiles(() -> progress.at(0, -1));
            new Compaction(database, school, options.lockTimeout()).run(progress);
            return true;
        });
    }

    @Override
    public void backup(Path to) {
        backup(to, ProgressListener.NONE);
    }

    /** {@inheritDoc} The unit is bytes. */
    @Override
    public void backup(Path to, ProgressListener progress) {
        calls.run(() -> {
            Copies.backup(database, school, to.toAbsolutePath().normalize(), progress);
            return true;
        });
    }

    @Override
    public List<Message> check() {
        return check(ProgressListener.NONE);
    }

    /** {@inheritDoc} The unit is bytes of files. */
    @Override
    public List<Message> check(ProgressListener progress) {
        return calls.run(() -> Check.of(database, school, progress));
    }

    @Override
    public void close() {
        calls.close();
    }
}
