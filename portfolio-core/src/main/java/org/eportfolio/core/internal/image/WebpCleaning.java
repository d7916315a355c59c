package org.eportfolio.core.internal.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * WebP (RFC 9649) with the chunks that say how to draw it, animations included, and no other: no XMP, no Exif but an
 * orientation alone. The header says what is left, and what follows the end goes.
 */
final class WebpCleaning {
    private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L");
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "ALPH", "ICCP", "ANIM");
    private static final Set<String> KEPT_IN_FRAME = Set.of("VP8 ", "VP8L", "ALPH");
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final int FRAME_HEADER = 16;
    private static final int EXTENDED_HEADER = 10;

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private byte[] extended = new byte[0];
    private int orientation = 1;
    private boolean drawn;

    private WebpCleaning() {}

    static byte[] of(byte[] webp) throws MalformedImageException {
        return new WebpCleaning().cleaned(new ByteCursor(webp));
    }

    private byte[] cleaned(ByteCursor in) throws MalformedImageException {
        in.skip(4);
        int size = in.fourLittleEndian();
        ByteCursor riff = in.take(size);
        riff.skip(4);
        while (!riff.atEnd()) chunk(riff);
        if (!drawn) throw new MalformedImageException("no picture");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        boolean turned = extended.length > 0 && Orientation.isTurned(orientation);
        if (extended.length > 0) {
            extended[0] = (byte) ((extended[0] & ~(HAS_EXIF | HAS_XMP)) | (turned ? HAS_EXIF : 0));
            write("VP8X", extended, content);
        }
        content.writeBytes(chunks.toByteArray());
        if (turned) write("EXIF", Orientation.alone(orientation), content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write("RIFF", content.toByteArray(), out);
        return out.toByteArray();
    }

    private void chunk(ByteCursor in) throws MalformedImageException {
        String type = in.text(4);
        ByteCursor content = content(in);
        if (PICTURES.contains(type)) drawn = true;
        if (KEPT.contains(type)) write(type, bytes(content), chunks);
        if (type.equals("ANMF")) write(type, frame(content), chunks);
        if (type.equals("EXIF")) orientation = Orientation.of(content);
        if (type.equals("VP8X")) {
            if (extended.length > 0 || content.left() < EXTENDED_HEADER) throw new MalformedImageException("VP8X");
            extended = bytes(content.take(EXTENDED_HEADER));
        }
    }

    private byte[] frame(ByteCursor in) throws MalformedImageException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.take(FRAME_HEADER).copyTo(out);
        while (!in.atEnd()) {
            String type = in.text(4);
            ByteCursor content = content(in);
            if (PICTURES.contains(type)) drawn = true;
            if (KEPT_IN_FRAME.contains(type)) write(type, bytes(content), out);
        }
        return out.toByteArray();
    }

    /** The content of a chunk; a byte of padding follows one of an odd length. */
    private static ByteCursor content(ByteCursor in) throws MalformedImageException {
        int length = in.fourLittleEndian();
        ByteCursor content = in.take(length);
        if (length % 2 == 1 && !in.atEnd()) in.skip(1);
        return content;
    }

    private static byte[] bytes(ByteCursor content) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream(content.left());
        content.copyTo(copy);
        return copy.toByteArray();
    }

    private static void write(String type, byte[] content, ByteArrayOutputStream out) {
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        for (int shift = 0; shift < 32; shift += 8) out.write(content.length >> shift);
        out.writeBytes(content);
        if (content.length % 2 == 1) out.write(0);
    }
}
