package org.eportfolio.core.internal.access;

import java.util.List;
import org.eportfolio.access.AccessPath;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** The person whom the gate let through, in which role, and by which paths. */
public record Entitled(PersonId person, Role role, List<AccessPath> paths) {}
