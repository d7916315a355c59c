package org.eportfolio.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a search finds a row by: tokens that core made of its texts. A store keeps and compares them and knows nothing of
 * words.
 *
 * @param name of the row
 * @param at given back with each hit; core ranks by it
 * @param tokens each with its flags, a number from 0 to {@value #ALL_FLAGS} that is given back with it; none for a row that
 *     is found no more. A token has 1 to {@value #LONGEST_TOKEN} characters, none of them a control character or white space
 *     of ASCII
 */
public record IndexedRow(RowName name, long at, Map<String, Integer> tokens) {
    /** The longest token, in {@code char}s. */
    public static final int LONGEST_TOKEN = 60;

    /** All flags together: four of them. */
    public static final int ALL_FLAGS = 15;

    private static final int RADIX = ALL_FLAGS + 1;

    /** @throws IllegalArgumentException if a token or its flags are none */
    public IndexedRow {
        Objects.requireNonNull(name, "name");
        tokens = Map.copyOf(tokens);
        tokens.forEach((token, flags) -> {
            if (!isToken(token)) throw new IllegalArgumentException("no token: " + token);
            if (flags < 0 || flags > ALL_FLAGS) throw new IllegalArgumentException("no flags: " + flags);
        });
    }

    /** A row that is found no more. */
    public static IndexedRow none(RowName name) {
        return new IndexedRow(name, 0, Map.of());
    }

    /**
     * The tokens in one text, for a store that keeps them so; always in the same order. Each stands behind its flags, a
     * hexadecimal digit, with a space between them: {@code 8armoir 3mesure}.
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(tokens).forEach((token, flags) -> {
            if (text.length() > 0) text.append(' ');
            text.append(Character.forDigit(flags, RADIX)).append(token);
        });
        return text.toString();
    }

    /** The tokens that such a text has. */
    public static Map<String, Integer> tokens(String text) {
        Map<String, Integer> tokens = new HashMap<>();
        if (text.isEmpty()) return tokens;
        for (String each : text.split(" ")) tokens.put(each.substring(1), Character.digit(each.charAt(0), RADIX));
        return tokens;
    }

    private static boolean isToken(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST_TOKEN) return false;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) <= ' ' || text.charAt(i) == 0x7f) return false;
        return true;
    }
}
