package org.eportfolio.dossier;

import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.spi.Hash;

/**
 * A production cited in one frozen version.
 *
 * @param dossier where the production lives; it belongs to the learner and may be cited in their other dossiers
 * @param content the hash of what was cited
 */
public record Evidence(DossierId dossier, ProductionId production, int version, Hash content) {
    public Evidence {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(production, "production");
        Objects.requireNonNull(content, "content");
    }
}
