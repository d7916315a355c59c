package org.eportfolio.postgresql;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one file: AES-256 in GCM (NIST SP 800-38D), each piece under its number, which is encrypted once only under a key. An
 * altered piece, or one in the place of another, does not open. Thread-safe.
 */
final class FileKey {
    static final int BYTES = 32;
    /** By so much a piece grows. */
    static final int TAG_BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;

    private final byte[] bytes;
    private final SecretKeySpec key;

    /** @param bytes as {@link #bytes()} gave them */
    FileKey(byte[] bytes) {
        if (bytes.length != BYTES) throw new IllegalArgumentException("a key of " + bytes.length + " bytes");
        this.bytes = bytes.clone();
        this.key = new SecretKeySpec(bytes, "AES");
    }

    static FileKey fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FileKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] seal(long number, byte[] piece) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number).doFinal(piece);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("any bytes can be encrypted", e);
        }
    }

    /** The piece; empty if these are not the bytes that {@link #seal} made of it. */
    Optional<byte[]> open(long number, byte[] sealed) {
        if (sealed.length < TAG_BYTES) return Optional.empty();
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, number).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("any bytes with a tag can be looked at", e);
        }
    }

    private Cipher cipher(int mode, long number) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher;
    }
}
