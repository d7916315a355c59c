package org.eportfolio.spi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes, compared by content. Immutable. */
public final class Hash {
    /** The length in bytes. */
    public static final int BYTES = 32;

    /** What stands before the first entry of a chain: 32 zero bytes. */
    public static final Hash NONE = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash with these 32 bytes, which are copied. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        return new Hash(bytes.clone());
    }

    /** SHA-256 of these bytes. */
    public static Hash ofContent(byte[] content) {
        try {
            return new Hash(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash written as 64 hexadecimal digits. */
    public static Hash parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
