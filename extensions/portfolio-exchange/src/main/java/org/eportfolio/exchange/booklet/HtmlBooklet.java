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
import org.eportfolio.id.DossierId;

/**
 * {@code html}: a dossier as a folder that needs nothing else, neither a script nor a network: {@code index.html}, to be
 * read on a screen of any width or printed, and the productions' files under {@code files}. It holds what the reader
 * may see, and says where something is left out. Follows WCAG 2.1 AA (row D7). Immutable and thread-safe.
 *
 * <p>{@link #passport} is another edition: the situations lived at school and at work.
 */
public final class HtmlBooklet implements Exporter {
    static final String INDEX = "index.html";
    private final boolean passport;

    /** The whole dossier. */
    public HtmlBooklet() {
        this(false);
    }

    private HtmlBooklet(boolean passport) {
        this.passport = passport;
    }

    /**
     * {@code passport}: the situations that a learner lived at school and at work, competency by competency (<em>passeport
     * professionnel</em>), without levels, judgements or files.
     */
    public static HtmlBooklet passport() {
        return new HtmlBooklet(true);
    }

    @Override
    public String format() {
        return passport ? "passport" : "html";
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        Files.createDirectory(to);
        DossierId dossier = ((Extent.OfDossier) extent).dossier();
        Path page = to.resolve(INDEX);
        return new LossReport(
                format(),
                passport
                        ? Passport.write(desk, dossier, page, true, language, progress)
                        : Booklet.write(desk, dossier, page, to, true, language, progress));
    }
}
