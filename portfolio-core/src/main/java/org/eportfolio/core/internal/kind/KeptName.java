package org.eportfolio.core.internal.kind;

import java.util.UUID;
import org.eportfolio.id.PersonId;

/**
 * A name kept for a person, under an id of chance: the journal names the row, and nothing that it names may lead back to
 * the person once the row is gone.
 */
public record KeptName(UUID row, PersonId id, String name) {}
