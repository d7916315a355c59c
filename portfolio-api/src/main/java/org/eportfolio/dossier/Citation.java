package org.eportfolio.dossier;

import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;

/** A production to be cited as evidence, in a version; citing freezes that version. */
public record Citation(DossierId dossier, ProductionId production, int version) {
    public Citation {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(production, "production");
    }

    /** The production as it stands in the record at hand. */
    public static Citation of(Production production) {
        return new Citation(
                production.dossier(), production.id(), production.current().number());
    }
}
