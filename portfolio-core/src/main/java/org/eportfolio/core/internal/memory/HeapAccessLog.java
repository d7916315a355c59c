package org.eportfolio.core.internal.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.core.internal.work.Ids;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Readings on the heap. Thread-safe. */
public final class HeapAccessLog implements AccessLog {
    private static final Comparator<LoggedReading> LATEST_FIRST =
            Comparator.comparing(LoggedReading::id, Ids.BY_BYTES).reversed();

    private final Map<UUID, LoggedReading> readings = new HashMap<>();
    private boolean closed;

    @Override
    public synchronized void add(List<LoggedReading> some) {
        requireOpen();
        some.forEach(each -> readings.putIfAbsent(each.id(), each));
    }

    @Override
    public synchronized List<LoggedReading> of(Scope dossier, @Nullable UUID before, int limit) {
        requireOpen();
        return readings.values().stream()
                .filter(each -> each.dossier().equals(dossier))
                .filter(each -> before == null || Ids.BY_BYTES.compare(each.id(), before) < 0)
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void remove(Scope dossier) {
        requireOpen();
        readings.values().removeIf(each -> each.dossier().equals(dossier));
    }

    @Override
    public synchronized void rename(String person, String pseudonym) {
        requireOpen();
        readings.replaceAll((id, each) -> each.person().equals(person) ? read(each, pseudonym) : each);
    }

    private static LoggedReading read(LoggedReading each, String person) {
        return new LoggedReading(
                each.id(), each.dossier(), each.at(), person, each.role(), each.kind(), each.object());
    }

    @Override
    public synchronized void removeBefore(Instant instant) {
        requireOpen();
        readings.values().removeIf(each -> each.at().isBefore(instant));
    }

    public synchronized void close() {
        closed = true;
        readings.clear();
    }

    private void requireOpen() {
        if (closed) throw new IllegalStateException("the store is closed");
    }
}
