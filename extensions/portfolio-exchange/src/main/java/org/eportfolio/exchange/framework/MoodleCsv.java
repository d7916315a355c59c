package org.eportfolio.exchange.framework;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.core.FrameworkDesk;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.Importer;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.Csv;
import org.eportfolio.exchange.internal.CsvStart;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.TextFile;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Scale;

/**
 * Frameworks as the competency CSV of Moodle's {@code tool_lpimportcsv}: fourteen columns, by position, since their names
 * are in the language of the user who exported them. Immutable and thread-safe.
 *
 * <p><b>Reading.</b> Trees are mapped as {@link CaseFormat} describes. The file is kept as the framework's {@link Original}:
 * rules, cross-references, scales of single competencies and the descriptions of blocs stay there. Moodle's files name
 * no version, so that a changed file is another version here. <b>Writing.</b> The original if there is one; else the
 * framework with the scale of its latest adoption, without which Moodle reads no framework.
 */
public final class MoodleCsv implements Exporter, Importer {
    private static final String FORMAT = "moodle";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfFramework.class);
    }

    @Override
    public boolean recognises(String fileName, byte[] start) {
        String text = TextFile.start(start);
        return text.contains("[{\"\"scaleid\"\"")
                || text.toLowerCase(Locale.ROOT).contains("scale configuration");
    }

    @Override
    public ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        Findings findings = new Findings(String.valueOf(file.getFileName()), options);
        String text = TextFile.whole(file, Math.min(options.bounds().entryBytes(), Original.LONGEST), findings);
        progress.at(0, -1);
        MoodleRows rows = rows(text, options.bounds(), findings);
        Framework framework = framework(rows, text, findings);
        scale(rows).ifPresent(each -> findings.added("scale", 1));
        progress.at(findings.items(), findings.items());
        ArrivingFramework.compare(framework, List.of(), desk.frameworks(), findings);
        findings.refuseBad();
        if (!options.dryRun()) {
            ArrivingFramework.publish(
                    framework, new Original(framework.id(), FORMAT, Packed.pack(text)), List.of(), desk);
        }
        return findings.report(FORMAT);
    }

    private static MoodleRows rows(String text, Bounds bounds, Findings findings) throws IOException {
        MoodleRows rows = new MoodleRows(findings);
        CsvStart start = CsvStart.of(new StringReader(text), "", findings);
        int columns = Csv.read(start, "", List.of(), bounds, findings, rows);
        ExchangeMessages.unless(
                columns == MoodleRows.HEADER.size(), "file", "moodle.columns", columns, MoodleRows.HEADER.size());
        return rows;
    }

    private static Framework framework(MoodleRows rows, String text, Findings findings) {
        Csv.Row row = rows.framework();
        if (row == null) throw ExchangeMessages.because("file", "moodle.no-framework");
        List<Outline.Node> roots = rows.roots();
        findings.refuseBad();
        MoodleRows.Text name = MoodleRows.Text.of(row.get(2), row.get(3));
        String title = Naming.line(name.label(), 500);
        FrameworkId id = rows.id(row.get(1), text);
        return new Framework(
                id,
                title,
                "und",
                null,
                URI.create("urn:uuid:" + Naming.uuid(FORMAT, id)),
                name.description() == null ? List.of() : List.of(name.description()),
                Map.of(),
                new Outline(findings).blocs(roots, title));
    }

    /**
     * The scale that a framework's original names; empty when it came from no Moodle. Importing adopts none: which scale
     * an organisation works with is for its head to decide, with {@link FrameworkDesk#adopt}.
     */
    public Optional<Scale> scale(Desk desk, FrameworkId framework) {
        return desk.frameworks().original(framework, FORMAT).flatMap(original -> {
            try {
                Findings unheard = new Findings("", ImportOptions.ofDefaults().leavingOutBadOnes());
                return scale(rows(Packed.unpack(original), Bounds.ofDefaults(), unheard));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static Optional<Scale> scale(MoodleRows rows) {
        Csv.Row row = rows.framework();
        if (row == null || row.get(5).isBlank()) return Optional.empty();
        return Optional.of(MoodleScales.read(row.get(5), Naming.line(row.get(2).strip(), 500)));
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        FrameworkDesk frameworks = desk.frameworks();
        Framework framework = frameworks.get(((Extent.OfFramework) extent).framework());
        List<Adoption> adoptions = frameworks.adoptions().stream()
                .filter(each -> each.framework().equals(framework.id()))
                .sorted(Comparator.comparing(Adoption::adoptedAt).reversed())
                .toList();
        List<Loss> lost = new ArrayList<>();
        Optional<Original> original = frameworks.original(framework.id(), FORMAT);
        if (original.isPresent()) {
            Files.writeString(to, Packed.unpack(original.get()));
            adoptions.forEach(each -> lost.add(lost("adoption", each.id(), "scale")));
        } else {
            ExchangeMessages.unless(!adoptions.isEmpty(), "framework", "moodle.no-scale", framework.id());
            lost.addAll(MoodleLosses.of(framework, adoptions));
            MoodleWriting.write(framework, adoptions.get(0).scale(), to, lost);
        }
        long items = framework.items().count();
        progress.at(items, items);
        return new LossReport(FORMAT, lost);
    }

    private static Loss lost(String kind, Object item, String field) {
        return new Loss(kind, item.toString(), field, ExchangeMessages.of("moodle.lost"));
    }
}
