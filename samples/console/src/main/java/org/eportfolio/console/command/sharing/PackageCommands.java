package org.eportfolio.console.command.sharing;

import java.nio.file.Path;
import java.time.LocalDate;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.id.PersonId;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.sharing.Passcode;
import org.eportfolio.sharing.WaitingPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The packages of learners who left: handed over by a link and a code. */
@Command(name = "package", synopsisSubcommandLabel = "COMMAND")
public final class PackageCommands extends ConsoleCommand {
    public PackageCommands(Session session) {
        super(session);
    }

    /** A new code; the link is the one that was handed over. */
    public record NewCode(PersonId learner, String code) {}

    /** What was written. */
    public record Fetched(Path file, WaitingPackage link) {}

    /** A new link and code, in place of those before. */
    @Command(name = "hand-over")
    int handOver(
            @Parameters(index = "0", paramLabel = "LEARNER") String learner,
            @Option(names = "--until", paramLabel = "DATE", required = true) LocalDate until)
            throws Exception {
        return show(lookup -> {
            HandedPackage handed = lookup.desk().departures().handOver(PersonId.of(learner), until);
            PackageStrip strip = PackageStrip.of(handed, until, lookup);
            return Result.of(
                    strip, strip.lines(texts()).stream().map(StyledText::of).toList());
        });
    }

    /** Another code for the same link, as when wrong ones locked it. */
    @Command(name = "new-code")
    int newCode(@Parameters(index = "0", paramLabel = "LEARNER") String learner) throws Exception {
        return show(lookup -> {
            PersonId left = PersonId.of(learner);
            Passcode code = lookup.desk().departures().newCode(left);
            return Result.of(new NewCode(left, code.text()), say("package.new-code", lookup.name(left), code.text()));
        });
    }

    /** Fetches a package as the bearer of its link. */
    @Command(name = "open")
    int open(
            @Parameters(index = "0", paramLabel = "TOKEN") String token,
            @Option(names = "--code", paramLabel = "CODE", required = true) String code,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws Exception {
        return showAsBearer(token, lookup -> {
            SharedDesk shared = lookup.desk().shared();
            NewFile.write(to, out -> shared.writePackage(code, texts().locale(), out));
            WaitingPackage link = shared.waitingPackage();
            return Result.of(new Fetched(to, link), say("package.fetched", to, link.until()));
        });
    }
}
