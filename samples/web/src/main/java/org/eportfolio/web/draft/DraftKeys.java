package org.eportfolio.web.draft;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Base64;
import org.eportfolio.NotFoundException;
import org.eportfolio.id.PersonId;
import org.eportfolio.web.secret.SchoolSecret;
import org.springframework.stereotype.Component;

/**
 * The keys under which drafts lie on a phone. A phone holds the public key of each account that captured on it, which closes drafts,
 * and the private one only sealed under the secret of this server: it is opened for the account alone, while it is signed in, and goes
 * into the page's memory. A phone that was signed out, or whose session ended, can open none of its drafts.
 *
 * <p>Without a secret that lasts nothing is kept on phones. Thread-safe.
 */
@Component
public final class DraftKeys {
    private static final String CURVE = "secp256r1";
    private static final int NUMBER = 32;
    private static final int ACCOUNT = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SchoolSecret secret;

    DraftKeys(SchoolSecret secret) {
        this.secret = secret;
    }

    /**
     * A point of the curve, as a JSON Web Key has it (RFC 7518 §6.2): the public key.
     *
     * @param x base64url of 32 bytes
     * @param y the same
     */
    public record Point(String x, String y) {}

    /**
     * A pair for one account on one phone.
     *
     * @param open the public key, by which drafts are closed
     * @param sealed the whole pair, for {@link #opened} alone
     */
    public record Pair(Point open, String sealed) {}

    /**
     * A pair that was opened, as a JSON Web Key has it.
     *
     * @param d the private number
     */
    public record Opened(String x, String y, String d) {}

    /** Whether drafts can be kept on phones at all. */
    public boolean areThere() {
        return secret.lasts();
    }

    private SchoolSecret lasting() {
        if (!secret.lasts()) throw new NotFoundException("key", "");
        return secret;
    }

    private static String use(PersonId person) {
        return "key " + person.value();
    }

    /** By what a phone tells accounts apart, without their names. */
    public String account(PersonId person) {
        return TEXT.encodeToString(Arrays.copyOf(lasting().code("account " + person.value()), ACCOUNT));
    }

    /** A new pair, of which nothing is kept here. */
    public Pair made(PersonId person) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = pairs.generateKeyPair();
            ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
            byte[] numbers = ByteBuffer.allocate(3 * NUMBER)
                    .put(number(point.getAffineX()))
                    .put(number(point.getAffineY()))
                    .put(number(((ECPrivateKey) pair.getPrivate()).getS()))
                    .array();
            return new Pair(
                    new Point(text(numbers, 0), text(numbers, 1)), lasting().sealed(use(person), numbers));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has these
        }
    }

    private static byte[] number(BigInteger value) {
        byte[] bytes = value.toByteArray(); // with a zero before where the first bit is set, or shorter
        byte[] number = new byte[NUMBER];
        int count = Math.min(bytes.length, NUMBER);
        System.arraycopy(bytes, bytes.length - count, number, NUMBER - count, count);
        return number;
    }

    private static String text(byte[] numbers, int at) {
        return TEXT.encodeToString(Arrays.copyOfRange(numbers, at * NUMBER, (at + 1) * NUMBER));
    }

    /**
     * The pair that was made for this person.
     *
     * @throws NotFoundException if it was made for another, or under another secret
     */
    public Opened opened(PersonId person, String sealed) {
        byte[] numbers = lasting().opened(use(person), sealed);
        if (numbers == null) throw new NotFoundException("key", "");
        return new Opened(text(numbers, 0), text(numbers, 1), text(numbers, 2));
    }
}
