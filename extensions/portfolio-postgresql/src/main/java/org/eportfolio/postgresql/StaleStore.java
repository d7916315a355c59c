package org.eportfolio.postgresql;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Stored;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/**
 * A school as a standby has it, for readings alone: what writes is refused here, whatever the other end would do. Who reads is
 * logged at the primary. Thread-safe.
 */
final class StaleStore implements PortfolioStore {
    private final PortfolioStore standby;
    private final PortfolioStore primary;

    StaleStore(PortfolioStore standby, PortfolioStore primary) {
        this.standby = standby;
        this.primary = primary;
    }

    private static RuntimeException refused() {
        return Failures.refusal("storage.stale", null);
    }

    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return standby.<T>read(work);
    }

    @Override
    public <T> T glance(Function<? super View, ? extends T> work) {
        return standby.<T>glance(work);
    }

    @Override
    public void commit(Change change) {
        throw refused();
    }

    @Override
    public void load(Iterator<Change> changes) {
        throw refused();
    }

    @Override
    public void compact() {
        throw refused();
    }

    @Override
    public Optional<AccessLog> accessLog() {
        return primary.accessLog();
    }

    @Override
    public void backup(Path to) {
        standby.backup(to);
    }

    @Override
    public void backup(Path to, ProgressListener progress) {
        standby.backup(to, progress);
    }

    @Override
    public List<Message> check() {
        return standby.check();
    }

    @Override
    public List<Message> check(ProgressListener progress) {
        return standby.check(progress);
    }

    @Override
    public ContentStore contents() {
        ContentStore there = standby.contents();
        return new ContentStore() {
            @Override
            public Stored write(InputStream in, Instant at) {
                throw refused();
            }

            @Override
            public Optional<InputStream> open(Stored content) {
                return there.open(content);
            }

            @Override
            public Optional<InputStream> open(Stored content, long from) {
                return there.open(content, from);
            }

            @Override
            public List<KeptContent> list(@Nullable Hash after, int limit) {
                return there.list(after, limit);
            }

            @Override
            public boolean remove(Stored content, Instant cutoff) {
                throw refused();
            }
        };
    }

    @Override
    public void close() {
        standby.close();
        primary.close();
    }
}
