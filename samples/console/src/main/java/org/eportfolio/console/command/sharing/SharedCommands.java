package org.eportfolio.console.command.sharing;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eportfolio.NotFoundException;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.SealedPiece;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.view.DisplayedView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.SealView;
import org.eportfolio.console.view.TutorView;
import org.eportfolio.console.view.View;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.dossier.Piece;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.sharing.WaitingPackage;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.spi.Stored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the bearer of a link sees, without an account. */
@Command(name = "shared", synopsisSubcommandLabel = "COMMAND")
public final class SharedCommands extends ConsoleCommand {
    public SharedCommands(Session session) {
        super(session);
    }

    @Command(name = "show")
    int show(@Parameters(index = "0", paramLabel = "TOKEN") String token) throws Exception {
        return showAsBearer(token, lookup -> {
            SharedDesk shared = lookup.desk().shared();
            return first(
                    () -> DisplayedView.of(shared.showcase()),
                    () -> TutorView.form(shared.workplace(), lookup),
                    () -> waiting(shared.waitingPackage(), token),
                    () -> SealView.of(shared.sealed(), lookup));
        });
    }

    private View waiting(WaitingPackage there, String token) {
        return Result.of(
                there,
                there.triesLeft() == 0
                        ? say("package.locked", there.until())
                        : say("package.waits", there.until(), token));
    }

    /** A link that leads to something else answers like one that never was, so each is asked for in turn. */
    @SafeVarargs
    private static <T> T first(Supplier<T>... ways) {
        for (int i = 0; i < ways.length - 1; i++) {
            try {
                return ways[i].get();
            } catch (NotFoundException e) {
                // the next, and the last one's answer stands
            }
        }
        return ways[ways.length - 1].get();
    }

    /** The tutor attests days. */
    @Command(name = "attest")
    int attest(@Parameters(index = "0", paramLabel = "TOKEN") String token, @Mixin AttestationOptions options)
            throws Exception {
        return showAsBearer(
                token, lookup -> TutorView.form(lookup.desk().shared().attest(options.input()), lookup));
    }

    /** Writes one of the files shown where the user says; never over another one. */
    @Command(name = "save")
    int save(
            @Parameters(index = "0", paramLabel = "TOKEN") String token,
            @Parameters(index = "1", paramLabel = "NAME") String name,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws Exception {
        return showAsBearer(token, lookup -> {
            SharedDesk shared = lookup.desk().shared();
            Named file = new Selector<>(
                            first(
                                            () -> named(shared.showcase()),
                                            () -> named(shared.workplace()),
                                            () -> named(shared.sealed()))
                                    .toList(),
                            Named::name,
                            Named::name,
                            texts())
                    .named(name);
            try (InputStream in = shared.download(file.content())) {
                NewFile.copy(in, to);
            }
            return Result.of(file, say("production.saved", file.name(), to));
        });
    }

    /** A file that a link shows. */
    public record Named(String name, Stored content) {}

    private static Stream<Named> named(Displayed showcase) {
        return named(showcase.items().stream());
    }

    private static Stream<Named> named(TutorForm form) {
        return named(form.shown().stream());
    }

    private static Stream<Named> named(Stream<? extends Displayed.Item> items) {
        return items.flatMap(item -> item.versions().stream())
                .flatMap(version -> version.pieces().stream())
                .filter(Piece.File.class::isInstance)
                .map(Piece.File.class::cast)
                .map(file -> new Named(file.name(), file.content()))
                .distinct();
    }

    private static Stream<Named> named(JuryFile file) {
        return file.pieces().stream().map((SealedPiece piece) -> new Named(piece.path(), piece.content()));
    }

    /** Writes the sealed file that the link opens. */
    @Command(name = "sealed")
    int sealed(
            @Parameters(index = "0", paramLabel = "TOKEN") String token,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws Exception {
        return showAsBearer(token, lookup -> {
            SharedDesk shared = lookup.desk().shared();
            JuryFile file = shared.sealed();
            NewFile.write(to, shared::writeSealed);
            return Result.of(file, say("seal.written", to, file.root()));
        });
    }
}
