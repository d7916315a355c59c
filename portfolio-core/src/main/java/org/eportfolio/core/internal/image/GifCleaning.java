package org.eportfolio.core.internal.image;

import java.io.ByteArrayOutputStream;

/**
 * GIF (89a) without comments and application data, but for the number of times that an animation runs. What follows the end
 * goes.
 */
final class GifCleaning {
    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int END = 0x3b;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;

    private final ByteCursor in;
    private final ByteArrayOutputStream out;

    private GifCleaning(byte[] gif) {
        in = new ByteCursor(gif);
        out = new ByteArrayOutputStream(gif.length);
    }

    static byte[] of(byte[] gif) throws MalformedImageException {
        return new GifCleaning(gif).cleaned();
    }

    private byte[] cleaned() throws MalformedImageException {
        in.skip(HEADER - 3);
        int flags = in.one();
        in.skip(2 + table(flags));
        in.copySince(0, out);
        boolean drawn = false;
        for (int block = in.one(); block != END; block = in.one()) {
            drawn |= block == IMAGE;
            if (block == IMAGE) image();
            else if (block == EXTENSION) extension();
            else throw new MalformedImageException("block " + block);
        }
        if (!drawn) throw new MalformedImageException("no picture");
        out.write(END);
        return out.toByteArray();
    }

    /** How long the colour table is that these flags announce. */
    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private void image() throws MalformedImageException {
        int start = in.at() - 1;
        in.skip(8);
        int flags = in.one();
        in.skip(table(flags) + 1);
        blocks();
        in.copySince(start, out);
    }

    private void extension() throws MalformedImageException {
        int start = in.at() - 1;
        int label = in.one();
        boolean loop = in.startsWith("\u000bNETSCAPE2.0") || in.startsWith("\u000bANIMEXTS1.0");
        blocks();
        if (label != COMMENT && (label != APPLICATION || loop)) in.copySince(start, out);
    }

    private void blocks() throws MalformedImageException {
        for (int length = in.one(); length > 0; length = in.one()) in.skip(length);
    }
}
