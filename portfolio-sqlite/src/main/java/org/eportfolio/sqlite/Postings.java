package org.eportfolio.sqlite;

import java.util.Arrays;

/** Which records of a segment have a token, as the file keeps it: of each two bytes, its number and its flags. */
final class Postings {
    /** How many records make a segment. */
    static final int RECORDS = 5 * NamePage.PLACES;

    private static final int FLAGS = 4;
    private static final int ALL_FLAGS = (1 << FLAGS) - 1;

    private Postings() {}

    /** Segments count from 1. */
    static long segment(long place) {
        return place / RECORDS;
    }

    static long firstPlace(long segment) {
        return segment * RECORDS;
    }

    static boolean isLast(long place) {
        return place % RECORDS == RECORDS - 1;
    }

    static int count(byte[] hits) {
        return hits.length / 2;
    }

    private static int code(byte[] hits, int index) {
        return (hits[2 * index] & 0xff) << 8 | hits[2 * index + 1] & 0xff;
    }

    static long place(byte[] hits, int index, long segment) {
        return firstPlace(segment) + (code(hits, index) >> FLAGS);
    }

    static int flags(byte[] hits, int index) {
        return code(hits, index) & ALL_FLAGS;
    }

    private static int index(byte[] hits, long place) {
        int number = (int) (place % RECORDS);
        for (int i = 0; i < count(hits); i++) if (code(hits, i) >> FLAGS == number) return i;
        return -1;
    }

    /** The same with this record, which may stand there with other flags. */
    static byte[] with(byte[] hits, long place, int flags) {
        int found = index(hits, place);
        int index = found < 0 ? count(hits) : found;
        byte[] changed = Arrays.copyOf(hits, Math.max(hits.length, 2 * index + 2));
        int code = (int) (place % RECORDS) << FLAGS | flags;
        changed[2 * index] = (byte) (code >> 8);
        changed[2 * index + 1] = (byte) code;
        return changed;
    }

    /** The same without this record. */
    static byte[] without(byte[] hits, long place) {
        int index = index(hits, place);
        if (index < 0) return hits;
        byte[] changed = Arrays.copyOf(hits, hits.length - 2);
        System.arraycopy(hits, 2 * index + 2, changed, 2 * index, hits.length - 2 * index - 2);
        return changed;
    }
}
