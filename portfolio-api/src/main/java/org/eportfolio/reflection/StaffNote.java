package org.eportfolio.reflection;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.StaffNoteId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the staff notes for themselves on something of a learner's. A kind of its own, so that no list, showcase or
 * thread of the learner's can hold one by mistake; an access request (GDPR art. 15) does hand it out.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param text empty once withdrawn
 */
public record StaffNote(
        StaffNoteId id,
        Subject subject,
        PersonId author,
        Role role,
        String text,
        Instant at,
        @Nullable Instant withdrawnAt) {
    public StaffNote {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
        InvalidInputException.unless(text.isBlank() == (withdrawnAt != null), "text", "text.blank");
    }

    /** The note once its author has taken the words back. */
    public StaffNote asWithdrawn(Instant when) {
        if (withdrawnAt != null) throw ConflictException.state("feedback.withdrawn");
        return new StaffNote(id, subject, author, role, "", at, when);
    }
}
