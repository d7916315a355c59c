package org.eportfolio.exchange.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.internal.BoundedJson;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself.
 *
 * @param schema by which it is laid out
 * @param extent such as {@code dossier}
 * @param of the id of the dossier, cohort or framework; empty for the organisation
 * @param school what the school that wrote it calls itself; {@code null} where it does not say
 * @param parts every other entry of the ZIP by its name, in their order
 */
record Manifest(
        int schema, String extent, String of, @Nullable String school, Map<String, Part> parts) {
    private static final String FORMAT = "eportfolio-archive";
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");

    /** One entry: its length in bytes and its SHA-256. */
    record Part(long size, String sha256) {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
            out.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            out.writeStartObject();
            out.writeStringField("format", FORMAT);
            out.writeNumberField("schema", schema);
            out.writeStringField("extent", extent);
            if (!of.isEmpty()) out.writeStringField("of", of);
            if (school != null) out.writeStringField("school", school);
            out.writeArrayFieldStart("entries");
            for (Map.Entry<String, Part> each : parts.entrySet()) {
                out.writeStartObject();
                out.writeStringField("name", each.getKey());
                out.writeNumberField("size", each.getValue().size());
                out.writeStringField("sha256", each.getValue().sha256());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    static Manifest read(InputStream in, ObjectMapper json) throws IOException {
        JsonNode root;
        try {
            root = json.readTree(in);
        } catch (JsonProcessingException e) {
            throw malformed(BoundedJson.position(e));
        }
        require(root != null && FORMAT.equals(root.path("format").asText()), "format");
        JsonNode schema = root.path("schema");
        require(schema.isInt() && schema.asInt() >= 1, "schema");
        ExchangeMessages.unless(
                schema.asInt() <= Layout.SCHEMA,
                Layout.MANIFEST,
                "archive.newer-schema",
                schema.asInt(),
                Layout.SCHEMA);
        require(root.path("extent").isTextual() && root.path("entries").isArray(), "extent");
        Map<String, Part> parts = new LinkedHashMap<>();
        for (JsonNode each : root.path("entries")) {
            String name = each.path("name").asText();
            String sha = each.path("sha256").asText();
            require(
                    each.path("size").isIntegralNumber()
                            && each.path("size").canConvertToLong()
                            && SHA.matcher(sha).matches(),
                    "entries " + name);
            require(parts.putIfAbsent(name, new Part(each.path("size").asLong(), sha)) == null, "entries " + name);
        }
        return new Manifest(
                schema.asInt(),
                root.path("extent").asText(),
                root.path("of").asText(),
                root.path("school").isTextual() ? root.path("school").asText() : null,
                parts);
    }

    private static void require(boolean holds, String what) {
        if (!holds) throw malformed(what);
    }

    private static InvalidInputException malformed(Object what) {
        return ExchangeMessages.because(Layout.MANIFEST, "archive.manifest", what);
    }
}
