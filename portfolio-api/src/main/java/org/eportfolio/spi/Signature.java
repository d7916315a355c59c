package org.eportfolio.spi;

import java.util.Objects;

/**
 * A signature as it stands in the sealed file, where anyone with the host's public key can check it.
 *
 * @param algorithm what it was made with, on one line, such as {@code SHA256withECDSA}
 * @param value on one line of printable ASCII, such as Base64
 */
public record Signature(String algorithm, String value) {
    public Signature {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(value, "value");
        if (!line(algorithm) || !line(value)) {
            throw new IllegalArgumentException("algorithm and value are lines of printable ASCII");
        }
    }

    private static boolean line(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
