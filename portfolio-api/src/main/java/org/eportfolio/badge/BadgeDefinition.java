package org.eportfolio.badge;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.id.BadgeDefinitionId;
import org.eportfolio.id.PersonId;

/**
 * A badge that the school gives. Changing it changes nothing of what was offered before. Immutable and thread-safe. Methods
 * named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param closed whether it is given no more
 * @param revision grows by one with each change
 */
public record BadgeDefinition(
        BadgeDefinitionId id,
        BadgeStatement statement,
        PersonId definedBy,
        Instant definedAt,
        boolean closed,
        int revision) {
    public BadgeDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(definedBy, "definedBy");
        Objects.requireNonNull(definedAt, "definedAt");
    }

    /** The definition with another statement, which holds for what is offered from then on. */
    public BadgeDefinition withStatement(BadgeStatement next) {
        requireOpen();
        return new BadgeDefinition(id, next, definedBy, definedAt, closed, revision + 1);
    }

    /** The definition once it is given no more. */
    public BadgeDefinition asClosed() {
        requireOpen();
        return new BadgeDefinition(id, statement, definedBy, definedAt, true, revision + 1);
    }

    /** Refuses a badge that is given no more. */
    public void requireOpen() {
        if (closed) throw ConflictException.state("badge.closed", statement.title());
    }
}
