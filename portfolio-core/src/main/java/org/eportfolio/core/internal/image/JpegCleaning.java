package org.eportfolio.core.internal.image;

import java.io.ByteArrayOutputStream;

/**
 * JPEG (ITU-T T.81) without comments and application segments, but for those that say how to draw it: JFIF (its thumbnail
 * goes), the colour profile, Adobe's colour transform, and an Exif with the orientation alone. What follows the end of the
 * picture, where phones put more pictures and films, goes too. The picture's own bytes are copied as they are.
 */
final class JpegCleaning {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int JFIF_LENGTH = 14;

    private final ByteCursor in;
    private final ByteArrayOutputStream out;
    private boolean turned;
    private boolean scanned;

    private JpegCleaning(byte[] jpeg) {
        in = new ByteCursor(jpeg);
        out = new ByteArrayOutputStream(jpeg.length);
    }

    static byte[] of(byte[] jpeg) throws MalformedImageException {
        return new JpegCleaning(jpeg).cleaned();
    }

    private byte[] cleaned() throws MalformedImageException {
        if (marker() != START) throw new MalformedImageException("no start");
        write(START);
        for (int marker = marker(); marker != END; marker = marker()) segment(marker);
        if (!scanned) throw new MalformedImageException("no picture");
        write(END);
        return out.toByteArray();
    }

    /** The next marker; any number of fill bytes may stand before it. */
    private int marker() throws MalformedImageException {
        if (in.one() != 0xff) throw new MalformedImageException("no marker at " + in.at());
        int marker = in.one();
        while (marker == 0xff) marker = in.one();
        return marker;
    }

    private void write(int marker) {
        out.write(0xff);
        out.write(marker);
    }

    private void segment(int marker) throws MalformedImageException {
        if (marker == START || marker == 0) throw new MalformedImageException("marker " + marker);
        if (marker == 1 || isRestart(marker)) {
            write(marker);
            return;
        }
        int length = in.twoBigEndian() - 2;
        ByteCursor content = in.take(length);
        boolean application = marker >= 0xe0 && marker <= 0xef;
        if (application) application(marker, content);
        else if (marker != COMMENT) segment(marker, content);
        if (marker == SCAN) scan();
    }

    private void application(int marker, ByteCursor content) throws MalformedImageException {
        if (marker == 0xe0 && content.startsWith("JFIF\0")) jfif(content);
        if (marker == 0xe1 && content.startsWith("Exif\0\0")) exif(Orientation.of(content));
        if (marker == 0xe2 && content.startsWith("ICC_PROFILE\0")) segment(marker, content);
        if (marker == 0xee && content.startsWith("Adobe")) segment(marker, content);
    }

    private void jfif(ByteCursor content) throws MalformedImageException {
        ByteCursor withoutSize = content.take(JFIF_LENGTH - 2);
        write(0xe0);
        length(JFIF_LENGTH);
        withoutSize.copyTo(out);
        out.write(0);
        out.write(0);
    }

    private void exif(int orientation) {
        if (turned || !Orientation.isTurned(orientation)) return;
        turned = true;
        byte[] exif = Orientation.alone(orientation);
        write(0xe1);
        length(6 + exif.length);
        out.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        out.writeBytes(exif);
    }

    private void segment(int marker, ByteCursor content) {
        write(marker);
        length(content.left());
        content.copyTo(out);
    }

    private void length(int content) {
        out.write((content + 2) >> 8);
        out.write(content + 2);
    }

    /** The picture's bytes up to the next marker that is neither a stuffed byte nor a restart. */
    private void scan() throws MalformedImageException {
        scanned = true;
        int start = in.at();
        int before = 0;
        int byteHere = in.one();
        while (before != 0xff || byteHere == 0 || byteHere == 0xff || isRestart(byteHere)) {
            before = byteHere;
            byteHere = in.one();
        }
        in.back(2);
        in.copySince(start, out);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }
}
