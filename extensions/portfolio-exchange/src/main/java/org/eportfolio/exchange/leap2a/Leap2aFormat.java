package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.internal.Zipped;

/**
 * {@code leap2a}: a learner's own dossier as Leap2A 2010-07, for Mahara and other portfolios, and what such portfolios wrote
 * of theirs, in the three generations of its namespaces. The learner alone exports and imports it.
 *
 * <p>The words of others stay behind. {@link #withStaffWords} writes those of the staff into the texts that they are
 * about, by role and date; the words of peers never leave. What comes in becomes the learner's own productions, drafts of
 * reflections and showcases, marked with their origin; nothing of it is HTML any more.
 *
 * <p>Immutable and thread-safe.
 */
public final class Leap2aFormat implements Exporter, Importer {
    static final String NAME = "leap2a";
    static final String FEED = "leap2a.xml";

    private final boolean staffWords;

    /** Without the words of others. */
    public Leap2aFormat() {
        this(false);
    }

    private Leap2aFormat(boolean staffWords) {
        this.staffWords = staffWords;
    }

    /** {@code leap2a-with-staff-words}: what the staff said comes along, by role and date and without a name. */
    public static Leap2aFormat withStaffWords() {
        return new Leap2aFormat(true);
    }

    @Override
    public String format() {
        return staffWords ? NAME + "-with-staff-words" : NAME;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        return new LossReport(
                format(),
                LeapWriting.write(desk, ((Extent.OfDossier) extent).dossier(), to, language, staffWords, progress));
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (Zipped.isZip(start)) return text.contains(FEED);
        return text.contains("<feed") && (text.contains("leapspecs.org/") || text.contains("/LEAP2A_"));
    }

    @Override
    public ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        return LeapReading.read(desk, file, options, progress);
    }
}
