package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.eportfolio.PluginException;

/** Credentials as JWTs in compact form, signed with ES256 (Open Badges 3.0, 8.2; RFC 7515, RFC 7518). */
final class Jws {
    private static final int COORDINATE = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final JsonObject header;
    private final JsonObject payload;
    private final String signed;
    private final byte[] signature;

    private Jws(JsonObject header, JsonObject payload, String signed, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    JsonObject header() {
        return header;
    }

    /** The credential itself is the payload; its key stands in the header. */
    static String of(JsonObject credential, Signing signing) {
        JsonObject header = JsonTrees.object()
                .add("alg", "ES256")
                .add("typ", "JWT")
                .add("kid", signing.verificationMethod())
                .add("jwk", jwk((ECPublicKey) signing.publicKey()))
                .build();
        JsonObject issuer = credential.getJsonObject("issuer");
        JsonObject payload = JsonTrees.object(credential)
                .add("iss", issuer.getString("id"))
                .add("jti", credential.getString("id"))
                .add(
                        "nbf",
                        java.time.Instant.parse(credential.getString("validFrom"))
                                .getEpochSecond())
                .build();
        String signed = encoded(header) + "." + encoded(payload);
        try {
            return signed + "." + ENCODER.encodeToString(signing.sign(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new PluginException("signing", CredentialMessages.of("credential.signing"), e);
        }
    }

    private static String encoded(JsonObject json) {
        return ENCODER.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    static boolean looksLike(String text) {
        return text.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    }

    /** Takes a token apart; empty for what is none. */
    static Optional<Jws> parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) return Optional.empty();
        try {
            JsonObject header = UntrustedJson.object(DECODER.decode(parts[0]));
            JsonObject payload = UntrustedJson.object(DECODER.decode(parts[1]));
            return Optional.of(new Jws(header, payload, parts[0] + "." + parts[1], DECODER.decode(parts[2])));
        } catch (IllegalArgumentException | org.eportfolio.InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The credential: the whole payload, or what stands under {@code vc}. */
    JsonObject credential() {
        return payload.get("vc") instanceof JsonObject inside ? inside : payload;
    }

    boolean holds(PublicKey key) {
        if (!header.getString("alg", "").equals("ES256")) return false;
        try {
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static JsonObject jwk(ECPublicKey key) {
        return JsonTrees.object()
                .add("kty", "EC")
                .add("crv", "P-256")
                .add("x", coordinate(key.getW().getAffineX()))
                .add("y", coordinate(key.getW().getAffineY()))
                .build();
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int from = Math.max(0, bytes.length - COORDINATE);
        System.arraycopy(bytes, from, fixed, COORDINATE - (bytes.length - from), bytes.length - from);
        return ENCODER.encodeToString(fixed);
    }

    /** The key that the token brings along; empty when it brings none of P-256. */
    Optional<PublicKey> ownKey() {
        if (!(header.get("jwk") instanceof JsonObject jwk)) return Optional.empty();
        if (!jwk.getString("kty", "").equals("EC") || !jwk.getString("crv", "").equals("P-256")) {
            return Optional.empty();
        }
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(
                    new BigInteger(1, DECODER.decode(jwk.getString("x", ""))),
                    new BigInteger(1, DECODER.decode(jwk.getString("y", ""))));
            return Optional.of(KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
