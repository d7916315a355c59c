package org.eportfolio.core.internal.work;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.PluginException;
import org.eportfolio.PortfolioException;
import org.eportfolio.StorageException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Feature;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.MissingContentException;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;
import org.eportfolio.spi.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls: reads in a snapshot, asks the host's policy with no connection held, commits, and tries again when the
 * basis moved. Thread-safe.
 */
public final class Engine implements CommitScope {
    private static final int ATTEMPTS = 100;

    private final PortfolioStore store;
    private final Clock clock;
    private final AccessPolicy policy;
    private final Work.Maker maker;
    private final Bell bell = new Bell();
    private final Tally tally = new Tally();
    private final @Nullable AccessRecorder recorder;
    private final @Nullable IndexBuilding building;
    private final ScopeLocks locks = new ScopeLocks();

    public Engine(PortfolioStore store, Clock clock, AccessPolicy policy) {
        this(store, clock, policy, Set.of());
    }

    public Engine(PortfolioStore store, Clock clock, AccessPolicy policy, Set<Feature> off) {
        this(store, clock, policy, off, null, Indexing.NONE);
    }

    /**
     * @param off the features that the organisation does without
     * @param recorder {@code null} where it is not kept who read a dossier
     * @param indexing what records are found by, where the store keeps an index
     */
    public Engine(
            PortfolioStore store,
            Clock clock,
            AccessPolicy policy,
            Set<Feature> off,
            @Nullable AccessRecorder recorder,
            Indexing indexing) {
        this.recorder = recorder;
        this.store = store;
        this.clock = clock;
        this.policy = policy;
        this.building = indexing.kinds().isEmpty()
                ? null
                : store.searchIndex()
                        .map(index -> new IndexBuilding(store, index, indexing))
                        .orElse(null);
        Randomness random = new Randomness(new SecureRandom());
        this.maker = new Work.Maker(
                new Ids(random),
                new Sealing(random),
                new Memory(),
                Set.copyOf(off),
                clock.getZone(),
                recorder != null,
                building == null ? Indexing.NONE : indexing);
    }

    public PortfolioStore store() {
        return store;
    }

    /** Keeps who read a dossier; empty where that is not kept. */
    public Optional<AccessRecorder> recorder() {
        return Optional.ofNullable(recorder);
    }

    /** Makes the store's index whole; empty where it keeps none. */
    public Optional<IndexBuilding> index() {
        return Optional.ofNullable(building);
    }

    /** In a store in which nothing is yet, nothing is left to index. */
    public void beginIndex() {
        if (building != null) building.beginIfEmpty();
    }

    /** Rings after each commit. */
    public Bell bell() {
        return bell;
    }

    /** Has the bell rung by the commits of other processes too, as far as the store hears of them, until it is closed. */
    public Watch watchOthers() {
        return store.watch(bell::ring);
    }

    /** Loads everything as one transaction. */
    public void load(Iterator<Change> changes) {
        store.load(changes);
        bell.ring();
    }

    /** Closes the store; those who wait for the next commit learn of it. */
    public void close() {
        if (recorder != null) recorder.close(now());
        store.close();
        bell.ring();
    }

    /** Whose zone is the organisation's. */
    public Clock clock() {
        return clock;
    }

    /** Now, as precisely as it is kept. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What was counted since this engine began. */
    public Tally tally() {
        return tally;
    }

    /** How what is remembered is used. */
    public MemoryUse memoryUse() {
        return maker.memory().use();
    }

