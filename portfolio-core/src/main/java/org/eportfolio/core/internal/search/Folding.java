package org.eportfolio.core.internal.search;

import java.text.Normalizer;
import java.util.Locale;

/** Words without accents, capitals and ligatures. Thread-safe. */
final class Folding {
    /** What each of the first characters becomes, accented letters of French among them: most words have no others. */
    private static final String[] LATIN = new String[0x100];

    static {
        for (int i = 0; i < LATIN.length; i++) LATIN[i] = apart(String.valueOf((char) i));
    }

    private Folding() {}

    /** The word in lower case, its letters bare; {@code œ}, {@code æ} and {@code ß} as two letters. */
    static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (isPlain(lower)) return lower;
        StringBuilder folded = new StringBuilder(lower.length() + 2);
        for (int i = 0; i < lower.length(); i++) {
            char each = lower.charAt(i);
            if (each >= LATIN.length) return apart(lower);
            folded.append(LATIN[each]);
        }
        return folded.toString();
    }

    private static String apart(String lower) {
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length() + 2);
        apart.codePoints().filter(each -> !isAttached(each)).forEach(each -> {
            switch (each) {
                case 'œ' -> folded.append("oe");
                case 'æ' -> folded.append("ae");
                case 'ß' -> folded.append("ss");
                case 'ø' -> folded.append('o');
                default -> folded.appendCodePoint(each);
            }
        });
        return folded.toString();
    }

    /** Whether it belongs to the letter before it, or shows nothing, as a soft hyphen does. */
    static boolean isAttached(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    private static boolean isPlain(String lower) {
        for (int i = 0; i < lower.length(); i++) if (lower.charAt(i) >= 0x80) return false;
        return true;
    }
}
