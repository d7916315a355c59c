package org.eportfolio.console.command.school;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.core.Desk;
import org.eportfolio.core.FrameworkFile;
import org.eportfolio.framework.Framework;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Publishes a framework of the school's own. */
@Command(name = "import")
public final class FrameworkImportCommand extends Action.InSchool {
    @Parameters(paramLabel = "FILE.json")
    Path file = Path.of("");

    public FrameworkImportCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void act(School school, Desk desk) throws IOException {
        Framework framework;
        try (InputStream in = Files.newInputStream(file)) {
            framework = FrameworkFile.readFramework(in);
        }
        desk.frameworks().publish(framework);
        session.screen()
                .line(say(
                        "framework.imported",
                        framework.id(),
                        framework.title(),
                        framework.competencies().size()));
    }
}