    @Override
    public <T> T read(Function<Work, T> call) {
        return tally.reading(() -> {
            Pending pending = newPending();
            pending.suppose();
            try {
                return read(pending, call);
            } catch (StorageException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!pending.supposes()) throw e;
                // Refused upon remembered records that were not yet compared with the store: decided again upon what is
                // there.
                return read(newPending(), call);
            }
        });
    }

    private <T> T read(Pending pending, Function<Work, T> call) {
        T answer = step(pending, true, call);
        if (!pending.isEmpty()) throw new IllegalStateException("reading changes nothing");
        return answer;
    }

    @Override
    public <T> T write(Scope scope, Function<Work, T> call) {
        return tally.writing(() -> committed(List.of(scope), true, pending -> step(pending, call)));
    }

    @Override
    public <T> T tried(Function<Work, T> call) {
        return step(newPending(), call);
    }

    /**
     * Runs a call as far as the gate, refusals and the host's policy included, and nothing of what comes after.
     *
     * @return what it is let through for; empty if it asks no gate
     */
    public Optional<AccessPolicy.Question> letThrough(Function<Work, ?> call) {
        Optional<AccessPolicy.Question> question = snapshot(false, view -> {
            Work work = new Work(view, newPending(), maker, now());
            work.endAtGate();
            try {
                Object unused = call.apply(work);
            } catch (Work.PassedGate passed) {
                return work.firstQuestion();
            }
            return Optional.empty();
        });
        question.ifPresent(this::ask);
        return question;
    }

    /** Several calls as one commit; the function may run again, and must do nothing but call. */
    public <T> T together(Function<CommitScope, T> calls) {
        return tally.writing(() -> committed(
                List.of(),
                false,
                pending -> Objects.requireNonNull(calls.apply(new Joined(pending)), "together gives back something")));
    }

    /** Runs something while no other call writes to this scope. */
    public void holding(Scope scope, Runnable work) {
        locked(List.of(scope), () -> {
            work.run();
            return Optional.of(true);
        });
    }

    /** Records of a snapshot that is open already; nothing can be written through it. */
    public Work look(View view) {
        return new Work(view, newPending(), maker, now());
    }

    /** Begins a load by this person. */
    public Batch batch(PersonId person, Role role) {
        return new Batch(store, maker, now(), person, role);
    }

    /** Begins a load that has no actor, because it only puts back what was. */
    public Batch systemBatch() {
        return new Batch(store, maker, now(), null, null);
    }

    /** @param supposing whether to decide upon what is remembered at first; only the commit bears that out */
    private <T> T committed(Collection<Scope> likely, boolean supposing, Function<Pending, T> decide) {
        Collection<Scope> scopes = likely;
        boolean suppose = supposing;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Pending pending = newPending();
            if (suppose) pending.suppose();
            Optional<T> answer = locked(scopes, () -> {
                Optional<T> decided = decided(pending, decide);
                if (decided.isPresent() && !pending.isEmpty()) {
                    pending.requireChained();
                    store.commit(pending.toChange());
                    maker.memory().committed(pending);
                    tally.committed();
                    bell.ring();
                }
                return decided;
            });
            if (answer.isPresent()) return answer.get();
            if (!suppose) scopes = pending.scopes();
            suppose = false;
        }
        throw ConflictException.state("conflict.busy", ATTEMPTS);
    }

    /** Empty for what no commit will bear out, an answer without a change or a refusal, if it was only supposed. */
    private static <T> Optional<T> decided(Pending pending, Function<Pending, T> decide) {
        try {
            T decided = decide.apply(pending);
            return pending.supposes() && pending.isEmpty() ? Optional.empty() : Optional.of(decided);
        } catch (RuntimeException e) {
            if (!pending.supposes()) throw e;
            return Optional.empty();
        }
    }

    private interface Attempt<T> {
        Optional<T> run();
    }

    /** Empty when the basis had moved. */
    private <T> Optional<T> locked(Collection<Scope> scopes, Attempt<T> attempt) {
        try (ScopeLocks.Held held = locks.lock(scopes)) {
            return attempt.run();
        } catch (StaleException e) {
            tally.overtaken();
            return Optional.empty();
        } catch (MissingContentException e) {
            throw ConflictException.state(
                    "content.removed-meanwhile", e.content().sha256());
        }
    }

    private Pending newPending() {
        return new Pending(maker.ids().next(clock.millis()));
    }

    private <T> T step(Pending pending, Function<Work, T> call) {
        return step(pending, false, call);
    }

    /** @param reads whether the call only reads, so that the store may run it again */
    private <T> T step(Pending pending, boolean reads, Function<Work, T> call) {
        Instant now = now();
        Set<AccessPolicy.Question> vetoed = new HashSet<>();
        while (true) {
            Step<T> step = snapshot(reads, view -> {
                Work work = new Work(view, pending, maker, now, vetoed);
                T answer = call.apply(work);
                work.finish();
                return new Step<>(answer, work.questions(), work.shown(), work.wrote(), work.readings());
            });
            step.questions().forEach(this::ask);
            Set<AccessPolicy.Question> refused =
                    step.shown().stream().filter(each -> veto(each).isPresent()).collect(Collectors.toSet());
            if (refused.isEmpty()) {
                if (recorder != null) recorder.note(step.readings(), now, maker.ids());
                return step.answer();
            }
            if (step.wrote()) throw new IllegalStateException("what writes asks the policy before it decides");
            vetoed.addAll(refused);
        }
    }

    /** What is refused names days and times as the organisation has them. */
    private <T> T snapshot(boolean reads, Function<View, T> reading) {
        try {
            return reads ? store.glance(reading) : store.read(reading);
        } catch (PortfolioException e) {
            e.timesIn(clock.getZone());
            throw e;
        }
    }

    /** @param shown what is only shown if the host's policy admits it */
    private record Step<A>(
            A answer,
            List<AccessPolicy.Question> questions,
            Set<AccessPolicy.Question> shown,
            boolean wrote,
            Set<NotedReading> readings) {}

    private void ask(AccessPolicy.Question question) {
        veto(question).ifPresent(reason -> {
            throw new DeniedException(Message.of("denied.veto", reason));
        });
    }

    /** Why the host's policy would refuse this; to be asked with no snapshot open. */
    public Optional<String> veto(AccessPolicy.Question question) {
        try {
            return Objects.requireNonNull(policy.veto(question), "no answer");
        } catch (RuntimeException e) {
            throw new PluginException(
                    "AccessPolicy", Message.of("plugin.failed", "AccessPolicy", String.valueOf(e)), e);
        }
    }

    /** The calls made together: one pending change grows, each call has a snapshot of its own. */
    private final class Joined implements CommitScope {
        private final Pending pending;

        Joined(Pending pending) {
            this.pending = pending;
        }

        @Override
        public <T> T read(Function<Work, T> call) {
            return refusedWhole(call);
        }

        @Override
        public <T> T write(Scope scope, Function<Work, T> call) {
            return refusedWhole(call);
        }

        @Override
        public <T> T tried(Function<Work, T> call) {
            pending.beginCall();
            try {
                return step(pending, call);
            } finally {
                pending.undoCall();
            }
        }

        /** A refused call leaves nothing behind, even if the function goes on. */
        private <T> T refusedWhole(Function<Work, T> call) {
            pending.beginCall();
            try {
                return step(pending, call);
            } catch (RuntimeException | Error e) {
                pending.undoCall();
                throw e;
            }
        }
    }
}
