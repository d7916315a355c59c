package org.eportfolio.journal;

import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.spi.Hash;

/**
 * Where the whole journal stood at one moment: one short line, to be kept where those who can write to the store cannot
 * (printed, mailed, in another system). With it, a tail that was cut off or rewritten together with its records is found.
 *
 * @param position of the last entry that it vouches for; 0 for an empty journal
 * @param root a hash over all entries up to that one, in commit order
 */
public record Anchor(long position, Hash root) {
    /** Of a journal without entries. */
    public static final Anchor EMPTY = new Anchor(0, Hash.NONE);

    public Anchor {
        Objects.requireNonNull(root, "root");
        if (position < 0) throw new IllegalArgumentException("positions begin with 1, not " + position);
    }

    /** Reads what {@link #toString} wrote. */
    public static Anchor parse(String line) {
        int dot = line.indexOf('.');
        try {
            return new Anchor(Long.parseLong(line.substring(0, Math.max(dot, 0))), Hash.parse(line.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw InvalidInputException.because("anchor", "anchor.unreadable", line);
        }
    }

    /** The position, a dot, and 64 hexadecimal digits. */
    @Override
    public String toString() {
        return position + "." + root;
    }
}
