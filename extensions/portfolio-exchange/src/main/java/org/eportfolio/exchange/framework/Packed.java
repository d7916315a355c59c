package org.eportfolio.exchange.framework;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.framework.Original;

/** How originals are kept: short ones as they are, long ones deflated, which takes a tenth of the room and of the time. */
final class Packed {
    private static final String MARK = "deflate:";
    private static final int SHORT = 100_000;

    private Packed() {}

    static String pack(String text) {
        if (text.length() <= SHORT && !text.startsWith(MARK)) return text;
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(SHORT);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast, 1 << 16)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        } finally {
            fast.end();
        }
        return MARK + Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    static String unpack(Original original) {
        String text = original.text();
        if (!text.startsWith(MARK)) return text;
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text.substring(MARK.length()))))) {
            // An archive from elsewhere may have brought it here.
            byte[] bytes = in.readNBytes(Original.LONGEST * 3 + 1);
            if (bytes.length <= Original.LONGEST * 3) return new String(bytes, StandardCharsets.UTF_8);
            throw new IOException("longer than any original");
        } catch (IOException | IllegalArgumentException e) {
            Message why = ExchangeMessages.of("original.packed");
            throw new StorageException(
                    ExchangeMessages.of(
                            "record.damaged", ExchangeMessages.of("kind.original"), original.framework(), why),
                    e);
        }
    }
}
