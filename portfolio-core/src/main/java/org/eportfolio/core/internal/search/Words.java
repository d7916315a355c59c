package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a text, read once from its beginning to its end: letters, marks and digits side by side. What is elided before
 * an apostrophe is left out ({@code l'élève}, {@code qu’elle}), any other apostrophe joins ({@code aujourd'hui}). A code is
 * one word with the points, slashes and hyphens between its numbers ({@code C3.1}, {@code C1.1/2}, {@code E3-1}). For one
 * text and one thread.
 */
final class Words {
    private static final Set<String> ELIDED =
            Set.of("l", "d", "qu", "s", "j", "m", "t", "n", "c", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu");

    /** A code begins with a few letters at most: {@code UE12}. */
    private static final int LETTERS_OF_A_CODE = 4;

    private final String text;
    private final List<Word> words = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        return new Words(text).read();
    }

    private List<Word> read() {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            at = Character.isLetterOrDigit(character) ? word(at) : at + Character.charCount(character);
        }
        return words;
    }

    /** Reads the word that begins here; gives back where to go on. */
    private int word(int start) {
        int end = run(start);
        if (hasDigit(start, end)) return keep(start, code(start, end));
        while (isApostrophe(end)) {
            if (ELIDED.contains(Folding.folded(text.substring(start, end)))) return end + 1;
            int next = run(end + 1);
            if (next == end + 1) break;
            end = next;
        }
        return keep(start, end);
    }

    private int keep(int start, int end) {
        String word = text.substring(start, end);
        boolean exact = hasDigit(start, end);
        String form = Folding.folded(exact ? word : withoutApostrophes(word));
        if (!form.isEmpty()) words.add(new Word(start, end, form, exact, !exact && StopWords.contains(word)));
        return end;
    }

    private static String withoutApostrophes(String word) {
        if (word.indexOf('\'') < 0 && word.indexOf('’') < 0) return word;
        return word.replace("'", "").replace("’", "");
    }

    /** Goes on over the numbers that belong to a code. */
    private int code(int start, int firstEnd) {
        boolean lettered = isLettered(start, firstEnd);
        if (!lettered && !isNumber(start, firstEnd)) return firstEnd;
        int end = firstEnd;
        while (end + 1 < text.length() && joins(text.charAt(end), lettered)) {
            int next = run(end + 1);
            if (next == end + 1 || !isNumber(end + 1, next)) break;
            end = next;
        }
        return end;
    }

    private static boolean joins(char between, boolean lettered) {
        return between == '.' || (lettered && (between == '/' || between == '-' || between == '\u2011'));
    }

    /** Whether a few letters stand before a number, and nothing else. */
    private boolean isLettered(int start, int end) {
        int number = start;
        while (number < end && !Character.isDigit(text.charAt(number))) number++;
        return number > start && number - start <= LETTERS_OF_A_CODE && isNumber(number, end);
    }

    private boolean isNumber(int start, int end) {
        for (int i = start; i < end; i++) if (!Character.isDigit(text.charAt(i))) return false;
        return start < end;
    }

    private boolean hasDigit(int start, int end) {
        for (int i = start; i < end; i++) if (Character.isDigit(text.charAt(i))) return true;
        return false;
    }

    private boolean isApostrophe(int at) {
        return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '’');
    }

    /** Where letters and digits that stand side by side end. */
    private int run(int start) {
        int at = start;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            boolean inside = Character.isLetterOrDigit(character) || (at > start && Folding.isAttached(character));
            if (!inside) break;
            at += Character.charCount(character);
        }
        return at;
    }
}
