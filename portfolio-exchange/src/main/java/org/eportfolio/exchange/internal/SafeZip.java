package org.eportfolio.exchange.internal;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Bounds;

/**
 * Reads a ZIP within bounds: so many entries, so many bytes of each and of all, so much packing. Names that leave the
 * archive, or that two systems would take for the same, are refused when it is opened. Nothing is unpacked to disk. Not
 * thread-safe.
 */
public final class SafeZip implements AutoCloseable {
    private static final long RATIO_MATTERS_FROM = 1 << 20;

    private final ZipFile zip;
    private final Bounds bounds;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private long unpacked;

    private SafeZip(ZipFile zip, Bounds bounds) {
        this.zip = zip;
        this.bounds = bounds;
    }

    /** Opens it; an {@link InvalidInputException} if it is no ZIP or its table of contents breaks a rule. */
    public static SafeZip open(Path file, Bounds bounds) throws IOException {
        SafeZip opened;
        try {
            opened = new SafeZip(new ZipFile(file.toFile()), bounds);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(String.valueOf(file.getFileName()), e);
        }
        try {
            opened.look();
            return opened;
        } catch (InvalidInputException e) {
            opened.close();
            throw e;
        }
    }

    private void look() {
        InvalidInputException.unless(
                zip.size() <= bounds.entries(), "file", "exchange.too-many", zip.size(), bounds.entries());
        Set<String> seen = new HashSet<>();
        for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
            ZipEntry entry = each.nextElement();
            String name = entry.getName();
            InvalidInputException.unless(stays(name), "file", "exchange.zip-name", name);
            InvalidInputException.unless(seen.add(name.toLowerCase(Locale.ROOT)), "file", "exchange.zip-twice", name);
            if (!entry.isDirectory()) entries.put(name, entry);
        }
    }

    private static boolean stays(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) return false;
        if (name.codePoints().anyMatch(Character::isISOControl)) return false;
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) return false;
        }
        return true;
    }

    /** The names of the files in it, in the order of its table of contents. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The bytes of one file; reading beyond a bound, or what is damaged, is an {@link InvalidInputException}. */
    public InputStream open(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) throw InvalidInputException.because("file", "exchange.no-entry", name);
        InputStream in;
        try {
            in = zip.getInputStream(entry);
        } catch (ZipException e) {
            throw damaged(name, e);
        }
        return new Counted(new BoundedStream(in, name, bounds.entryBytes()), entry);
    }

    private static InvalidInputException damaged(String name, Exception cause) {
        return InvalidInputException.because("file", "exchange.zip", name, String.valueOf(cause.getMessage()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        private final ZipEntry entry;
        private final CRC32 sum = new CRC32();
        private long read;

        Counted(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some;
            try {
                some = super.read(into, from, length);
            } catch (ZipException | EOFException e) {
                throw damaged(entry.getName(), e);
            }
            if (some > 0) {
                sum.update(into, from, some);
                count(some);
            } else if (some < 0 && entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
                throw damaged(entry.getName(), new ZipException("wrong checksum"));
            }
            return some;
        }

        @Override
        public long skip(long bytes) throws IOException {
            return readNBytes((int) Math.min(bytes, 8192)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int some) {
            read += some;
            unpacked += some;
            InvalidInputException.unless(
                    unpacked <= bounds.totalBytes(), "file", "exchange.too-large", zip.getName(), bounds.totalBytes());
            long packed = Math.max(1, entry.getCompressedSize());
            InvalidInputException.unless(
                    read <= RATIO_MATTERS_FROM || read / packed <= bounds.ratio(),
                    "file",
                    "exchange.zip-ratio",
                    entry.getName(),
                    bounds.ratio());
        }
    }
}
