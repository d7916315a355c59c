package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.eportfolio.credentials.Achievement;
import org.eportfolio.credentials.Badge;
import org.eportfolio.credentials.Credentials;
import org.eportfolio.credentials.KeyPairSigning;
import org.eportfolio.credentials.StatusList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Badges as files, as they are typed. */
class BadgeCommandsTest {
    private static final String LIST = "https://vosreves.example/revoked.json";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private KeyPairSigning signing = signing();
    private String issuer = "";
    private Path badge = Path.of("");

    private static KeyPairSigning signing() {
        try {
            return KeyPairSigning.didKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void a_school_issued_a_badge() throws IOException {
        issuer = signing.verificationMethod().replaceAll("#.*", "");
        Achievement site = new Achievement(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000001",
                Achievement.Kind.PROJECT,
                "Site VosRêves",
                "Un site marchand.",
                "Mis en ligne.",
                List.of(),
                null);
        Badge emmas = new Badge(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000002",
                issuer,
                "Lycée VosRêves",
                "Emma Exemplaire",
                site,
                null,
                List.of(),
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                new Badge.Place(LIST, 5));
        badge = Files.writeString(
                folder.resolve("badge.json"), Credentials.issue(emmas, signing, Instant.parse("2026-01-01T00:00:00Z")));
    }

    private Path list(StatusList list) throws IOException {
        Path file = folder.resolve("list.json");
        return Files.writeString(file, list.publish(LIST, issuer, signing, Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void a_badge_is_verified_question_by_question() throws IOException {
        Path list = list(StatusList.empty());
        Ran trusted = Ran.in(false, "badge", "verify", badge.toString(), "--trust", issuer, "--list", list.toString());

        assertThat(trusted.code()).as(trusted.err()).isZero();
        assertThat(trusted.out())
                .contains("Site VosRêves", "Emma Exemplaire, par Lycée VosRêves", "Signature : tient", "État : tient");

        Ran unknown = Ran.in(false, "badge", "verify", badge.toString());
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out()).contains("Confiance : non vérifié", "État : non vérifié");
    }

    @Test
    void a_revoked_or_altered_badge_is_not_accepted() throws IOException {
        Path list = list(StatusList.empty().revoking(5));
        Ran revoked = Ran.in(false, "badge", "verify", badge.toString(), "--trust", issuer, "--list", list.toString());
        assertThat(revoked.code()).isEqualTo(1);
        assertThat(revoked.out()).contains("son émetteur l'a révoquée");

        Files.writeString(badge, Files.readString(badge).replace("Emma", "Lina"));
        Ran altered = Ran.in(false, "badge", "verify", badge.toString(), "--trust", issuer);
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.out()).contains("Signature : ne tient pas");
    }

    @Test
    void a_picture_carries_it() throws IOException {
        Path drawing = Files.writeString(folder.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Path baked = folder.resolve("badge.svg");

        assertThat(Ran.in(false, "badge", "bake", badge.toString(), drawing.toString(), "--out", baked.toString())
                        .code())
                .isZero();
        assertThat(Ran.in(false, "badge", "verify", baked.toString(), "--trust", issuer)
                        .code())
                .isZero();
        Ran again = Ran.in(false, "badge", "bake", badge.toString(), drawing.toString(), "--out", baked.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(Ran.in(false, "badge", "verify", folder.resolve("none").toString())
                        .code())
                .isEqualTo(1);
        assertThat(Ran.in(false, "badge", "verify", badge.toString(), "--trust", "nobody")
                        .code())
                .isEqualTo(1);
    }
}
