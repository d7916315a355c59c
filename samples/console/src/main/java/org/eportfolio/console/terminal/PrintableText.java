package org.eportfolio.console.terminal;

/** Text without control characters, and its width on a terminal. */
public final class PrintableText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PrintableText() {}

    /** The text with a mark in place of each control character: nothing in it moves the cursor or turns the line. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(PrintableText::hidden)) return text;
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') shown.append(' ');
            else shown.appendCodePoint(hidden(c) ? 0xFFFD : c);
        });
        return shown.toString();
    }

    /** Controls, bidirectional and other invisible formatting, line separators, halves of pairs. */
    public static boolean hidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (type == Character.FORMAT && codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER);
    }

    /** How many columns the text takes. */
    public static int width(String text) {
        return text.codePoints().map(PrintableText::columns).sum();
    }

    private static int columns(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(codePoint) ? 2 : 1;
    }

    /** East Asian wide forms and pictographs. */
    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
