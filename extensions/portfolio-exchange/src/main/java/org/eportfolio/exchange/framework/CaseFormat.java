package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.BoundedJson;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.internal.TextFiles;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Scale;

/**
 * Frameworks as CFPackages of 1EdTech CASE: reads 1.0 and 1.1, writes 1.1. Immutable and thread-safe.
 *
 * <p><b>Reading.</b> Children go by {@code sequenceNumber}, then by their order in the file. The first step under the
 * document is a bloc, the second a competency, the third and all below it sub-competencies; items of the first step
 * with nothing below them become the competencies of one bloc that is made up. An item without a code, or with one that
 * is taken or too long, gets its number in the tree; an item that hangs from nothing stands at the top; a second parent
 * counts for nothing here. Each of these is a remark of the report. {@code exactMatchOf} and {@code isRelatedTo} to an
 * item of a published framework become a {@link Crosswalk}. The package is kept beside the framework as its
 * {@link Original}, so that everything else in it, known to CASE or not, is written back.
 *
 * <p><b>Writing.</b> The original if there is one, brought to 1.1: fields that 1.1 does not know travel in
 * {@code extensions}. To it come the crosswalks published since, and the scales of the adoptions as rubrics. What only
 * this library knows travels in {@code extensions} under {@code org.eportfolio}, so that it reads its own files back
 * unchanged.
 */
public final class CaseFormat implements Exporter, Importer {
    static final String FORMAT = "case";
    private static final ObjectMapper PLAIN = new ObjectMapper();

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
        String text = new String(start, StandardCharsets.UTF_8).stripLeading();
        boolean object = text.startsWith("{") || text.startsWith("\uFEFF{");
        return object && (text.contains("\"CFDocument\"") || text.contains("\"CFItems\""));
    }

    /** Brings in one package; at most {@link Original#LONGEST} characters of it. */
    @Override
    public ImportReport read(Desk desk, Path file, ImportOptions options, ProgressListener progress)
            throws IOException {
        Findings findings = new Findings(String.valueOf(file.getFileName()), options);
        String text = TextFiles.read(file, Math.min(options.bounds().entryBytes(), Original.LONGEST));
        JsonNode tree = parse(text, options.bounds(), findings);
        progress.at(0, -1);
        CaseReading.Read read = CaseReading.read(tree, findings);
        CaseRubrics.read(tree, findings);
        Framework framework = read.framework();
        List<Crosswalk> crosswalks = CaseMatches.read(framework.id(), read.matches(), desk.frameworks(), findings);
        long items = framework.items().count();
        progress.at(items, items);
        ArrivingFramework.compare(framework, crosswalks, desk.frameworks(), findings);
        findings.refuseBad();
        if (!options.dryRun()) {
            ArrivingFramework.publish(
                    framework, new Original(framework.id(), FORMAT, Packed.pack(text)), crosswalks, desk);
        }
        return findings.report(FORMAT);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        FrameworkDesk frameworks = desk.frameworks();
        Framework framework = frameworks.get(((Extent.OfFramework) extent).framework());
        List<Loss> lost = new ArrayList<>();
        ObjectNode tree = CasePackages.of(framework, frameworks, lost);
        Files.writeString(to, PLAIN.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        long items = framework.items().count();
        progress.at(items, items);
        return new LossReport(FORMAT, lost);
    }

    /**
     * The scales that a framework's original describes as rubrics, the lowest level first. Importing adopts none: which
     * scale an organisation works with is for its head to decide, with {@link FrameworkDesk#adopt}.
     */
    public List<Scale> scales(Desk desk, FrameworkId framework) {
        return original(framework, desk.frameworks())
                .map(tree -> CaseRubrics.read(tree, unheard()))
                .orElse(List.of());
    }

    static Optional<JsonNode> original(FrameworkId framework, FrameworkDesk desk) {
        return desk.original(framework, FORMAT).map(each -> parse(Packed.unpack(each), Bounds.ofDefaults(), unheard()));
    }

    /** A package that was read before, and said then what was to be said of it. */
    static CaseReading.Read read(JsonNode original) {
        return CaseReading.read(original, unheard());
    }

    private static Findings unheard() {
        return new Findings("", ImportOptions.ofDefaults().leavingOutBadOnes());
    }

    private static JsonNode parse(String text, Bounds bounds, Findings findings) {
        try {
            JsonNode tree = BoundedJson.tree(text, bounds, findings);
            ExchangeMessages.unless(tree.path("CFDocument").isObject(), "file", "case.no-document");
            return tree;
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw ExchangeMessages.because(
                    Place.line(Math.max(0, line)).toString(), "exchange.json", BoundedJson.position(e));
        }
    }
}
