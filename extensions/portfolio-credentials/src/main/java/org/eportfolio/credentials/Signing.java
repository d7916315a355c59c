package org.eportfolio.credentials;

import java.security.PublicKey;

/**
 * The key with which a school signs. A host implements it over its key store or its hardware module; {@link KeyPairSigning}
 * is for keys that the JDK holds. An implementation must be thread-safe.
 *
 * <p>An Ed25519 key signs with {@code eddsa-rdfc-2022}, a P-256 key signs JWTs with ES256. A school that takes another key
 * gives another {@code Signing} and goes on listing the earlier one ({@link KnownIssuer}), so that what it signed still
 * verifies.
 */
public interface Signing {
    /**
     * By which address verifiers find the key: {@code did:key:z6Mk…#z6Mk…} for a key that speaks for itself, or an address
     * of the school's own, such as {@code did:web:school.example#key-1}.
     */
    String verificationMethod();

    /** The public key of the pair. */
    PublicKey publicKey();

    /**
     * Signs.
     *
     * @return 64 bytes: an Ed25519 signature, or r and s of ES256 (RFC 7518, 3.4)
     * @throws java.security.SignatureException when the key cannot be used
     */
    byte[] sign(byte[] message) throws java.security.GeneralSecurityException;
}
