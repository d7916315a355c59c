package org.eportfolio.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Place;

/**
 * A ZIP file that is not trusted. What it says of itself is checked when it is opened (names, duplicates, methods,
 * encryption, how many and how large); what it really holds is checked while it is read (no byte more or less than it
 * said, the right checksum, within the bounds). A ZIP inside is bytes like any other and is never opened. Not
 * thread-safe.
 */
public final class SafeZip implements Entries {
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int DIRECTORY_PER_ENTRY = 1_024;
    private static final int HELD_PER_ENTRY = 400;
    private static final long FREE_OF_RATIO = 1 << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private SafeZip(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens what another program packed, and refuses what should not be read at all. Names are compared exactly and never become
     * paths, so that they may have colons, backslashes and letters that differ in case only; what would lead out is refused all the
     * same. A remark says so if they are not in UTF-8.
     */
    public static SafeZip open(Path file, Bounds bounds, Findings findings) throws IOException {
        String name = String.valueOf(file.getFileName());
        requireSmallDirectory(file, name, bounds);
        Optional<ZipFile> plain = opened(file, name, StandardCharsets.UTF_8);
        if (plain.isPresent())
            return checked(plain.get(), each -> each.keepForeign(name, bounds, UnaryOperator.identity()));
        ZipFile old = opened(file, name, EntryNames.OF_WINDOWS).orElseThrow(() -> broken(name, "zip.layout"));
        findings.remark(new Place("", 0, ""), "zip.names", name, EntryNames.OF_WINDOWS.displayName());
        return checked(old, each -> each.keepForeign(name, bounds, EntryNames::inUtf8));
    }

    /** Opens what this library packed, whose names are plain and differ in more than case. */
    public static SafeZip openOwn(Path file, Bounds bounds) throws IOException {
        String name = String.valueOf(file.getFileName());
        requireSmallDirectory(file, name, bounds);
        ZipFile plain = opened(file, name, StandardCharsets.UTF_8).orElseThrow(() -> broken(name, "zip.layout"));
        return checked(plain, each -> each.keepOwn(name, bounds));
    }

    /** Empty if the layout is damaged, or names are not in this encoding. */
    private static Optional<ZipFile> opened(Path file, String name, Charset names) throws IOException {
        try {
            return Optional.of(new ZipFile(file.toFile(), names));
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
            ExchangeMessages.unless(!encrypted, name, "zip.encrypted", name);
            return Optional.empty();
        }
    }

    private static SafeZip checked(ZipFile zip, Consumer<SafeZip> checks) throws IOException {
        SafeZip safe = new SafeZip(zip);
        try {
            checks.accept(safe);
            return safe;
        } catch (RuntimeException e) {
            safe.close();
            throw e;
        }
    }

    /** The directory of a ZIP is read into memory whole: looks at its size before. */
    private static void requireSmallDirectory(Path file, String name, Bounds bounds) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            int tail = (int) Math.min(length, END_RECORD + LONGEST_COMMENT);
            ByteBuffer end = read(in, length - tail, tail);
            int at = tail - END_RECORD;
            while (at >= 0 && !(end.getInt(at) == 0x06054b50 && at + END_RECORD + u16(end, at + 20) == tail)) at--;
            if (at < 0) throw broken(name, "zip.no-end");
            long entries = u16(end, at + 10);
            long size = Integer.toUnsignedLong(end.getInt(at + 12));
            if (at >= 20 && end.getInt(at - 20) == 0x07064b50) {
                long large = end.getLong(at - 12);
                if (large < 0 || large + 56 > length) throw broken(name, "zip.zip64");
                ByteBuffer record = read(in, large, 56);
                entries = record.getLong(32);
                size = record.getLong(40);
            }
            ExchangeMessages.unless(
                    entries >= 0 && entries <= bounds.entries(), name, "zip.entries", name, bounds.entries());
            ExchangeMessages.unless(
                    size >= 0 && size <= (entries + 64) * DIRECTORY_PER_ENTRY, name, "zip.directory", name);
            HeapBudget.require(name, 2 * size + entries * HELD_PER_ENTRY);
        }
    }

    private static InvalidInputException broken(String name, String why) {
        return ExchangeMessages.because(name, "zip.broken", name, ExchangeMessages.of(why));
    }

    private static ByteBuffer read(RandomAccessFile in, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.seek(from);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private void keepForeign(String file, Bounds bounds, UnaryOperator<String> decoded) {
        boolean backslashes = zip.stream().map(ZipEntry::getName).noneMatch(each -> each.indexOf('/') >= 0);
        keep(file, bounds, name -> EntryNames.foreign(decoded.apply(name), backslashes));
    }

    private void keepOwn(String file, Bounds bounds) {
        Set<String> folded = new HashSet<>();
        keep(file, bounds, name -> {
            EntryNames.requireOwn(name);
            ExchangeMessages.unless(folded.add(name.toLowerCase(Locale.ROOT)), name, "zip.duplicate", name);
            return name;
        });
    }

    /** @param named gives the name under which an entry is read; empty for one that is passed over */
    private void keep(String file, Bounds bounds, UnaryOperator<String> named) {
        long total = 0;
        for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
            ZipEntry entry = each.nextElement();
            String name = named.apply(entry.getName());
            if (name.isEmpty()) continue;
            ExchangeMessages.unless(
                    entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED,
                    name,
                    "zip.method",
                    name);
            long size = entry.getSize();
            ExchangeMessages.unless(
                    size >= 0 && size <= bounds.entryBytes(), name, "exchange.too-large", name, bounds.entryBytes());
            total += size;
            ExchangeMessages.unless(
                    total <= bounds.totalBytes(), name, "exchange.too-large", file, bounds.totalBytes());
            ExchangeMessages.unless(
                    size <= FREE_OF_RATIO || size / bounds.ratio() <= entry.getCompressedSize(),
                    name,
                    "zip.ratio",
                    name,
                    bounds.ratio());
            ExchangeMessages.unless(entries.put(name, entry) == null, name, "zip.duplicate", name);
        }
        ExchangeMessages.unless(entries.size() <= bounds.entries(), file, "zip.entries", file, bounds.entries());
    }

    /** The names of all entries, folders too, in the order of the directory. */
    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** How many bytes an entry says it holds; reading finds out. */
    public long size(String name) {
        return entry(name).getSize();
    }

    @Override
    public InputStream open(String name) throws IOException {
        ZipEntry entry = entry(name);
        return new Checked(zip.getInputStream(entry), entry);
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = entries.get(name);
        if (entry == null) throw ExchangeMessages.because(name, "zip.missing", name);
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Refuses more or fewer bytes than were said, other ones than were put in, and what cannot be unpacked. */
    private static final class Checked extends FilterInputStream {
        private final ZipEntry entry;
        private final CRC32 crc = new CRC32();
        private long read;

        Checked(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int some = read(one, 0, 1);
            return some < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some;
            try {
                some = in.read(into, from, length);
            } catch (ZipException | java.io.EOFException e) {
                throw broken(entry.getName(), "zip.packed");
            }
            if (some > 0) {
                crc.update(into, from, some);
                read += some;
            }
            boolean honest = some < 0 ? read == entry.getSize() : read <= entry.getSize();
            ExchangeMessages.unless(honest, entry.getName(), "zip.size", entry.getName(), entry.getSize());
            ExchangeMessages.unless(
                    some >= 0 || crc.getValue() == entry.getCrc(), entry.getName(), "zip.checksum", entry.getName());
            return some;
        }

        @Override
        public long skip(long bytes) throws IOException {
            byte[] passed = new byte[(int) Math.min(8_192, Math.max(0, bytes))];
            int some = passed.length == 0 ? 0 : read(passed, 0, passed.length);
            return Math.max(0, some);
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
