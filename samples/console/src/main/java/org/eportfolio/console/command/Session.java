package org.eportfolio.console.command;

import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;

/** What a command works with: the options given, the screen, the language. */
public final class Session {
    public static final int DONE = 0;
    public static final int REFUSED = 1;
    public static final int WRONG_USAGE = 2;

    private final GlobalOptions options = new GlobalOptions();
    private final Screen screen;
    private final Texts texts;

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

    /** Opens the school's file, which must be there and set up. */
    public School open() {
        String file = options.file().toString();
        if (!School.isThere(options.file())) throw new Refusal(texts.say("refused.no-file", file));
        School school = School.open(options.file());
        if (school.administrator().isEmpty()) {
            school.close();
            throw new Refusal(texts.say("refused.no-administrator", file));
        }
        return school;
    }

    /** What the person named by {@code --as} can do; without one, the console's administrator. */
    public Desk desk(School school) {
        PersonId person = options.person == null
                ? school.administrator()
                        .orElseThrow(() -> new Refusal(texts.say(
                                "refused.no-administrator", options.file().toString())))
                : PersonId.of(options.person);
        Actor actor = Actor.of(person);
        return school.portfolio().as(options.role == null ? actor : actor.acting(options.role));
    }

    /** Prints what was read, in the form asked for. */
    public void show(View view) {
        if (options.json) screen.json(view.document());
        else view.print(screen, texts);
    }
}
