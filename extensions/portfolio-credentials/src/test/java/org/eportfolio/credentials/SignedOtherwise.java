package org.eportfolio.credentials;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** Badges that were signed in ways in which this library signs none. */
final class SignedOtherwise {
    private SignedOtherwise() {}

    /** With a proof that holds until then. */
    static String until(Badge badge, Signing signing, Instant expires) throws GeneralSecurityException {
        JsonObject options = Json.createObjectBuilder()
                .add("type", Proofs.TYPE)
                .add("created", Badge.time(expires.minusSeconds(60)))
                .add("expires", Badge.time(expires))
                .add("verificationMethod", signing.verificationMethod())
                .add("cryptosuite", Proofs.SUITE)
                .add("proofPurpose", "assertionMethod")
                .build();
        byte[] message = new Proofs(new Statements(Contexts.shipped())).message(badge.json(), options);
        JsonObject proof = Json.createObjectBuilder(options)
                .add("proofValue", Multibase.base58(signing.sign(message)))
                .build();
        JsonObject signed = Json.createObjectBuilder(badge.json())
                .add("proof", Json.createArrayBuilder().add(proof))
                .build();
        return Credentials.text(signed);
    }
}
