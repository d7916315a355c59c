package org.eportfolio.credentials;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Map;

/**
 * Issues badges.
 *
 * <pre>{@code
 * Signing key = KeyPairSigning.didKey(pair);
 * String credential = Credentials.issue(badge, key, clock.instant());
 * byte[] picture = Baking.bake(png, credential);
 * }</pre>
 */
public final class Credentials {
    private static final Statements STATEMENTS = new Statements(Contexts.shipped());

    private Credentials() {}

    /**
     * The badge as a signed credential: as JSON with a proof of {@code eddsa-rdfc-2022} by an Ed25519 key, as a JWT by a
     * P-256 key. Every part of it states something, or it is refused.
     *
     * @param now when it is signed
     */
    public static String issue(Badge badge, Signing signing, Instant now) {
        JsonObject credential = badge.json();
        STATEMENTS.of(credential);
        return signing.publicKey() instanceof ECPublicKey
                ? Jws.of(credential, signing)
                : sign(credential, signing, now);
    }

    static String sign(JsonObject credential, Signing signing, Instant now) {
        return text(new Proofs(STATEMENTS).signed(credential, signing, now));
    }

    static String text(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(json);
        }
        return text.toString().strip() + "\n";
    }
}
