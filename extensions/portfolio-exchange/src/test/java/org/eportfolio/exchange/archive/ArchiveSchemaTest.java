package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.core.internal.work.ArchiveSchemas;
import org.eportfolio.exchange.Extent;
import org.junit.jupiter.api.Test;

/** The schemas in {@code docs/archive} say what an archive holds. {@code -Dschemas.write=true} writes them anew. */
class ArchiveSchemaTest extends Archives {
    private static final Path DOCS = Path.of("..", "..", "docs", "archive");

    @Test
    void the_documented_schemas_are_those_of_the_records() throws IOException {
        Map<String, String> schemas = ArchiveSchemas.all();
        if (Boolean.getBoolean("schemas.write")) {
            for (Map.Entry<String, String> each : schemas.entrySet()) {
                Files.writeString(DOCS.resolve(each.getKey()), each.getValue());
            }
        }
        for (Map.Entry<String, String> each : schemas.entrySet()) {
            assertThat(DOCS.resolve(each.getKey())).content().as(each.getKey()).isEqualTo(each.getValue());
        }
        Set<String> current = new TreeSet<>(schemas.keySet());
        try (Stream<Path> files = Files.list(DOCS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".v1.json")))
                    .as("a schema of a first version stays for ever")
                    .containsAll(current.stream()
                            .filter(name -> name.endsWith(".v1.json"))
                            .toList());
        }
    }

    @Test
    void every_line_of_an_archive_is_valid() throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, byte[]> entries = Zips.entries(exported(school.head, new Extent.OfOrganisation()));
        int lines = 0;
        Set<String> kinds = new TreeSet<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String name = entry.getKey();
            String text = new String(entry.getValue(), StandardCharsets.UTF_8);
            if (name.equals(Layout.MANIFEST))
                assertThat(faults(registry, "manifest", text)).isEmpty();
            if (!name.endsWith(".jsonl")) continue;
            String kind = name.equals(Layout.JOURNAL) ? "journal" : Layout.kind(name);
            kinds.add(kind);
            for (String line : text.split("\n")) {
                assertThat(faults(registry, kind, line)).as("%s %s", name, line).isEmpty();
                lines++;
            }
        }
        assertThat(lines).isGreaterThan(100);
        assertThat(kinds).hasSizeGreaterThan(35);
        assertThat(faults(registry, "goal", "{\"scope\":\"x\"}")).isNotEmpty();
    }

    private static final Pattern VERSION = Pattern.compile("\"v\":(\\d+)");

    private static List<String> faults(SchemaRegistry registry, String kind, String line) throws IOException {
        Matcher stated = VERSION.matcher(line);
        String version = stated.find() ? stated.group(1) : "1";
        Schema schema = registry.getSchema(Files.readString(DOCS.resolve(kind + ".v" + version + ".json")));
        return schema.validate(line, InputFormat.JSON).stream()
                .map(Object::toString)
                .collect(Collectors.toList());
    }
}
