package org.eportfolio.console.command.exchange;

import java.time.Instant;
import org.eportfolio.core.SchoolMove;
import org.jspecify.annotations.Nullable;

/**
 * How far a school has moved, as {@code --json} writes it.
 *
 * @param step what was done
 * @param receipt of a school that has arrived, or of what was removed where it was
 */
public record MovedSchool(
        Step step, String from, String to, @Nullable Receipt receipt) {
    /** What can be done of a move. */
    public enum Step {
        COPIED,
        MOVED,
        ABANDONED,
        SOURCE_REMOVED
    }

    /** What was moved or removed. */
    public record Receipt(
            String move, Instant at, long entries, long records, long files, String sha256, long lastPosition) {
        static Receipt of(SchoolMove.Receipt receipt) {
            return new Receipt(
                    receipt.move().toString(),
                    receipt.at(),
                    receipt.entries(),
                    receipt.records(),
                    receipt.files(),
                    receipt.sha256().toString(),
                    receipt.lastPosition());
        }
    }
}
