package org.eportfolio.spi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream without its first bytes, which are read and dropped when something is first asked of it. Not thread-safe. */
final class SkippingStream extends FilterInputStream {
    private long left;

    SkippingStream(InputStream whole, long from) {
        super(whole);
        this.left = from;
    }

    private void begin() throws IOException {
        if (left == 0) return;
        in.skipNBytes(left);
        left = 0;
    }

    @Override
    public int read() throws IOException {
        begin();
        return in.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        begin();
        return in.read(to, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
        begin();
        return in.skip(count);
    }

    @Override
    public int available() throws IOException {
        return left == 0 ? in.available() : 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
