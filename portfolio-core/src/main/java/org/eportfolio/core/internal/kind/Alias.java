package org.eportfolio.core.internal.kind;

import java.util.UUID;
import org.eportfolio.id.PersonId;

/** By which random id the journal of one scope speaks of a person. */
public record Alias(UUID id, UUID scope, PersonId person) {}
