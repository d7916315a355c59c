package org.eportfolio.console.command;

import java.util.Locale;
import org.eportfolio.console.school.Place;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Role;

/** What a command works with: the options given, the screen, the language. */
public final class Session {
    public static final int DONE = 0;
    public static final int REFUSED = 1;
    public static final int WRONG_USAGE = 2;

    private final GlobalOptions options = new GlobalOptions();
    private final Screen screen;
    private final Texts texts;
    private String typed = "";

    public Session(Screen screen, Texts texts) {
        this.screen = screen;
        this.texts = texts;
    }

    public GlobalOptions options() {
        return options;
    }

    public Screen screen() {
        return screen;
    }

    public Texts texts() {
        return texts;
    }

    /** The command and its arguments as they were typed, without what only says where, who and how to show it. */
    public String typed() {
        return typed;
    }

    public void typed(String line) {
        typed = line;
    }

    /** Opens the school's file for a command that takes no key. */
    public School open() {
        refuseKey();
        return openUnderKey();
    }

    /** Refuses {@code --once} for what it means nothing to. */
    public void refuseKey() {
        if (options.once != null) throw new Refusal(texts.say("refused.once"));
    }

    /** Opens the school's file, which must be there and set up. */
    School openUnderKey() {
        if (!options.place().isThere()) throw noAdministrator();
        School school = School.open(options.place());
        if (school.administrator().isEmpty()) {
            school.close();
            throw noAdministrator();
        }
        return school;
    }

    /** What a command is refused with that needs an administrator: whether there is a file at all, and how to begin. */
    public Refusal noAdministrator() {
        Place place = options.place();
        if (!place.isThere()) return new Refusal(texts.say("refused.no-file", place));
        return new Refusal(place.movedTo()
                .map(there -> texts.say("refused.moved", place, there))
                .orElseGet(() -> texts.say("refused.no-administrator", place)));
    }

    /** What the person named by {@code --as} can do; without one, the console's administrator. */
    public Desk desk(School school) {
        PersonId person = options.person == null
                ? school.administrator().orElseThrow(this::noAdministrator)
                : PersonId.of(options.person);
        Actor actor = Actor.of(person);
        return school.portfolio().as(options.role == null ? actor : actor.acting(options.role));
    }

    /** The options with which another command acts in this file as this person, to stand after it; each after a space. */
    public String sameOptions() {
        StringBuilder same = new StringBuilder();
        if (options.db != null) same.append(option("--db", options.db.toString()));
        if (options.person != null) same.append(option("--as", options.person));
        Role role = options.role();
        if (role != null) same.append(option("--role", role.name().toLowerCase(Locale.ROOT)));
        return same.toString();
    }

    /** An option as it is typed, after a space. */
    public static String option(String name, String value) {
        return " " + name + word(value);
    }

    /** A word as it is typed, after a space. */
    public static String word(String value) {
        boolean plain = value.chars().allMatch(each -> Character.isLetterOrDigit(each) || "-_.@/+:".indexOf(each) >= 0);
        return " " + (plain ? value : '"' + value.replace("\"", "\\\"") + '"');
    }

    /** Prints what was read, in the form asked for. */
    public void show(View view) {
        if (options.json) screen.json(view.document());
        else view.print(screen, texts);
    }
}
