package org.eportfolio.console.command.school;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the file and names its first administrator. */
@Command(name = "init")
public final class InitCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ADMIN")
    String administrator = "";

    public InitCommand(Session session) {
        super(session);
    }

    /** What {@code --json} writes. */
    public record Initialised(PersonId administrator, Path file, boolean before) {}

    @Override
    public Integer call() {
        PersonId person = PersonId.of(administrator);
        Path file = session().options().file();
        session().refuseKey();
        try (School school = School.open(session().options().place())) {
            boolean before = school.administrator().isPresent();
            school.portfolio().setUp(person.value());
            StyledText done = StyledText.of(say(
                    before ? "init.again" : "init.done",
                    person.value(),
                    session().options().place()));
            Initialised document = new Initialised(person, file, before);
            return show(
                    before ? Result.of(document, done) : Result.of(document, done, StyledText.faint(say("init.next"))));
        }
    }
}
