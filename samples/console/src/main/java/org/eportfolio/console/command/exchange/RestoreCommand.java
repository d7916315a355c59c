package org.eportfolio.console.command.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.Watched;
import org.eportfolio.sqlite.SqliteStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a backup a portfolio's file again. Nobody has rights in a file that is not there yet: whoever reads the backup may. */
@Command(name = "restore")
public final class RestoreCommand extends Action {
    @Parameters(paramLabel = "BACKUP")
    Path backup = Path.of("");

    public RestoreCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act() throws IOException {
        Path file = session.standing().file();
        try (Watched watched = new Watched("restore.bar", -1, session)) {
            SqliteStore.restore(backup, file);
            watched.done();
        }
        session.show(new BackupCommand.Done("restore.done", file, Files.size(file)));
    }
}
