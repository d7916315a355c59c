package org.eportfolio.console.school;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eportfolio.credentials.BadgeIssuer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The school as the issuer of badges, as it is typed. */
public final class IssuingSchool {
    private static final long LARGEST = 64 << 10;

    @Option(names = "--key", paramLabel = "FILE", required = true)
    public Path key = Path.of("");

    @Option(names = "--issuer", paramLabel = "ADDRESS")
    @Nullable
    String method;

    @Option(names = "--school", paramLabel = "NAME", required = true)
    String name = "";

    @Option(names = "--lists", paramLabel = "ADDRESS", required = true)
    String lists = "";

    /** Empty if there is no pair of keys in the file. */
    public Optional<BadgeIssuer> issuer(Clock clock) throws IOException {
        if (!Files.isRegularFile(key) || Files.size(key) > LARGEST) return Optional.empty();
        return KeyFile.signing(Files.readString(key), method)
                .map(signing -> BadgeIssuer.of(
                        signing.verificationMethod().replaceAll("#.*", ""), name, signing, lists, clock));
    }
}
