package org.eportfolio.console;

import org.eportfolio.core.Desk;
import org.eportfolio.journal.Anchor;
import picocli.CommandLine.Command;

/** One line to keep elsewhere, with which a journal that was cut or rewritten is found. */
@Command(name = "anchor")
final class JournalAnchorCommand extends Action.InSchool {
    JournalAnchorCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    void act(School school, Desk desk) {
        Anchor anchor = desk.journal().anchor();
        if (console.standing().json) console.screen().json(to -> to.writeString(anchor.toString()));
        else console.screen().line(anchor.toString());
    }
}
