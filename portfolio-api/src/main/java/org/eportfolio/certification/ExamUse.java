package org.eportfolio.certification;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;
import org.eportfolio.Prose;

/**
 * For what the controller uses exam files, in its own words: {@code ExamUse.of("Appui d'un oral", "Ce dossier accompagne
 * …")}. The library knows no mode of certification and gives no file an official value: what the controller states here
 * stands on each exam file and each sealed file. Without it there are no new ones.
 *
 * @param mode a short label, such as the support of an oral or a certification by units
 * @param text what these files are for, what they are not, and on what ground
 */
public record ExamUse(
        @NotNull @Line(max = 200) String mode,
        @NotNull @Prose(max = 10_000) String text) {
    public ExamUse {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(text, "text");
        InvalidInputException.unless(!mode.isBlank(), "mode", "text.blank");
        InvalidInputException.unless(!text.isBlank(), "text", "text.blank");
    }

    public static ExamUse of(String mode, String text) {
        return new ExamUse(mode, text);
    }
}
