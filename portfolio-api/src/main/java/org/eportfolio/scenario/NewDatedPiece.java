package org.eportfolio.scenario;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.jspecify.annotations.Nullable;

/**
 * A piece that a learner adds to an expected production that is made over time: {@code NewDatedPiece.of(2, article)
 * .madeOn(LocalDate.of(2026, 11, 6))}. Immutable.
 *
 * @param expected which of the expected productions, as they count from 1 in the learner's revision
 * @param piece the production that it is, in one version
 * @param madeOn when it was made; {@code null} for today
 */
public record NewDatedPiece(
        @Min(1) @Max(200) int expected,
        @NotNull Citation piece,
        @Nullable LocalDate madeOn) {
    public static NewDatedPiece of(int expected, Production production) {
        return new NewDatedPiece(expected, Citation.of(production), null);
    }

    public NewDatedPiece madeOn(LocalDate day) {
        return new NewDatedPiece(expected, piece, day);
    }
}
