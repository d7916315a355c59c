package org.eportfolio.peer;

import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;

/**
 * Who reviews whose production.
 *
 * @param reviewed the author of what was handed in
 */
public record Pair(PersonId reviewer, PersonId reviewed) {
    public Pair {
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(reviewed, "reviewed");
        InvalidInputException.unless(!reviewer.equals(reviewed), "reviewer", "review.of-oneself", reviewer);
    }

    public static Pair of(String reviewer, String reviewed) {
        return new Pair(PersonId.of(reviewer), PersonId.of(reviewed));
    }
}
