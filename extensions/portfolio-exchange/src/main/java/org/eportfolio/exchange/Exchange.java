package org.eportfolio.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eportfolio.CancelledException;
import org.eportfolio.PluginException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.archive.ArchiveFormat;
import org.eportfolio.exchange.booklet.HtmlBooklet;
import org.eportfolio.exchange.booklet.PassportOds;
import org.eportfolio.exchange.booklet.PdfBooklet;
import org.eportfolio.exchange.booklet.PdfOptions;
import org.eportfolio.exchange.booklet.ShowcaseHtml;
import org.eportfolio.exchange.calendar.CalendarFormat;
import org.eportfolio.exchange.framework.CaseCsv;
import org.eportfolio.exchange.framework.CaseFormat;
import org.eportfolio.exchange.framework.MoodleCsv;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.UnpackedFolder;
import org.eportfolio.exchange.leap2a.Leap2aFormat;
import org.eportfolio.exchange.matrix.MatrixCsv;
import org.eportfolio.exchange.matrix.MatrixHtml;
import org.eportfolio.exchange.roster.AafXml;
import org.eportfolio.exchange.roster.OneRosterZip;
import org.eportfolio.exchange.roster.RosterCsv;
import org.eportfolio.exchange.roster.SiecleXml;
import org.eportfolio.exchange.statement.StatementCsv;
import org.eportfolio.exchange.statement.StatementOds;
import org.eportfolio.exchange.xapi.XapiFormat;
import org.eportfolio.internal.file.OwnerOnly;
import org.eportfolio.internal.file.Workshop;
import org.jspecify.annotations.Nullable;

/**
 * The formats that a host has installed, and the two calls that use them. Immutable and thread-safe.
 *
 * <pre>{@code
 * var exchange = Exchange.ofDefaults();
 * LossReport lost = exchange.export(desk, new Extent.OfFramework(id), "case", Path.of("sno.json"));
 * ImportReport report = exchange.importFrom(desk, Path.of("sno.json"), ImportOptions.ofDefaults().dry());
 * }</pre>
 */
public final class Exchange {
    private static final int START = 64 * 1024;

    private final Map<String, Exporter> exporters;
    private final Map<String, Importer> importers;

    private Exchange(Builder builder) {
        exporters = new LinkedHashMap<>(builder.exporters);
        importers = new LinkedHashMap<>(builder.importers);
    }

    /** All formats that ship with this module. */
    public static Exchange ofDefaults() {
        return withShippedFormats().build();
    }

    /** The shipped formats, to add others to. */
    public static Builder withShippedFormats() {
        ArchiveFormat archive = ArchiveFormat.whole();
        CaseFormat cases = new CaseFormat();
        MoodleCsv moodle = new MoodleCsv();
        Leap2aFormat leap = new Leap2aFormat();
        return withoutFormats()
                .exporter(archive)
                .importer(archive)
                .exporter(ArchiveFormat.takeAway())
                .exporter(cases)
                .importer(cases)
                .exporter(moodle)
                .importer(moodle)
                .importer(new CaseCsv())
                .exporter(leap)
                .importer(leap)
                .exporter(Leap2aFormat.withStaffWords())
                .exporter(new MatrixCsv())
                .exporter(new MatrixHtml())
                .exporter(new HtmlBooklet())
                .exporter(new ShowcaseHtml())
                .exporter(new PdfBooklet())
                .exporter(HtmlBooklet.passport())
                .exporter(PdfBooklet.passport(PdfOptions.ofDefaults()))
                .exporter(new PassportOds())
                .exporter(new StatementCsv())
                .exporter(new StatementOds())
                .exporter(new CalendarFormat())
                .exporter(new XapiFormat())
                .importer(new RosterCsv())
                .importer(new SiecleXml())
                .importer(new OneRosterZip())
                .importer(new AafXml());
    }

    /** No format yet. */
    public static Builder withoutFormats() {
        return new Builder();
    }

    /** The names of what can be written, in the order of installation. */
    public Set<String> exportable() {
        return java.util.Collections.unmodifiableSet(exporters.keySet());
    }

    /** The names of what can be read, in the order of installation. */
    public Set<String> importable() {
        return java.util.Collections.unmodifiableSet(importers.keySet());
    }

    /** Exports in English words and without following it. */
    public LossReport export(Desk desk, Extent extent, String format, Path to) throws IOException {
        return export(desk, extent, format, to, Locale.ENGLISH, ProgressListener.NONE);
    }

