package org.eportfolio.core.internal.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.archive.Arrival;
import org.eportfolio.core.internal.kind.ArchiveKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.work.Reading;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Scope;

/** What came from elsewhere: history, which is shown and counted nowhere. */
public final class Arrivals {
    private Arrivals() {}

    /** Whether the dossier came from elsewhere. */
    public static boolean contain(DossierId dossier, Reading work) {
        return all(work).stream().anyMatch(each -> each.dossier().equals(dossier));
    }

    /** Whether the dossier came from elsewhere, and is not only what an archive says of one of the school's own. */
    public static boolean cameFromElsewhere(DossierId dossier, Reading work) {
        return all(work).stream().anyMatch(each -> each.dossier().equals(dossier) && each.beyond() == null);
    }

    /** All of them; few beside the school's own dossiers. */
    public static List<Arrival> all(Reading work) {
        return work.list(ArchiveKinds.ARRIVAL, Scope.ORGANISATION);
    }

    /** A learner's dossiers that came from elsewhere, the oldest first. */
    public static List<Dossier> of(PersonId learner, Reading work) {
        return work.where(DossierKinds.DOSSIER, DossierKinds.arrivedOf(learner));
    }

    /** All dossiers of a person, wherever they were kept. */
    public static List<Dossier> andOwn(PersonId learner, Reading work) {
        return work.whereAny(
                DossierKinds.DOSSIER, List.of(DossierKinds.dossiersOf(learner), DossierKinds.arrivedOf(learner)));
    }

    /** The adoptions that are the school's own. */
    public static List<Adoption> ownAdoptions(Reading work) {
        List<Adoption> all = work.list(FrameworkKinds.ADOPTION, Scope.ORGANISATION);
        List<Arrival> arrivals = all(work);
        if (arrivals.isEmpty()) return all;
        Set<AdoptionId> foreign = new HashSet<>();
        arrivals.forEach(each -> foreign.addAll(each.adoptions()));
        return all.stream().filter(each -> !foreign.contains(each.id())).toList();
    }
}
