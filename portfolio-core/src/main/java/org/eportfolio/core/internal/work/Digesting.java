package org.eportfolio.core.internal.work;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;

/** Passes bytes on and knows their hash. For one thread. */
public final class Digesting extends FilterOutputStream {
    private final MessageDigest digest = sha256();
    private long size;

    public Digesting(OutputStream to) {
        super(to);
    }

    /** One of SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        size++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    /** To be asked once, at the end. */
    public Stored stored() {
        return new Stored(Hash.of(digest.digest()), size);
    }
}
