package org.eportfolio.web.draft;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eportfolio.NotFoundException;
import org.eportfolio.id.PersonId;
import org.eportfolio.spring.PortfolioProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys under which drafts lie on a phone. A phone holds the public key of each account that captured on it, which closes drafts,
 * and the private one only sealed under a secret of this server: it is opened for the account alone, while it is signed in, and goes
 * into the page's memory. A phone that was signed out, or whose session ended, can open none of its drafts.
 *
 * <p>The secret is a file: {@code school.drafts.key}, or beside the school's own; several servers of one school share it. Without a
 * file to keep it in, or where it can be neither made nor read, which is logged as a warning, nothing is kept on phones until the
 * server is started again. Thread-safe.
 */
@Component
public final class DraftKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DraftKeys.class);
    private static final String CURVE = "secp256r1";
    private static final int NUMBER = 32;
    private static final int SECRET = 32;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final int ACCOUNT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final @Nullable Path file;
    private byte @Nullable [] secret;
    private boolean failed;

    DraftKeys(PortfolioProperties school, @Value("${school.drafts.key:#{null}}") @Nullable Path file) {
        Path beside = school.path();
        this.file = file != null || beside == null ? file : beside.resolveSibling(beside.getFileName() + ".drafts-key");
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
        return secret() != null;
    }

    /** By what a phone tells accounts apart, without their names. */
    public String account(PersonId person) {
        return TEXT.encodeToString(Arrays.copyOf(hmac("account", person.value()), ACCOUNT));
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
            byte[] iv = new byte[IV];
            RANDOM.nextBytes(iv);
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, iv, person).doFinal(numbers);
            byte[] sealed =
                    ByteBuffer.allocate(IV + closed.length).put(iv).put(closed).array();
            return new Pair(new Point(text(numbers, 0), text(numbers, 1)), TEXT.encodeToString(sealed));
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
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed);
            if (all.length <= IV) throw new NotFoundException("key", "");
            byte[] numbers =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, IV), person).doFinal(all, IV, all.length - IV);
            return new Opened(text(numbers, 0), text(numbers, 1), text(numbers, 2));
        } catch (IllegalArgumentException | GeneralSecurityException notTheirs) {
            throw new NotFoundException("key", "");
        }
    }

    private Cipher cipher(int mode, byte[] iv, PersonId person) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec key = new SecretKeySpec(hmac("key", person.value()), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    private byte[] hmac(String what, String person) {
        try {
            byte[] known = secret();
            if (known == null) throw new NotFoundException("key", "");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(known, "HmacSHA256"));
            return mac.doFinal((what + " " + person).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** Made when it is first needed; of several servers that make it at a time, the first one's stands. */
    private synchronized byte @Nullable [] secret() {
        if (file == null || failed || secret != null) return secret;
        try {
            if (!Files.exists(file)) make(file);
            byte[] read = Files.readAllBytes(file);
            if (read.length < SECRET) throw new IOException("it has " + read.length + " bytes of " + SECRET);
            secret = read;
        } catch (IOException e) {
            failed = true;
            LOG.warn(
                    "no drafts are kept on phones: the secret {} can be neither made nor read: {}", file, e.toString());
        }
        return secret;
    }

    private static void make(Path file) throws IOException {
        byte[] made = new byte[SECRET];
        RANDOM.nextBytes(made);
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "drafts", ".key");
        try {
            Files.write(written, made);
            put(written, file);
        } catch (FileAlreadyExistsException another) {
            // It is there, which is what was wanted.
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Whole or not at all; some file systems have no links. */
    private static void put(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException another) {
            throw another;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(written, file);
        }
    }
}
