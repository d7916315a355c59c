package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.PluginException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.id.DossierId;

/**
 * {@code pdf}: a dossier to print or to file. It has the words of {@link HtmlBooklet}, its charts and its tables; files
 * stay behind, as the loss report says. Its font is Liberation Sans (SIL Open Font License), and those that the host gives
 * by {@link PdfOptions}: the report names each text with a character that none of them has. Letters are not joined, and
 * text is not arranged from right to left, as Arabic and Hebrew need it; the report names such texts too. A booklet is
 * held in memory while it is made.
 *
 * <p>Needs two more dependencies, which no host is forced to have: {@code io.github.openhtmltopdf:openhtmltopdf-pdfbox}
 * and {@code org.slf4j:jcl-over-slf4j}. Immutable and thread-safe.
 */
public final class PdfBooklet implements Exporter {
    private static final String NEEDED = "com.openhtmltopdf.pdfboxout.PdfRendererBuilder";

    private final PdfOptions options;
    private final String needed;
    private final boolean passport;

    public PdfBooklet() {
        this(PdfOptions.ofDefaults());
    }

    public PdfBooklet(PdfOptions options) {
        this(options, NEEDED);
    }

    PdfBooklet(PdfOptions options, String needed) {
        this(options, needed, false);
    }

    private PdfBooklet(PdfOptions options, String needed, boolean passport) {
        this.options = Objects.requireNonNull(options, "options");
        this.needed = needed;
        this.passport = passport;
    }

    /** {@code passport-pdf}: the pages of {@link HtmlBooklet#passport}, to print or to file. */
    public static PdfBooklet passport(PdfOptions options) {
        return new PdfBooklet(options, NEEDED, true);
    }

    @Override
    public String format() {
        return passport ? "passport-pdf" : "pdf";
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class);
    }

    /** @throws PluginException when the dependencies are missing; the message names them */
    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        requireRenderer();
        Path page =
                Files.createTempFile(Objects.requireNonNull(to.getParent(), "a file in a folder"), "page-", ".html");
        try {
            DossierId dossier = ((Extent.OfDossier) extent).dossier();
            List<Loss> losses = new ArrayList<>(
                    passport
                            ? Passport.write(desk, dossier, page, false, language, progress)
                            : Booklet.write(desk, dossier, page, page, false, language, progress));
            losses.addAll(PdfRendering.of(page, to, options.fonts()));
            losses.add(new Loss("level", "", "symbol", ExchangeMessages.of("booklet.lost.symbol")));
            return new LossReport(format(), losses);
        } finally {
            Files.deleteIfExists(page);
        }
    }

    private void requireRenderer() {
        try {
            Class.forName(needed, false, PdfBooklet.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new PluginException(format(), ExchangeMessages.of("booklet.pdf-missing"), e);
        }
    }
}
