package org.eportfolio.console.command.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.console.command.CancellableTask;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.ImportView;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.credentials.CredentialImport;
import org.eportfolio.credentials.Verifier;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.school.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in a file whose format is recognised. Into a new file of its own, the archive of a whole organisation. */
@Command(name = "import")
public final class ImportCommand extends ConsoleCommand implements Callable<Integer> {
    /** A badge from elsewhere comes in as from an issuer who is not known; {@code badge import} says whom one trusts. */
    private final Exchange exchange = Exchange.withShippedFormats()
            .importer(new CredentialImport(Verifier.trusting(List.of()), Clock.systemDefaultZone()))
            .build();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT")
    @Nullable
    String format;

    @Option(names = "--dry-run")
    boolean dryRun;

    @Option(names = "--pictures-show-nobody")
    boolean picturesShowNobody;

    @Option(names = "--restore")
    boolean restore;

    @Option(names = "--adoption", paramLabel = "NAME")
    @Nullable
    String adoption;

    @Option(names = "--anchor", paramLabel = "FILE")
    @Nullable
    Path anchors;

    @Option(names = "--because", paramLabel = "TEXT")
    @Nullable
    String because;

    public ImportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        Optional<RestoreGrounds> grounds = grounds();
        ImportOptions asked = dryRun ? ImportOptions.ofDefaults().dry() : ImportOptions.ofDefaults();
        ImportOptions options = picturesShowNobody ? asked.withPicturesShowingNobody() : asked;
        if (grounds.isPresent()) {
            ImportOptions restoring = options.restoring(grounds.get());
            return show(lookup -> imported(lookup.desk(), restoring));
        }
        if (adoption != null) {
            return show(lookup -> imported(lookup.desk(), options.into(own(lookup))));
        }
        Refusal noAdministrator = session().noAdministrator();
        session().refuseKey();
        try (School school = School.open(session().options().place())) {
            if (school.administrator().isPresent())
                return show(imported(session().desk(school), options));
            try {
                return show(imported(school.portfolio().as(Actor.system()), options));
            } catch (DeniedException e) {
                throw noAdministrator;
            } catch (InvalidInputException e) {
                // Without an administrator only the archive of a whole organisation is taken.
                if (e.reason().key().equals("archive.needs-organisation")) throw noAdministrator;
                throw e;
            }
        }
    }

    /** The actor's own dossier under the adoption that was named. */
    private DossierId own(Lookup lookup) {
        String learner = lookup.desk()
                .actor()
                .person()
                .map(PersonId::value)
                .orElseThrow(() -> wrongUsage(say("wrong.missing", "--as")));
        return lookup.of(learner, adoption).id();
    }

    private View imported(Desk desk, ImportOptions options) throws IOException {
        ImportReport report;
        try (CancellableTask task = new CancellableTask("import.bar", -1, session())) {
            report = exchange.importFrom(desk, file, format, options, task);
            task.done();
        }
        return new ImportView(report);
    }

    /** An anchor that was kept, or a reason: one of both, and only to restore. */
    private Optional<RestoreGrounds> grounds() throws IOException {
        boolean one = anchors == null ^ because == null;
        if (restore && !one || !restore && (anchors != null || because != null)) {
            throw wrongUsage(say("wrong.restore"));
        }
        if (because != null) return Optional.of(RestoreGrounds.because(because));
        if (anchors == null) return Optional.empty();
        List<Anchor> kept = Files.readAllLines(anchors).stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Anchor::parse)
                .toList();
        return Optional.of(new RestoreGrounds.Anchored(kept));
    }
}
