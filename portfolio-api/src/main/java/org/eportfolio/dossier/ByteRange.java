package org.eportfolio.dossier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file are wanted, as one range of HTTP says it (RFC 9110, 14.1.2): all of them, those from one to another,
 * those from one on, or the last ones. Immutable.
 *
 * @param first the first byte, counted from 0; {@code null} with {@code last} for the last bytes, without it for all
 * @param last the last byte, included, which may lie beyond the end; without {@code first} how many of the last bytes
 */
public record ByteRange(@Nullable Long first, @Nullable Long last) {
    /** All bytes. */
    public static final ByteRange ALL = new ByteRange(null, null);

    private static final Pattern ONE = Pattern.compile("(?i:bytes)=[ \\t]*(\\d{0,18})-(\\d{0,18})[ \\t]*");

    /** @throws InvalidInputException if a number is negative, or the last lies before the first */
    public ByteRange {
        boolean sound = (first == null || first >= 0)
                && (last == null || last >= 0)
                && (first == null || last == null || last >= first);
        InvalidInputException.unless(sound, "range", "range.form", String.valueOf(first), String.valueOf(last));
    }

    /** The bytes from the first to the last, both included and counted from 0. */
    public static ByteRange of(long first, long last) {
        return new ByteRange(first, last);
    }

    /** The bytes from this one on. */
    public static ByteRange from(long first) {
        return new ByteRange(first, null);
    }

    /** So many of the last bytes; all, where there are fewer. */
    public static ByteRange ofTheLast(long count) {
        return new ByteRange(null, count);
    }

    /**
     * What the field {@code Range} of a request asks for. What this does not understand is ignored, as a server may and must
     * (RFC 9110, 14.2): no field, another unit, several ranges, a malformed one; then all bytes are wanted.
     */
    public static ByteRange ofHeader(@Nullable String field) {
        Matcher one = ONE.matcher(field == null ? "" : field);
        if (!one.matches()) return ALL;
        Long first = one.group(1).isEmpty() ? null : Long.valueOf(one.group(1));
        Long last = one.group(2).isEmpty() ? null : Long.valueOf(one.group(2));
        boolean malformed = first != null && last != null && last < first;
        return malformed ? ALL : new ByteRange(first, last);
    }

    /** Whether all bytes are wanted, whatever their number. */
    public boolean isAll() {
        return equals(ALL);
    }

    /**
     * The first byte of the range in a file of this size.
     *
     * @throws InvalidInputException if the range holds no byte of such a file; a server answers 416 (RFC 9110, 15.5.17)
     */
    public long firstIn(long size) {
        requireIn(size);
        return begin(size);
    }

    /**
     * Refuses a range that holds no byte of a file of this size.
     *
     * @throws InvalidInputException as {@link #firstIn}
     */
    public void requireIn(long size) {
        if (!isAll()) InvalidInputException.unless(begin(size) < size, "range", "range.outside", size);
    }

    private long begin(long size) {
        if (first != null) return first;
        return last == null ? 0 : size - Math.min(size, last);
    }

    /**
     * How many bytes of a file of this size the range holds.
     *
     * @throws InvalidInputException as {@link #firstIn}
     */
    public long lengthIn(long size) {
        long from = firstIn(size);
        return first == null || last == null ? size - from : Math.min(last - from, size - 1 - from) + 1;
    }
}
