package org.eportfolio.core.internal.access;

import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** Somebody whom the gate let through, and in which role. */
public record Entitled(PersonId person, Role role) {}
