package org.eportfolio;

import java.text.Normalizer;

/**
 * What becomes of text at the front door, for desks and formats alike: Unicode's composed form (NFC), so that two spellings
 * of one word are one; and text of nothing but spaces, whether they can be seen or not, is blank. Ids and codes are no text:
 * they are compared as they came. Thread-safe.
 */
public final class IncomingText {
    /** No composed form begins below: what is made of such characters alone is composed already. */
    private static final char FIRST_MARK = '\u0300';

    /**
     * Marks upon one letter, as in Unicode's stream-safe text (UAX 15). More of them are no writing, and sorting them takes
     * time that grows with the square: such a text stays as it came.
     */
    private static final int MOST_MARKS = 30;

    /** Letters that show nothing, though Unicode does not call them spaces: Hangul fillers and the empty Braille cell. */
    private static final String EMPTY_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private IncomingText() {}

    /** The text in its composed form; empty if it is {@linkplain #isBlank blank}. */
    public static String composed(String text) {
        if (isBlank(text)) return "";
        if (isPlain(text) || isPiledUp(text)) return text;
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Whether nothing of the text can be seen: it is empty, or holds only white space, no-break spaces (U+00A0), characters
     * without width (U+200B, U+FEFF) and the like.
     */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(IncomingText::isUnseen);
    }

    private static boolean isUnseen(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || EMPTY_LETTERS.indexOf(c) >= 0;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_MARK) return false;
        }
        return true;
    }

    private static boolean isPiledUp(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            marks = isMark(text.codePointAt(i)) ? marks + 1 : 0;
            if (marks > MOST_MARKS) return true;
        }
        return false;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
