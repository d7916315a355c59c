package org.eportfolio.console.command.assessment;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.eportfolio.console.command.AdoptionOptions;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.view.MatrixView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A cohort at a glance. */
@Command(name = "matrix")
public final class MatrixCommand extends ConsoleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "COHORT")
    String cohort = "";

    @Option(names = "--as-of", paramLabel = "DATE")
    @Nullable
    LocalDate asOf;

    @Mixin
    AdoptionOptions under = new AdoptionOptions();

    public MatrixCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> MatrixView.of(lookup.cohort(cohort), under.idOrNone(lookup), asOf, lookup));
    }
}
