package org.eportfolio.exchange.statement;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.Markup;

/**
 * {@code statement-ods}: a learner's statement of positionings (<em>relevé de positionnement</em>) as an OpenDocument
 * spreadsheet (ISO/IEC 26300, 1.2). Days are days to count with, everything else is text, and nothing is a formula.
 * Immutable and thread-safe.
 */
public final class StatementOds implements Exporter {
    private static final String FORMAT = "statement-ods";
    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to), StandardCharsets.UTF_8)) {
            type(zip);
            Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            manifest(Markup.xml(out));
            out.flush();
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("content.xml"));
            List<Loss> lost = content(desk, ((Extent.OfDossier) extent), language, progress, Markup.xml(out));
            out.flush();
            zip.closeEntry();
            return new LossReport(FORMAT, lost);
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

    private static List<Loss> content(
            Desk desk, Extent.OfDossier of, Locale language, ProgressListener progress, Markup out) throws IOException {
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
        out.open("office:body").open("office:spreadsheet").open("table:table", "table:name", "1");
        List<Loss> lost = StatementTable.write(desk, of.dossier(), language, progress, cells -> {
            out.open("table:table-row");
            for (StatementTable.Cell each : cells) cell(each, out);
            out.end();
        });
        out.end().end().end().end();
        return lost;
    }

    private static void cell(StatementTable.Cell cell, Markup out) throws IOException {
        if (cell.day() == null) out.open("table:table-cell", "office:value-type", "string");
        else out.open("table:table-cell", "office:value-type", "date", "office:date-value", cell.text());
        for (String line : cell.text().split("\n", -1)) out.element("text:p", line);
        out.end();
    }
}
