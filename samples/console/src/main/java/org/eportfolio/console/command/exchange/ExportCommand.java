package org.eportfolio.console.command.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eportfolio.Page;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.IssuingSchool;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.view.ExportView;
import org.eportfolio.core.Desk;
import org.eportfolio.credentials.ClrFormat;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.framework.Framework;
import org.eportfolio.id.DossierId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a learner's dossier, a cohort, a framework or everything, in any format that is installed. */
@Command(name = "export")
public final class ExportCommand extends ConsoleCommand implements Callable<Integer> {
    private static final String RECORD = "clr";

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

    /** The badges of a record; nothing else takes any. */
    @Option(names = "--badge", paramLabel = "BADGE")
    @Nullable
    List<String> badges;

    @ArgGroup(exclusive = false)
    @Nullable
    IssuingSchool school;

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
                lost = formats(extent, lookup).export(lookup.desk(), extent, format, out, texts().locale(), task);
                task.done();
            }
            return new ExportView(out, lost).naming(lookup.adoptionNames());
        });
    }

    /** All that ship, and records of badges once it is said which badges, and who signs. */
    private Exchange formats(Extent extent, Lookup lookup) throws IOException {
        if (!format.equals(RECORD)) {
            if (school != null || badges != null) throw wrongUsage(say("wrong.record-only", "--badge, --key"));
            return exchange;
        }
        if (badges == null || school == null) throw wrongUsage(say("wrong.missing", "--badge, --key"));
        if (!(extent instanceof Extent.OfDossier of)) throw wrongUsage(say("wrong.missing", "LEARNER"));
        return Exchange.withShippedFormats()
                .exporter(new ClrFormat(school.issuer(lookup), chosen(of.dossier(), badges, lookup)))
                .build();
    }

    private static BadgeChoice chosen(DossierId dossier, List<String> named, Lookup lookup) {
        DossierItems items = new DossierItems(lookup, lookup.desk().dossiers().get(dossier));
        return BadgeChoice.of(named.stream().map(items::badge).toArray(BadgeAward[]::new));
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
