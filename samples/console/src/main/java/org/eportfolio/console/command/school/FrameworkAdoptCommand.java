package org.eportfolio.console.command.school;

import java.util.Optional;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.school.Shelf;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that the school works with a framework, on a scale. */
@Command(name = "adopt")
public final class FrameworkAdoptCommand extends Action.InSchool {
    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--scale", paramLabel = "SCALE", required = true)
    String scale = "";

    public FrameworkAdoptCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void act(School school, Desk desk) {
        Scale chosen = Shelf.scale(scale, session.texts());
        Framework framework = new Shelf(desk.frameworks().list(), session.texts()).find(id);
        Optional<BundledFrameworks> shipped = Shelf.shipped(framework);
        if (shipped.isPresent()) desk.frameworks().adopt(shipped.get(), chosen);
        else desk.frameworks().adopt(framework.id(), chosen);
        session.screen().line(say("framework.adoption", framework.id(), chosen.title()));
    }
}
