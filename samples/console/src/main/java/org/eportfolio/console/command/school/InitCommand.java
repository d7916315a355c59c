package org.eportfolio.console.command.school;

import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Names the first administrator of a file, and makes the file. */
@Command(name = "init")
public final class InitCommand extends Action {
    @Parameters(paramLabel = "ADMIN")
    String administrator = "";

    public InitCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return false;
    }

    @Override
    public void act() {
        PersonId person = PersonId.of(administrator);
        try (School school = School.open(session.standing().file())) {
            boolean before = school.administrator().isPresent();
            school.portfolio().setUp(person.value());
            session.screen()
                    .line(say(
                            before ? "init.again" : "init.done",
                            person.value(),
                            session.standing().file()));
        }
    }
}
