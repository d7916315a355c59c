package org.eportfolio.core.internal.access;

import java.util.List;
import org.eportfolio.access.Way;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** Somebody whom the gate let through, in which role, and by which ways. */
public record Entitled(PersonId person, Role role, List<Way> ways) {}
