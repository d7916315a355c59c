package org.eportfolio.journal;

import org.eportfolio.InvalidInputException;

/**
 * A place in the feed, to be kept by the host and given back. Opaque: only {@link #toString} and {@link #parse} are
 * promised.
 */
public record Cursor(long position) {
    /** Before the first entry. */
    public static final Cursor START = new Cursor(0);

    /** Reads what {@link #toString} wrote. */
    public static Cursor parse(String text) {
        try {
            long position = Long.parseLong(text, 36);
            InvalidInputException.unless(position >= 0, "cursor", "cursor.unreadable", text);
            return new Cursor(position);
        } catch (NumberFormatException e) {
            throw InvalidInputException.because("cursor", "cursor.unreadable", text);
        }
    }

    /** A short text to keep. */
    @Override
    public String toString() {
        return Long.toString(position, 36);
    }
}
