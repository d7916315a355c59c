package org.eportfolio.spi;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A store's part in moving a school to another place while it is used. One of the two takes commits, or neither does: the
 * place that is left gets a mark first, and only then is the other one opened. Each step is one transaction and durable when
 * its call returns, and each names the move. Beginning a step with a move of a later attempt ends the earlier one, whose
 * calls are refused from then on. Thread-safe.
 *
 * <p>Where a call is not allowed as things stand, it is refused with a {@link org.eportfolio.StorageException} and nothing is
 * changed.
 */
public interface Moving {
    /** How a place stands with regard to moves. */
    enum State {
        /** Takes commits. */
        OPEN,
        /** Is being filled, and takes nothing else; in this process and in all others. */
        RECEIVING,
        /** Was to be filled, and the move was given up. */
        ABANDONED,
        /** The school has left: no process commits here any more. It can be read until it is cleared. */
        MOVED
    }

    /**
     * How the place stands.
     *
     * @param move the move that brought it there; {@code null} where there never was one. A place that was opened at the end
     *     of a move keeps it
     * @param place the other place of that move, as the host called it; {@code null} where there never was one
     */
    record Standing(
            State state, @Nullable UUID move, @Nullable String place) {
        public static final Standing NEVER_MOVED = new Standing(State.OPEN, null, null);
    }

    /**
     * What the place is to have beside what it has.
     *
     * @param entries with the positions they have elsewhere, later than all that are here; each follows its chain
     * @param removes rows that go; first of all
     * @param puts rows that come or are replaced
     */
    record Arrival(List<FeedEntry> entries, List<RowName> removes, List<Row> puts) {
        public Arrival {
            entries = List.copyOf(entries);
            removes = List.copyOf(removes);
            puts = List.copyOf(puts);
        }
    }

    Standing standing();

    /**
     * Begins to receive. Allowed where there is no entry, or where another attempt was receiving or was given up, what it
     * brought being kept. Contents can be written meanwhile.
     */
    void prepare(UUID move, String from);

    /** Adds to what was received; refused unless this move receives here. */
    void receive(UUID move, Arrival arrival);

    /**
     * Opens the place at the end of the move; refused unless this move receives here.
     *
     * @param position no entry that is made here gets a position up to it
     */
    void open(UUID move, long position);

    /** Gives up receiving; refused unless this move receives here. Nothing but {@link #prepare} leads out of it. */
    void abandon(UUID move);

    /**
     * Puts the mark: when the call returns no process has a commit under way, and none makes another. Also takes over the mark
     * of another attempt.
     */
    void leave(UUID move, String to);

    /** Takes the mark away; refused unless it is this move's. */
    void stay(UUID move);

    /** Removes everything that is kept here but for the mark; refused unless it is this move's. May take long. */
    void clear(UUID move);
}
