package org.eportfolio.core.teeth;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.PageRequest;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.Stored;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** Says yes to everything, keeps nothing, and answers as if nothing had ever been written. */
final class DoNothing implements PortfolioStore, View, ContentStore, AccessLog {
    @Override
    public <T> T read(Function<? super View, ? extends T> work) {
        return work.apply(this);
    }

    @Override
    public void commit(Change change) {}

    @Override
    public void load(Iterator<Change> changes) {}

    @Override
    public ContentStore contents() {
        return this;
    }

    @Override
    public void backup(Path to) {}

    @Override
    public Optional<AccessLog> accessLog() {
        return Optional.of(this);
    }

    @Override
    public Optional<SearchIndex> searchIndex() {
        return Optional.of(new SearchIndex() {
            @Override
            public void wholeBy(String rules) {}

            @Override
            public void clear() {}
        });
    }

    @Override
    public void add(List<LoggedReading> readings) {}

    @Override
    public List<LoggedReading> of(Scope dossier, PageRequest page) {
        return List.of();
    }

    @Override
    public void remove(Scope dossier) {}

    @Override
    public void rename(String person, String pseudonym) {}

    @Override
    public void removeBefore(Instant instant) {}

    @Override
    public void close() {}

    @Override
    public Head head(Scope scope) {
        return Head.EMPTY;
    }

    @Override
    public List<Scope> scopes(@Nullable UUID after, int limit) {
        return List.of();
    }

    @Override
    public Optional<Row> find(Scope scope, Kind kind, UUID id) {
        return Optional.empty();
    }

    @Override
    public List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit) {
        return List.of();
    }

    @Override
    public List<Row> among(Collection<Scope> scopes, Kind kind) {
        return List.of();
    }

    @Override
    public List<Row> where(Key key, @Nullable UUID after, int limit) {
        return List.of();
    }

    @Override
    public List<Row> whereAny(Collection<Key> keys) {
        return List.of();
    }

    @Override
    public List<Entry> entries(Scope scope, long afterNumber, int limit) {
        return List.of();
    }

    @Override
    public List<FeedEntry> feed(long afterPosition, int limit) {
        return List.of();
    }

    @Override
    public Stored write(InputStream in, Instant at) {
        return new Stored(Hash.NONE, 0);
    }

    @Override
    public Optional<InputStream> open(Stored content) {
        return Optional.empty();
    }

    @Override
    public List<KeptContent> list(@Nullable Hash after, int limit) {
        return List.of();
    }

    @Override
    public boolean remove(Stored content, Instant cutoff) {
        return false;
    }
}
