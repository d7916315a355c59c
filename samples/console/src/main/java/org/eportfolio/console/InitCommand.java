package org.eportfolio.console;

import org.eportfolio.id.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Names the first administrator of a file, and makes the file. */
@Command(name = "init")
final class InitCommand extends Action {
    @Parameters(paramLabel = "ADMIN")
    String administrator = "";

    InitCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return false;
    }

    @Override
    void act() {
        PersonId person = PersonId.of(administrator);
        try (School school = School.open(console.standing().file())) {
            boolean before = school.administrator().isPresent();
            school.portfolio().setUp(person.value());
            console.screen()
                    .line(say(
                            before ? "init.again" : "init.done",
                            person.value(),
                            console.standing().file()));
        }
    }
}
