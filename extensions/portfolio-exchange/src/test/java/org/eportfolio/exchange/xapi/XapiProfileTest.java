package org.eportfolio.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.junit.jupiter.api.Test;

/** The published vocabulary of the statements: the file beside the documentation and the one in the jar are what is written. */
class XapiProfileTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "xapi", "profile.jsonld");
    private static final Path RESOURCE =
            Path.of("src", "main", "resources", "org", "eportfolio", "exchange", "xapi", "profile.jsonld");

    private static JsonNode profile() throws IOException {
        return new ObjectMapper().readTree(XapiProfile.document());
    }

    @Test
    void both_files_are_what_the_code_says() throws IOException {
        if (Boolean.getBoolean("schemas.write")) {
            for (Path each : List.of(DOCUMENT, RESOURCE)) {
                Files.createDirectories(Objects.requireNonNull(each.getParent()));
                Files.writeString(each, XapiProfile.document());
            }
        }
        assertThat(DOCUMENT)
                .as("write it anew with -Dschemas.write=true")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(XapiProfile.document());
        assertThat(RESOURCE).content(StandardCharsets.UTF_8).isEqualTo(XapiProfile.document());
        try (InputStream in = XapiProfile.class.getResourceAsStream("profile.jsonld")) {
            assertThat(in).isNotNull();
        }
    }

    /** ADL xAPI Profiles 1.0: what a profile and each of its concepts must have. */
    @Test
    void it_has_what_the_profile_specification_asks_for() throws IOException {
        JsonNode profile = profile();
        for (String each : List.of(
                "@context", "id", "type", "conformsTo", "prefLabel", "definition", "author", "versions", "concepts")) {
            assertThat(profile.has(each)).as(each).isTrue();
        }
        assertThat(profile.at("/versions/0/id").asText()).isEqualTo(XapiProfile.VERSION);
        Set<String> types =
                Set.of("Verb", "ActivityType", "ContextExtension", "ResultExtension", "AttachmentUsageType");
        List<String> ids = new ArrayList<>();
        for (JsonNode each : profile.path("concepts")) {
            ids.add(each.path("id").asText());
            assertThat(types).contains(each.path("type").asText());
            assertThat(each.path("inScheme").asText()).isEqualTo(XapiProfile.VERSION);
            for (String language : List.of("en", "fr")) {
                assertThat(each.path("prefLabel").path(language).asText())
                        .as(each.toString())
                        .isNotBlank();
                assertThat(each.path("definition").path(language).asText())
                        .as(each.toString())
                        .isNotBlank();
            }
            boolean extension = each.path("type").asText().endsWith("Extension");
            assertThat(each.has("inlineSchema")).isEqualTo(extension);
        }
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @Test
    void each_act_is_one_that_the_journal_has_and_each_type_is_a_kind_of_record() throws IOException {
        StringBuilder core = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("..", "..", "portfolio-core", "src", "main", "java"))) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                core.append(Files.readString(each));
            }
        }
        assertThat(XapiActs.acts())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(core).as(each).contains("\"" + each + "\""));
        assertThat(XapiActs.types())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(Message.of("kind." + each).in(Locale.FRENCH))
                        .as(each)
                        .isNotBlank()
                        .isNotEqualTo("kind." + each));
    }
}
