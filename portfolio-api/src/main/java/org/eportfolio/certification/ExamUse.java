package org.eportfolio.certification;

import java.util.Objects;
import org.eportfolio.InvalidInputException;

/**
 * For what the controller uses exam files, in its own words: {@code ExamUse.of("Appui d'un oral", "Ce dossier accompagne
 * …")}. The library knows no mode of certification and gives no file an official value: what the controller states here
 * stands on each exam file and each sealed file. Without it there are no new ones.
 *
 * @param mode a short label, such as the support of an oral or a certification by units; at most 200 characters
 * @param text what these files are for, what they are not, and on what ground; at most 10,000 characters
 */
public record ExamUse(String mode, String text) {
    private static final int LONGEST_MODE = 200;
    private static final int LONGEST_TEXT = 10_000;

    public ExamUse {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(text, "text");
        said(mode, "mode", LONGEST_MODE);
        said(text, "text", LONGEST_TEXT);
    }

    public static ExamUse of(String mode, String text) {
        return new ExamUse(mode, text);
    }

    private static void said(String words, String path, int most) {
        InvalidInputException.unless(!words.isBlank(), path, "text.blank");
        InvalidInputException.unless(words.length() <= most, path, "text.too-long", most, words.length());
    }
}
