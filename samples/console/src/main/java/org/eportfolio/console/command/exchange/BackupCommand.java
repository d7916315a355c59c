package org.eportfolio.console.command.exchange;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.view.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the whole file while others work in it. */
@Command(name = "backup")
public final class BackupCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BACKUP")
    Path backup = Path.of("");

    public BackupCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            try (CancellableTask task = new CancellableTask("backup.bar", -1, session())) {
                lookup.desk().safekeeping().backup(backup, task);
                task.done();
            }
            WrittenFile file = WrittenFile.at(backup);
            return Result.of(file, say("backup.done", file.file(), file.bytes()));
        });
    }
}
