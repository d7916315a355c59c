package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eportfolio.exchange.Standards;
import org.jspecify.annotations.Nullable;

/** Packages of CASE 1.0, made here, in the words of a school that never was. */
public final class CaseFiles {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String DOCUMENT = id(0);

    private static @Nullable Schema schema;

    private CaseFiles() {}

    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    static ObjectNode empty(String title) {
        ObjectNode tree = JSON.createObjectNode();
        tree.putObject("CFDocument")
                .put("identifier", DOCUMENT)
                .put("uri", "https://cases.example/CFDocuments/" + DOCUMENT)
                .put("creator", "École imaginaire")
                .put("title", title)
                .put("lastChangeDateTime", "2026-01-02T03:04:05+00:00")
                .put("version", "1.2");
        tree.putArray("CFItems");
        tree.putArray("CFAssociations");
        tree.putArray("CFDefinitions");
        return tree;
    }

    /** Adds an item below another, or below the document when {@code above} is 0; -1 for below nothing. */
    static ObjectNode item(ObjectNode tree, int number, int above, String code, String statement, int sequence) {
        ObjectNode item = ((ArrayNode) tree.get("CFItems"))
                .addObject()
                .put("identifier", id(number))
                .put("uri", "https://cases.example/CFItems/" + id(number))
                .put("fullStatement", statement)
                .put("lastChangeDateTime", "2026-01-02T03:04:05+00:00");
        if (!code.isEmpty()) item.put("humanCodingScheme", code);
        if (above >= 0) child(tree, number, above, sequence);
        return item;
    }

    static ObjectNode child(ObjectNode tree, int number, int above, int sequence) {
        return association(tree, "isChildOf", number, id(above)).put("sequenceNumber", sequence);
    }

    static ObjectNode association(ObjectNode tree, String type, int from, String to) {
        ArrayNode all = (ArrayNode) tree.get("CFAssociations");
        String id = id(1_000_000 + all.size());
        ObjectNode association = all.addObject()
                .put("identifier", id)
                .put("uri", "https://cases.example/CFAssociations/" + id)
                .put("associationType", type)
                .put("lastChangeDateTime", "2026-01-02T03:04:05+00:00");
        association
                .putObject("originNodeURI")
                .put("title", "from")
                .put("identifier", id(from))
                .put("uri", "urn:uuid:" + id(from));
        association
                .putObject("destinationNodeURI")
                .put("title", "to")
                .put("identifier", to)
                .put("uri", "urn:uuid:" + to);
        return association;
    }

    /** A sheet with the columns of CASE. */
    public static byte[] sheet() {
        return """
                Identifier,fullStatement,Human Coding Scheme,sequenceNumber,Is Child Of,Is Related To,smartLevel
                a,"Bloc « A », et plus",A,1,,,
                b,Compétence,A.1,1,A,Z.9,
                c,Partie,A.1.a,2,,https://exemple.test/x,
                d,Autre,,,,,2
                """.getBytes(StandardCharsets.UTF_8);
    }

    /** A package with a bit of everything. */
    public static byte[] sample() {
        ObjectNode tree = empty("Échantillon");
        item(tree, 1, 0, "A", "Bloc « A »", 1);
        item(tree, 2, 1, "A1", "Compétence", 2).put("unknown", 3.5);
        item(tree, 3, 1, "A2", "Autre", 1);
        item(tree, 4, 2, "", "Partie", 1);
        association(tree, "exactMatchOf", 2, id(77));
        ObjectNode rubric =
                tree.putArray("CFRubrics").addObject().put("identifier", id(60)).put("title", "Pas");
        ArrayNode levels = rubric.putArray("CFRubricCriteria").addObject().putArray("CFRubricCriterionLevels");
        levels.addObject().put("quality", "Bas").put("position", 1);
        levels.addObject().put("quality", "Haut").put("position", 2);
        return tree.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    /** A competency CSV with a bit of everything. */
    public static byte[] moodle() {
        return MoodleTest.sample().getBytes(StandardCharsets.UTF_8);
    }

    static Path write(JsonNode tree, Path file) throws IOException {
        return Files.writeString(file, JSON.writeValueAsString(tree));
    }

    /** What the official schema of 1.1 has against it; the test skips where the schema is not there. */
    static List<String> faults(Path file) throws IOException {
        if (schema == null) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(Files.readString(Standards.file("case/official-case-v1p1-cfpackage.schema.json")));
        }
        return schema
                .validate(
                        Files.readString(file),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
