package org.eportfolio.console.picture;

import java.nio.charset.StandardCharsets;

/**
 * What the markers of a JPEG say (ITU-T T.81, annex B) that its reader does not: how many scans there are, and which way up
 * it is.
 *
 * @param scans how often all or some of its pixels are gone through
 * @param orientation 1 (upright) to 8, as Exif says; 1 where nothing readable is said
 */
record JpegMarkers(int scans, int orientation) {
    static final JpegMarkers NONE = new JpegMarkers(0, 1);

    private static final int APP1 = 0xe1;
    private static final int SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int TAG = 0x0112;

    static JpegMarkers of(byte[] bytes) {
        int scans = 0;
        int orientation = 1;
        int at = 2;
        while (at + 4 <= bytes.length) {
            if (one(bytes, at) != 0xff || isFiller(one(bytes, at + 1))) {
                at++;
                continue;
            }
            int marker = one(bytes, at + 1);
            if (marker == END) break;
            if (marker == SCAN) scans++;
            if (marker == APP1 && orientation == 1) orientation = orientation(bytes, at + 4);
            at += 2 + two(bytes, at + 2, false);
        }
        return new JpegMarkers(scans, orientation);
    }

    /** What stands within the pixels of a scan, or has no length. */
    private static boolean isFiller(int marker) {
        return marker == 0 || marker == 0xff || marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
    }

    private static int orientation(byte[] bytes, int from) {
        String exif = new String(bytes, from, Math.min(10, bytes.length - from), StandardCharsets.ISO_8859_1);
        int tiff = from + 6;
        boolean little = exif.startsWith("Exif\0\0II*\0");
        if (!little && !exif.startsWith("Exif\0\0MM\0*")) return 1;
        int directory = tiff + (little ? two(bytes, tiff + 4, true) : two(bytes, tiff + 6, false));
        int fields = Math.min(two(bytes, directory, little), 100);
        for (int i = 0; i < fields; i++) {
            int field = directory + 2 + 12 * i;
            if (two(bytes, field, little) == TAG) return two(bytes, field + 8, little);
        }
        return 1;
    }

    private static int two(byte[] bytes, int at, boolean little) {
        return little ? one(bytes, at) | (one(bytes, at + 1) << 8) : (one(bytes, at) << 8) | one(bytes, at + 1);
    }

    /** Zero behind the end. */
    private static int one(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] & 0xff : 0;
    }
}
