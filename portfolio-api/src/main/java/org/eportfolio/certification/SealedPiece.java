package org.eportfolio.certification;

import java.util.Objects;
import java.util.regex.Pattern;
import org.eportfolio.spi.Stored;

/**
 * One file inside a sealed file.
 *
 * @param path inside it: names separated by slashes, of ASCII letters, digits, dots, hyphens and underscores, none of them
 *     hidden, none leading upwards
 * @param content its bytes, by hash and size
 */
public record SealedPiece(String path, Stored content) {
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*+(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*+)*+");

    public SealedPiece {
        Objects.requireNonNull(content, "content");
        if (!PATH.matcher(path).matches()) throw new IllegalArgumentException("not a path in a sealed file: " + path);
    }
}
