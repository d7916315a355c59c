package org.eportfolio.console.command.exchange;

import java.util.concurrent.Callable;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Place;
import org.eportfolio.console.view.Result;
import picocli.CommandLine.Command;

/** Gives each file of a database, of all its schools, a key of its own, so that erasing one needs no rewriting of others. */
@Command(name = "encrypt-files")
public final class EncryptFilesCommand extends ConsoleCommand implements Callable<Integer> {
    public EncryptFilesCommand(Session session) {
        super(session);
    }

    /**
     * What {@code --json} writes.
     *
     * @param encrypted false for a place that is a file, in which no keys are needed
     */
    public record EncryptedFiles(String place, boolean encrypted) {}

    @Override
    public Integer call() {
        session().refuseKey();
        Place place = session().options().place();
        if (!place.isThere()) throw session().noAdministrator();
        boolean encrypted = place.encryptFiles();
        return show(Result.of(
                new EncryptedFiles(place.toString(), encrypted),
                say(encrypted ? "encrypt-files.done" : "encrypt-files.not-needed", place)));
    }
}
