package org.eportfolio.core.internal.once;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;
import org.eportfolio.spi.Hash;

/**
 * A key that a host gave, and what came in under it, both as hashes.
 *
 * @param key SHA-256 in hexadecimal
 * @param input SHA-256 in hexadecimal
 */
public record CallKey(String key, String input) {
    private static final int LONGEST = 200;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + LONGEST + "}");

    /** @throws InvalidInputException if it is no key */
    public static CallKey of(String key, String input) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(input, "input");
        InvalidInputException.unless(VISIBLE.matcher(key).matches(), "key", "once.key", LONGEST);
        return new CallKey(hash(key), hash(input));
    }

    private static String hash(String text) {
        return Hash.ofContent(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
