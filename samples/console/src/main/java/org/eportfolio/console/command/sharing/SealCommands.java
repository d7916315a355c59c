package org.eportfolio.console.command.sharing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.DossierArguments;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.LinkView;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.SealView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a candidate puts before the jury, sealed. */
@Command(name = "seal", synopsisSubcommandLabel = "COMMAND")
public final class SealCommands extends ConsoleCommand {
    public SealCommands(Session session) {
        super(session);
    }

    @Command(name = "make")
    int make(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "UNIT") String unit,
            @Option(names = "--out", paramLabel = "FILE") @Nullable Path to)
            throws Exception {
        return show(target, own -> {
            Seal seal = own.desk().seals().seal(own.examFile(unit));
            if (to != null) write(seal, to, own);
            return SealView.of(seal, own.lookup());
        });
    }

    @Command(name = "show")
    int show(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SEAL", arity = "0..1") @Nullable String seal)
            throws Exception {
        return show(
                target,
                own -> seal == null
                        ? Result.each(
                                own.all(own.desk().seals()::list),
                                each -> SealView.title(each, own.lookup()),
                                say("seal.none"))
                        : SealView.of(own.seal(seal), own.lookup()));
    }

    /** Writes the sealed file where the user says; never over another one. */
    @Command(name = "save")
    int save(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SEAL") String called,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws Exception {
        return show(target, own -> {
            Seal seal = own.seal(called);
            write(seal, to, own);
            return Result.of(seal, say("seal.written", to, seal.root()));
        });
    }

    private static void write(Seal seal, Path to, DossierItems own) throws IOException {
        NewFile.write(to, out -> own.desk().seals().write(own.id(), seal.id(), out));
    }

    @Command(name = "send")
    int send(
            @Mixin DossierArguments target,
            @Parameters(index = "1", paramLabel = "SEAL") String seal,
            @Option(names = "--from", paramLabel = "DATE") @Nullable LocalDate from,
            @Option(names = "--until", paramLabel = "DATE", required = true) LocalDate until)
            throws Exception {
        return show(
                target,
                own -> LinkView.of(
                        own.desk().seals().sendToJury(own.id(), own.seal(seal).id(), from, until), own.lookup()));
    }

    /** From the file alone; no school's file is opened. */
    @Command(name = "verify")
    int verify(@Parameters(index = "0", paramLabel = "FILE") Path file) throws IOException {
        SealCheck check = SealedFile.verify(file);
        show(SealView.of(check, file));
        if (!check.whole())
            throw new Refusal(texts().count("seal.not-whole", check.faults().size()));
        return Session.DONE;
    }
}
