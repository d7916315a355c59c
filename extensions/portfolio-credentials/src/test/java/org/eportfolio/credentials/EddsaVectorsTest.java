package org.eportfolio.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** E6: the figures of W3C Data Integrity EdDSA Cryptosuites 1.0, B.1: keys, hashes and signature of one credential. */
class EddsaVectorsTest {
    private static final String SECRET = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
    private static final String PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final String EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2";
    private static final Contexts CONTEXTS = Contexts.shipped()
            .with(
                    EXAMPLES,
                    UntrustedJson.object("{\"@context\":{\"@vocab\":\"https://www.w3.org/ns/credentials/examples#\"}}"
                            .getBytes(StandardCharsets.UTF_8)));

    private static JsonObject credential() {
        return Json.createObjectBuilder()
                .add(
                        "@context",
                        Json.createArrayBuilder().add(Contexts.CREDENTIALS).add(EXAMPLES))
                .add("id", "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33")
                .add(
                        "type",
                        Json.createArrayBuilder().add("VerifiableCredential").add("AlumniCredential"))
                .add("name", "Alumni Credential")
                .add("description", "A minimum viable example of an Alumni Credential.")
                .add("issuer", "https://vc.example/issuers/5678")
                .add("validFrom", "2023-01-01T00:00:00Z")
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("id", "did:example:abcdefgh")
                                .add("alumniOf", "The School of Examples"))
                .build();
    }

    @Test
    void hashes_and_signature_are_those_of_the_standard() throws Exception {
        byte[] secret = Arrays.copyOfRange(Multibase.decode(SECRET), 2, 34);
        PublicKey key = Ed25519Key.of(PUBLIC);
        KeyPair pair = new KeyPair(
                key,
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret)));
        Signing signing = KeyPairSigning.didKey(pair);
        Proofs proofs = new Proofs(new Statements(CONTEXTS));

        JsonObject signed = proofs.signed(credential(), signing, Instant.parse("2023-02-24T23:36:38Z"));

        JsonObject proof = signed.getJsonArray("proof").getJsonObject(0);
        byte[] message = proofs.message(
                signed, Json.createObjectBuilder(proof).remove("proofValue").build());
        String hex = HexFormat.of().formatHex(message);
        assertThat(hex.substring(0, 64)).isEqualTo("bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0");
        assertThat(hex.substring(64)).isEqualTo("517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017");
        assertThat(proof.getString("proofValue"))
                .isEqualTo("z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme");
        assertThat(proofs.holds(signed, proof, key)).isTrue();
    }

    @Test
    void a_key_is_written_as_it_is_read() {
        PublicKey key = Ed25519Key.of(PUBLIC);
        assertThat(Ed25519Key.multikey((java.security.interfaces.EdECPublicKey) key))
                .isEqualTo(PUBLIC);
    }
}
