package org.eportfolio.tck;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An upload that comes in small pieces of uneven size, knows whether it was closed, and may break after some bytes. */
final class TrickyStream extends FilterInputStream {
    interface Break {
        void happens() throws IOException;
    }

    private final int breaksAt;
    private final Break breaking;
    private int count;
    private boolean closed;

    private TrickyStream(byte[] bytes, int breaksAt, Break breaking) {
        super(new ByteArrayInputStream(bytes));
        this.breaksAt = breaksAt;
        this.breaking = breaking;
    }

    static TrickyStream of(byte[] bytes) {
        return new TrickyStream(bytes, Integer.MAX_VALUE, () -> {});
    }

    /** Something happens once, in the thread of the upload, before the byte at {@code position} is given. */
    static InputStream interrupted(byte[] bytes, int position, Break breaking) {
        return new TrickyStream(bytes, position, breaking);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int piece = Math.min(length, 1 + count % 7_919);
        int before = count;
        if (before < breaksAt) piece = Math.min(piece, breaksAt - before);
        if (before == breaksAt) breaking.happens();
        int read = super.read(into, offset, piece);
        if (read > 0) count += read;
        return read;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
