package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.internal.Csv;
import org.eportfolio.exchange.internal.CsvStart;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.TextFile;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Original;
import org.jspecify.annotations.Nullable;

/**
 * Frameworks as CSV with the columns of CASE: what OpenSALT reads ({@code Identifier}, {@code fullStatement},
 * {@code Human Coding Scheme}, {@code sequenceNumber}, {@code Is Child Of} …), and the sheet "CF Item" of the spreadsheet that it
 * writes, saved as CSV ({@code smartLevel} in place of a parent). Names of columns are taken without blanks and in any case.
 *
 * <p>A parent is the code or identifier in {@code Is Child Of}; where that is empty, the code before the last full stop of the
 * item's own, as OpenSALT has it. A file of this kind does not say what the framework is called: the host does, or the file's name
 * is taken; another content is another version. It becomes a CASE package, is read as {@link CaseFormat} reads one, and is kept as
 * its {@link Original}, so that {@code case} writes it. Immutable and thread-safe.
 */
public final class CaseCsv implements Importer {
    private static final String FORMAT = "case-csv";
    private static final String STATEMENT = "fullstatement";

    private final @Nullable String title;

    /** The framework's title is the file's name. */
    public CaseCsv() {
        this(null);
    }

    private CaseCsv(@Nullable String title) {
        this.title = title;
    }

    /** The same for a framework of this title. */
    public CaseCsv titled(String name) {
        return new CaseCsv(Objects.requireNonNull(name, "name"));
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        String header = plain(CsvStart.header(TextFile.start(start)));
        return !header.contains("{") && header.contains(STATEMENT) && header.contains("humancodingscheme");
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[ \"_]", "");
    }

    @Override
    public ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        Findings findings = new Findings(name, options);
        String text = TextFile.whole(file, Math.min(options.bounds().entryBytes(), Original.LONGEST), findings);
        progress.at(0, -1);
        CaseCsvRows rows = new CaseCsvRows(findings);
        CsvStart start = CsvStart.of(new StringReader(text), "", findings);
        ExchangeMessages.unless(plain(start.header()).contains(STATEMENT), "file", "case-csv.header");
        List<String> unread = Csv.unread(start, CaseCsvRows.COLUMNS);
        if (!unread.isEmpty()) findings.remark(rows.header(start), "case-csv.unread", unread);
        Csv.read(start, "", CaseCsvRows.COLUMNS, options.bounds(), findings, rows);
        ExchangeMessages.unless(!rows.isEmpty(), "file", "case-csv.empty");
        findings.refuseBad();
        ObjectNode tree = rows.tree(title == null ? nameOf(name) : title, text);
        CaseReading.Read read = CaseReading.read(tree, findings, rows::place);
        Framework framework = read.framework();
        List<Crosswalk> crosswalks = CaseMatches.read(framework.id(), read.matches(), desk.frameworks(), findings);
        progress.at(findings.items(), findings.items());
        ArrivingFramework.compare(framework, crosswalks, desk.frameworks(), findings);
        findings.refuseBad();
        if (!options.dryRun()) {
            Original kept = new Original(framework.id(), CaseFormat.FORMAT, Packed.pack(tree.toString()));
            ArrivingFramework.publish(framework, kept, crosswalks, desk);
        }
        return findings.report(FORMAT);
    }

    private static String nameOf(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
