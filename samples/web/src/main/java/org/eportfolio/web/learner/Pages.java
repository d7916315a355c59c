package org.eportfolio.web.learner;

import java.util.List;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Reach;
import org.eportfolio.web.look.People;
import org.eportfolio.web.look.Sheet;
import org.eportfolio.web.look.Where;
import org.eportfolio.web.look.Words;

/**
 * What the pages of one dossier have in common.
 *
 * @param learner whose it is
 * @param rights what the reader may do in it
 */
record Pages(Desk desk, DossierId dossier, PersonId learner, HeldPermissions rights, Words words) {
    static Pages of(Desk desk, DossierId dossier, Words words) {
        PersonId learner = desk.dossiers().get(dossier).learner();
        return new Pages(desk, dossier, learner, desk.me().may(new Reach.OfDossier(dossier)), words);
    }

    boolean may(Permission permission) {
        return rights.has(permission);
    }

    /** A page that leads back to the dossier. */
    Sheet sheet(String title) {
        return Sheet.titled(title)
                .up(Where.of(dossier), People.of(desk, List.of(learner)).name(learner));
    }
}
