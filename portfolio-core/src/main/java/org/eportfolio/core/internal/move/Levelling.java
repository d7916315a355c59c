package org.eportfolio.core.internal.move;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;

/**
 * Brings one store to where another stands: only what differs is written, so that it can be stopped anywhere and begun anew.
 * Confined to one thread.
 */
public final class Levelling {
    private static final int ENTRIES = 500;
    private static final int SCOPES = 20;
    private static final int ROWS = 1_000;
    private static final int CONTENTS = 500;

    private final PortfolioStore from;
    private final PortfolioStore to;
    private final Moving receiving;
    private final UUID move;
    private final ProgressListener progress;
    private long done;

    public Levelling(PortfolioStore from, PortfolioStore to, Moving receiving, UUID move, ProgressListener progress) {
        this.from = from;
        this.to = to;
        this.receiving = receiving;
        this.move = move;
        this.progress = progress;
    }

    private void step(long by) {
        done += by;
        progress.at(done, -1);
    }

    /** Brings the entries that are missing; gives back the scopes that they name. */
    public Set<Scope> entries() {
        Set<Scope> named = new LinkedHashSet<>();
        for (List<FeedEntry> page = newer(); !page.isEmpty(); page = newer()) {
            receiving.receive(move, new Moving.Arrival(page, List.of(), List.of()));
            page.forEach(fed -> named.add(fed.entry().scope()));
            step(page.size());
        }
        return named;
    }

    private List<FeedEntry> newer() {
        long last = lastPosition(to);
        return from.read(view -> view.feed(last, ENTRIES));
    }

    /** The position of the last entry that is there; 0 before the first. */
    public static long lastPosition(PortfolioStore store) {
        return store.<Long>read(View::position);
    }

    /** Whether the last entry of each chain of the one stands at its place in the other, which may have more. */
    public static boolean holdsChains(PortfolioStore from, PortfolioStore to) {
        List<Scope> missing = new ArrayList<>();
        Pages.scopes(from, SCOPES, scope -> {
            Head head = from.read(view -> view.head(scope));
            List<Entry> there = to.read(view -> view.entries(scope, head.length() - 1, 1));
            if (there.isEmpty() || !there.get(0).head().equals(head)) missing.add(scope);
        });
        return missing.isEmpty();
    }

    /** Brings the rows of every scope. */
    public void allRows() {
        UUID after = null;
        for (List<Scope> page = Pages.scopes(from, after, SCOPES); !page.isEmpty(); ) {
            level(page);
            after = page.get(page.size() - 1).id();
            page = Pages.scopes(from, after, SCOPES);
        }
    }

    /** Brings the rows of these scopes. */
    public void rows(Collection<Scope> scopes) {
        List<Scope> all = List.copyOf(scopes);
        for (int i = 0; i < all.size(); i += SCOPES) level(all.subList(i, Math.min(all.size(), i + SCOPES)));
    }

    private void level(List<Scope> scopes) {
        Map<RowName, Row> here = rows(to, scopes);
        List<Row> puts = new ArrayList<>();
        rows(from, scopes).forEach((name, row) -> {
            if (!row.equals(here.remove(name))) puts.add(row);
        });
        List<RowName> removes = List.copyOf(here.keySet());
        if (!removes.isEmpty()) receiving.receive(move, new Moving.Arrival(List.of(), removes, List.of()));
        for (int i = 0; i < puts.size(); i += ROWS) {
            List<Row> some = puts.subList(i, Math.min(puts.size(), i + ROWS));
            receiving.receive(move, new Moving.Arrival(List.of(), List.of(), some));
        }
        step(scopes.size());
    }

    private static Map<RowName, Row> rows(PortfolioStore store, List<Scope> scopes) {
        return store.read(view -> {
            Map<RowName, Row> rows = new HashMap<>();
            for (RecordKind<?> kind : Kinds.ALL) {
                view.among(scopes, kind.kind()).forEach(row -> rows.put(RowName.of(row), row));
            }
            return rows;
        });
    }

    /** Brings the files that are missing and takes away those that are not there any more. */
    public void files() {
        Set<Hash> wanted = new LinkedHashSet<>();
        Set<Hash> there = new LinkedHashSet<>();
        Pages.contents(to, CONTENTS, content -> there.add(content.content().sha256()));
        Pages.contents(from, CONTENTS, content -> {
            wanted.add(content.content().sha256());
            if (!there.contains(content.content().sha256())) copy(content);
            step(1);
        });
        Pages.contents(to, CONTENTS, content -> {
            if (!wanted.contains(content.content().sha256())) to.contents().remove(content.content(), Instant.MAX);
        });
    }

    /** One that is gone meanwhile is not missed: the rows that spoke of it went before. */
    private void copy(KeptContent content) {
        Optional<InputStream> found = from.contents().open(content.content());
        if (found.isEmpty()) return;
        try (InputStream in = found.get()) {
            if (!to.contents().write(in, content.touched()).equals(content.content())) {
                throw new StorageException(
                        Message.of("move.file-altered", content.content().sha256()), null);
            }
        } catch (IOException e) {
            throw new StorageException(
                    Message.of("move.file-unreadable", content.content().sha256(), e.toString()), e);
        }
    }

    /** Brings who read which dossier, where both keep it. */
    public void readings() {
        Optional<AccessLog> source = from.accessLog();
        Optional<AccessLog> target = to.accessLog();
        if (source.isEmpty() || target.isEmpty()) return;
        Pages.scopes(from, SCOPES, scope -> {
            PageRequest next = PageRequest.first(PageRequest.LARGEST);
            for (List<LoggedReading> page = source.get().of(scope, next); !page.isEmpty(); ) {
                target.get().add(page);
                page = source.get()
                        .of(scope, next.after(page.get(page.size() - 1).id()));
            }
        });
    }
}
