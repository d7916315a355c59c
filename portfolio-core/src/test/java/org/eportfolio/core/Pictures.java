package org.eportfolio.core;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures as programs and phones write them, with the place where they were taken. */
public final class Pictures {
    /** Stands for any place, in all that must go. */
    public static final String PLACE = "48.8584N-2.2945E-PLACE";

    private Pictures() {}

    /** Sixteen by eight pixels of four colours. */
    public static byte[] drawn(String format) {
        BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.ORANGE};
        for (int x = 0; x < 16; x++)
            for (int y = 0; y < 8; y++) image.setRGB(x, y, colours[x / 8 + y / 4 * 2].getRGB());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] png() {
        return drawn("png");
    }

    /** As a phone writes it: a place and a thumbnail in Exif, XMP, IPTC, a comment, and a second picture after the end. */
    public static byte[] photoJpeg(int orientation) {
        byte[] plain = drawn("jpg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(0xe1, join(text("Exif\0\0"), exif(orientation)), out);
        segment(0xe1, text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + "</x:xmpmeta>"), out);
        segment(0xed, text("Photoshop 3.0\0" + PLACE), out);
        segment(0xe2, text("MPF\0" + PLACE), out);
        segment(0xfe, text(PLACE), out);
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(text(PLACE));
        return out.toByteArray();
    }

    public static byte[] photoPng(int orientation) {
        byte[] plain = png();
        int header = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, header);
        chunk("eXIf", exif(orientation), out);
        chunk("tEXt", text("Comment\0" + PLACE), out);
        chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + PLACE), out);
        chunk("prVt", text(PLACE), out);
        out.write(plain, header, plain.length - header);
        out.writeBytes(text(PLACE));
        return out.toByteArray();
    }

    /** The chunks of a WebP; the picture's own bytes stand for some. */
    public static byte[] photoWebp(int orientation) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(text("WEBP"));
        riff("VP8X", new byte[] {0x0c, 0, 0, 0, 15, 0, 0, 7, 0, 0}, chunks);
        riff("VP8L", text("the picture"), chunks);
        riff("EXIF", exif(orientation), chunks);
        riff("XMP ", text(PLACE), chunks);
        riff("unkn", text(PLACE), chunks);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        riff("RIFF", chunks.toByteArray(), out);
        return out.toByteArray();
    }

    public static byte[] commentedGif() {
        byte[] plain = drawn("gif");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int table = (plain[10] & 0x80) == 0 ? 0 : 3 << ((plain[10] & 7) + 1);
        out.write(plain, 0, 13 + table);
        out.writeBytes(new byte[] {0x21, (byte) 0xfe, (byte) PLACE.length()});
        out.writeBytes(text(PLACE + "\0"));
        out.writeBytes(new byte[] {0x21, (byte) 0xff, 11});
        out.writeBytes(text("XMP DataXMP" + (char) PLACE.length() + PLACE + "\0"));
        out.write(plain, 13 + table, plain.length - 13 - table);
        return out.toByteArray();
    }

    /** A TIFF with the orientation, a place after it, little endian. */
    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(text("II*\0")).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38).putInt(0);
        return join(tiff.array(), text(PLACE));
    }

    private static void segment(int marker, byte[] content, ByteArrayOutputStream out) {
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    private static void chunk(String type, byte[] content, ByteArrayOutputStream out) {
        byte[] named = join(text(type), content);
        CRC32 crc = new CRC32();
        crc.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static void riff(String type, byte[] content, ByteArrayOutputStream out) {
        out.writeBytes(text(type));
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array());
        out.writeBytes(content);
        if (content.length % 2 == 1) out.write(0);
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
