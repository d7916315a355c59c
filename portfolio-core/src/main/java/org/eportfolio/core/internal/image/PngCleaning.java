package org.eportfolio.core.internal.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * PNG (W3C, third edition) with the chunks that say how to draw it, animations included, and no other: no texts, no time, no
 * Exif but an orientation alone. What follows the end goes.
 */
final class PngCleaning {
    private static final int SIGNATURE = 8;
    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final Set<String> KEPT = Set.of(
            "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "hIST", "sPLT",
            "acTL", "fcTL", "fdAT");

    private PngCleaning() {}

    static byte[] of(byte[] png) throws MalformedImageException {
        ByteCursor in = new ByteCursor(png);
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
        in.take(SIGNATURE).copyTo(out);
        if (!in.startsWith("\0\0\0\rIHDR")) throw new MalformedImageException("no header");
        boolean drawn = false;
        for (String type = chunk(in, out); !type.equals("IEND"); type = chunk(in, out)) drawn |= type.equals("IDAT");
        if (!drawn) throw new MalformedImageException("no picture");
        return out.toByteArray();
    }

    private static String chunk(ByteCursor in, ByteArrayOutputStream out) throws MalformedImageException {
        int start = in.at();
        int length = in.fourBigEndian();
        String type = in.text(4);
        ByteCursor content = in.take(length);
        in.skip(4);
        boolean ancillary = Character.isLowerCase(type.charAt(0));
        if (!ancillary && !CRITICAL.contains(type)) throw new MalformedImageException("chunk " + type);
        if (!ancillary || KEPT.contains(type)) in.copySince(start, out);
        if (type.equals("eXIf")) orientation(Orientation.of(content), out);
        return type;
    }

    private static void orientation(int orientation, ByteArrayOutputStream out) {
        if (!Orientation.isTurned(orientation)) return;
        byte[] exif = Orientation.alone(orientation);
        ByteBuffer chunk = ByteBuffer.allocate(exif.length + 12);
        chunk.putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
                .put(exif);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, exif.length + 4);
        chunk.putInt((int) crc.getValue());
        out.writeBytes(chunk.array());
    }
}
