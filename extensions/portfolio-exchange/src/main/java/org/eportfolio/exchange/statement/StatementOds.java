package org.eportfolio.exchange.statement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.OdsFile;

/**
 * {@code statement-ods}: a learner's statement of positionings (<em>relevé de positionnement</em>) as an OpenDocument
 * spreadsheet (ISO/IEC 26300, 1.2). Days are days to count with, everything else is text, and nothing is a formula.
 * Immutable and thread-safe.
 */
public final class StatementOds implements Exporter {
    private static final String FORMAT = "statement-ods";

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
        try (OdsFile out = OdsFile.create(to)) {
            out.table("1");
            List<Loss> lost =
                    StatementTable.write(desk, ((Extent.OfDossier) extent).dossier(), language, progress, out::row);
            return new LossReport(FORMAT, lost);
        }
    }
}
