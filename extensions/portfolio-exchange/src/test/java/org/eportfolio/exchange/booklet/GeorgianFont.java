package org.eportfolio.exchange.booklet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.pdfbox.Loader;

/** A font that has Georgian letters: the one in PDFBox, which has none, with its Hebrew letters in their place. */
final class GeorgianFont {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int HEBREW = 0x05D0;
    private static final int AWAY = 0x10D0 - HEBREW;

    private GeorgianFont() {}

    static InputStream open() {
        try (InputStream in = Loader.class.getResourceAsStream(FONT)) {
            ByteBuffer font = ByteBuffer.wrap(in.readAllBytes());
            int map = table(font, "cmap");
            for (int i = 0; i < font.getShort(map + 2); i++) move(font, map + font.getInt(map + 4 + 8 * i + 4));
            return new ByteArrayInputStream(font.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int table(ByteBuffer font, String name) {
        int tag = ByteBuffer.wrap(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .getInt();
        for (int at = 12; ; at += 16) if (font.getInt(at) == tag) return font.getInt(at + 8);
    }

    /** Moves the segment of the Hebrew letters in a subtable of format 4 (OpenType 1.9, cmap). */
    private static void move(ByteBuffer font, int at) {
        if (font.getShort(at) != 4) return;
        int segments = font.getShort(at + 6);
        int ends = at + 14;
        int starts = ends + segments + 2;
        int deltas = starts + segments;
        int offsets = deltas + segments;
        for (int i = 0; i < segments; i += 2) {
            int start = Short.toUnsignedInt(font.getShort(starts + i));
            int end = Short.toUnsignedInt(font.getShort(ends + i));
            if (start > HEBREW || end < HEBREW) continue;
            font.putShort(starts + i, (short) (start + AWAY));
            font.putShort(ends + i, (short) (end + AWAY));
            if (font.getShort(offsets + i) == 0) {
                font.putShort(deltas + i, (short) (font.getShort(deltas + i) - AWAY));
            }
            return;
        }
    }
}
