package org.eportfolio.credentials;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The contexts by which credentials are understood, made from the facts in {@code terms.txt}; nothing is ever fetched. A term
 * that is listed holds for ever ({@code @protected}), but in a context that says otherwise. Immutable and thread-safe.
 */
final class Contexts implements DocumentLoader {
    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    static final String RECORDS = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    private static final Map<String, JsonObject> SHIPPED = read();

    private final Map<String, JsonObject> contexts;

    private Contexts(Map<String, JsonObject> contexts) {
        this.contexts = Map.copyOf(contexts);
    }

    static Contexts shipped() {
        return new Contexts(SHIPPED);
    }

    /** The same with one more, or with another in place of a shipped one. */
    Contexts with(String address, JsonObject context) {
        Map<String, JsonObject> more = new HashMap<>(contexts);
        more.put(address, context);
        return new Contexts(more);
    }

    JsonObject json(String address) {
        return Objects.requireNonNull(contexts.get(address), address);
    }

    boolean knows(String address) {
        return contexts.containsKey(address);
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        JsonObject context = contexts.get(url.toString());
        if (context == null) throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, url.toString());
        return JsonDocument.of(context);
    }

    private static Map<String, JsonObject> read() {
        List<String> lines;
        try (InputStream in = Objects.requireNonNull(Contexts.class.getResourceAsStream("terms.txt"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> prefixes = new TreeMap<>();
        Map<String, JsonObject> contexts = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).split(" ", -1);
            if (words[0].equals("prefix")) prefixes.put(words[1], words[2]);
            if (words[0].equals("context")) {
                JsonObject terms = new Reader(lines, prefixes, i + 1, words.length == 2).terms(1);
                contexts.put(words[1], JsonTrees.object().add("@context", terms).build());
            }
        }
        return contexts;
    }

    /** Reads the terms of one step, and those within each. */
    private static final class Reader {
        private final List<String> lines;
        private final Map<String, String> prefixes;
        private final boolean closed;
        private int at;

        Reader(List<String> lines, Map<String, String> prefixes, int at, boolean closed) {
            this.closed = closed;
            this.lines = lines;
            this.prefixes = prefixes;
            this.at = at;
        }

        JsonObject terms(int depth) {
            JsonObjectBuilder terms = JsonTrees.object();
            if (closed) terms.add("@protected", true);
            terms.add("id", "@id").add("type", "@type");
            while (at < lines.size() && depth(lines.get(at)) == depth) {
                String[] words = lines.get(at++).strip().split(" ", -1);
                JsonObjectBuilder term = JsonTrees.object().add("@id", iri(words[1]));
                for (int i = 2; i < words.length; i++) {
                    if (words[i].startsWith("^")) term.add("@type", iri(words[i].substring(1)));
                    else if (words[i].equals("@none")) term.add("@context", JsonValue.NULL);
                    else term.add("@container", words[i]);
                }
                if (at < lines.size() && depth(lines.get(at)) > depth) term.add("@context", terms(depth + 1));
                terms.add(words[0], term);
            }
            return terms.build();
        }

        private static int depth(String line) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == ' ') depth++;
            return depth;
        }

        private String iri(String word) {
            int colon = word.indexOf(':');
            String prefix = colon < 0 ? null : prefixes.get(word.substring(0, colon));
            return prefix == null ? word : prefix + word.substring(colon + 1);
        }
    }
}
