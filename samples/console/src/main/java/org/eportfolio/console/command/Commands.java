package org.eportfolio.console.command;

import java.util.List;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.school.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one concept, a method each: it parses, asks one desk, and shows what came of it, as lines for people or
 * as a JSON document.
 */
public abstract class Commands {
    private final Session session;

    public Commands(Session session) {
        this.session = session;
    }

    /** What is asked of a desk. */
    @FunctionalInterface
    public interface Deed {
        View by(Finding finding) throws Exception;
    }

    /** Does it in the school's file, as whoever acts, and shows what came of it. */
    public final int show(Deed deed) throws Exception {
        try (School school = session.open()) {
            session.show(deed.by(Finding.by(session.desk(school), school, session.texts())));
        }
        return Session.DONE;
    }

    /** What is asked of a desk about one dossier. */
    @FunctionalInterface
    public interface DossierDeed {
        View in(Things things) throws Exception;
    }

    /** The same in the dossier that is meant. */
    public final int show(Whose whose, DossierDeed deed) throws Exception {
        return show(finding -> deed.in(finding.of(whose)));
    }

    /** The same as the bearer of a link, whoever that is. */
    public final int bearing(String token, Deed deed) throws Exception {
        try (School school = session.open()) {
            Desk bearer = school.portfolio().as(Actor.bearing(token));
            session.show(deed.by(Finding.by(bearer, school, session.texts())));
        }
        return Session.DONE;
    }

    /** Shows what takes no school's file to know. */
    public final int show(View view) {
        session.show(view);
        return Session.DONE;
    }

    public final String say(String key, Object... arguments) {
        return session.texts().say(key, arguments);
    }

    /** The values of an option that may be left out. */
    public static <T> List<T> given(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    public final Texts texts() {
        return session.texts();
    }
}
