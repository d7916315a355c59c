package org.eportfolio.credentials;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.eportfolio.core.NodeProgram;
import org.jspecify.annotations.Nullable;

/**
 * Two verifiers of other people, run by Node over the files of a folder: {@code @digitalbazaar/vc} and {@code
 * @digitalcredentials/verifier-core}. Needs npm; with {@code CI=true} its absence is a failure.
 */
final class OtherVerifiers {
    private static final Path PROGRAM = Path.of("src", "test", "npm");

    private final Path folder;
    private final JsonArrayBuilder cases = Json.createArrayBuilder();

    OtherVerifiers(Path folder) {
        this.folder = folder;
    }

    /** What both said: accepted, or refused and what they call it. */
    record Said(String first, String second) {}

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    JsonObject json(String name) throws IOException {
        return UntrustedJson.object(Files.readAllBytes(folder.resolve(name)));
    }

    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** Shows a credential to both, with a list of what is revoked beside it; {@code null} for none. */
    void show(String file, @Nullable String list) {
        JsonObjectBuilder one = Json.createObjectBuilder().add("file", file);
        cases.add(list == null ? one : one.add("list", list));
    }

    /** Asks both about all that was shown, at that moment. */
    JsonObject ask(Instant at) throws Exception {
        write("cases.json", cases.build().toString());
        write("now.txt", at.toString());
        write("context-clr.json", Contexts.shipped().json(Contexts.RECORDS).toString());
        Path schema = Path.of(
                System.getProperty("portfolio.shared", "../../../shared"),
                "standards/ob30/ob_v3p0_achievementcredential_schema.json");
        if (Files.isRegularFile(schema)) Files.copy(schema, folder.resolve("schema.json"));
        NodeProgram.in(PROGRAM, "verify.mjs", "portfolio.npm", folder).over(folder);
        return json("answers.json");
    }

    static Said said(JsonObject answers, String file, @Nullable String list) {
        JsonObject both = answers.getJsonObject(file + (list == null ? "" : list));
        return new Said(both.getString("first"), both.getString("second"));
    }
}
