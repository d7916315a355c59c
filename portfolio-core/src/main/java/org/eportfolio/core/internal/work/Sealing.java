package org.eportfolio.core.internal.work;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;

/** The hashes of the journal: entries chained one to another, records keyed by a secret that leaves with them. */
public final class Sealing {
    private static final String SHA = "SHA-256";
    private static final String HMAC = "HmacSHA256";
    private static final byte[] NO_SECRET = "none".getBytes(StandardCharsets.US_ASCII);

    /** To be cloned: asking the platform for a new one costs as much as a short hash. */
    private static final MessageDigest EMPTY_SHA = newSha();

    private static final Mac EMPTY_HMAC = newHmac();
    private static final byte[] SECRET_FIELD = "\"s\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int SECRET_BYTES = 16;

    private final Randomness random;

    Sealing(Randomness random) {
        this.random = random;
    }

    /** A fresh secret for one writing of one record. */
    public String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.fill(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The entry that follows this head: its hash is over the one before, scope, number and body. */
    public static Entry entry(Scope scope, Head before, String body) {
        return new Entry(scope, before.length() + 1, chained(scope, before.length() + 1, before.hash(), body), body);
    }

    /** The hash that an entry must have. */
    public static Hash chained(Scope scope, long number, Hash before, String body) {
        try {
            MessageDigest sha = (MessageDigest) EMPTY_SHA.clone();
            sha.update(before.bytes());
            sha.update(ByteBuffer.allocate(24)
                    .putLong(scope.id().getMostSignificantBits())
                    .putLong(scope.id().getLeastSignificantBits())
                    .putLong(number)
                    .flip());
            return Hash.of(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash over the whole feed up to and including this entry, going on from the hash up to the one before. */
    public static Hash rooted(Hash before, FeedEntry fed) {
        return chained(
                fed.entry().scope(),
                fed.entry().number(),
                before,
                fed.entry().hash().toString());
    }

    /** The hash by which the journal knows this content of a record. */
    public static Hash keyed(Row row) {
        try {
            Mac mac = (Mac) EMPTY_HMAC.clone();
            mac.init(new SecretKeySpec(secretOf(row.json().utf8()), HMAC));
            mac.update(row.kind().name().getBytes(StandardCharsets.US_ASCII));
            mac.update(ByteBuffer.allocate(16)
                    .putLong(row.id().getMostSignificantBits())
                    .putLong(row.id().getLeastSignificantBits())
                    .flip());
            return Hash.of(mac.doFinal(row.json().utf8()));
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest newSha() {
        try {
            return MessageDigest.getInstance(SHA);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** With some key, which settles whose it is; without, it could not be cloned. */
    private static Mac newHmac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(NO_SECRET, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The secret stands second in a body, before anything a user wrote; a body without one gets a key of its own. */
    private static byte[] secretOf(byte[] body) {
        int from = after(SECRET_FIELD, body);
        int to = from;
        while (to < body.length && body[to] != '"') to++;
        return to == from || to == body.length ? NO_SECRET : Arrays.copyOfRange(body, from, to);
    }

    /** Where the first such field's value begins; the end when there is none. */
    private static int after(byte[] field, byte[] body) {
        for (int at = 0; at + field.length <= body.length; at++) {
            if (Arrays.equals(body, at, at + field.length, field, 0, field.length)) return at + field.length;
        }
        return body.length;
    }
}
