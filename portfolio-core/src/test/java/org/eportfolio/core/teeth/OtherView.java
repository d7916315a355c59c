package org.eportfolio.core.teeth;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** A view that passes everything on; a fault overrides one thing of it. */
class OtherView implements View {
    private final View sound;

    OtherView(View sound) {
        this.sound = sound;
    }

    @Override
    public Head head(Scope scope) {
        return sound.head(scope);
    }

    @Override
    public Map<Scope, Head> heads(Collection<Scope> scopes) {
        return sound.heads(scopes);
    }

    @Override
    public long position() {
        return sound.position();
    }

    @Override
    public List<Scope> scopes(@Nullable UUID after, int limit) {
        return sound.scopes(after, limit);
    }

    @Override
    public Optional<Row> find(Scope scope, Kind kind, UUID id) {
        return sound.find(scope, kind, id);
    }

    @Override
    public List<Row> listAll(Scope scope, Set<Kind> kinds, @Nullable RowName after, int limit) {
        return sound.listAll(scope, kinds, after, limit);
    }

    @Override
    public List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit) {
        return sound.list(scope, kind, after, limit);
    }

    @Override
    public List<Row> among(Collection<Scope> scopes, Kind kind) {
        return sound.among(scopes, kind);
    }

    @Override
    public List<Row> oldestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID after, int limit) {
        return sound.oldestAmong(scopes, kind, after, limit);
    }

    @Override
    public List<Row> newestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID before, int limit) {
        return sound.newestAmong(scopes, kind, before, limit);
    }

    @Override
    public List<Row> where(Key key, @Nullable UUID after, int limit) {
        return sound.where(key, after, limit);
    }

    @Override
    public List<Row> whereAny(Collection<Key> keys) {
        return sound.whereAny(keys);
    }

    @Override
    public List<Row> rows(Collection<RowName> names) {
        return sound.rows(names);
    }

    @Override
    public String indexedBy() {
        return sound.indexedBy();
    }

    @Override
    public List<IndexHit> hits(IndexQuery query) {
        return sound.hits(query);
    }

    @Override
    public List<IndexedRow> indexed(Scope scope) {
        return sound.indexed(scope);
    }

    @Override
    public List<Entry> entries(Scope scope, long afterNumber, int limit) {
        return sound.entries(scope, afterNumber, limit);
    }

    @Override
    public List<FeedEntry> feed(long afterPosition, int limit) {
        return sound.feed(afterPosition, limit);
    }
}
