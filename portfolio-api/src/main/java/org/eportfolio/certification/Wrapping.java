package org.eportfolio.certification;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;

/**
 * The ZIP around the pieces. Nothing is compressed and every header follows from names and bytes, so the same pieces give
 * the same file to the byte, and any other byte shows.
 */
final class Wrapping {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final int BUFFER = 64 * 1024;

    private Wrapping() {}

    interface Source {
        InputStream open() throws IOException;
    }

    record Part(String path, Source source) {}

    /** What is known of a part once it was read to its end. */
    record Read(Stored content, long crc) {}

    static Read read(Source source) throws IOException {
        var digest = SealedContents.digest();
        CRC32 crc = new CRC32();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = source.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                crc.update(buffer, 0, count);
                size += count;
            }
        }
        return new Read(new Stored(Hash.of(digest.digest()), size), crc.getValue());
    }

    /** Writes the parts in this order; reads each twice, because its header stands before it. */
    static void write(List<Part> parts, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to);
        for (Part part : parts) {
            Read read = read(part.source());
            ZipEntry entry = new ZipEntry(part.path());
            entry.setMethod(ZipEntry.STORED);
            entry.setTimeLocal(NO_TIME);
            entry.setSize(read.content().size());
            entry.setCompressedSize(read.content().size());
            entry.setCrc(read.crc());
            zip.putNextEntry(entry);
            try (InputStream in = part.source().open()) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }
}
