package org.eportfolio.core.internal.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.eportfolio.CancelledException;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Reference;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Which records name something that is not there. What a record names is read off its own shape: a component whose type
 * is the id of a kind of record names such a record, and a {@link Stored} a file. Holds the names of one scope at a time,
 * besides those that lead out of it.
 */
public final class ReferenceCheck {
    private static final int PAGE = 500;
    private static final int MOST = 300;
    /** How the body of an entry begins to name the acts that erase: {@code person.erased}, {@code person.erased-again}. */
    private static final String ERASED = "\"person.erased";

    private final Engine engine;
    private final List<Message> dangling = new ArrayList<>();
    private final Map<Object, Message> leadingOut = new LinkedHashMap<>();
    private final Set<Object> ofOrganisation = new HashSet<>();
    private final Set<DossierId> arrivals = new HashSet<>();

    public ReferenceCheck(Engine engine) {
        this.engine = engine;
    }

    /** @param looked how many scopes were looked through */
    public List<Message> dangling(LongConsumer looked) {
        engine.read(Arrivals::all).forEach(each -> arrivals.add(each.dossier()));
        // The organisation's id is the first of all.
        AtomicLong count = new AtomicLong();
        eachScope(scope -> {
            look(scope);
            looked.accept(count.incrementAndGet());
        });
        if (!leadingOut.isEmpty()) {
            Set<RecordKind<?>> kinds = new HashSet<>();
            leadingOut.keySet().forEach(name -> kinds.addAll(Reference.kindsNamedBy(name.getClass())));
            eachScope(scope -> records(scope, kinds, (kind, row, record) -> leadingOut.remove(idOf(record))));
        }
        if (!leadingOut.isEmpty()) eachScope(this::allowErased);
        leadingOut.values().forEach(this::found);
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
        return engine.store().read(view -> view.scopes(after, PAGE));
    }

    private void look(Scope scope) {
        CancelledException.ifInterrupted();
        Set<Object> here = new HashSet<>();
        Map<Object, Message> named = new LinkedHashMap<>();
        records(scope, Kinds.JOURNALLED, (kind, row, record) -> {
            Object own = idOf(record);
            if (own != null) here.add(own);
            names(record, name -> {
                if (!name.equals(own) && !kind.mayOutlive(record, name)) {
                    named.putIfAbsent(
                            name,
                            Message.of("reference.dangling", row.kind().name(), row.id(), kindOf(name), idText(name)));
                }
            });
        });
        if (scope.equals(Scope.ORGANISATION)) ofOrganisation.addAll(here);
        // What came from elsewhere may name what stayed there.
        boolean history = arrivals.contains(new DossierId(scope.id()));
        named.forEach((name, message) -> {
            if (name instanceof Stored file) {
                if (!isKept(file)) found(message);
            } else if (!history && !here.contains(name) && !ofOrganisation.contains(name)) {
                leadingOut.putIfAbsent(name, message);
            }
        });
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

    private interface Each {
        void record(RecordKind<?> kind, Row row, Object record);
    }

    /** Records that cannot be read are left to the journal, which names them. */
    private void records(Scope scope, Collection<RecordKind<?>> kinds, Each each) {
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
                for (Row row : page) record(kind, row).ifPresent(record -> each.record(kind, row, record));
                if (!page.isEmpty()) after = page.get(page.size() - 1).id();
            } while (page.size() == PAGE);
        }
    }

    private static Optional<Object> record(RecordKind<?> kind, Row row) {
        try {
            return Optional.of(Work.json().record(row.json(), kind.type(), kind.upgrades()));
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static @Nullable Object idOf(Object record) {
        for (RecordComponent each : record.getClass().getRecordComponents()) {
            if (each.getName().equals("id")) return value(record, each);
        }
        return null;
    }

    private static void names(@Nullable Object value, Consumer<Object> name) {
        if (value == null) return;
        if (Reference.isName(value.getClass())) name.accept(value);
        else if (value instanceof Collection<?> several) several.forEach(each -> names(each, name));
        else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                names(key, name);
                names(each, name);
            });
        } else if (value instanceof Optional<?> optional) optional.ifPresent(each -> names(each, name));
        else if (value instanceof Record) {
            for (RecordComponent each : value.getClass().getRecordComponents()) names(value(value, each), name);
        }
    }

    private static @Nullable Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("records are open to their library", e);
        }
    }
}
