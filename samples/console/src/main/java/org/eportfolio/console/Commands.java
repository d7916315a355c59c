package org.eportfolio.console;

import java.util.List;
import org.eportfolio.core.Desk;
import org.eportfolio.school.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one concept, a method each: it parses, asks one desk, and shows what came of it, as lines for people or
 * as a JSON document.
 */
abstract class Commands {
    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    /** What is asked of a desk. */
    @FunctionalInterface
    interface Deed {
        View by(Finding finding) throws Exception;
    }

    /** Does it in the school's file, as whoever acts, and shows what came of it. */
    final int show(Deed deed) throws Exception {
        try (School school = console.open()) {
            console.show(deed.by(Finding.by(console.desk(school), school, console)));
        }
        return Console.DONE;
    }

    /** What is asked of a desk about one dossier. */
    @FunctionalInterface
    interface DossierDeed {
        View in(Things things) throws Exception;
    }

    /** The same in the dossier that is meant. */
    final int show(Whose whose, DossierDeed deed) throws Exception {
        return show(finding -> deed.in(finding.of(whose)));
    }

    /** The same as the bearer of a link, whoever that is. */
    final int bearing(String token, Deed deed) throws Exception {
        try (School school = console.open()) {
            Desk bearer = school.portfolio().as(Actor.bearing(token));
            console.show(deed.by(Finding.by(bearer, school, console)));
        }
        return Console.DONE;
    }

    /** Shows what takes no school's file to know. */
    final int show(View view) {
        console.show(view);
        return Console.DONE;
    }

    final String say(String key, Object... arguments) {
        return console.texts().say(key, arguments);
    }

    /** The values of an option that may be left out. */
    static <T> List<T> given(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    final Texts texts() {
        return console.texts();
    }
}
