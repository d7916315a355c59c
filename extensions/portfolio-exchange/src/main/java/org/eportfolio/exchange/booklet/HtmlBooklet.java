package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;

/**
 * {@code html}: a dossier as a folder that needs nothing else, neither a script nor a network: {@code index.html}, to be
 * read on a screen of any width or printed, and the productions' files under {@code files}. It holds what the reader
 * may see, and says where something is left out. Follows WCAG 2.1 AA (row D7). Immutable and thread-safe.
 */
public final class HtmlBooklet implements Exporter {
    static final String INDEX = "index.html";
    private static final String FORMAT = "html";

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
        Files.createDirectory(to);
        return new LossReport(
                FORMAT,
                Booklet.write(
                        desk, ((Extent.OfDossier) extent).dossier(), to.resolve(INDEX), to, true, language, progress));
    }
}
