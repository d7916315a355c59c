package org.eportfolio.agenda;

import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.id.PersonId;

/**
 * Which kinds of notices a person wants: all that they did not leave out, so that a kind that a later version adds is heard.
 *
 * @param leftOut in the order of {@link NoticeKind}
 */
public record NoticePreferences(PersonId person, Set<NoticeKind> leftOut) {
    public NoticePreferences {
        Objects.requireNonNull(person, "person");
        leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut)); // one order in the file
    }

    /** Those of a person who has not chosen: every kind. */
    public static NoticePreferences all(PersonId person) {
        return new NoticePreferences(person, Set.of());
    }

    /** The same person's without these kinds, and with all others. */
    public NoticePreferences leavingOut(NoticeKind... kinds) {
        return new NoticePreferences(person, new TreeSet<>(Arrays.asList(kinds)));
    }

    /** Whether notices of this kind are wanted. */
    public boolean wants(NoticeKind kind) {
        return !leftOut.contains(kind);
    }
}
