package org.eportfolio.exchange;

/**
 * How much an importer reads at most; what goes beyond is refused with the bound that was met.
 *
 * @param entries of an archive
 * @param entryBytes of one entry or file, unpacked
 * @param totalBytes of all entries together, unpacked
 * @param ratio unpacked to packed bytes of one entry, looked at beyond the first megabyte
 * @param depth of nested objects, arrays or elements
 * @param textLength of one text, in characters
 * @param items records, rows or elements
 */
public record Bounds(int entries, long entryBytes, long totalBytes, int ratio, int depth, int textLength, long items) {
    private static final long GIGABYTE = 1L << 30;

    /** What a large school needs: 1,000,000 entries of at most 2 GiB, 64 GiB in all, 10,000,000 items. */
    public static Bounds ofDefaults() {
        return new Bounds(1_000_000, 2 * GIGABYTE, 64 * GIGABYTE, 1_000, 64, 4_000_000, 10_000_000);
    }

    public Bounds {
        if (entries < 1 || entryBytes < 1 || totalBytes < 1 || ratio < 1 || depth < 1 || textLength < 1 || items < 1) {
            throw new IllegalArgumentException("a bound is at least 1");
        }
    }
}
