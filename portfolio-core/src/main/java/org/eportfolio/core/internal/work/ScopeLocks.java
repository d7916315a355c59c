package org.eportfolio.core.internal.work;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eportfolio.spi.Scope;

/**
 * Lets calls that write to the same scope go one after the other, so that none is overtaken. A scope's lock is there only while
 * a call has it or waits for it: a host may keep a thousand schools open. Thread-safe.
 */
final class ScopeLocks {
    private final ConcurrentMap<Scope, Counted> locks = new ConcurrentHashMap<>();

    /** A lock, and how many calls have it or wait for it. */
    private static final class Counted {
        final ReentrantLock lock = new ReentrantLock();
        int users;
    }

    /** What is held until it is closed, by the thread that asked for it. */
    final class Held implements AutoCloseable {
        private final List<Scope> scopes;

        private Held(List<Scope> scopes) {
            this.scopes = scopes;
        }

        @Override
        public void close() {
            scopes.forEach(each -> locks.computeIfPresent(each, (scope, counted) -> {
                counted.lock.unlock();
                return --counted.users == 0 ? null : counted;
            }));
        }
    }

    /** Waits for all of them. */
    Held lock(Collection<Scope> scopes) {
        // Always in the same order, so that no threads deadlock.
        List<Scope> sorted = scopes.stream()
                .distinct()
                .sorted(Comparator.comparing(Scope::id))
                .toList();
        for (Scope each : sorted) {
            Counted taken = locks.compute(each, (scope, known) -> {
                Counted counted = known == null ? new Counted() : known;
                counted.users++;
                return counted;
            });
            Objects.requireNonNull(taken).lock.lock();
        }
        return new Held(sorted);
    }

    /** How many scopes are being written to or waited for. */
    int size() {
        return locks.size();
    }
}
