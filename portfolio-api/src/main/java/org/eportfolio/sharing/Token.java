package org.eportfolio.sharing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eportfolio.spi.Hash;

/**
 * The secret that opens a link. It is handed out once and kept nowhere: the store has its hash. Any bearer is let in,
 * so it belongs in a mail or a QR code, never in a log; {@link #toString} does not show it. Immutable.
 */
public final class Token {
    /** How many random bytes a token is made of. */
    public static final int BYTES = 32;

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /** The token made of these random bytes. */
    public static Token of(byte[] random) {
        if (random.length != BYTES) throw new IllegalArgumentException("a token is made of 32 random bytes");
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** What goes into an address: 43 letters, digits, hyphens and underscores. */
    public String text() {
        return text;
    }

    /** The hash by which the link is kept. */
    public Hash hash() {
        return hashOf(text);
    }

    /** SHA-256 of any text that is presented as a token. */
    public static Hash hashOf(String presented) {
        return Hash.ofContent(presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
