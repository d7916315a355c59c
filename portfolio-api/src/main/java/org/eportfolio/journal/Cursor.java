package org.eportfolio.journal;

import org.eportfolio.InvalidInputException;

/**
 * A place in the feed, to be kept by the host and given back. Opaque: only {@link #toString} and {@link #parse} are
 * promised.
 *
 * @param position of the last entry that was given
 * @param tag by which that entry is known again, so that a file that went another way since is noticed
 */
public record Cursor(long position, long tag) {
    private static final int RADIX = 36;

    /** Before the first entry. */
    public static final Cursor START = new Cursor(0, 0);

    /** Reads what {@link #toString} wrote. */
    public static Cursor parse(String text) {
        if (text.equals(START.toString())) return START;
        int dot = text.indexOf('.');
        try {
            long position = dot < 0 ? 0 : Long.parseLong(text.substring(0, dot), RADIX);
            InvalidInputException.unless(position > 0, "cursor", "cursor.unreadable", text);
            return new Cursor(position, Long.parseUnsignedLong(text.substring(dot + 1), RADIX));
        } catch (NumberFormatException e) {
            throw InvalidInputException.because("cursor", "cursor.unreadable", text);
        }
    }

    /** A short text to keep. */
    @Override
    public String toString() {
        if (position == 0) return "0";
        return Long.toString(position, RADIX) + "." + Long.toUnsignedString(tag, RADIX);
    }
}
