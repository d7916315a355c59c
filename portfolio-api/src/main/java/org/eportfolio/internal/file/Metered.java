package org.eportfolio.internal.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reports every byte to the meter, so that reading a large file can be cancelled too. */
public final class Metered extends FilterInputStream {
    private final Meter meter;

    public Metered(InputStream in, Meter meter) {
        super(in);
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) meter.did(1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = in.read(into, from, length);
        if (some > 0) meter.did(some);
        return some;
    }
}
