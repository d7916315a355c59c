package org.eportfolio.exchange.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.archive.ExportedArchive;
import org.eportfolio.archive.ImportedArchive;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.core.ArchiveDesk;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;

/**
 * The library's own archive. It carries everything, to the byte: what is exported, imported into an empty portfolio and
 * exported again gives the same file. Only a head exports it; {@link #takeAway} is for the learner. Immutable and
 * thread-safe.
 */
public final class ArchiveFormat implements Exporter, Importer {
    private static final String NAME = "archive";
    static final String TAKE_AWAY = "take-away";

    private final boolean takeAway;

    private ArchiveFormat(boolean takeAway) {
        this.takeAway = takeAway;
    }

    /** {@code archive}: of a dossier, a cohort, the organisation or a framework. */
    public static ArchiveFormat whole() {
        return new ArchiveFormat(false);
    }

    /**
     * {@code take-away}: a learner's own dossier without what they may not see, and without the journal. Read as any
     * archive.
     */
    public static ArchiveFormat takeAway() {
        return new ArchiveFormat(true);
    }

    @Override
    public String format() {
        return takeAway ? TAKE_AWAY : NAME;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return takeAway
                ? Set.of(Extent.OfDossier.class)
                : Set.of(
                        Extent.OfDossier.class,
                        Extent.OfCohort.class,
                        Extent.OfOrganisation.class,
                        Extent.OfFramework.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        try (ArchiveWriter writer = new ArchiveWriter(to, progress)) {
            ExportedArchive written = write(desk.archives(), extent, writer);
            List<LossReport.Loss> losses = new ArrayList<>();
            written.elsewhere().stream()
                    .map(Object::toString)
                    .sorted()
                    .forEach(each -> losses.add(
                            new LossReport.Loss("dossier", each, "", ExchangeMessages.of("archive.elsewhere", each))));
            written.leftBehind()
                    .forEach((kind, many) -> losses.add(
                            new LossReport.Loss(kind, "", "", ExchangeMessages.of("archive.left-behind", many))));
            if (takeAway) losses.add(new LossReport.Loss("journal", "", "", ExchangeMessages.of("archive.take-away")));
            return new LossReport(format(), losses);
        }
    }

    private ExportedArchive write(ArchiveDesk desk, Extent extent, ArchiveWriter to) throws IOException {
        ExportedArchive written;
        if (extent instanceof Extent.OfDossier of) {
            written = takeAway ? desk.takeAway(of.dossier(), to) : desk.dossier(of.dossier(), to);
            to.finish(takeAway ? TAKE_AWAY : "dossier", of.dossier().toString());
        } else if (extent instanceof Extent.OfCohort of) {
            written = desk.cohort(of.cohort(), to);
            to.finish("cohort", of.cohort().toString());
        } else if (extent instanceof Extent.OfFramework of) {
            written = desk.framework(of.framework(), to);
            to.finish("framework", of.framework().toString());
        } else {
            written = desk.organisation(to);
            to.finish("organisation", "");
        }
        return written;
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        return new String(start, 0, Math.min(start.length, 256), StandardCharsets.ISO_8859_1)
                .contains(Layout.MIMETYPE + new String(Layout.MEDIA_TYPE, StandardCharsets.US_ASCII));
    }

    @Override
    public boolean restores() {
        return true;
    }

    /** All or nothing, regardless of what the options say about bad items. */
    @Override
    public ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        try (ArchiveFile archive = ArchiveFile.open(file, options.bounds(), progress)) {
            if (options.dryRun()) archive.requireContents();
            ImportedArchive imported = imported(desk.archives(), archive, options);
            archive.over();
            return report(imported, options.dryRun());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static ImportedArchive imported(ArchiveDesk desk, ArchiveFile archive, ImportOptions options)
            throws IOException {
        if (options.restoring().isPresent()) {
            RestoreGrounds grounds = options.restoring().get();
            return options.dryRun() ? desk.preview(archive, grounds) : desk.restore(archive, grounds);
        }
        return options.dryRun() ? desk.preview(archive) : desk.importFrom(archive);
    }

    private static ImportReport report(ImportedArchive imported, boolean dryRun) {
        Map<String, ImportReport.Count> counts = new LinkedHashMap<>();
        imported.counts()
                .forEach((kind, each) -> counts.put(
                        kind, new ImportReport.Count(each.added(), each.changed(), each.same(), each.leftOut())));
        List<ImportReport.Remark> remarks = imported.remarks().stream()
                .map(each -> new ImportReport.Remark(new Place(Layout.records(each.kind()), 0, each.id()), each.what()))
                .toList();
        return new ImportReport(NAME, dryRun, counts, remarks, imported.remarksInAll());
    }
}
