package org.eportfolio.credentials;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eportfolio.PluginException;

/** Proofs of the suite eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0, 3.2). */
final class Proofs {
    static final String TYPE = "DataIntegrityProof";
    static final String SUITE = "eddsa-rdfc-2022";
    private static final int SIGNATURE = 64;

    private final Statements statements;

    Proofs(Statements statements) {
        this.statements = statements;
    }

    /**
     * The document with a proof, in a list as the schema of Open Badges wants it.
     *
     * @throws org.eportfolio.InvalidInputException if the key is no Ed25519 key: its signature would be no proof of this suite
     */
    JsonObject signed(JsonObject document, Signing signing, Instant created) {
        CredentialMessages.unless(Ed25519Key.is(signing.publicKey()), "signing", "credential.proof-key");
        JsonObject options = JsonTrees.object()
                .add("type", TYPE)
                .add("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("verificationMethod", signing.verificationMethod())
                .add("cryptosuite", SUITE)
                .add("proofPurpose", "assertionMethod")
                .build();
        byte[] signature;
        try {
            signature = signing.sign(message(document, options));
        } catch (GeneralSecurityException e) {
            throw new PluginException("signing", CredentialMessages.of("credential.signing"), e);
        }
        if (signature.length != SIGNATURE) {
            throw new PluginException("signing", CredentialMessages.of("credential.signing"));
        }
        JsonObject proof = JsonTrees.object(options)
                .add("proofValue", Multibase.base58(signature))
                .build();
        return JsonTrees.object(document)
                .add("proof", JsonTrees.array().add(proof))
                .build();
    }

    /** Whether the proof is this key's over the document; the document may still hold its proofs. */
    boolean holds(JsonObject document, JsonObject proof, PublicKey key) {
        JsonObjectBuilder options = JsonTrees.object();
        proof.forEach((name, value) -> {
            if (!name.equals("proofValue") && !name.equals("@context")) options.add(name, value);
        });
        try {
            byte[] signature = Multibase.decode(proof.getString("proofValue", ""));
            if (signature.length != SIGNATURE || !proof.getString("proofValue").startsWith("z")) return false;
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message(document, options.build()));
            return check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            return false;
        }
    }

    /** What is signed: the hash of the options, then that of the document. */
    byte[] message(JsonObject document, JsonObject options) {
        JsonObject unsigned = JsonTrees.object(document).remove("proof").build();
        JsonObject inContext = JsonTrees.object()
                .add("@context", unsigned.getOrDefault("@context", JsonValue.NULL))
                .addAll(JsonTrees.object(options))
                .build();
        byte[] first = statements.hash(inContext);
        byte[] second = statements.hash(unsigned);
        byte[] message = new byte[first.length + second.length];
        System.arraycopy(first, 0, message, 0, first.length);
        System.arraycopy(second, 0, message, first.length, second.length);
        return message;
    }

    /** The proofs of a document: one, or several in a list. */
    static JsonArray of(JsonObject document) {
        JsonValue proof = document.getOrDefault("proof", JsonValue.EMPTY_JSON_ARRAY);
        return proof instanceof JsonArray array
                ? array
                : JsonTrees.array().add(proof).build();
    }
}
