package org.eportfolio.credentials;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.processor.ToRdfProcessor;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * What a document states, as RDF in canonical order (RDFC-1.0). A document of which a part would state nothing is refused:
 * a term that no context defines, a type or an id that is not absolute.
 */
final class Statements {
    /** A small document can be made to canonicalise for years: so many milliseconds at most. */
    static final long LONGEST = 10_000;

    private static final BigDecimal SAFE = new BigDecimal(1L << 53);

    private final Contexts contexts;

    Statements(Contexts contexts) {
        this.contexts = contexts;
    }

    /** The statements, a line each, in their canonical order. */
    String of(JsonObject document) {
        requireSafeNumbers(document);
        JsonLdOptions options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        try {
            JsonArray expanded =
                    JsonLd.expand(JsonDocument.of(document)).options(options).get();
            expanded.forEach(each -> requireAbsolute("", each));
            RdfCanon canon = RdfCanon.create("SHA-256", new RdfCanonTimeTicker(LONGEST));
            ToRdfProcessor.toRdf(canon, expanded, options);
            StringWriter lines = new StringWriter();
            canon.provide(new NQuadsWriter(lines));
            return lines.toString();
        } catch (JsonLdError e) {
            throw CredentialMessages.because("credential", e, "credential.json-ld");
        } catch (RdfConsumerException | IllegalStateException e) {
            throw CredentialMessages.because("credential", "credential.canonical");
        }
    }

    /** SHA-256 of the statements. */
    byte[] hash(JsonObject document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of(document).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void requireAbsolute(String path, JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(each -> requireAbsolute(path, each));
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> each : object.entrySet()) {
                switch (each.getKey()) {
                    case "@id" -> require(path + "id", each.getValue());
                    case "@type" -> {
                        if (!object.containsKey("@value")) require(path + "type", each.getValue());
                    }
                    default -> requireAbsolute(path, each.getValue());
                }
            }
        }
    }

    private static void require(String path, JsonValue id) {
        if (id instanceof JsonArray array) array.forEach(each -> require(path, each));
        else if (id instanceof JsonString text && !text.getString().startsWith("_:")) {
            Identifier.require(path, text.getString());
        }
    }

    /** JavaScript reads a larger integer as another one, so that two verifiers would differ. */
    private static void requireSafeNumbers(JsonValue value) {
        if (value instanceof JsonNumber number) {
            boolean safe = number.bigDecimalValue().abs().compareTo(SAFE) <= 0;
            CredentialMessages.unless(safe, "credential", "credential.number", number);
        } else if (value instanceof JsonArray array) {
            array.forEach(Statements::requireSafeNumbers);
        } else if (value instanceof JsonObject object) {
            object.values().forEach(Statements::requireSafeNumbers);
        }
    }
}