    /**
     * Writes a new file or folder, whole or not at all, which only the owner of the program may read. What a killed
     * export left in the same folder is cleared.
     *
     * @param to refused when there is something already
     * @throws CancelledException when {@code progress} says so or the thread is interrupted
     */
    public LossReport export(
            Desk desk, Extent extent, String format, Path to, Locale language, ProgressListener progress)
            throws IOException {
        Exporter exporter = exporters.get(format);
        if (exporter == null) {
            throw ExchangeMessages.because("format", "exchange.no-exporter", format, exporters.keySet());
        }
        ExchangeMessages.unless(
                exporter.extents().contains(extent.getClass()),
                "extent",
                "exchange.extent",
                format,
                ExchangeMessages.of("extent." + extent.getClass().getSimpleName()));
        Path target = to.toAbsolutePath();
        ExchangeMessages.unless(!Files.exists(target), "file", "exchange.exists", to);
        try (Workshop workshop = Workshop.ofExport(target)) {
            Path made = workshop.resolve("made");
            LossReport lost = uninterrupted(() -> exporter.write(desk, extent, made, language, progress));
            CancelledException.ifInterrupted();
            OwnerOnly.settle(made);
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
            return lost;
        }
    }

    /** Imports a file whose format is recognised, without following it. */
    public ImportReport importFrom(Desk desk, Path file, ImportOptions options) throws IOException {
        return importFrom(desk, file, null, options, ProgressListener.NONE);
    }

    /**
     * Imports a file, or the folder of an unpacked one.
     *
     * @param format null to have it recognised, by the first importer that does
     * @throws CancelledException when {@code progress} says so or the thread is interrupted; nothing was written then
     */
    public ImportReport importFrom(
            Desk desk, Path file, @Nullable String format, ImportOptions options, ProgressListener progress)
            throws IOException {
        return uninterrupted(() -> {
            Importer importer = importer(file, format);
            ExchangeMessages.unless(
                    options.restoring().isEmpty() || importer.restores(),
                    "format",
                    "exchange.restores-nothing",
                    importer.format());
            return importer.read(desk, file, options, progress);
        });
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** An interrupted thread may hear of it first from a file of the Java platform, which closes itself. */
    private static <T> T uninterrupted(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (ClosedByInterruptException e) {
            throw new CancelledException();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ClosedByInterruptException) throw new CancelledException();
            throw e;
        }
    }

    /**
     * The importer that reads a file or folder: the named one, or else the first that recognises it.
     *
     * @param format null to have it recognised
     * @throws org.eportfolio.InvalidInputException if there is no such file, importer, or format that looks like it
     */
    public Importer importer(Path file, @Nullable String format) throws IOException {
        boolean folder = Files.isDirectory(file);
        ExchangeMessages.unless(
                Files.isReadable(file) && (folder || Files.isRegularFile(file)), "file", "exchange.no-file", file);
        String name = String.valueOf(file.getFileName());
        Predicate<Importer> recognises = folder ? ofFolder(file) : ofFile(file, name);
        if (format == null) {
            return importers.values().stream()
                    .filter(recognises)
                    .findFirst()
                    .orElseThrow(() ->
                            ExchangeMessages.because("file", "exchange.not-recognised", name, importers.keySet()));
        }
        Importer named = importers.get(format);
        if (named == null) throw ExchangeMessages.because("format", "exchange.no-importer", format, importers.keySet());
        ExchangeMessages.unless(!folder || recognises.test(named), "file", "exchange.no-such-folder", name, format);
        return named;
    }

    private static Predicate<Importer> ofFolder(Path folder) throws IOException {
        Set<String> names = UnpackedFolder.names(folder);
        return each -> each.recognisesFolder(names);
    }

    private static Predicate<Importer> ofFile(Path file, String name) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        return each -> each.recognises(name, start);
    }

    /** Collects formats; a name that is taken is refused by {@link #build}. */
    public static final class Builder {
        private final Map<String, Exporter> exporters = new LinkedHashMap<>();
        private final Map<String, Importer> importers = new LinkedHashMap<>();
        private final List<String> collisions = new ArrayList<>();

        private Builder() {}

        public Builder exporter(Exporter format) {
            if (exporters.putIfAbsent(format.format(), format) != null) collisions.add(format.format());
            return this;
        }

        public Builder importer(Importer format) {
            if (importers.putIfAbsent(format.format(), format) != null) collisions.add(format.format());
            return this;
        }

        /** The exchange; a {@link PluginException} names a format that was installed twice. */
        public Exchange build() {
            if (!collisions.isEmpty()) {
                String twice = collisions.get(0);
                throw new PluginException(
                        twice, ExchangeMessages.of("plugin.collision", ExchangeMessages.of("plugin.format"), twice));
            }
            return new Exchange(this);
        }
    }
}
