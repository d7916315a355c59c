package org.eportfolio.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eportfolio.CancelledException;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.SchoolStores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portfolios of many schools, each opened when it is first used and closed when it was idle for long, or when another
 * needs its place: no more than a given number are open at a time. Thread-safe; it starts no thread.
 *
 * <pre>{@code
 * Portfolios portfolios = Portfolios.over(schools, (school, store) -> Portfolio.with(store).build()).build();
 *
 * try (var used = portfolios.use(schoolOf(request))) {          // for each request
 *   used.portfolio().as(actor).progress().of(dossier);
 * }
 * }</pre>
 *
 * <p>A portfolio that is in use is never closed. The list of schools is not remembered: each opening asks the
 * {@link SchoolStores}, and a school that does not exist is answered like an unknown id.
 */
public final class Portfolios implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Portfolios.class);

    private final SchoolStores stores;
    private final BiFunction<String, PortfolioStore, Portfolio> making;
    private final Clock clock;
    private final int mostOpen;
    private final Duration idle;
    private final Duration patience;
    /** The one used least lately comes first. */
    private final Map<String, Place> places = new LinkedHashMap<>(16, 0.75f, true);

    private boolean closed;
    private Instant nextLook;
    private Statistics closedOnes = Statistics.NONE;

    private Portfolios(Builder builder) {
        stores = builder.stores;
        making = builder.making;
        clock = builder.clock;
        mostOpen = builder.mostOpen;
        idle = builder.idle;
        patience = builder.patience;
        nextLook = clock.instant().plus(idle);
    }

    /** One of the places for open portfolios. In passage while its portfolio is being opened or closed. */
    private static final class Place {
        Optional<Portfolio> portfolio = Optional.empty();
        int users;
        boolean inPassage = true;
        boolean outdated;
        Instant usedLast = Instant.MIN;

        boolean isFree() {
            return users == 0 && !inPassage;
        }
    }

    /**
     * Begins portfolios over these stores, which they will own.
     *
     * @param portfolio builds the portfolio of a school over its store, with what the host sets for that school; called for
     *     each opening, from any thread. The id is as it was given to {@link #use}
     */
    public static Builder over(SchoolStores stores, BiFunction<String, PortfolioStore, Portfolio> portfolio) {
        return new Builder(stores, portfolio);
    }

    /**
     * The portfolio of a school, opened if it is not, until the use is closed. A thread may have several uses at once.
     *
     * @param school the host's id of the school, as it may have arrived from outside
     * @throws org.eportfolio.NotFoundException if there is no such school
     * @throws StorageException if it cannot be opened, or if as many are in use as may be open and none becomes free in time
     * @throws CancelledException if the thread is interrupted while it waits
     * @throws IllegalStateException once this is closed
     */
    public Use use(String school) {
        Objects.requireNonNull(school, "school");
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Step step = step(school, end);
            if (step.use != null) return step.use;
            if (step.leaving == null) open(school);
            else close(List.of(step.leaving));
        }
    }

    /** Uses the portfolio of a school for one call, as {@link #use} does. */
    public <T> T call(String school, Function<? super Portfolio, ? extends T> call) {
        try (Use used = use(school)) {
            return call.apply(used.portfolio());
        }
    }

    /** What to do next: one of the two, or to open the school in the place that is taken for it. */
    private record Step(@Nullable Use use, @Nullable Leaving leaving) {}

    private record Leaving(String school, Place place) {}

    private synchronized Step step(String school, long end) {
        while (true) {
            if (closed) throw closed();
            Place place = places.get(school);
            if (place == null && places.size() < mostOpen) {
                places.put(school, new Place());
                return new Step(null, null);
            }
            if (place != null && !place.inPassage) {
                Portfolio open = place.portfolio.orElseThrow();
                place.outdated |= !stores.isCurrent(school, open.store());
                if (!place.outdated) return new Step(new Use(place, open), null);
                if (place.isFree()) return new Step(null, leaving(school, place));
            }
            if (place == null) {
                Optional<Leaving> other = leastUsed();
                if (other.isPresent()) return new Step(null, other.get());
            }
            await(end);
        }
    }

    private Optional<Leaving> leastUsed() {
        for (Map.Entry<String, Place> each : places.entrySet()) {
            if (each.getValue().isFree()) return Optional.of(leaving(each.getKey(), each.getValue()));
        }
        return Optional.empty();
    }

    private static Leaving leaving(String school, Place place) {
        place.inPassage = true;
        return new Leaving(school, place);
    }

    private synchronized void await(long end) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) throw new StorageException(Message.of("storage.schools-in-use", mostOpen), null);
        try {
            wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private void open(String school) {
        Optional<Portfolio> opened = Optional.empty();
        try {
            opened = Optional.of(made(school));
        } finally {
            close(settle(school, opened));
        }
    }

    private Portfolio made(String school) {
        PortfolioStore store = stores.open(school);
        boolean ready = false;
        try {
            Portfolio portfolio = making.apply(school, store);
            ready = true;
            return portfolio;
        } finally {
            if (!ready) store.close();
        }
    }

    /** What was opened too late has to go at once. */
    private synchronized List<Leaving> settle(String school, Optional<Portfolio> opened) {
        Place place = Objects.requireNonNull(places.get(school));
        place.portfolio = opened;
        place.inPassage = false;
        place.usedLast = clock.instant();
        if (opened.isEmpty()) places.remove(school);
        notifyAll();
        return closed && opened.isPresent() ? List.of(leaving(school, place)) : List.of();
    }

    private void close(List<Leaving> leaving) {
        for (Leaving each : leaving) {
            try {
                each.place().portfolio.ifPresent(Portfolio::close);
            } catch (RuntimeException e) {
                LOG.warn("a portfolio did not close well: {}", e.getMessage());
            } finally {
                gone(each);
            }
        }
    }

    private synchronized void gone(Leaving each) {
        Optional<Statistics> counted = each.place().portfolio.map(Portfolio::statistics);
        closedOnes = closedOnes.plus(counted.map(Statistics::afterwards).orElse(Statistics.NONE));
        places.remove(each.school());
        notifyAll();
    }

    private synchronized List<Leaving> release(Place place) {
        place.users--;
        place.usedLast = clock.instant();
        notifyAll();
        return clock.instant().isBefore(nextLook) ? List.of() : idleOnes();
    }

    private synchronized List<Leaving> idleOnes() {
        Instant since = clock.instant().minus(idle);
        nextLook = clock.instant().plus(idle.dividedBy(4));
        List<Leaving> leaving = new ArrayList<>();
        places.forEach((school, place) -> {
            boolean wasIdle = place.usedLast.isBefore(since) || place.outdated;
            if (place.isFree() && wasIdle) leaving.add(leaving(school, place));
        });
        return leaving;
    }

    /**
     * Closes those that were idle for long enough. The end of a use does it now and then; a host that may stand still
     * altogether calls it from a timer.
     */
    public void closeIdle() {
        close(idleOnes());
    }

    /**
     * Has the portfolio of this school closed as soon as it is not in use, so that its next use opens it anew; does nothing if it
     * is not open. For a school that was removed, restored or moved.
     */
    public void reopen(String school) {
        close(outdated(school));
    }

    private synchronized List<Leaving> outdated(String school) {
        Place place = places.get(school);
        if (place == null) return List.of();
        place.outdated = true;
        return place.isFree() ? List.of(leaving(school, place)) : List.of();
    }

    /** How many portfolios are open now, those being opened or closed included. */
    public synchronized int open() {
        return places.size();
    }

    /**
     * Counts are summed over all portfolios since this was built, closed ones included; figures of the present, such as the
     * size of the cache, over the open ones only. It opens none and asks no database.
     */
    public synchronized Statistics statistics() {
        Statistics all = closedOnes;
        for (Place each : places.values()) {
            all = all.plus(each.portfolio.map(Portfolio::statistics).orElse(Statistics.NONE));
        }
        return all;
    }

    /**
     * Refuses further uses, waits for those that run as long as a use may wait for a place, closes all portfolios and, last,
     * what their stores share. A use that still runs gets {@link IllegalStateException} from its next call. Closing twice
     * does nothing.
     */
    @Override
    public void close() {
        close(last());
        stores.close();
    }

    private synchronized List<Leaving> last() {
        closed = true;
        notifyAll();
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        while (places.values().stream().anyMatch(each -> !each.isFree()) && System.nanoTime() < end) {
            try {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                interrupted = true;
                end = System.nanoTime();
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        List<Leaving> all = new ArrayList<>();
        places.forEach((school, place) -> {
            if (place.portfolio.isPresent()) all.add(leaving(school, place));
        });
        return all;
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the portfolios are closed");
    }

    /** The use of one portfolio, which stays open until this is closed. One thread may hand it to another. */
    public final class Use implements AutoCloseable {
        private final Place place;
        private final Portfolio portfolio;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Use(Place place, Portfolio portfolio) {
            this.place = place;
            this.portfolio = portfolio;
            place.users++;
        }

        /** The school's portfolio; not to be closed, and not to be kept beyond this use. */
        public Portfolio portfolio() {
            return portfolio;
        }

        /** Ends the use. Closing twice does nothing. */
        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) Portfolios.this.close(release(place));
        }
    }

    /** The options of portfolios. */
    public static final class Builder {
        private static final int MOST_OPEN = 200;

        private final SchoolStores stores;
        private final BiFunction<String, PortfolioStore, Portfolio> making;
        private Clock clock = Clock.systemUTC();
        private int mostOpen = MOST_OPEN;
        private Duration idle = Duration.ofMinutes(10);
        private Duration patience = Duration.ofSeconds(10);

        private Builder(SchoolStores stores, BiFunction<String, PortfolioStore, Portfolio> portfolio) {
            this.stores = Objects.requireNonNull(stores, "stores");
            this.making = Objects.requireNonNull(portfolio, "portfolio");
        }

        /**
         * How many portfolios are open at most; 200 unless set. At least as many as requests run at a time, or some wait. An
         * open one has a memory of what was read (at most 20,000 records, mostly far fewer), and over files some connections.
         */
        public Builder mostOpen(int number) {
            if (number < 1) throw new IllegalArgumentException("open portfolios: " + number);
            mostOpen = number;
            return this;
        }

        /** After which time without use a portfolio is closed; ten minutes unless set. */
        public Builder idleFor(Duration time) {
            if (time.isNegative()) throw new IllegalArgumentException("not a time without use: " + time);
            idle = time;
            return this;
        }

        /** For how long a use waits for a place, and closing for uses; ten seconds unless set. */
        public Builder patience(Duration time) {
            if (time.isNegative()) throw new IllegalArgumentException("not a time to wait: " + time);
            patience = time;
            return this;
        }

        /** The clock that measures how long portfolios are idle; the system's unless set. */
        public Builder clock(Clock time) {
            clock = Objects.requireNonNull(time, "clock");
            return this;
        }

        /** The portfolios, of which none is open yet. */
        public Portfolios build() {
            return new Portfolios(this);
        }
    }
}
