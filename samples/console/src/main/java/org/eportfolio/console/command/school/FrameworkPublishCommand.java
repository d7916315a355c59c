package org.eportfolio.console.command.school;

import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Shelf;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Framework;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Publishes a framework that ships, so that scenarios can name it, without adopting it. */
@Command(name = "publish")
public final class FrameworkPublishCommand extends Action.InSchool {
    @Parameters(paramLabel = "ID")
    String id = "";

    public FrameworkPublishCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void act(School school, Desk desk) {
        Framework meant = new Shelf(desk.frameworks().list(), session.texts()).find(id);
        BundledFrameworks shipped =
                Shelf.shipped(meant).orElseThrow(() -> new Refusal(say("refused.not-shipped", meant.id())));
        desk.frameworks().publish(shipped);
        session.screen()
                .line(say(
                        "framework.imported",
                        meant.id(),
                        meant.title(),
                        meant.competencies().size()));
    }
}
