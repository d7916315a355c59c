package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.view.ProgressView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a learner stands, how they came there, and what they aim at. */
@Command(name = "progress")
public final class ProgressCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LEARNER")
    String learner = "";

    @Option(names = "--as-of", paramLabel = "DATE")
    @Nullable
    LocalDate asOf;

    public ProgressCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> ProgressView.of(lookup.dossiers(learner), asOf, lookup));
    }
}
