package org.eportfolio.core.internal.certification;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names inside a sealed file: what a user typed in plain ASCII, which every system and every tool unpacks alike, with a
 * number that keeps them apart.
 */
final class SealFileNames {
    private static final int LONGEST = 60;

    private SealFileNames() {}

    static String folder(int number, String title) {
        return String.format(Locale.ROOT, "%02d-%s", number, plain(title).replace('.', '-'));
    }

    static String file(int number, String name) {
        String plain = plain(name);
        return String.format(Locale.ROOT, "%d-%s", number, plain.replaceAll("(?<!\\.)\\.++$", ""));
    }

    /** Letters without their accents, digits and dots stay; the end of a long name stays too, because it says what kind of file it is. */
    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}++", "")
                .replaceAll("[^A-Za-z0-9.]++", "-")
                .replaceAll("^[-.]++|(?<!-)-++$", "");
        if (plain.length() > LONGEST) {
            plain = plain.substring(0, LONGEST / 2) + "-" + plain.substring(plain.length() - LONGEST / 2);
        }
        return plain.isEmpty() ? "x" : plain;
    }
}
