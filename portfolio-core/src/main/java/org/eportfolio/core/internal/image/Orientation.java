package org.eportfolio.core.internal.image;

/** Which way up a picture is, by Exif 2.3, tag 0x0112: the one thing in it that is kept, or it would lie on its side. */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int MOST_FIELDS = 1_000;
    private static final String EXIF = "Exif\0\0";

    private Orientation() {}

    /** From 1 (upright) to 8; upright where nothing readable is said. */
    static int of(ByteCursor exif) {
        try {
            if (exif.startsWith(EXIF)) exif.skip(EXIF.length());
            return read(exif);
        } catch (MalformedImageException e) {
            return UPRIGHT;
        }
    }

    private static int read(ByteCursor tiff) throws MalformedImageException {
        boolean little = tiff.startsWith("II*\0");
        if (!little && !tiff.startsWith("MM\0*")) return UPRIGHT;
        tiff.skip(4);
        int first = little ? tiff.fourLittleEndian() : tiff.fourBigEndian();
        tiff.skip(first - 8);
        int fields = Math.min(two(tiff, little), MOST_FIELDS);
        for (int i = 0; i < fields; i++) {
            int tag = two(tiff, little);
            int type = two(tiff, little);
            tiff.skip(4);
            int value = two(tiff, little);
            tiff.skip(2);
            if (tag == TAG) return type == SHORT && value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
        }
        return UPRIGHT;
    }

    private static int two(ByteCursor tiff, boolean little) throws MalformedImageException {
        int first = tiff.one();
        int second = tiff.one();
        return little ? (second << 8) | first : (first << 8) | second;
    }

    static boolean isTurned(int orientation) {
        return orientation != UPRIGHT;
    }

    /** Exif with this field and no other: a TIFF header, one directory, one entry. */
    static byte[] alone(int orientation) {
        return new byte[] {
            'M', 'M', 0, '*', 0, 0, 0, 8, 0, 1, 1, 0x12, 0, SHORT, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
    }
}
