package org.eportfolio.tck;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** Weighs what lives on the heap every 32 MB of a stream, and remembers the most it grew. */
final class HeapWatch extends FilterInputStream {
    private static final long STRIDE = 32L << 20;

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

    /** What the last collection left, whatever other threads have allocated since. */
    private static long living() {
        System.gc();
        long living = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage left = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && left != null) living += left.getUsed();
        }
        return living;
    }
}
