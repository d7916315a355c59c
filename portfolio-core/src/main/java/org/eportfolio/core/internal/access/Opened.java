package org.eportfolio.core.internal.access;

import java.util.List;
import org.eportfolio.access.AccessPath;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** A dossier that the gate opened to a person, in which role, and by which paths. */
public record Opened(PersonId person, Role role, Dossier dossier, List<AccessPath> paths) {
    /** The person it was opened to. */
    public Entitled entitled() {
        return new Entitled(person, role, paths);
    }
}
