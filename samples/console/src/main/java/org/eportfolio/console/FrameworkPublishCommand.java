package org.eportfolio.console;

import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Framework;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Publishes a framework that ships, so that scenarios can name it, without adopting it. */
@Command(name = "publish")
final class FrameworkPublishCommand extends Action.InSchool {
    @Parameters(paramLabel = "ID")
    String id = "";

    FrameworkPublishCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return false;
    }

    @Override
    void act(School school, Desk desk) {
        Framework meant = new Shelf(desk.frameworks().list(), console.texts()).find(id);
        BundledFrameworks shipped =
                Shelf.shipped(meant).orElseThrow(() -> new Refusal(say("refused.not-shipped", meant.id())));
        desk.frameworks().publish(shipped);
        console.screen()
                .line(say(
                        "framework.imported",
                        meant.id(),
                        meant.title(),
                        meant.competencies().size()));
    }
}
