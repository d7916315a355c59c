package org.eportfolio.core.internal.access;

import java.util.List;
import org.eportfolio.access.Way;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** A dossier that the gate opened to somebody, in which role, and by which ways. */
public record Opened(PersonId person, Role role, Dossier dossier, List<Way> ways) {
    /** Whom it was opened to. */
    public Entitled entitled() {
        return new Entitled(person, role, ways);
    }
}
