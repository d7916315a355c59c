package org.eportfolio.exchange.statement;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Formula;
import org.eportfolio.exchange.internal.OdsFile;

/**
 * {@code statement-csv}: a learner's statement of positionings (<em>relevé de positionnement</em>), a line for each
 * assessment: whose voice, the level in words, the day, reasons and evidence. UTF-8 with a byte order mark, separated as usual
 * in the language; days as 2026-09-07; text that a spreadsheet would take for a formula gets an apostrophe before it.
 * Immutable and thread-safe.
 */
public final class StatementCsv implements Exporter {
    private static final String FORMAT = "statement-csv";

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
        char between = ExchangeMessages.of("matrix.separator").in(language).charAt(0);
        List<Loss> defused = new ArrayList<>();
        try (Writer file = Files.newBufferedWriter(to);
                CsvWriter out = CsvWriter.builder()
                        .fieldSeparator(between)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(file)) {
            file.write('\uFEFF');
            List<Loss> lost =
                    StatementTable.write(desk, ((Extent.OfDossier) extent).dossier(), language, progress, cells -> {
                        List<String> fields = new ArrayList<>();
                        for (OdsFile.Cell each : cells) fields.add(harmless(each.text(), defused));
                        out.writeRecord(fields);
                    });
            defused.addAll(0, lost);
        }
        return new LossReport(FORMAT, defused);
    }

    private static String harmless(String text, List<Loss> defused) {
        if (!Formula.looksLike(text)) return text;
        defused.add(new Loss("assessment", "", "text", ExchangeMessages.of("matrix.defused")));
        return "'" + text;
    }
}
