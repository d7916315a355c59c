package org.eportfolio.credentials;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * JSON that is not trusted: UTF-8, one object, no name twice, at most {@value #LONGEST} bytes, {@value #MOST}
 * values and 64 deep: what is made of many small values takes time with the square of their number.
 */
final class UntrustedJson {
    static final int LONGEST = 4 << 20;
    static final int MOST = 30_000;
    private static final int DEEPEST = 64;
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private UntrustedJson() {}

    /** A text without the byte order mark that it may begin with, and without the space around it. */
    static String plain(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    }

    static JsonObject object(byte[] bytes) {
        CredentialMessages.unless(bytes.length <= LONGEST, "credential", "credential.too-long", LONGEST);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CredentialMessages.because("credential", "credential.unreadable");
        }
        requireSmall(text);
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw CredentialMessages.because("credential", "credential.unreadable");
        }
    }

    private static void requireSmall(String text) {
        int depth = 0;
        int values = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (within && c == '\\') i++;
            else if (c == '"') within = !within;
            else if (!within && (c == '{' || c == '[')) depth++;
            else if (!within && (c == '}' || c == ']')) depth--;
            if (!within && (c == ',' || c == '{' || c == '[')) values++;
            CredentialMessages.unless(depth <= DEEPEST, "credential", "credential.too-deep", DEEPEST);
            CredentialMessages.unless(values <= MOST, "credential", "credential.too-many-values", MOST);
        }
    }
}
