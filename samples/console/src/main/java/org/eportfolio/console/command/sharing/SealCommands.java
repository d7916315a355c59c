package org.eportfolio.console.command.sharing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.eportfolio.certification.Seal;
import org.eportfolio.certification.SealCheck;
import org.eportfolio.certification.SealedFile;
import org.eportfolio.console.command.Commands;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Days;
import org.eportfolio.console.school.Things;
import org.eportfolio.console.school.Whose;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.Issued;
import org.eportfolio.console.view.SealView;
import org.eportfolio.console.view.Told;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a candidate puts before the jury, sealed. */
@Command(name = "seal", synopsisSubcommandLabel = "COMMAND")
public final class SealCommands extends Commands {
    public SealCommands(Session session) {
        super(session);
    }

    @Command(name = "make")
    int make(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "UNIT") String unit,
            @Option(names = "--out", paramLabel = "FILE") @Nullable Path to)
            throws Exception {
        return show(whose, own -> {
            Seal seal = own.desk().seals().seal(own.examFile(unit));
            if (to != null) write(seal, to, own);
            return SealView.of(seal, own.finding());
        });
    }

    @Command(name = "show")
    int show(@Mixin Whose whose, @Parameters(index = "1", paramLabel = "SEAL", arity = "0..1") @Nullable String seal)
            throws Exception {
        return show(
                whose,
                own -> seal == null
                        ? Told.each(
                                own.all(own.desk().seals()::list),
                                each -> SealView.title(each, own.finding()),
                                say("seal.none"))
                        : SealView.of(own.seal(seal), own.finding()));
    }

    /** Writes the sealed file where the user says; never over another one. */
    @Command(name = "save")
    int save(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "SEAL") String called,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws Exception {
        return show(whose, own -> {
            Seal seal = own.seal(called);
            write(seal, to, own);
            return Told.of(seal, say("seal.written", to, seal.root()));
        });
    }

    private static void write(Seal seal, Path to, Things own) throws IOException {
        SealView.write(to, out -> own.desk().seals().write(own.id(), seal.id(), out));
    }

    @Command(name = "send")
    int send(
            @Mixin Whose whose,
            @Parameters(index = "1", paramLabel = "SEAL") String seal,
            @Option(names = "--from", paramLabel = "DATE", converter = Days.class) @Nullable LocalDate from,
            @Option(names = "--until", paramLabel = "DATE", required = true, converter = Days.class) LocalDate until)
            throws Exception {
        return show(
                whose,
                own -> Issued.of(
                        own.desk().seals().sendToJury(own.id(), own.seal(seal).id(), from, until), own.finding()));
    }

    /** From the file alone; no school's file is opened. */
    @Command(name = "verify")
    int verify(@Parameters(index = "0", paramLabel = "FILE") Path file) throws IOException {
        SealCheck check = SealedFile.verify(file);
        show(SealView.of(check, file, texts()));
        if (!check.whole())
            throw new Refusal(texts().count("seal.not-whole", check.faults().size()));
        return Session.DONE;
    }
}
