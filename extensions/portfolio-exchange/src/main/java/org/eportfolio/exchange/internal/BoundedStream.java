package org.eportfolio.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read and refuses more than a number of bytes. Closing it closes the stream behind it. */
public final class BoundedStream extends FilterInputStream {
    private final String name;
    private final long most;
    private long read;

    /** @param name of the file or entry, for the refusal */
    public BoundedStream(InputStream in, String name, long most) {
        super(in);
        this.name = name;
        this.most = most;
    }

    /** So many bytes so far. */
    public long bytesRead() {
        return read;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) count(1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        if (some > 0) count(some);
        return some;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long some = super.skip(bytes);
        count(some);
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long some) {
        read += some;
        ExchangeMessages.unless(read <= most, name, "exchange.too-large", name, most);
    }
}
