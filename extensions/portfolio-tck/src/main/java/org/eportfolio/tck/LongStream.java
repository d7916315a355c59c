package org.eportfolio.tck;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** A file that is made while it is read, no two blocks of it equal. */
final class LongStream extends InputStream {
    private final byte[] block = Examples.bytes(1 << 16, 42);
    private final long size;
    private long position;

    LongStream(long size) {
        this.size = size;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (position == size) return -1;
        int from = (int) (position % block.length);
        if (from == 0) ByteBuffer.wrap(block).putLong(position);
        int count = (int) Math.min(Math.min(length, block.length - from), size - position);
        System.arraycopy(block, from, into, offset, count);
        position += count;
        return count;
    }
}
