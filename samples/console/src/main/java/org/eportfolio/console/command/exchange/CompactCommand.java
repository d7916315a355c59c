package org.eportfolio.console.command.exchange;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.FileSizes;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.view.Result;
import picocli.CommandLine.Command;

/** Writes the file anew, as small as it can be. */
@Command(name = "compact")
public final class CompactCommand extends ConsoleCommand implements Callable<Integer> {
    public CompactCommand(Session session) {
        super(session);
    }

    /** What {@code --json} writes. */
    public record Compacted(long before, long after) {}

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            Path file = session().options().file();
            long before = FileSizes.withLog(file);
            try (CancellableTask task = new CancellableTask("compact.bar", -1, session())) {
                lookup.desk().safekeeping().compact(task);
                task.done();
            }
            Compacted done = new Compacted(before, FileSizes.withLog(file));
            return Result.of(done, say("compact.done", file, done.before(), done.after()));
        });
    }
}
