package org.eportfolio.web.learner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.eportfolio.NotFoundException;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.console.school.KeyFile;
import org.eportfolio.credentials.BadgeIssuer;
import org.eportfolio.credentials.Signing;
import org.eportfolio.web.demo.Demo;
import org.eportfolio.web.secret.SecretFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The school as the issuer of badges: {@code school.badges.key}, a file as the console's {@code badge key} makes it, {@code
 * school.badges.name}, and {@code school.badges.lists}, where the lists of what was revoked are published. The demonstration makes a
 * key of its own. Without a key badges are offered and accepted, and none leaves.
 */
@Component
final class BadgeKey {
    private static final String NOWHERE = "https://school.example/revoked-";

    private final @Nullable Path file;
    private final String name;
    private final String lists;

    BadgeKey(
            @Value("${school.badges.key:#{null}}") @Nullable Path file,
            @Value("${school.badges.name:Portfolio}") String name,
            @Value("${school.badges.lists:" + NOWHERE + "}") String lists,
            ObjectProvider<Demo> demo) {
        Demo shown = demo.getIfAvailable();
        this.file = shown == null ? file : made(shown.file());
        this.name = name;
        this.lists = lists;
    }

    private static Path made(Path school) {
        Path beside = school.resolveSibling(school.getFileName() + ".badge-key");
        try {
            SecretFile.make(beside, () -> KeyFile.random().text().getBytes(StandardCharsets.UTF_8));
            return beside;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether badges can leave. */
    boolean isThere() {
        return file != null;
    }

    /** The badge as others verify it. */
    String signed(IssuedBadge badge, Clock clock) {
        if (file == null) throw new NotFoundException("key", "");
        try {
            Signing signing =
                    KeyFile.signing(Files.readString(file), null).orElseThrow(() -> new NotFoundException("key", ""));
            String issuer = signing.verificationMethod().replaceAll("#.*", "");
            return BadgeIssuer.of(issuer, name, signing, lists, clock).sign(badge);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
