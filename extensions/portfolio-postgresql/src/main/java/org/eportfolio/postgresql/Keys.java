package org.eportfolio.postgresql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.spi.Key;
import org.jspecify.annotations.Nullable;

/**
 * A row's keys as the row carries them, the text of a PostgreSQL array of {@code name=value}; and the hash by which a row is
 * found.
 */
final class Keys {
    static final int HASH_BYTES = 16;

    private Keys() {}

    /** {@code null} for no keys; always in the same order, so that equal keys are equal text. */
    static @Nullable String text(Set<Key> keys) {
        if (keys.isEmpty()) return null;
        Set<String> sorted = new TreeSet<>();
        for (Key key : keys) sorted.add(text(key));
        StringBuilder array = new StringBuilder("{");
        for (String each : sorted) {
            array.append(array.length() == 1 ? "\"" : ",\"");
            for (int i = 0; i < each.length(); i++) {
                char c = each.charAt(i);
                if (c == '"' || c == '\\') array.append('\\');
                array.append(c);
            }
            array.append('"');
        }
        return array.append('}').toString();
    }

    static Set<Key> parse(byte @Nullable [] utf8) {
        if (utf8 == null) return Set.of();
        String array = new String(utf8, StandardCharsets.UTF_8);
        Set<Key> keys = new HashSet<>();
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < array.length() - 1; i++) {
            char c = array.charAt(i);
            if (quoted && c == '\\') {
                i++;
                text.append(array.charAt(i));
            } else if (c == '"') {
                if (quoted) {
                    keys.add(key(text.toString()));
                    text.setLength(0);
                }
                quoted = !quoted;
            } else if (quoted) {
                text.append(c);
            }
        }
        return keys;
    }

    static byte[] hash(Key key) {
        byte[] digest = sha256().digest(text(key).getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest, HASH_BYTES);
    }

    private static String text(Key key) {
        if (key.name().indexOf('=') >= 0) throw new IllegalArgumentException("a key's name has no =: " + key.name());
        return key.name() + '=' + key.value();
    }

    private static Key key(String text) {
        int end = text.indexOf('=');
        return new Key(text.substring(0, end), text.substring(end + 1));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
