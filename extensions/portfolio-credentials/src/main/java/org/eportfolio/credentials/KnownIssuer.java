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
    public record Key(String verificationMethod, PublicKey key, Instant from, @Nullable Instant until) {
        public Key {
            Identifier.require("verificationMethod", verificationMethod);
        }

        boolean heldAt(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    public KnownIssuer {
        Identifier.require("issuer", id);
        keys = List.copyOf(keys);
    }
}
