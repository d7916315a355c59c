package org.eportfolio.spi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * JSON text as core writes it: UTF-8, which is how it is hashed, parsed, and kept by most stores, so that none of them
 * need take it apart and put it together again. Equal when the text is. Immutable and thread-safe.
 */
public final class JsonText {
    private final byte[] utf8;

    private JsonText(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** @param text without unpaired surrogates */
    public static JsonText of(String text) {
        return new JsonText(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param utf8 becomes the text's own, and must not be changed from here on */
    public static JsonText ofUtf8(byte[] utf8) {
        return new JsonText(Objects.requireNonNull(utf8, "utf8"));
    }

    /** The text's own bytes, not a copy; not to be changed. */
    public byte[] utf8() {
        return utf8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonText text && Arrays.equals(utf8, text.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
