package org.eportfolio.exchange.roster;

import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person and a class as a change names them.
 *
 * @param place where the file says so
 * @param in the class, for a sentence
 */
record PersonInClass(Place place, PersonId person, String name, Object in) {
    static PersonInClass of(Enrolment line, Object in) {
        return new PersonInClass(line.place(), line.person(), line.name().display(), in);
    }

    /**
     * @param before as text; null when there is nothing
     * @param after as text; null when nothing will be there
     * @param key of a sentence about the name, the class and these arguments
     */
    RosterChange change(Kind kind, @Nullable Object before, @Nullable Object after, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = name;
        all[1] = in;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return RosterChange.of(kind, place, person, before, after, key, all);
    }
}
