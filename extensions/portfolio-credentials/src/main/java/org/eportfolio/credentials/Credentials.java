package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/**
 * Issues badges, and records of several.
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
     * @throws org.eportfolio.InvalidInputException if the key is of another kind, or a part of the badge states nothing
     */
    public static String issue(Badge badge, Signing signing, Instant now) {
        return sign(badge.json(), signing, now);
    }

    /**
     * The record as a signed credential, and each badge within it as one of its own: JSON with proofs of {@code
     * eddsa-rdfc-2022}.
     *
     * @param now when it is signed
     * @throws org.eportfolio.InvalidInputException if the key is no Ed25519 key: a JWT cannot be carried within a record so
     *     that all readers find it
     */
    public static String issue(LearnerRecord learnerRecord, Signing signing, Instant now) {
        requireForRecords(signing);
        Proofs proofs = new Proofs(STATEMENTS);
        List<JsonObject> badges = learnerRecord.badges().stream()
                .map(each -> proofs.signed(each.json(), signing, now))
                .toList();
        return sign(learnerRecord.json(badges), signing, now);
    }

    static void requireForRecords(Signing signing) {
        CredentialMessages.unless(Ed25519Key.is(signing.publicKey()), "signing", "credential.record-key");
    }

    /** In the form of the key: as JSON with a proof, or as a JWT. */
    static String sign(JsonObject credential, Signing signing, Instant now) {
        if (!P256Key.is(signing.publicKey())) return text(new Proofs(STATEMENTS).signed(credential, signing, now));
        STATEMENTS.of(credential);
        return Jws.of(credential, signing, now);
    }

    static String text(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = JsonTrees.INDENTED.createWriter(text)) {
            writer.writeObject(json);
        }
        return text.toString().strip() + "\n";
    }
}
