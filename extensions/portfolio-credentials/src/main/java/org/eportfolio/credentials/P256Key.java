package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Public P-256 keys: as JWKs (RFC 7518, 6.2.1), and as multikeys, {@code zDn…} (W3C Controlled Identifiers 1.0, 2.2.2). */
final class P256Key {
    private static final byte[] PREFIX = {(byte) 0x80, 0x24};
    private static final int LENGTH = 32;
    private static final ECParameterSpec CURVE = curve();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private P256Key() {}

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            return curve.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    static boolean is(PublicKey key) {
        return key instanceof ECPublicKey ec && ec.getParams().getCurve().equals(CURVE.getCurve());
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
        byte[] fixed = new byte[LENGTH];
        int from = Math.max(0, bytes.length - LENGTH);
        System.arraycopy(bytes, from, fixed, LENGTH - (bytes.length - from), bytes.length - from);
        return ENCODER.encodeToString(fixed);
    }

    /** The key; empty for a JWK of another kind. */
    static Optional<PublicKey> ofJwk(JsonObject jwk) {
        if (!jwk.getString("kty", "").equals("EC") || !jwk.getString("crv", "").equals("P-256")) {
            return Optional.empty();
        }
        try {
            return Optional.of(at(
                    new BigInteger(1, DECODER.decode(jwk.getString("x", ""))),
                    new BigInteger(1, DECODER.decode(jwk.getString("y", "")))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key; an {@link IllegalArgumentException} if it is none. */
    static PublicKey of(String multikey) {
        byte[] bytes = Multibase.decode(multikey);
        boolean whole = bytes.length == PREFIX.length + 1 + LENGTH && bytes[0] == PREFIX[0] && bytes[1] == PREFIX[1];
        int sign = whole ? bytes[PREFIX.length] : 0;
        if (sign != 2 && sign != 3) throw new IllegalArgumentException("not a P-256 key");
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, PREFIX.length + 1, bytes.length));
        return at(x, ordinate(x, sign == 3));
    }

    /** The y of a point of which only x and whether y is odd are written (SEC 1, 2.3.4). */
    private static BigInteger ordinate(BigInteger x, boolean odd) {
        BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        BigInteger square = x.multiply(x)
                .add(CURVE.getCurve().getA())
                .multiply(x)
                .add(CURVE.getCurve().getB())
                .mod(p);
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        if (!y.multiply(y).mod(p).equals(square)) throw new IllegalArgumentException("not a P-256 key");
        return y.testBit(0) == odd ? y : p.subtract(y);
    }

    private static PublicKey at(BigInteger x, BigInteger y) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a P-256 key", e);
        }
    }
}
