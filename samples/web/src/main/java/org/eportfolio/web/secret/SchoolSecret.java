package org.eportfolio.web.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eportfolio.spring.PortfolioProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret of this school's server, under which it seals what others hold. It is a file: {@code school.drafts.key}, or beside the
 * school's own; several servers of one school share it. Without a file to keep it in, or where it can be neither made nor read, which is
 * logged as a warning, it lasts until the server stops, and what has to outlast that is not sealed at all: {@link #lasts}. Thread-safe.
 */
@Component
public final class SchoolSecret {
    private static final Logger LOG = LoggerFactory.getLogger(SchoolSecret.class);
    private static final int BYTES = 32;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final @Nullable Path file;
    private final byte[] passing = random(BYTES);
    private byte @Nullable [] kept;
    private boolean failed;

    public SchoolSecret(PortfolioProperties school, @Value("${school.drafts.key:#{null}}") @Nullable Path file) {
        Path beside = school.path();
        this.file = file != null || beside == null ? file : beside.resolveSibling(beside.getFileName() + ".drafts-key");
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Whether it is the same the next time that the server is started. */
    public boolean lasts() {
        return kept() != null;
    }

    /** A code for a text that only this school's servers can make (HMAC-SHA-256). */
    public byte[] code(String text) {
        try {
            byte[] known = kept();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(known == null ? passing : known, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /**
     * Seals bytes (AES-256-GCM).
     *
     * @param use what they are for: they open for the same use alone
     * @return base64url
     */
    public String sealed(String use, byte[] plain) {
        try {
            byte[] iv = random(IV);
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, iv, use).doFinal(plain);
            byte[] sealed =
                    ByteBuffer.allocate(IV + closed.length).put(iv).put(closed).array();
            return TEXT.encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** What was sealed for this use; {@code null} for what was not, or under another secret. */
    public byte @Nullable [] opened(String use, String sealed) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed);
            if (all.length <= IV) return null;
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, IV), use).doFinal(all, IV, all.length - IV);
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] iv, String use) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(code(use), "AES"), new GCMParameterSpec(TAG_BITS, iv));
        return cipher;
    }

    private synchronized byte @Nullable [] kept() {
        if (file == null || failed || kept != null) return kept;
        try {
            SecretFile.make(file, () -> random(BYTES));
            byte[] read = Files.readAllBytes(file);
            if (read.length < BYTES) throw new IOException("it has " + read.length + " bytes of " + BYTES);
            kept = read;
        } catch (IOException e) {
            failed = true;
            LOG.warn(
                    "no drafts are kept on phones, and what was typed before a restart is not kept: the secret {} can be neither made nor read: {}",
                    file,
                    e.toString());
        }
        return kept;
    }
}
