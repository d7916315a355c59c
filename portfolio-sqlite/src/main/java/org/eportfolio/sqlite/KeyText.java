package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.eportfolio.spi.Key;
import org.jspecify.annotations.Nullable;

/**
 * A row's keys as the row itself carries them: each name and value behind its length ({@code 17:membership.cohort}), so
 * that nothing needs escaping. No keys are no text.
 */
final class KeyText {
    private KeyText() {}

    static @Nullable String of(Set<Key> keys) {
        if (keys.isEmpty()) return null;
        StringBuilder text = new StringBuilder();
        for (Key key : keys) {
            text.append(key.name().length()).append(':').append(key.name());
            text.append(key.value().length()).append(':').append(key.value());
        }
        return text.toString();
    }

    /** @param utf8 the text as the file has it, {@code null} for none */
    static Set<Key> parse(byte @Nullable [] utf8) {
        return utf8 == null ? Set.of() : parse(new String(utf8, StandardCharsets.UTF_8));
    }

    static Set<Key> parse(@Nullable String text) {
        if (text == null) return Set.of();
        Set<Key> keys = new HashSet<>();
        int at = 0;
        while (at < text.length()) {
            int nameFrom = text.indexOf(':', at) + 1;
            int nameTo = nameFrom + Integer.parseInt(text, at, nameFrom - 1, 10);
            int valueFrom = text.indexOf(':', nameTo) + 1;
            int valueTo = valueFrom + Integer.parseInt(text, nameTo, valueFrom - 1, 10);
            keys.add(new Key(text.substring(nameFrom, nameTo), text.substring(valueFrom, valueTo)));
            at = valueTo;
        }
        return keys;
    }
}
