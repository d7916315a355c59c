package org.eportfolio.core.internal.access;

import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** A dossier that the gate opened to somebody, and in which role. */
public record Opened(PersonId person, Role role, Dossier dossier) {}
