package org.eportfolio.certification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A sealed file as the jury sees it through their link: its content list, and nothing else of the dossier.
 *
 * @param pieces what can be downloaded
 * @param signature the host's, over the root; {@code null} where the host signs nothing
 */
public record JuryFile(
        ExamUnit unit,
        List<SealedPiece> pieces,
        Hash root,
        @Nullable Signature signature,
        Instant sealedAt,
        @Nullable ExamUse use) {
    public JuryFile {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(sealedAt, "sealedAt");
        pieces = List.copyOf(pieces);
    }

    /** What the jury sees of a seal. */
    public static JuryFile of(Seal seal) {
        return new JuryFile(seal.unit(), seal.pieces(), seal.root(), seal.signature(), seal.sealedAt(), seal.use());
    }
}
