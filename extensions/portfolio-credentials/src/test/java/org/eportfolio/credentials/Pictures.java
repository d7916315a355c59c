package org.eportfolio.credentials;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as other programs bake them. */
final class Pictures {
    private static final int HEADER = 33;

    private Pictures() {}

    static byte[] png() throws IOException {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", drawn);
        return drawn.toByteArray();
    }

    /** With an {@code iTXt} chunk after the header. */
    static byte[] png(String keyword, String text) throws IOException {
        return with(png(), "iTXt", keyword + "\0\0\0\0\0" + text);
    }

    /** With a {@code tEXt} chunk, as before Open Badges 1.1. */
    static byte[] oldPng(String keyword, String text) throws IOException {
        return with(png(), "tEXt", keyword + "\0" + text);
    }

    static byte[] with(byte[] png, String type, String content) throws IOException {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        chunk.putInt((int) crc.getValue());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, HEADER);
        out.write(chunk.array());
        out.write(png, HEADER, png.length - HEADER);
        return out.toByteArray();
    }

    /** As Open Badges 2.0 has it. */
    static byte[] svg(String verify, String content) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\">"
                        + "<openbadges:assertion verify=\"" + verify + "\">" + content
                        + "</openbadges:assertion></svg>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
