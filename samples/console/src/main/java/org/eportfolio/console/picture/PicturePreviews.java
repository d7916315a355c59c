package org.eportfolio.console.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.eportfolio.spi.PreviewMaker;

/**
 * Previews of pictures by the JDK alone: JPEG, PNG, GIF (its first picture) and BMP, as a JPEG of at most
 * {@value #LONGEST_SIDE} pixels a side, upright. Everything else has none. Pictures are made one at a time, so that what one
 * may take is all that is taken: its bytes, at most {@value #MOST_BYTES}, and what a decoder holds of a picture in several
 * scans, six bytes a pixel; what is decoded is thinned out while it is read. Thread-safe.
 */
public final class PicturePreviews implements PreviewMaker {
    static final int LONGEST_SIDE = 320;
    static final int MOST_BYTES = 32 * 1024 * 1024;
    static final int MOST_SIDE = 30_000;
    static final long MOST_PIXELS = 60_000_000;

    /** A decoder holds the whole of a picture in several scans, however few of its pixels are wanted. */
    static final long MOST_PIXELS_IN_SCANS = 16_000_000;

    /** A progressive JPEG has about ten; each may cost a walk through all pixels. */
    static final int MOST_SCANS = 32;

    @Override
    public Optional<byte[]> preview(Original file) throws IOException {
        if (file.content().size() > MOST_BYTES) return Optional.empty();
        synchronized (this) {
            try (InputStream in = file.bytes().open()) {
                byte[] start = in.readNBytes(8);
                Optional<String> format = format(start);
                if (format.isEmpty()) return Optional.empty();
                byte[] rest = in.readNBytes(MOST_BYTES - start.length);
                byte[] bytes = new byte[start.length + rest.length];
                System.arraycopy(start, 0, bytes, 0, start.length);
                System.arraycopy(rest, 0, bytes, start.length, rest.length);
                return made(format.get(), bytes);
            }
        }
    }

    /** By its first bytes: what it is called is its author's word. */
    private static Optional<String> format(byte[] start) {
        if (startsWith(start, 0xff, 0xd8, 0xff)) return Optional.of("jpeg");
        if (startsWith(start, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) return Optional.of("png");
        if (startsWith(start, 'G', 'I', 'F', '8')) return Optional.of("gif");
        return startsWith(start, 'B', 'M') ? Optional.of("bmp") : Optional.empty();
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        if (start.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xff) != bytes[i]) return false;
        }
        return true;
    }

    private static Optional<byte[]> made(String format, byte[] bytes) throws IOException {
        boolean jpeg = format.equals("jpeg");
        JpegMarkers markers = jpeg ? JpegMarkers.of(bytes) : JpegMarkers.NONE;
        if (markers.scans() > MOST_SCANS) return Optional.empty();
        Optional<BufferedImage> read = read(format, bytes, markers.scans() > 1 ? MOST_PIXELS_IN_SCANS : MOST_PIXELS);
        if (read.isEmpty()) return Optional.empty();
        BufferedImage small = Upright.turned(scaled(read.get()), markers.orientation());
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(written)) {
            if (!ImageIO.write(small, "jpg", out)) return Optional.empty();
        }
        return Optional.of(written.toByteArray());
    }

    /** The picture with so few pixels left in that it is at most some times too large. */
    private static Optional<BufferedImage> read(String format, byte[] bytes, long mostPixels) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) return Optional.empty();
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int longest = Math.max(width, height);
            if (longest > MOST_SIDE || (long) width * height > mostPixels) return Optional.empty();
            int step = Math.max(1, longest / (2 * LONGEST_SIDE));
            ImageReadParam thinned = reader.getDefaultReadParam();
            thinned.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(reader.read(0, thinned));
        } finally {
            reader.dispose();
        }
    }

    /** At most so long as a preview is; on white where nothing is drawn. */
    private static BufferedImage scaled(BufferedImage read) {
        int longest = Math.max(read.getWidth(), read.getHeight());
        double factor = Math.min(1, (double) LONGEST_SIDE / longest);
        int width = Math.max(1, (int) Math.round(read.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(read.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = small.createGraphics();
        try {
            on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            on.drawImage(read, 0, 0, width, height, Color.WHITE, null);
        } finally {
            on.dispose();
        }
        return small;
    }
}
