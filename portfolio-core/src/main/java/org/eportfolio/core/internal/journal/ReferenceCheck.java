package org.eportfolio.core.internal.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eportfolio.CancelledException;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Reference;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Which records name something that is not there. What a record names is read off its own shape: a component whose type
 * is the id of a kind of record names such a record, and a {@link Stored} a file. Holds the names of one scope at a time,
 * besides those that lead out of it.
 */
public final class ReferenceCheck implements SideCheck {
    private static final int PAGE = 500;
    private static final int MOST = 300;
    /** How the body of an entry begins to name the acts that erase: {@code person.erased}, {@code person.erased-again}. */
    private static final String ERASED = "\"person.erased";

    private final Engine engine;
    // What follows is shared by threads.
    private final List<Message> dangling = new ArrayList<>();
    private final Map<Object, Naming> leadingOut = new LinkedHashMap<>();
    private final Set<Object> ofOrganisation = new HashSet<>();

    /** Who names something. */
    private record Naming(RowName by) {
        Message of(Object name) {
            return Message.of("reference.dangling", by.kind().name(), by.id(), kindOf(name), idText(name));
        }
    }

    public ReferenceCheck(Engine engine) {
        this.engine = engine;
    }

    /** What is missing, once all scopes were looked through. */
    public List<Message> dangling() {
        leadingOut.keySet().removeAll(ofOrganisation);
        if (!leadingOut.isEmpty()) {
            Set<RecordKind<?>> kinds = new HashSet<>();
            leadingOut.keySet().forEach(name -> kinds.addAll(Reference.kindsNamedBy(name.getClass())));
            eachScope(scope ->
                    rows(scope, kinds, row -> row.readable().map(Inside::id).ifPresent(leadingOut::remove)));
        }
        if (!leadingOut.isEmpty()) eachScope(this::allowErased);
        leadingOut.forEach((name, naming) -> found(naming.of(name)));
        return dangling;
    }

    private void found(Message message) {
        if (dangling.size() < MOST) dangling.add(message);
    }

    private void eachScope(Consumer<Scope> look) {
        try {
            UUID after = null;
            for (List<Scope> page = scopes(after); !page.isEmpty(); page = scopes(after)) {
                page.forEach(look);
                after = page.get(page.size() - 1).id();
            }
        } catch (StorageException e) {
            found(Message.of("reference.unreadable", e.reason()));
        }
    }

    private List<Scope> scopes(@Nullable UUID after) {
        CancelledException.ifInterrupted();
        return engine.store().read(view -> view.scopes(after, PAGE));
    }

    @Override
    public OfScope of(Scope scope, boolean arrived) {
        return new Names(scope, arrived);
    }

    /** The names in one scope. */
    private final class Names implements OfScope {
        private final Scope scope;
        private final boolean arrived;
        private final Set<Object> here = new HashSet<>();
        private final Map<Object, Naming> named = new LinkedHashMap<>();

        private Names(Scope scope, boolean arrived) {
            this.scope = scope;
            this.arrived = arrived;
        }

        @Override
        public void at(SeenRow row) {
            row.readable().ifPresent(record -> {
                RecordKind<?> kind = row.kind();
                Object own = Inside.id(record);
                if (own != null) here.add(own);
                Inside.names(record, name -> {
                    if (name.equals(own) || named.containsKey(name) || kind.mayOutlive(record, name)) return;
                    named.put(name, new Naming(RowName.of(row.row())));
                });
            });
        }

        /** Where not all could be read in one go, kind by kind as much as can be. */
        @Override
        public void end(boolean readable) {
            if (!readable) {
                here.clear();
                named.clear();
                rows(scope, Kinds.JOURNALLED, this::at);
            }
            Map<Stored, Boolean> kept = new HashMap<>();
            for (Object name : named.keySet()) if (name instanceof Stored file) kept.put(file, isKept(file));
            take(kept);
        }

        private void take(Map<Stored, Boolean> kept) {
            synchronized (ReferenceCheck.this) {
                if (scope.equals(Scope.ORGANISATION)) ofOrganisation.addAll(here);
                named.forEach((name, naming) -> {
                    // What came from elsewhere may name what stayed there, but for files.
                    if (name instanceof Stored file) {
                        if (!kept.getOrDefault(file, false)) found(naming.of(name));
                    } else if (!arrived && !here.contains(name)) {
                        leadingOut.putIfAbsent(name, naming);
                    }
                });
            }
        }
    }

    /**
     * What an erasure removed may still be named by what others hold: the id says nothing about the person. That it was an
     * erasure, the chain tells.
     */
    private void allowErased(Scope scope) {
        long from = 0;
        List<Entry> page;
        do {
            long after = from;
            page = engine.store().read(view -> view.entries(scope, after, PAGE));
            for (Entry each : page) {
                if (!each.body().contains(ERASED)) continue;
                for (JournalEntry.Item item : EntryBody.read(each, Work.json()).objects()) {
                    if (item.hash() == null) leadingOut.keySet().removeIf(name -> isNamed(name, item));
                }
            }
            from += page.size();
        } while (page.size() == PAGE && !leadingOut.isEmpty());
    }

    private static boolean isNamed(Object name, JournalEntry.Item item) {
        return name.toString().equals(item.id().toString())
                && Reference.kindsNamedBy(name.getClass()).stream()
                        .anyMatch(kind -> kind.kind().name().equals(item.kind()));
    }

    private static String kindOf(Object name) {
        if (name instanceof Stored) return "file";
        return Reference.kindsNamedBy(name.getClass()).stream()
                .map(kind -> kind.kind().name())
                .findFirst()
                .orElse("?");
    }

    private static String idText(Object name) {
        return name instanceof Stored file ? file.sha256().toString() : name.toString();
    }

    private boolean isKept(Stored file) {
        Optional<InputStream> there = engine.store().contents().open(file);
        try {
            if (there.isPresent()) there.get().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return there.isPresent();
    }

    /** Records that cannot be read are left to the journal, which names them. */
    private void rows(Scope scope, Collection<RecordKind<?>> kinds, Consumer<SeenRow> each) {
        for (RecordKind<?> kind : kinds) {
            UUID after = null;
            List<Row> page;
            do {
                UUID from = after;
                try {
                    page = engine.store().read(view -> view.list(scope, kind.kind(), from, PAGE));
                } catch (StorageException e) {
                    break;
                }
                page.forEach(row -> each.accept(new SeenRow(row)));
                if (!page.isEmpty()) after = page.get(page.size() - 1).id();
            } while (page.size() == PAGE);
        }
    }
}
