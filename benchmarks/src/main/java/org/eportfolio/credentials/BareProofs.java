package org.eportfolio.credentials;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Signs and verifies {@code eddsa-rdfc-2022} with titanium and the JDK alone, to be measured beside the library. It computes the
 * proof and nothing else: no rule for what a badge must contain, no days, status or issuer. It is in the library's package so
 * that it can use the same JSON-LD contexts and the same unsigned badge.
 */
public final class BareProofs {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final JsonLdOptions OPTIONS = new JsonLdOptions(Contexts.shipped());

    private BareProofs() {}

    /** A badge as it is before it is signed. */
    public static JsonObject unsigned(Badge badge) {
        return badge.json();
    }

    public static String sign(JsonObject document, String method, PrivateKey key) throws Exception {
        JsonObject options = Json.createObjectBuilder()
                .add("@context", document.getJsonArray("@context"))
                .add("type", "DataIntegrityProof")
                .add("created", "2026-09-07T08:00:00Z")
                .add("verificationMethod", method)
                .add("cryptosuite", "eddsa-rdfc-2022")
                .add("proofPurpose", "assertionMethod")
                .build();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(hash(options));
        signature.update(hash(document));
        JsonObject proof = Json.createObjectBuilder(options)
                .remove("@context")
                .add("proofValue", "z" + base58(signature.sign()))
                .build();
        return Json.createObjectBuilder(document)
                .add("proof", Json.createArrayBuilder().add(proof))
                .build()
                .toString();
    }

    public static boolean verify(String credential, PublicKey key) throws Exception {
        JsonObject signed;
        try (JsonReader reader = Json.createReader(new StringReader(credential))) {
            signed = reader.readObject();
        }
        JsonObject proof = signed.getJsonArray("proof").getJsonObject(0);
        JsonObject options = Json.createObjectBuilder(proof)
                .remove("proofValue")
                .add("@context", signed.getJsonArray("@context"))
                .build();
        JsonObject document = Json.createObjectBuilder(signed).remove("proof").build();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(hash(options));
        signature.update(hash(document));
        return signature.verify(bytes(proof.getString("proofValue").substring(1)));
    }

    private static byte[] hash(JsonObject document) throws Exception {
        RdfCanon canon = RdfCanon.create("SHA-256");
        JsonLd.toRdf(JsonDocument.of(document)).options(OPTIONS).provide(canon);
        StringWriter lines = new StringWriter();
        canon.provide(new NQuadsWriter(lines));
        return MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base58(byte[] bytes) {
        BigInteger rest = new BigInteger(1, bytes);
        BigInteger base = BigInteger.valueOf(58);
        StringBuilder text = new StringBuilder();
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) text.append('1');
        return text.reverse().toString();
    }

    private static byte[] bytes(String base58) {
        BigInteger value = BigInteger.ZERO;
        for (char c : base58.toCharArray()) {
            value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(DIGITS.indexOf(c)));
        }
        byte[] found = value.toByteArray();
        byte[] bytes = new byte[64];
        int from = Math.max(0, found.length - 64);
        System.arraycopy(found, from, bytes, 64 - (found.length - from), found.length - from);
        return bytes;
    }
}
