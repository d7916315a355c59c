package org.eportfolio.console.command.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Place;
import org.eportfolio.console.view.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a backup the school's file again. Asks for no role, since the file that would grant one is not there yet. */
@Command(name = "restore")
public final class RestoreCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BACKUP")
    Path backup = Path.of("");

    public RestoreCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Place place = session().options().place();
        Path file = place.file();
        try (CancellableTask task = new CancellableTask("restore.bar", -1, session())) {
            place.restore(backup, task);
            task.done();
        }
        WrittenFile written = WrittenFile.at(place.isDatabase() ? backup : file);
        return show(Result.of(
                written, say("restore.done", place, written.bytes(), session().sameOptions())));
    }
}
