package org.eportfolio.console;

import java.util.Optional;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that the school works with a framework, on a scale. */
@Command(name = "adopt")
final class FrameworkAdoptCommand extends Action.InSchool {
    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--scale", paramLabel = "SCALE", required = true)
    String scale = "";

    FrameworkAdoptCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return false;
    }

    @Override
    void act(School school, Desk desk) {
        Scale chosen = Shelf.scale(scale, console.texts());
        Framework framework = new Shelf(desk.frameworks().list(), console.texts()).find(id);
        Optional<BundledFrameworks> shipped = Shelf.shipped(framework);
        if (shipped.isPresent()) desk.frameworks().adopt(shipped.get(), chosen);
        else desk.frameworks().adopt(framework.id(), chosen);
        console.screen().line(say("framework.adoption", framework.id(), chosen.title()));
    }
}
