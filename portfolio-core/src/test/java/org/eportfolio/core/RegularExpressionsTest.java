package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eportfolio.Bounds;
import org.junit.jupiter.api.Test;

/**
 * No regular expression in the code looks at the characters of what users send much more than once each: counted, for twice as long
 * a text, on texts that make backtracking worst. One that calls itself for each repetition fails by its stack.
 */
class RegularExpressionsTest {
    private static final int LENGTH = 3_000;

    /** Twice the length, at most so many times as many looks. */
    private static final double MOST_GROWTH = 2.5;

    private static final Pattern IN_CODE = Pattern.compile(
            "(?:Pattern\\.compile|regexp =|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\s*\\(?\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*[,)]");

    private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u([0-9a-fA-F]{4})");

    private static final List<String> PIECES = List.of(
            "a", "-", "a-", "-a", ".", "..a", " ", "\t ", "0", "0a", "1.", "<a", "</p", "<?xml ", "a/", "/", "\"", "e1", "_", "\u0301", "{",
            "é", "a,", "\n", ";", "a;", "a.", "texts_", "-of-last", "- ");

    @Test
    void twice_as_long_a_text_is_looked_at_at_most_two_and_a_half_times_as_much() throws IOException {
        Map<String, String> found = expressions();
        found.put(Bounds.LANGUAGE_TAG, "Bounds");
        assertThat(found).hasSizeGreaterThan(35);
        Set<String> slow = new TreeSet<>();
        found.forEach((regex, where) -> {
            Pattern pattern = Pattern.compile(regex);
            for (String piece : PIECES) {
                for (String end : List.of("", "!", "a", "\u0000")) {
                    for (String start : List.of("", "a", "<?xml ", "ext:", "fr")) {
                        long once = looks(pattern, start + piece.repeat(LENGTH / piece.length()) + end);
                        long twice = looks(pattern, start + piece.repeat(2 * LENGTH / piece.length()) + end);
                        if (twice > MOST_GROWTH * once + LENGTH) {
                            slow.add(where + ": " + regex + " on many \"" + piece + '"');
                        }
                    }
                }
            }
        });
        assertThat(slow).isEmpty();
    }

    private static long looks(Pattern pattern, String text) {
        Counted counted = new Counted(text, new long[1]);
        Matcher whole = pattern.matcher(counted);
        if (whole.matches()) counted.looks()[0]++;
        Matcher parts = pattern.matcher(counted);
        while (parts.find()) counted.looks()[0]++;
        return counted.looks()[0];
    }

    private static Map<String, String> expressions() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String module : List.of(
                "portfolio-api",
                "portfolio-core",
                "portfolio-sqlite",
                "extensions/portfolio-exchange",
                "samples/console",
                "samples/seal-verify",
                "samples/xapi")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    Matcher each = IN_CODE.matcher(Files.readString(file));
                    while (each.find()) {
                        found.put(written(each.group(1)), String.valueOf(file.getFileName()));
                    }
                }
            }
        }
        return found;
    }

    /** A literal as the compiler reads it. */
    private static String written(String literal) {
        return UNICODE
                .matcher(literal)
                .replaceAll(each ->
                        Matcher.quoteReplacement(each.group(1) + (char) Integer.parseInt(each.group(2), 16)))
                .translateEscapes();
    }

    /** A text that counts how often one of its characters is looked at. */
    private record Counted(String text, long[] looks) implements CharSequence {
        @Override
        public char charAt(int index) {
            looks[0]++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.substring(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
