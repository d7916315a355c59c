package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eportfolio.core.NodeProgram;
import org.eportfolio.credentials.Baking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E6: the badge of the demonstration's year, written, baked into a picture, taken out of it again and verified by the console and by
 * two verifiers of other people ({@code portfolio-credentials/src/test/npm}); then revoked, which all three see. Needs npm; with
 * {@code CI=true} its absence is a failure.
 */
@Tag("long")
class DemoBadgeTest {
    private static final Path PROGRAM =
            Path.of("..", "..", "extensions", "portfolio-credentials", "src", "test", "npm");
    private static final String AFTER_THE_YEAR = "2028-01-15";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private SchoolFile file = SchoolFile.at("");

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Path school(String... command) {
        Path out = folder.resolve(command[command.length - 1]);
        String[] words = command.clone();
        words[words.length - 1] = out.toString();
        String person = command[1].equals("issue") ? "emma" : "proviseure";
        file.run(
                person,
                Stream.concat(
                                Stream.of(words),
                                Stream.of(
                                        "--key",
                                        path("key.pem"),
                                        "--school",
                                        "Lycée VosRêves « Ł »",
                                        "--lists",
                                        "https://vosreves.example/revoked-"))
                        .toArray(String[]::new));
        return out;
    }

    private Ran verified(Path file, String trusted, Path list) {
        return Ran.in(
                false,
                "badge",
                "verify",
                file.toString(),
                "--trust",
                trusted,
                "--list",
                list.toString(),
                "--at",
                AFTER_THE_YEAR);
    }

    @Test
    void the_badge_of_the_year_is_accepted_by_all_until_it_is_revoked() throws Exception {
        file = SchoolFile.at(DemoFile.in(folder).toString());
        String made = Ran.in(false, "badge", "key", "--out", path("key.pem")).out();
        String trusted = made.substring(made.indexOf("did:key:")).strip();
        file.agree("m.durand");
        Path badge = school("badge", "issue", "emma", "Commerce en ligne", "--out", "badge.json");
        Path before = school("badge", "revoked", "--out", "before").resolve("revoked-1.json");
        Path picture = folder.resolve("badge.png");
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Path baked = folder.resolve("baked.png");
        Ran baking = Ran.in(false, "badge", "bake", badge.toString(), picture.toString(), "--out", baked.toString());
        assertThat(baking.code()).as(baking.err()).isZero();
        String credential = Baking.unbake(Files.readAllBytes(baked)).orElseThrow();
        assertThat(credential).isEqualTo(Files.readString(badge)).contains("Lycée VosRêves « Ł »");
        file.run("m.durand", "badge", "revoke", "emma", "Commerce en ligne", "--because", "Donné par erreur.");
        Path after = school("badge", "revoked", "--out", "after").resolve("revoked-1.json");

        assertThat(verified(baked, trusted, before).code()).isZero();
        assertThat(verified(baked, trusted, after).code()).isEqualTo(1);
        JsonNode answers = others(credential, before, after);
        assertThat(answers.path("badge.jsonbefore.json").toString())
                .isEqualTo("{\"first\":\"accepted\",\"second\":\"accepted\"}");
        assertThat(answers.path("badge.jsonafter.json").toString())
                .isEqualTo("{\"first\":\"refused: revoked\",\"second\":\"refused: revocation_status\"}");
    }

    /** What the two verifiers say of the badge beside each list. */
    private JsonNode others(String credential, Path before, Path after) throws Exception {
        Path shown = Files.createDirectory(folder.resolve("shown"));
        Files.writeString(shown.resolve("badge.json"), credential);
        Files.copy(before, shown.resolve("before.json"));
        Files.copy(after, shown.resolve("after.json"));
        Files.writeString(shown.resolve("now.txt"), AFTER_THE_YEAR + "T12:00:00Z");
        Files.writeString(
                shown.resolve("cases.json"),
                "[{\"file\":\"badge.json\",\"list\":\"before.json\"},{\"file\":\"badge.json\",\"list\":\"after.json\"}]");
        NodeProgram.in(PROGRAM, "verify.mjs", "portfolio.npm", folder).over(shown);
        return new ObjectMapper().readTree(shown.resolve("answers.json").toFile());
    }
}
