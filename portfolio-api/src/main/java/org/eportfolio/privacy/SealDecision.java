package org.eportfolio.privacy;

import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.SealId;

/**
 * A decision about a sealed file that stands in the way of an erasure.
 *
 * @param keep whether it is kept, with the dossier that it is read through
 * @param ground why, without personal text: it goes into the receipt
 */
public record SealDecision(SealId seal, boolean keep, String ground) {
    public SealDecision {
        Objects.requireNonNull(seal, "seal");
        InvalidInputException.unless(!ground.isBlank(), "ground", "text.blank");
    }
}
