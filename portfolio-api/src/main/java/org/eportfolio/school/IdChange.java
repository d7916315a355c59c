package org.eportfolio.school;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.IdChangeId;
import org.eportfolio.id.PersonId;

/**
 * A step by which a person is known by another id. No record is written anew: each keeps the id that it was written under,
 * and is read with the id that the person has now. Taking the step back therefore parts again what it joined. Its ids are
 * text, since they may belong to no one now, or to another person.
 *
 * @param person by their id of now
 * @param from the id that ended; for a released id the one under which records of its next holder are written
 * @param to the id that holds since
 */
public record IdChange(IdChangeId id, PersonId person, String from, String to, Manner manner, Instant at) {
    public IdChange {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(manner, "manner");
        Objects.requireNonNull(at, "at");
        requireId(from);
        requireId(to);
    }

    /** Why the id is another. */
    public enum Manner {
        /** The person's account has another id. */
        RENAMED,
        /** Two accounts were one person's. */
        MERGED,
        /** An id that ended may be given to another person. */
        RELEASED
    }

    /** @throws org.eportfolio.InvalidInputException for a text that can be no person's id */
    private static void requireId(String text) {
        PersonId.of(text);
    }

    /** Whether it is about one of the same ids as another step. */
    public boolean touches(IdChange other) {
        return names(other.from) || names(other.to);
    }

    private boolean names(String id) {
        return from.equals(id) || to.equals(id);
    }
}
