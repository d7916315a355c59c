package org.eportfolio.workplace;

import jakarta.validation.constraints.NotNull;
import org.eportfolio.Prose;
import org.eportfolio.dossier.Production;

/**
 * A production to be shown to a tutor, in the version that is the current one of the record at hand:
 * {@code NewShownWork.of(production).saying("Le devis que j'ai préparé seule.")}.
 *
 * @param words what the learner says of it; possibly empty
 */
public record NewShownWork(
        @NotNull Production production,
        @NotNull @Prose(max = ShownWork.LONGEST_WORDS) String words) {
    public static NewShownWork of(Production production) {
        return new NewShownWork(production, "");
    }

    public NewShownWork saying(String text) {
        return new NewShownWork(production, text);
    }
}
