package org.eportfolio.postgresql;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one file: AES-256 in counter mode (NIST SP 800-38A). The counter of a piece begins with its number, and a number is
 * encrypted once only under a key. That a piece was altered shows by the file's hash, as it does without a key. Thread-safe.
 */
final class FileKey {
    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BLOCK_BYTES = 16;
    /**
     * The processor's own AES is used by compiled code alone, and Java compiles what is called often: so it is fast after 40 pieces, where
     * it takes hundreds with a call for each.
     */
    private static final int SLICE = 1 << 10;

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

    byte[] encrypted(long number, byte[] piece) {
        return applied(Cipher.ENCRYPT_MODE, number, piece);
    }

    byte[] decrypted(long number, byte[] piece) {
        return applied(Cipher.DECRYPT_MODE, number, piece);
    }

    private byte[] applied(int mode, long number, byte[] piece) {
        byte[] counter = ByteBuffer.allocate(BLOCK_BYTES).putLong(number).array();
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(counter));
            byte[] applied = new byte[piece.length];
            int done = 0;
            for (int at = 0; at < piece.length; at += SLICE) {
                done += cipher.update(piece, at, Math.min(SLICE, piece.length - at), applied, done);
            }
            // A provider may keep bytes back until here.
            done += cipher.doFinal(applied, done);
            if (done != piece.length) throw new AssertionError(piece.length + " bytes became " + done);
            return applied;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has AES, whose counter mode takes any bytes", e);
        }
    }
}
