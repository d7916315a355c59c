package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.eportfolio.PluginException;

/** Credentials as JWTs in compact form, signed with ES256 (Open Badges 3.0, 8.2; RFC 7515, RFC 7518). */
final class Jws {
    static final String ALGORITHM = "ES256";
    private static final int SIGNATURE = 64;
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

    /**
     * The credential itself is the payload, with the claims that stand for parts of it and the moment of signing; its key stands in
     * the header.
     *
     * @throws org.eportfolio.InvalidInputException if the key is no P-256 key
     */
    static String of(JsonObject credential, Signing signing, Instant now) {
        CredentialMessages.unless(P256Key.is(signing.publicKey()), "signing", "credential.key");
        JsonObject header = JsonTrees.object()
                .add("alg", ALGORITHM)
                .add("typ", "JWT")
                .add("kid", signing.verificationMethod())
                .add("jwk", P256Key.jwk((ECPublicKey) signing.publicKey()))
                .build();
        CredentialReading read = new CredentialReading(credential);
        JsonObjectBuilder payload = JsonTrees.object(credential)
                .add("iss", read.issuer())
                .add("jti", credential.getString("id"))
                .add("nbf", Instant.parse(read.from()).getEpochSecond())
                .add("iat", now.getEpochSecond());
        if (!read.until().isEmpty())
            payload.add("exp", Instant.parse(read.until()).getEpochSecond());
        String signed = encoded(header) + "." + encoded(payload.build());
        return signed + "." + ENCODER.encodeToString(signature(signed, signing));
    }

    private static byte[] signature(String signed, Signing signing) {
        try {
            byte[] signature = signing.sign(signed.getBytes(StandardCharsets.US_ASCII));
            if (signature.length == SIGNATURE) return signature;
            throw new PluginException("signing", CredentialMessages.of("credential.signing"));
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

    JwtClaims claims() {
        return new JwtClaims(payload);
    }

    boolean holds(PublicKey key) {
        if (!header.getString("alg", "").equals(ALGORITHM)) return false;
        try {
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The key that the token brings along; empty when it brings none of P-256. */
    Optional<PublicKey> ownKey() {
        return header.get("jwk") instanceof JsonObject jwk ? P256Key.ofJwk(jwk) : Optional.empty();
    }
}
