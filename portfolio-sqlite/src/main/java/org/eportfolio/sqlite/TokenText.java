package org.eportfolio.sqlite;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.spi.IndexedRow;

/** The tokens of a row in one text, each behind its mark, a hexadecimal digit: {@code 3mesure 8armoir}. */
final class TokenText {
    private static final int RADIX = 16;

    private TokenText() {}

    /** Always in the same order. */
    static String of(IndexedRow row) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(row.tokens()).forEach((token, mark) -> {
            if (text.length() > 0) text.append(' ');
            text.append(Character.forDigit(mark, RADIX)).append(token);
        });
        return text.toString();
    }

    static Map<String, Integer> parse(String text) {
        Map<String, Integer> tokens = new HashMap<>();
        if (text.isEmpty()) return tokens;
        for (String each : text.split(" ")) tokens.put(each.substring(1), Character.digit(each.charAt(0), RADIX));
        return tokens;
    }
}
