package org.eportfolio.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.NodeProgram;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E8: what is written, before the npm package {@code xapi-validation} 2.1.4, which Learning Locker checks statements with. Needs
 * Node and npm; with {@code CI=true} their absence is a failure.
 */
@Tag("long")
class OtherValidatorTest {
    private static final Path PROGRAM = Path.of("src", "test", "npm");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    private static void mornings(VosReves school) {
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Affiche").showing("C3.1").attaching(VosReves.file("a.txt", "abc")));
        school.positioned(school.durand, "C3.1", "acquis");
        school.positioned(school.durand, "C1.1", "en-cours");
    }

    @Test
    void it_finds_nothing_wrong_and_is_awake() throws Exception {
        Path written = Files.createDirectory(folder.resolve("written"));
        try (VosReves school = VosReves.over(new InMemoryStore(), options -> options.service(XapiTest.TRACES))) {
            mornings(school);
            XapiOptions options = XapiTest.OPTIONS.withFilesUnder(URI.create("https://lycee.example/files/"));
            Exchange exchange =
                    Exchange.withoutFormats().exporter(new XapiFormat(options)).build();
            exchange.export(
                    school.portfolio.asService("traces"),
                    new Extent.OfOrganisation(),
                    "xapi",
                    written.resolve("ours.json"));
        }
        JsonNode ours = JSON.readTree(Files.readString(written.resolve("ours.json")));
        assertThat(ours).hasSize(3);
        assertThat(ours.findValue("attachments")).isNotNull();
        alter(written, "no-verb.json", ours, statement -> statement.remove("verb"));
        alter(written, "null.json", ours, statement -> statement.putNull("result"));
        alter(written, "local-time.json", ours, statement -> statement.put("timestamp", "07/09/2026"));
        alter(
                written,
                "two-ids.json",
                ours,
                statement -> ((ObjectNode) statement.path("actor")).put("mbox", "mailto:emma@lycee.example"));
        String answer = NodeProgram.in(PROGRAM, "validate.mjs", "portfolio.npm.xapi", folder)
                .over(written);

        JsonNode said = JSON.readTree(answer);
        assertThat(said.path("ours.json"))
                .hasSize(ours.size())
                .allSatisfy(each -> assertThat(each).as(each.toString()).isEmpty());
        for (String each : List.of("no-verb.json", "null.json", "local-time.json", "two-ids.json")) {
            assertThat(said.path(each).path(0)).as(each).isNotEmpty();
        }
    }

    private static void alter(Path folder, String name, JsonNode ours, Consumer<ObjectNode> change) throws IOException {
        ArrayNode altered = JSON.createArrayNode();
        ObjectNode first = ours.get(0).deepCopy();
        change.accept(first);
        altered.add(first);
        Files.writeString(folder.resolve(name), altered.toString());
    }
}
