package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eportfolio.spi.IndexQuery;

/** The tokens that a query asks for, none of them twice: some as they are, and all that begin like others. */
final class WantedTokens {
    private static final int RADIX = 16;

    private final List<String> beginnings = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private final List<String> whole = new ArrayList<>();

    WantedTokens(IndexQuery query) {
        for (String each : new TreeSet<>(query.beginnings())) if (isOther(each)) beginnings.add(each);
        for (String each : query.tokens()) if (isOther(each)) tokens.add(each);
        beginnings.forEach(each -> begun.add(bytes(each)));
        tokens.forEach(each -> whole.add(bytes(each)));
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

    /** Its UTF-8, one byte a character: so Java looks for it many bytes at a time. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Those that a row has. @param utf8 its tokens in one text, each behind its flags */
    List<Found> in(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.ISO_8859_1);
        List<Found> found = new ArrayList<>(0);
        for (String each : whole) {
            for (int at = begin(text, each, 0); at >= 0; at = begin(text, each, at + 1)) {
                if (end(text, at) == at + each.length()) found.add(found(text, at));
            }
        }
        for (String each : begun) {
            for (int at = begin(text, each, 0); at >= 0; at = begin(text, each, at + 1)) found.add(found(text, at));
        }
        return found;
    }

    /** Where a token of the text begins so, from this place on; negative if none does. */
    private static int begin(String text, String token, int from) {
        int at = text.indexOf(token, from);
        while (at >= 0 && !(at == 1 || at > 1 && text.charAt(at - 2) == ' ')) at = text.indexOf(token, at + 1);
        return at;
    }

    private static int end(String text, int from) {
        int space = text.indexOf(' ', from);
        return space < 0 ? text.length() : space;
    }

    private static Found found(String text, int at) {
        byte[] token = text.substring(at, end(text, at)).getBytes(StandardCharsets.ISO_8859_1);
        return new Found(new String(token, StandardCharsets.UTF_8), Character.digit(text.charAt(at - 1), RADIX));
    }
}
