package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.eportfolio.spi.IndexQuery;

/** The tokens that a query asks for, none of them twice: some as they are, and all that begin like others. */
final class WantedTokens {
    private static final int RADIX = 16;

    private final List<String> beginnings = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final byte[][] begun;
    private final byte[][] whole;
    /** Whether one of them begins with this byte: most tokens of a text are passed over by it. */
    private final boolean[] first = new boolean[256];

    WantedTokens(IndexQuery query) {
        for (String each : new TreeSet<>(query.beginnings())) if (isOther(each)) beginnings.add(each);
        for (String each : new TreeSet<>(query.tokens())) if (isOther(each)) tokens.add(each);
        begun = utf8(beginnings);
        whole = utf8(tokens);
    }

    /** @param flags of the token in the row that has it */
    record Found(String token, int flags) {}

    /** Each stands for everything that begins with it; none of them with another one. */
    List<String> beginnings() {
        return beginnings;
    }

    List<String> tokens() {
        return tokens;
    }

    private boolean isOther(String text) {
        return beginnings.stream().noneMatch(text::startsWith);
    }

    private byte[][] utf8(List<String> texts) {
        byte[][] all = new byte[texts.size()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
            first[all[i][0] & 0xff] = true;
        }
        return all;
    }

    /** Those that a row has. @param text its tokens in one, each behind its flags */
    List<Found> in(byte[] text) {
        List<Found> found = List.of();
        int begin = 0;
        while (begin < text.length) {
            int end = begin + 1;
            while (end < text.length && text[end] != ' ') end++;
            if (end > begin + 1 && first[text[begin + 1] & 0xff] && isWanted(text, begin + 1, end)) {
                String token = new String(text, begin + 1, end - begin - 1, StandardCharsets.UTF_8);
                if (found.isEmpty()) found = new ArrayList<>();
                found.add(new Found(token, Character.digit(text[begin], RADIX)));
            }
            begin = end + 1;
        }
        return found;
    }

    private boolean isWanted(byte[] text, int from, int to) {
        for (byte[] each : whole) {
            if (each.length == to - from && Arrays.equals(text, from, to, each, 0, each.length)) return true;
        }
        for (byte[] each : begun) {
            if (each.length <= to - from && Arrays.equals(text, from, from + each.length, each, 0, each.length)) {
                return true;
            }
        }
        return false;
    }
}
