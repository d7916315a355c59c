package org.eportfolio.credentials;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Public Ed25519 keys as multikeys: {@code z6Mk…} (W3C Controlled Identifiers 1.0, 2.2.2; RFC 8032, 5.1.2). */
final class Ed25519Key {
    private static final byte[] PREFIX = {(byte) 0xED, 0x01};
    private static final int LENGTH = 32;
    private static final int TOP = 255;

    private Ed25519Key() {}

    static boolean is(PublicKey key) {
        return key instanceof EdECPublicKey edwards
                && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
    }

    static String multikey(EdECPublicKey key) {
        byte[] bytes = new byte[PREFIX.length + LENGTH];
        System.arraycopy(PREFIX, 0, bytes, 0, PREFIX.length);
        byte[] y = key.getPoint().getY().toByteArray();
        for (int i = 0; i < Math.min(y.length, LENGTH); i++) bytes[PREFIX.length + i] = y[y.length - 1 - i];
        if (key.getPoint().isXOdd()) bytes[bytes.length - 1] |= (byte) 0x80;
        return Multibase.base58(bytes);
    }

    /** The key; an {@link IllegalArgumentException} if it is none. */
    static PublicKey of(String multikey) {
        byte[] bytes = Multibase.decode(multikey);
        if (bytes.length != PREFIX.length + LENGTH || bytes[0] != PREFIX[0] || bytes[1] != PREFIX[1]) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        byte[] rising = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) rising[i] = bytes[bytes.length - 1 - i];
        boolean odd = (rising[0] & 0x80) != 0;
        BigInteger y = new BigInteger(1, rising).clearBit(TOP);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, y)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }
}
