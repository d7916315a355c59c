package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.privacy.DataCategory.SCHOOLING;
import static org.eportfolio.privacy.DataCategory.WORK;
import static org.eportfolio.privacy.ErasureOutcome.DELETE;
import static org.eportfolio.privacy.ErasureOutcome.KEEP;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.Set;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/** Dossiers and the productions in them. */
public final class DossierKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<Dossier> DOSSIER = KINDS.inDossier(
                    "dossier", Dossier.class, each -> each.id().value(), each -> each.id())
            .keys(each -> Set.of(dossiersOf(each.learner())))
            .alsoInOrganisationChain()
            .personal(SCHOOLING, LEARNER)
            .identifying(Dossier::learner)
            .exceptionally(KEEP)
            .erased(DELETE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<Production> PRODUCTION = KINDS.inDossier(
                    "production", Production.class, each -> each.id().value(), Production::dossier)
            .revised(Production::revision)
            .personal(WORK, LEARNER, STAFF)
            .provided()
            .providedBy(Production::owner)
            .exceptionally(KEEP)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private DossierKinds() {}

    public static Scope scope(DossierId dossier) {
        return new Scope(dossier.value());
    }

    /** The key of those that came from elsewhere, which are found by this alone and so are counted nowhere. */
    public static Key arrivedOf(PersonId learner) {
        return new Key("dossier.arrived", learner.value());
    }

    public static Key dossiersOf(PersonId learner) {
        return new Key("dossier.learner", learner.value());
    }
}
