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
import org.eportfolio.InputBounds;
import org.junit.jupiter.api.Test;

/**
 * No regular expression in the code looks at the characters of what users send much more than once each: counted, for twice as long
 * a text, on texts that make backtracking worst. One that calls itself for each repetition fails by its stack.
 */
class RegularExpressionsTest {
    private static final int LENGTH = 400;

    /** Twice the length, at most so many times as many looks. */
    private static final double MOST_GROWTH = 2.5;

    private static final long MOST_LOOKS = 200;

    /** What looks for an expression anywhere in a text, in place of matching the whole of it. */
    private static final Set<String> SEARCHING = Set.of(".replaceAll", ".replaceFirst", ".split");

    private static final Pattern SEARCHED =
            Pattern.compile("\\.find\\(\\)|\\.results\\(\\)|[A-Z]\\.split\\(|\\.matcher\\([^;]*?\\)\\s*\\.replace");

    private static final String SEARCHING_IN = "searching in ";

    private static final Pattern IN_CODE = Pattern.compile(
            "(Pattern\\.compile|regexp =|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\s*\\(?\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*[,)]");

    private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u([0-9a-fA-F]{4})");

    private static final List<String> PIECES = List.of(
            "a",
            "-",
            "a-",
            "-a",
            ".",
            "..a",
            " ",
            "\t ",
            "0",
            "0a",
            "1.",
            "<a",
            "</p",
            "<?xml ",
            "a/",
            "/",
            "\"",
            "e1",
            "_",
            "\u0301",
            "{",
            "é",
            "a,",
            "\n",
            ";",
            "a;",
            "a.",
            "texts_",
            "-of-last",
            "- ");

    @Test
    void twice_as_long_a_text_is_looked_at_at_most_two_and_a_half_times_as_much() throws IOException {
        Map<String, String> found = expressions();
        found.put(InputBounds.LANGUAGE_TAG, "InputBounds");
        assertThat(found).hasSizeGreaterThan(35);
        Set<String> slow = new TreeSet<>();
        found.forEach((regex, where) -> {
            Pattern pattern = Pattern.compile(regex);
            for (String piece : PIECES) {
                for (String end : List.of("", "!", "a", "\u0000")) {
                    for (String start : List.of("", "a", "<?xml ", "ext:", "fr")) {
                        String text = piece.repeat(LENGTH / piece.length());
                        if (!isLinear(
                                pattern,
                                where.startsWith(SEARCHING_IN),
                                start + text + end,
                                start + text + text + end)) {
                            slow.add(where + ": " + regex + " on many \"" + piece + '"');
                        }
                    }
                }
            }
        });
        assertThat(slow).isEmpty();
    }

    private static boolean isLinear(Pattern pattern, boolean searches, String text, String twice) {
        try {
            return looks(pattern, searches, twice) <= MOST_GROWTH * looks(pattern, searches, text) + LENGTH;
        } catch (IllegalStateException | StackOverflowError e) {
            return false;
        }
    }

    private static long looks(Pattern pattern, boolean searches, String text) {
        Counted counted = new Counted(text, new long[1]);
        Matcher matcher = pattern.matcher(counted);
        if (searches) while (matcher.find()) counted.looks()[0]++;
        else if (matcher.matches()) counted.looks()[0]++;
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
                    String code = Files.readString(file);
                    Matcher each = IN_CODE.matcher(code);
                    while (each.find()) {
                        boolean searches = SEARCHING.contains(each.group(1))
                                || each.group(1).equals("Pattern.compile")
                                        && SEARCHED.matcher(code).find();
                        found.put(written(each.group(2)), (searches ? SEARCHING_IN : "") + file.getFileName());
                    }
                }
            }
        }
        return found;
    }

    /** A literal as the compiler reads it. */
    private static String written(String literal) {
        return UNICODE.matcher(literal)
                .replaceAll(
                        each -> Matcher.quoteReplacement(each.group(1) + (char) Integer.parseInt(each.group(2), 16)))
                .translateEscapes();
    }

    /** A text that counts how often one of its characters is looked at. */
    private record Counted(String text, long[] looks) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (looks[0] > MOST_LOOKS * text.length()) throw new IllegalStateException("looked at too often");
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
