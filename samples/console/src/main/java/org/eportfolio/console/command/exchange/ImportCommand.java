package org.eportfolio.console.command.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.view.ImportView;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.school.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in a file whose format is recognised. Into a new file of its own, the archive of a whole organisation. */
@Command(name = "import")
public final class ImportCommand extends ConsoleCommand implements Callable<Integer> {
    private final Exchange exchange = Exchange.ofDefaults();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT")
    @Nullable
    String format;

    @Option(names = "--dry-run")
    boolean dryRun;

    public ImportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        try (School school = School.open(session().options().file())) {
            boolean restoring = school.administrator().isEmpty();
            Desk desk = restoring
                    ? school.portfolio().as(Actor.system())
                    : session().desk(school);
            ImportOptions options = dryRun ? ImportOptions.ofDefaults().dry() : ImportOptions.ofDefaults();
            ImportReport report;
            try (CancellableTask task = new CancellableTask("import.bar", -1, session())) {
                report = exchange.importFrom(desk, file, format, options, task);
                task.done();
            }
            return show(new ImportView(report));
        }
    }
}
