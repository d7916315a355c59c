package org.eportfolio.core.internal.work;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Secure random bytes, drawn from the platform many at a time, since each drawing has a price that every id and every
 * secret would pay. None is given twice, and none stays behind. Thread-safe.
 */
final class Randomness {
    private static final int DRAWN = 1024;

    private final SecureRandom random;
    private final byte[] drawn = new byte[DRAWN];
    private int at = DRAWN;

    Randomness(SecureRandom random) {
        this.random = random;
    }

    synchronized void fill(byte[] bytes) {
        if (at + bytes.length > DRAWN) {
            random.nextBytes(drawn);
            at = 0;
        }
        System.arraycopy(drawn, at, bytes, 0, bytes.length);
        Arrays.fill(drawn, at, at + bytes.length, (byte) 0);
        at += bytes.length;
    }

    long next() {
        byte[] bytes = new byte[Long.BYTES];
        fill(bytes);
        return ByteBuffer.wrap(bytes).getLong();
    }
}
