package org.eportfolio.credentials;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issuer whom a verifier trusts, with the keys it has and had: what was signed with an earlier one still verifies.
 *
 * @param id as it stands in credentials
 */
public record KnownIssuer(String id, String name, List<Key> keys) {
    /**
     * A key.
     *
     * @param until when it was given up; {@code null} while it is in use. What says it was signed later does not hold
     */
    public record Key(
            String verificationMethod,
            PublicKey key,
            Instant from,
            @Nullable Instant until) {
        public Key {
            Identifier.require("verificationMethod", verificationMethod);
        }

        boolean heldAt(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    /**
     * An issuer with one key that is in use, as it is written on a command line: {@code did:key:z6Mk…} for a key that speaks for
     * itself, or {@code did:web:school.example#key-1=z6Mk…}. A P-256 key is {@code zDn…}.
     *
     * @throws org.eportfolio.InvalidInputException if it is not written so
     */
    public static KnownIssuer parse(String words) {
        boolean own = words.startsWith("did:key:") && words.indexOf('=') < 0;
        int equals = words.lastIndexOf('=');
        String key = own ? words.substring("did:key:".length()).replaceAll("#.*", "") : words.substring(equals + 1);
        String method = own ? "did:key:" + key + "#" + key : words.substring(0, Math.max(0, equals));
        CredentialMessages.unless(Identifier.isAbsolute(method), "issuer", "credential.issuer", words);
        String id = method.replaceAll("#.*", "");
        try {
            PublicKey open = key.startsWith("zDn") ? P256Key.of(key) : Ed25519Key.of(key);
            return new KnownIssuer(id, id, List.of(new Key(method, open, Instant.EPOCH, null)));
        } catch (IllegalArgumentException e) {
            throw CredentialMessages.because("issuer", "credential.issuer", words);
        }
    }

    public KnownIssuer {
        Identifier.require("issuer", id);
        keys = List.copyOf(keys);
    }
}
