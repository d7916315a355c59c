package org.eportfolio.console.command.exchange;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eportfolio.Page;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.view.ExportView;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.framework.Framework;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a learner's dossier, a cohort, a framework or everything, in any format that is installed. */
@Command(name = "export")
public final class ExportCommand extends ConsoleCommand implements Callable<Integer> {
    private final Exchange exchange = Exchange.ofDefaults();

    @Parameters(paramLabel = "WHAT", arity = "0..1")
    @Nullable
    String what;

    @Option(names = "--all")
    boolean all;

    @Option(
            names = {"--adoption", "--framework"},
            paramLabel = "NAME")
    @Nullable
    String adoption;

    @Option(names = "--format", paramLabel = "FORMAT", required = true)
    String format = "";

    @Option(names = "--out", paramLabel = "PATH", required = true)
    Path out = Path.of("");

    public ExportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        return show(lookup -> {
            Extent extent = extent(lookup);
            NewFile.requireFolder(out);
            LossReport lost;
            try (CancellableTask task = new CancellableTask("export.bar", -1, session())) {
                lost = exchange.export(lookup.desk(), extent, format, out, texts().locale(), task);
                task.done();
            }
            return new ExportView(out, lost).naming(lookup.adoptionNames());
        });
    }

    private Extent extent(Lookup lookup) {
        if (all && what != null) throw wrongUsage(say("wrong.exclusive", what + ", --all"));
        if (!all && what == null) throw wrongUsage(say("wrong.missing", "LEARNER|COHORT|FRAMEWORK|--all"));
        if (what == null) return new Extent.OfOrganisation();
        String named = what;
        Desk desk = lookup.desk();
        Optional<Extent> found = Stream.<Stream<Extent>>of(
                        Page.all(desk.frameworks()::list).stream()
                                .map(Framework::id)
                                .filter(id -> id.toString().equals(named))
                                .map(Extent.OfFramework::new),
                        desk.cohorts().find(named).stream()
                                .map(cohort -> new Extent.OfCohort(cohort.id(), lookup.adoptionOrNone(adoption))))
                .flatMap(each -> each)
                .findFirst();
        return found.orElseGet(
                () -> new Extent.OfDossier(lookup.of(named, adoption).id()));
    }
}
