package org.eportfolio.core.internal.access;

import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** Which of the gate's answers are readings of another's dossier, for the access log. */
final class Readings {
    private Readings() {}

    static void note(Opened opened, Permission permission, Work work) {
        note(opened.person(), opened.role(), opened.dossier(), permission, work);
    }

    static void note(PersonId person, Role role, Dossier dossier, Permission permission, Work work) {
        if (person.equals(dossier.learner()) || !reads(permission)) return;
        work.reads(DossierKinds.scope(dossier.id()), person, role, Work.WHOLE, null);
    }

    /** That a dossier is there is no reading of it. */
    private static boolean reads(Permission permission) {
        return permission != Permission.FIND_DOSSIER
                && (permission.showsADossier()
                        || permission.over() == Permission.Over.DOSSIER
                                && permission.access() == Permission.Access.EXPORTS);
    }
}
