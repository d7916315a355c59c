package org.eportfolio.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.sqlite.SqliteStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a backup a portfolio's file again. Nobody has rights in a file that is not there yet: whoever reads the backup may. */
@Command(name = "restore")
final class RestoreCommand extends Action {
    @Parameters(paramLabel = "BACKUP")
    Path backup = Path.of("");

    RestoreCommand(Console console) {
        super(console);
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    void act() throws IOException {
        Path file = console.standing().file();
        try (Watched watched = new Watched("restore.bar", -1, console)) {
            SqliteStore.restore(backup, file);
            watched.done();
        }
        console.show(new BackupCommand.Done("restore.done", file, Files.size(file)));
    }
}
