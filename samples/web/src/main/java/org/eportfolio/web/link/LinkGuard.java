package org.eportfolio.web.link;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.school.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Counts, for each address of the network, the links that opened nothing, so that no one tries them out. Holds a bounded
 * number of addresses. Thread-safe.
 */
@Component
final class LinkGuard {
    static final int MOST = 20;
    private static final int MOST_ADDRESSES = 10_000;
    private static final long WINDOW = Duration.ofMinutes(10).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> misses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    LinkGuard() {
        this(System::nanoTime);
    }

    LinkGuard(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether this address has tried so often of late that it is not answered. */
    synchronized boolean refuses(String address) {
        Deque<Long> of = misses.get(address);
        if (of == null) return false;
        long now = nanos.getAsLong();
        while (!of.isEmpty() && now - of.peekFirst() > WINDOW) of.removeFirst();
        return of.size() >= MOST;
    }

    /** What a link opens. One that opens nothing is counted, and so often and no more. */
    <T> T opened(Portfolio portfolio, String token, HttpServletRequest request, Function<SharedDesk, T> then) {
        if (refuses(request.getRemoteAddr())) throw new ResponseStatusException(429, "too many links", null);
        try {
            return then.apply(portfolio.as(Actor.bearing(token)).shared());
        } catch (NotFoundException nothing) {
            missed(request.getRemoteAddr());
            throw nothing;
        }
    }

    synchronized void missed(String address) {
        misses.computeIfAbsent(address, each -> new ArrayDeque<>()).addLast(nanos.getAsLong());
    }
}
