package org.eportfolio.sqlite;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/**
 * Which records stand at some places of a segment, in one value that fills a page: of each its scope, its id, when it was and
 * its kind; zeros where none stands any more. Not thread-safe.
 */
final class NamePage {
    /** So many that a row stays on one page. */
    static final int PLACES = 96;

    private static final int BYTES = 16 + 16 + Long.BYTES + Short.BYTES;
    private static final int AT = 32;
    private static final int KIND = AT + Long.BYTES;

    private final ByteBuffer names;

    NamePage() {
        this(new byte[PLACES * BYTES]);
    }

    NamePage(byte[] bytes) {
        this.names = ByteBuffer.wrap(bytes);
    }

    static long page(long place) {
        return place / PLACES;
    }

    byte[] bytes() {
        return names.array();
    }

    private static int begin(long place) {
        return (int) (place % PLACES) * BYTES;
    }

    void put(long place, byte[] scope, byte[] id, long at, long kind) {
        int begin = begin(place);
        names.put(begin, scope);
        names.put(begin + scope.length, id);
        names.putLong(begin + AT, at);
        names.putShort(begin + KIND, (short) kind);
    }

    void at(long place, long at) {
        names.putLong(begin(place) + AT, at);
    }

    void clear(long place) {
        names.put(begin(place), new byte[BYTES]);
    }

    boolean isEmpty() {
        for (byte each : names.array()) if (each != 0) return false;
        return true;
    }

    /** The kind of what stands there, 0 where nothing does. */
    long kind(long place) {
        return names.getShort(begin(place) + KIND) & 0xffff;
    }

    long at(long place) {
        return names.getLong(begin(place) + AT);
    }

    UUID scope(long place) {
        int begin = begin(place);
        return new UUID(names.getLong(begin), names.getLong(begin + Long.BYTES));
    }

    UUID id(long place) {
        int begin = begin(place) + 16;
        return new UUID(names.getLong(begin), names.getLong(begin + Long.BYTES));
    }

    RowName name(long place, Kind kind) {
        return new RowName(new Scope(scope(place)), kind, id(place));
    }
}
