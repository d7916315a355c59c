package org.eportfolio.exchange.matrix;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Formula;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A cohort's matrix as CSV that spreadsheets open well: UTF-8 with a byte order mark, a line for each learner, a column
 * for each competency, levels by their labels. "Nothing yet" is written out, as is what does not apply. Text that a
 * spreadsheet would take for a formula gets an apostrophe before it. Immutable and thread-safe.
 */
public final class MatrixCsv implements Exporter {
    private static final String FORMAT = "csv";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final @Nullable Character separator;
    private final boolean mark;

    /** With a byte order mark, and separated as usual in the language: by semicolons in French, by commas in English. */
    public MatrixCsv() {
        this(null, true);
    }

    /** With a byte order mark, and separated by one character, such as {@code ;} or a tab. */
    public static MatrixCsv separatedBy(char separator) {
        return new MatrixCsv(separator, true);
    }

    /** The same without a byte order mark, by which Excel knows UTF-8. */
    public MatrixCsv withoutMark() {
        return new MatrixCsv(separator, false);
    }

    private MatrixCsv(@Nullable Character separator, boolean mark) {
        this.separator = separator;
        this.mark = mark;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfCohort.class);
    }

    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        Extent.OfCohort of = (Extent.OfCohort) extent;
        Matrix matrix = desk.progress().matrix(of.cohort(), of.adoption());
        LocalDate day = LocalDate.ofInstant(matrix.asOf(), desk.clock().getZone());
        List<PersonId> people =
                matrix.lines().stream().map(Matrix.Line::learner).toList();
        Map<PersonId, String> names = desk.people().sorted(people, language);
        List<Loss> lost = new ArrayList<>();
        char between = separator != null
                ? separator
                : words("matrix.separator", language).charAt(0);
        try (Writer file = Files.newBufferedWriter(to);
                CsvWriter out = CsvWriter.builder()
                        .fieldSeparator(between)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(file)) {
            if (mark) file.write(BYTE_ORDER_MARK);
            List<String> header = new ArrayList<>();
            header.add(words("matrix.learner", language, day));
            header.add(words("matrix.id", language));
            for (Item each : matrix.columns()) {
                header.add(harmless(
                        each.code() + " " + each.label(),
                        "competency",
                        each.code().value(),
                        "label",
                        lost));
            }
            out.writeRecord(header);
            int done = 0;
            for (Matrix.Line line : MatrixLines.inOrder(matrix, names)) {
                progress.at(done++, matrix.lines().size());
                out.writeRecord(line(line, names.getOrDefault(line.learner(), ""), matrix, language, lost));
            }
            progress.at(done, matrix.lines().size());
        }
        String adoption = matrix.adoption().id().toString();
        long cells = matrix.lines().stream()
                .flatMap(line -> matrix.columns().stream().filter(each -> isFilled(line, each)))
                .count();
        if (cells > 0) lost.add(new Loss("cell", "", "observedOn", ExchangeMessages.of("matrix.lost-days", cells)));
        lost.add(new Loss("adoption", adoption, "policy", ExchangeMessages.of("matrix.lost")));
        lost.add(new Loss("adoption", adoption, "scale.colours", ExchangeMessages.of("matrix.lost")));
        return new LossReport(FORMAT, lost);
    }

    private static boolean isFilled(Matrix.Line line, Item column) {
        return line.dossier() != null && line.cell(column.code()).isPresent();
    }

    private static List<String> line(Matrix.Line line, String name, Matrix matrix, Locale language, List<Loss> lost) {
        String person = line.learner().value();
        List<String> fields = new ArrayList<>();
        fields.add(harmless(name, "person", person, "name", lost));
        fields.add(harmless(person, "person", person, "id", lost));
        for (Item each : matrix.columns()) {
            Matrix.Cell cell = line.cell(each.code()).orElse(null);
            if (line.dossier() == null) {
                fields.add(words("matrix.no-dossier", language));
            } else if (cell == null) {
                fields.add(words("matrix.nothing-yet", language));
            } else {
                String item = person + " " + each.code();
                Level level = cell.level();
                fields.add(
                        level == null
                                ? words("matrix.not-applicable", language)
                                : harmless(level.label(), "cell", item, "level", lost));
            }
        }
        return fields;
    }

    private static String words(String key, Locale language, Object... arguments) {
        return ExchangeMessages.of(key, arguments).in(language);
    }

    /** The text, as text: spreadsheets run what begins like a formula. */
    private static String harmless(String text, String kind, String item, String field, List<Loss> lost) {
        if (!Formula.looksLike(text)) return text;
        lost.add(new Loss(kind, item, field, ExchangeMessages.of("matrix.defused")));
        return "'" + text;
    }
}
