package org.eportfolio.core.internal.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.work.Ids;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Scope;

/** Readings on the heap. Thread-safe. */
public final class HeapAccessLog implements AccessLog {
    private final Map<UUID, LoggedReading> readings = new HashMap<>();
    private boolean closed;

    @Override
    public synchronized void add(List<LoggedReading> some) {
        requireOpen();
        some.forEach(each -> readings.putIfAbsent(each.id(), each));
    }

    @Override
    public synchronized List<LoggedReading> of(Scope dossier, PageRequest page) {
        requireOpen();
        boolean newest = page.order() == PageRequest.Order.NEWEST_FIRST;
        Comparator<UUID> order = newest ? Ids.BY_BYTES.reversed() : Ids.BY_BYTES;
        return readings.values().stream()
                .filter(each -> each.dossier().equals(dossier))
                .filter(each -> page.after() == null || order.compare(each.id(), page.after()) > 0)
                .sorted(Comparator.comparing(LoggedReading::id, order))
                .limit(page.size())
                .toList();
    }

    @Override
    public synchronized boolean isEmpty() {
        requireOpen();
        return readings.isEmpty();
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
        return new LoggedReading(each.id(), each.dossier(), each.at(), person, each.role(), each.kind(), each.object());
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
