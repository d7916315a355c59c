package org.eportfolio.core;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.move.Fingerprint;
import org.eportfolio.core.internal.move.Levelling;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.Moving.Standing;
import org.eportfolio.spi.Moving.State;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;

/**
 * Moves a school from one store to another while people work in it, such as from a SQLite file to PostgreSQL or back. Both
 * stores stay the caller's to close. Confined to one thread; the school may be in use in any number of processes.
 *
 * <pre>{@code
 * SchoolMove move = SchoolMove.between(file, "schools/0750001A.db", schools.create(lycee), "postgresql", Clock.systemUTC());
 * move.copy(ProgressListener.NONE);                           // as often as wanted: people go on working
 * SchoolMove.Receipt receipt = move.finish(ProgressListener.NONE); // a last short while in which nothing can be written
 * ...
 * move.removeSource();                                        // when it is certain
 * }</pre>
 *
 * <p>What is copied is what is kept, to the byte, at the same places of the feed: cursors of followers, links, anchors and
 * archives go on working. At no moment can both stores be written to: {@link #finish} first puts a mark on the source, by which
 * every process is refused, and opens the target only after it was compared with the source. Stopped at any step, also by a crash, it is
 * done again from where it was by the same calls; until the target is open, {@link #abandon} goes back instead.
 */
public final class SchoolMove {
    private static final int MOST_ROUNDS = 20;

    private final UUID attempt = UUID.randomUUID();
    private final PortfolioStore from;
    private final String fromName;
    private final PortfolioStore to;
    private final String toName;
    private final Clock clock;
    private final Moving leaving;
    private final Moving receiving;
    private boolean whole;

    private SchoolMove(PortfolioStore from, String fromName, PortfolioStore to, String toName, Clock clock) {
        this.from = Objects.requireNonNull(from, "from");
        this.fromName = Objects.requireNonNull(fromName, "fromName");
        this.to = Objects.requireNonNull(to, "to");
        this.toName = Objects.requireNonNull(toName, "toName");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.leaving = part(from);
        this.receiving = part(to);
    }

    private static Moving part(PortfolioStore store) {
        return store.moving().orElseThrow(() -> new StorageException(Message.of("move.not-here"), null));
    }

    /**
     * What moved: which school stands for itself in its journal, so neither people nor their data are named here.
     *
     * @param entries how many entries its journal has
     * @param records how many rows it has
     * @param files how many files it has
     * @param sha256 over all of these, the same of both stores
     * @param lastPosition the place in the feed of its last entry
     */
    public record Receipt(
            String from,
            String to,
            UUID move,
            Instant at,
            long entries,
            long records,
            long files,
            Hash sha256,
            long lastPosition) {}

    /**
     * A move between these stores; nothing is done yet.
     *
     * @param fromName what those who are refused at the target read until then; no password in it
     * @param toName what those who are refused at the source read afterwards; no password in it
     * @param to an empty store, or the target of a move of this school that was stopped
     * @throws StorageException if one of the stores cannot move
     */
    public static SchoolMove between(
            PortfolioStore from, String fromName, PortfolioStore to, String toName, Clock clock) {
        return new SchoolMove(from, fromName, to, toName, clock);
    }

    /** Whether the school has arrived: the target is open, and the source is marked as left for it. */
    public boolean isFinished() {
        Standing source = leaving.standing();
        Standing target = receiving.standing();
        if (source.state() != State.MOVED || target.state() != State.OPEN || target.move() == null) return false;
        // Another attempt may have put its own mark over that of the one that opened the target.
        return target.move().equals(source.move()) || Levelling.holdsChains(from, to);
    }

    /**
     * Brings the target to where the source stands, while the source is used. May be called again, to leave less for
     * {@link #finish}; does nothing once that is done. Another attempt that runs is ended.
     *
     * @throws StorageException if the target has a school already, or one of the stores fails
     */
    public void copy(ProgressListener progress) {
        if (isFinished()) return;
        Levelling levelling = begun(progress);
        if (!whole) {
            levelling.entries();
            levelling.allRows();
            whole = true;
        }
        follow(levelling);
        levelling.files();
    }

    private Levelling begun(ProgressListener progress) {
        if (!attempt.equals(receiving.standing().move())) receiving.prepare(attempt, fromName);
        return new Levelling(from, to, receiving, attempt, progress);
    }

    private static void follow(Levelling levelling) {
        Set<Scope> named = levelling.entries();
        for (int round = 0; round < MOST_ROUNDS && !named.isEmpty(); round++) {
            levelling.rows(named);
            named = levelling.entries();
        }
        levelling.rows(named);
    }

    /**
     * Copies what is left, marks the source as left, brings the target to where it then stands for good, compares both, and opens
     * the target. Between mark and opening nothing can be written anywhere: for as long as it takes to read both stores. Once it
     * is done, gives the receipt again as long as the source is there.
     *
     * @throws StorageException if a store fails, or if both differ at the end; the target is not open then
     */
    public Receipt finish(ProgressListener progress) {
        if (isFinished()) return receipt(Fingerprint.of(from));
        copy(progress);
        leaving.leave(attempt, toName);
        Levelling levelling = begun(progress);
        levelling.entries();
        levelling.allRows();
        levelling.files();
        levelling.readings();
        Fingerprint source = Fingerprint.of(from);
        if (!source.equals(Fingerprint.of(to))) throw new StorageException(Message.of("move.differs"), null);
        List<Message> damage = to.check();
        if (!damage.isEmpty()) throw new StorageException(Message.of("move.damaged", damage.get(0)), null);
        receiving.open(attempt, Levelling.lastPosition(from));
        return receipt(source);
    }

    private Receipt receipt(Fingerprint kept) {
        return new Receipt(
                fromName,
                toName,
                Objects.requireNonNull(leaving.standing().move()),
                clock.instant(),
                kept.entries(),
                kept.rows(),
                kept.files(),
                kept.sha256(),
                Levelling.lastPosition(from));
    }

    /**
     * Gives the move up: the source is used on. May be called again where it was stopped, or met another attempt. What the target received stays there, closed, until a move to it begins anew or it
     * is removed.
     *
     * @throws StorageException if the target is open already
     */
    public void abandon() {
        boolean left = leaving.standing().state() == State.MOVED;
        receiving.prepare(attempt, fromName);
        if (left) leaving.leave(attempt, toName);
        receiving.abandon(attempt);
        if (left) leaving.stay(attempt);
    }

    /**
     * Removes all that the source keeps, once the school has arrived and the target has every chain of the source; the mark
     * stays, so that a process that still looks there learns where the school is.
     *
     * @return what was removed, as it was
     * @throws StorageException if the school has not arrived, or a chain of the source is not in the target
     */
    public Receipt removeSource() {
        if (!isFinished()) throw new StorageException(Message.of("move.not-finished"), null);
        Fingerprint kept = Fingerprint.of(from);
        Receipt removed = receipt(kept);
        if (!Levelling.holdsChains(from, to)) throw new StorageException(Message.of("move.differs"), null);
        leaving.clear(removed.move());
        return removed;
    }
}
