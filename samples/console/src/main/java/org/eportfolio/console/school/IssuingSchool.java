package org.eportfolio.console.school;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.credentials.BadgeIssuer;
import org.eportfolio.credentials.Signing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The school as the issuer of badges, as it is typed. */
public final class IssuingSchool {
    private static final long LARGEST = 64 << 10;

    @Option(names = "--key", paramLabel = "FILE", required = true)
    Path key = Path.of("");

    @Option(names = "--issuer", paramLabel = "ADDRESS")
    @Nullable
    String method;

    @Option(names = "--school", paramLabel = "NAME", required = true)
    String name = "";

    @Option(names = "--lists", paramLabel = "ADDRESS", required = true)
    String lists = "";

    /** Refused if there is no pair of keys in the file. */
    public BadgeIssuer issuer(Lookup lookup) throws IOException {
        return signing()
                .map(signing -> BadgeIssuer.of(
                        signing.verificationMethod().replaceAll("#.*", ""), name, signing, lists, lookup.clock()))
                .orElseThrow(() -> new Refusal(lookup.texts().say("badge.no-key", key)));
    }

    private Optional<Signing> signing() throws IOException {
        if (!Files.isRegularFile(key) || Files.size(key) > LARGEST) return Optional.empty();
        return KeyFile.signing(new String(Files.readAllBytes(key), StandardCharsets.US_ASCII), method);
    }
}
