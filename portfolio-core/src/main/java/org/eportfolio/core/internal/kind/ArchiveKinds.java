package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.privacy.DataCategory.SCHOOLING;
import static org.eportfolio.privacy.DataCategory.TRACE;
import static org.eportfolio.privacy.ErasureOutcome.DELETE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;

import java.util.List;
import java.util.Set;
import org.eportfolio.archive.Arrival;
import org.eportfolio.archive.Restoration;
import org.eportfolio.core.internal.codec.Upgrades;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Key;

/** What came from elsewhere, and what was brought forward from an archive. */
public final class ArchiveKinds {
    static final KindFile KINDS = new KindFile();

    /** Version 1 named no school, and stood for no later state of an own dossier. */
    private static final Upgrades ARRIVAL_WITHOUT_SOURCE = new Upgrades(List.of(fields -> {}));

    /** Stays when the learner is erased, under the pseudonym: the adoptions it names are still not the school's own. */
    public static final RecordKind<Arrival> ARRIVAL = KINDS.inOrganisation(
                    "arrival", Arrival.class, each -> each.dossier().value())
            .keys(each -> Set.of(arrivalsOf(each.learner())))
            .upgradedBy(ARRIVAL_WITHOUT_SOURCE)
            .personal(SCHOOLING, LEARNER)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** The reason is in free words, so that it goes with the learner. */
    public static final RecordKind<Restoration> RESTORATION = KINDS.inOrganisation(
                    "restoration", Restoration.class, each -> each.id().value())
            .personal(TRACE, LEARNER)
            .erased(DELETE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    private ArchiveKinds() {}

    public static Key arrivalsOf(PersonId learner) {
        return new Key("arrival.learner", learner.value());
    }
}
