package org.eportfolio.core.internal.archive;

import org.eportfolio.ConflictException;
import org.eportfolio.archive.Restoration;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.core.internal.kind.ArchiveKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.RestorationId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.RowName;

/** Own dossiers are brought forward from an archive, on these grounds. */
record Restoring(RestoreGrounds grounds) {
    /** Refuses what no anchor vouches for, where anchors were given: a chain is proved up to its end or not at all. */
    void require(ArrivedDossier arrived) {
        Head head = arrived.head();
        if (grounds instanceof RestoreGrounds.Anchored anchored
                && !anchored.anchors().contains(new Anchor(head.length(), head.hash()))) {
            throw ConflictException.state(
                    "restore.unproved", new DossierId(arrived.scope().id()), head.length());
        }
    }

    /** Notes the restoration, and has the dossier's journal say what did not come along. */
    void note(Dossier dossier, ArrivedDossier arrived, Head here, ImportTally tally, Work work) {
        int gone = 0;
        for (RowName name : arrived.left().keySet()) {
            if (stays(name, arrived, work)) continue;
            work.lost(name);
            gone++;
        }
        boolean anchored = grounds instanceof RestoreGrounds.Anchored;
        long to = arrived.head().length();
        String because = grounds instanceof RestoreGrounds.Stated stated ? stated.because() : "";
        work.put(
                ArchiveKinds.RESTORATION,
                new Restoration(
                        new RestorationId(work.newId()),
                        dossier.id(),
                        work.identities().now(dossier.learner()),
                        here.length(),
                        to,
                        anchored,
                        because,
                        work.now()));
        String id = dossier.id().toString();
        tally.remark("dossier", id, anchored ? "restore.by-anchor" : "restore.by-reason", here.length(), to);
        if (gone > 0) tally.remark("dossier", id, "restore.left", gone);
    }

    /** Whether a record that the archive left out stays as it is here, because its chain knows it so. */
    static boolean stays(RowName name, ArrivedDossier arrived, Work work) {
        Hash hash = arrived.left().get(name);
        return hash != null && work.isKept(name, hash);
    }
}
