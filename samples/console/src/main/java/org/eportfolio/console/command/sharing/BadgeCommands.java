package org.eportfolio.console.command.sharing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.NewFile;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.view.BadgeView;
import org.eportfolio.console.view.Result;
import org.eportfolio.credentials.BadgeVerification;
import org.eportfolio.credentials.Baking;
import org.eportfolio.credentials.KnownIssuer;
import org.eportfolio.credentials.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Badges as files: what others issued is verified, a credential is put into a picture. No school's file is opened. */
@Command(name = "badge", synopsisSubcommandLabel = "COMMAND")
public final class BadgeCommands extends ConsoleCommand {
    /** The largest file that is read: a picture with a credential in it. */
    private static final long LARGEST = 32L << 20;

    public BadgeCommands(Session session) {
        super(session);
    }

    /** What {@code --json} writes of a picture. */
    public record BakedPicture(Path file, long bytes) {}

    @Command(name = "verify")
    int verify(
            @Parameters(index = "0", paramLabel = "FILE") Path file,
            @Option(names = "--trust", paramLabel = "METHOD=KEY") @Nullable List<String> trusted,
            @Option(names = "--list", paramLabel = "FILE") @Nullable List<Path> lists)
            throws IOException {
        Verifier verifier = Verifier.trusting(
                given(trusted).stream().map(KnownIssuer::parse).toList());
        for (Path each : given(lists)) {
            verifier = verifier.withStatusList(new String(read(each), StandardCharsets.UTF_8));
        }
        BadgeVerification found = verifier.verify(read(file), Clock.systemUTC().instant());
        show(BadgeView.of(found));
        if (!found.accepted()) throw new Refusal(say("badge.not-accepted"));
        return Session.DONE;
    }

    @Command(name = "bake")
    int bake(
            @Parameters(index = "0", paramLabel = "CREDENTIAL") Path credential,
            @Parameters(index = "1", paramLabel = "PICTURE") Path picture,
            @Option(names = "--out", paramLabel = "FILE", required = true) Path to)
            throws IOException {
        String text = new String(read(credential), StandardCharsets.UTF_8);
        byte[] baked = Baking.bake(read(picture), text);
        NewFile.write(to, out -> out.write(baked));
        return show(Result.of(new BakedPicture(to, baked.length), say("badge.baked", to)));
    }

    private byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new Refusal(say("badge.no-file", file));
        }
        return Files.readAllBytes(file);
    }
}
