package org.eportfolio.credentials;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;

/** Signs with a pair of keys that the JDK holds. Immutable and thread-safe. */
public final class KeyPairSigning implements Signing {
    private final String method;
    private final PublicKey publicKey;
    private final PrivateKey privateKey;

    private KeyPairSigning(String method, KeyPair pair) {
        this.method = method;
        this.publicKey = pair.getPublic();
        this.privateKey = pair.getPrivate();
    }

    /** An Ed25519 pair that speaks for itself: anyone can check its signatures, and no one sees from it whose it is. */
    public static KeyPairSigning didKey(KeyPair ed25519) {
        CredentialMessages.unless(Ed25519Key.is(ed25519.getPublic()), "key", "credential.key");
        String key = Ed25519Key.multikey((EdECPublicKey) ed25519.getPublic());
        return new KeyPairSigning("did:key:" + key + "#" + key, ed25519);
    }

    /** An Ed25519 or P-256 pair under an address of the school's own, such as {@code did:web:school.example#key-1}. */
    public static KeyPairSigning at(String verificationMethod, KeyPair pair) {
        boolean signs = Ed25519Key.is(pair.getPublic()) || P256Key.is(pair.getPublic());
        CredentialMessages.unless(signs, "key", "credential.key");
        CredentialMessages.unless(
                Identifier.isAbsolute(verificationMethod), "verificationMethod", "credential.id", verificationMethod);
        return new KeyPairSigning(verificationMethod, pair);
    }

    @Override
    public String verificationMethod() {
        return method;
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] sign(byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm(publicKey));
        signature.initSign(privateKey);
        signature.update(message);
        return signature.sign();
    }

    static String algorithm(PublicKey key) {
        return key instanceof EdECPublicKey ? "Ed25519" : "SHA256withECDSAinP1363Format";
    }
}
