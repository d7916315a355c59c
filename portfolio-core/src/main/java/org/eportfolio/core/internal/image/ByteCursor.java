package org.eportfolio.core.internal.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Goes through bytes from the first to the last, and refuses to read beyond the last. For one thread. */
final class ByteCursor {
    private final byte[] bytes;
    private final int end;
    private int at;

    ByteCursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteCursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at == end;
    }

    int left() {
        return end - at;
    }

    int one() throws MalformedImageException {
        need(1);
        return bytes[at++] & 0xff;
    }

    int twoBigEndian() throws MalformedImageException {
        return (one() << 8) | one();
    }

    /** Refuses what is longer than a file of this size could be. */
    int fourBigEndian() throws MalformedImageException {
        return length(((long) twoBigEndian() << 16) | twoBigEndian());
    }

    int fourLittleEndian() throws MalformedImageException {
        return length(one() | (one() << 8) | (one() << 16) | ((long) one() << 24));
    }

    private static int length(long number) throws MalformedImageException {
        if (number > Integer.MAX_VALUE) throw new MalformedImageException("a length of " + number);
        return (int) number;
    }

    /** The next so many bytes, and goes on after them. */
    ByteCursor take(int length) throws MalformedImageException {
        need(length);
        ByteCursor part = new ByteCursor(bytes, at, at + length);
        at += length;
        return part;
    }

    void skip(int length) throws MalformedImageException {
        need(length);
        at += length;
    }

    void back(int length) {
        at -= length;
    }

    String text(int length) throws MalformedImageException {
        need(length);
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
    }

    /** Whether these characters come next; stays where it is. */
    boolean startsWith(String text) {
        if (left() < text.length()) return false;
        for (int i = 0; i < text.length(); i++) if ((bytes[at + i] & 0xff) != text.charAt(i)) return false;
        return true;
    }

    /** Copies all that is left. */
    void copyTo(ByteArrayOutputStream out) {
        out.write(bytes, at, end - at);
        at = end;
    }

    /** Copies what lies between an earlier place and this one. */
    void copySince(int start, ByteArrayOutputStream out) {
        out.write(bytes, start, at - start);
    }

    private void need(int length) throws MalformedImageException {
        if (length < 0 || length > end - at) throw new MalformedImageException("cut off at " + at);
    }
}
