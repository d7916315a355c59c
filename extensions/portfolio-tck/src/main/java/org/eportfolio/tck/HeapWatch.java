package org.eportfolio.tck;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Weighs what lives on the heap every 32 MB of a stream, and remembers the most it grew. */
final class HeapWatch extends FilterInputStream {
    private static final long STRIDE = 32L << 20;
    private static final int READINGS = 3;

    private final long before = living();
    private long count;
    private long growth;

    HeapWatch(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            if (count / STRIDE != (count + read) / STRIDE) growth = Math.max(growth, living() - before);
            count += read;
        }
        return read;
    }

    long count() {
        return count;
    }

    /** In bytes; 0 for less than nothing. */
    long growth() {
        return growth;
    }

    /** The least of some readings: what other threads allocate between a collection and a reading does not count. */
    private static long living() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < READINGS; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
