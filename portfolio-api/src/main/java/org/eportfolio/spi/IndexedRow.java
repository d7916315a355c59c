package org.eportfolio.spi;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a search finds a row by: tokens that core made of its texts. A store keeps and compares them and knows nothing of
 * words.
 *
 * @param name of the row
 * @param at given back with each hit; core ranks by it
 * @param tokens each with its mark, a number from 0 to {@value #HIGHEST_MARK} that is given back with it; none for a row that
 *     is found no more. A token has 1 to {@value #LONGEST_TOKEN} characters, none of them a control character or white space
 *     of ASCII
 */
public record IndexedRow(RowName name, long at, Map<String, Integer> tokens) {
    /** The longest token, in {@code char}s. */
    public static final int LONGEST_TOKEN = 60;

    /** The highest mark. */
    public static final int HIGHEST_MARK = 15;

    /** @throws IllegalArgumentException if a token or a mark is none */
    public IndexedRow {
        Objects.requireNonNull(name, "name");
        tokens = Map.copyOf(tokens);
        tokens.forEach((token, mark) -> {
            if (!isToken(token)) throw new IllegalArgumentException("no token: " + token);
            if (mark < 0 || mark > HIGHEST_MARK) throw new IllegalArgumentException("no mark: " + mark);
        });
    }

    /** A row that is found no more. */
    public static IndexedRow none(RowName name) {
        return new IndexedRow(name, 0, Map.of());
    }

    private static boolean isToken(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST_TOKEN) return false;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) <= ' ' || text.charAt(i) == 0x7f) return false;
        return true;
    }
}
