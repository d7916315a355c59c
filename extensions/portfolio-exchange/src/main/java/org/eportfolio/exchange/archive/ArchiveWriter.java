package org.eportfolio.exchange.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.internal.file.Meter;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Writes an archive as it comes: fixed order, fixed times, so that the same portfolio gives the same bytes. */
final class ArchiveWriter implements ArchiveSink, Closeable {
    /** Of the first month the JDK would also write the zone's own time. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int CHUNK = 64 * 1024;

    private final ArchiveTrailer.Output file;
    private final ZipOutputStream zip;
    private final Meter meter;
    private final Map<String, Manifest.Part> parts = new LinkedHashMap<>();
    private final MessageDigest digest = Manifest.sha256();
    private final byte[] held = new byte[CHUNK];
    private int filled;
    private long size;
    private String open = "";
    private @Nullable String school;

    ArchiveWriter(Path to, ProgressListener progress) throws IOException {
        this(Files.newOutputStream(to), progress);
    }

    /** @param to closed with this */
    ArchiveWriter(OutputStream to, ProgressListener progress) throws IOException {
        file = new ArchiveTrailer.Output(to);
        zip = new ZipOutputStream(new BufferedOutputStream(file, CHUNK), StandardCharsets.UTF_8);
        zip.setComment(ArchiveTrailer.placeholder());
        meter = new Meter(progress);
        ZipEntry mimetype = entry(Layout.MIMETYPE);
        mimetype.setMethod(ZipEntry.STORED);
        mimetype.setSize(Layout.MEDIA_TYPE.length);
        CRC32 crc = new CRC32();
        crc.update(Layout.MEDIA_TYPE);
        mimetype.setCrc(crc.getValue());
        begin(mimetype);
        put(Layout.MEDIA_TYPE, Layout.MEDIA_TYPE.length);
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    @Override
    public void school(String name) {
        school = name;
    }

    @Override
    public void row(Row row) throws IOException {
        in(Layout.records(row.kind().name()));
        line("{\"scope\":\"" + row.scope().id() + "\",\"id\":\"" + row.id() + "\",\"body\":" + row.body() + "}\n");
    }

    @Override
    public void entry(Entry entry) throws IOException {
        in(Layout.JOURNAL);
        line("{\"scope\":\"" + entry.scope().id() + "\",\"number\":" + entry.number() + ",\"hash\":\"" + entry.hash()
                + "\",\"body\":" + entry.body() + "}\n");
    }

    @Override
    public void content(Stored content, InputStream bytes) throws IOException {
        in(Layout.content(content.sha256().toString()));
        byte[] chunk = new byte[CHUNK];
        for (int some = bytes.read(chunk); some >= 0; some = bytes.read(chunk)) put(chunk, some);
    }

    private void line(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        put(bytes, bytes.length);
    }

    private void in(String name) throws IOException {
        if (open.equals(name)) return;
        end();
        begin(entry(name));
    }

    private void begin(ZipEntry entry) throws IOException {
        zip.putNextEntry(entry);
        open = entry.getName();
        size = 0;
    }

    private void end() throws IOException {
        drain();
        zip.closeEntry();
        parts.put(open, new Manifest.Part(size, HexFormat.of().formatHex(digest.digest())));
    }

    /** Small writes are gathered: each that reaches the packer costs a call out of Java. */
    private void put(byte[] bytes, int length) throws IOException {
        if (length > held.length - filled) drain();
        if (length > held.length) {
            take(bytes, length);
        } else {
            System.arraycopy(bytes, 0, held, filled, length);
            filled += length;
        }
    }

    private void drain() throws IOException {
        take(held, filled);
        filled = 0;
    }

    private void take(byte[] bytes, int length) throws IOException {
        if (length == 0) return;
        digest.update(bytes, 0, length);
        zip.write(bytes, 0, length);
        size += length;
        meter.did(length);
    }

    /** Ends the archive with its manifest and its seal. */
    void finish(String extent, String of) throws IOException {
        end();
        zip.putNextEntry(entry(Layout.MANIFEST));
        zip.write(new Manifest(Layout.SCHEMA, extent, of, school, parts).bytes());
        zip.closeEntry();
        zip.finish();
        zip.flush();
        file.seal();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
