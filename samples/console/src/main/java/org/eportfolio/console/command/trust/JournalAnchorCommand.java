package org.eportfolio.console.command.trust;

import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.core.Desk;
import org.eportfolio.journal.Anchor;
import picocli.CommandLine.Command;

/** One line to keep elsewhere, with which a journal that was cut or rewritten is found. */
@Command(name = "anchor")
public final class JournalAnchorCommand extends Action.InSchool {
    public JournalAnchorCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        Anchor anchor = desk.journal().anchor();
        if (session.standing().json) session.screen().json(to -> to.writeString(anchor.toString()));
        else session.screen().line(anchor.toString());
    }
}
