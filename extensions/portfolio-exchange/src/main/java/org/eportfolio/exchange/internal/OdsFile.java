package org.eportfolio.exchange.internal;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an OpenDocument spreadsheet (ISO/IEC 26300, 1.2) of one or more tables, row by row. Days are days to count with,
 * everything else is text, and nothing is a formula. Not thread-safe.
 */
public final class OdsFile implements Closeable {
    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:";

    private final ZipOutputStream zip;
    private final Writer writer;
    private final Markup out;
    private boolean inTable;

    private OdsFile(ZipOutputStream zip) throws IOException {
        this.zip = zip;
        this.writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        this.out = Markup.xml(writer);
    }

    /** One cell: a text, or a day. */
    public record Cell(String text, @Nullable LocalDate day) {
        public static Cell of(String text) {
            return new Cell(text, null);
        }

        public static Cell of(LocalDate day) {
            return new Cell(day.toString(), day);
        }
    }

    /** A new file; its first table has still to be begun. */
    public static OdsFile create(Path to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to), StandardCharsets.UTF_8);
        try {
            type(zip);
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            Writer manifest = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            manifest(Markup.xml(manifest));
            manifest.flush();
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("content.xml"));
            OdsFile file = new OdsFile(zip);
            file.begin();
            return file;
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    /** First and not packed, so that the type of the file can be seen in its first bytes (OpenDocument 1.2, part 3, 3.3). */
    private static void type(ZipOutputStream zip) throws IOException {
        byte[] bytes = TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void manifest(Markup out) throws IOException {
        out.open("manifest:manifest", "xmlns:manifest", NAMES + "manifest:1.0", "manifest:version", "1.2");
        out.empty("manifest:file-entry", "manifest:full-path", "/", "manifest:media-type", TYPE);
        out.empty("manifest:file-entry", "manifest:full-path", "content.xml", "manifest:media-type", "text/xml");
        out.end();
    }

    private void begin() throws IOException {
        out.open(
                "office:document-content",
                "xmlns:office",
                NAMES + "office:1.0",
                "xmlns:table",
                NAMES + "table:1.0",
                "xmlns:text",
                NAMES + "text:1.0",
                "office:version",
                "1.2");
        out.open("office:body").open("office:spreadsheet");
    }

    /** Begins a table of this name; the one before ends. */
    public void table(String name) throws IOException {
        if (inTable) out.end();
        out.open("table:table", "table:name", name);
        inTable = true;
    }

    /** One row of the table that was begun. */
    public void row(List<Cell> cells) throws IOException {
        out.open("table:table-row");
        for (Cell each : cells) cell(each);
        out.end();
    }

    private void cell(Cell cell) throws IOException {
        if (cell.day() == null) out.open("table:table-cell", "office:value-type", "string");
        else out.open("table:table-cell", "office:value-type", "date", "office:date-value", cell.text());
        for (String line : cell.text().split("\n", -1)) out.element("text:p", line);
        out.end();
    }

    /** Ends the table and the file. */
    @Override
    public void close() throws IOException {
        try (zip) {
            if (inTable) out.end();
            out.end().end().end();
            writer.flush();
            zip.closeEntry();
        }
    }
}
