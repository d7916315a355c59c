package org.eportfolio.console.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NamedLines;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.ProgressDesk;
import org.eportfolio.framework.Item;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.jspecify.annotations.Nullable;

/** A cohort's learners against the competencies. */
public record MatrixView(Matrix matrix, LocalDate day, Map<PersonId, String> names) implements View {
    /**
     * @param adoption {@code null} for the only one of the cohort's dossiers
     * @param asOf {@code null} for now
     */
    public static MatrixView of(Cohort cohort, @Nullable AdoptionId adoption, @Nullable LocalDate asOf, Lookup lookup) {
        ProgressDesk desk = lookup.desk().progress();
        Matrix matrix = asOf == null ? desk.matrix(cohort.id(), adoption) : desk.matrix(cohort.id(), adoption, asOf);
        return new MatrixView(
                matrix,
                asOf == null ? LocalDate.ofInstant(matrix.asOf(), lookup.clock().getZone()) : asOf,
                lookup.sorted(matrix.lines().stream().map(Matrix.Line::learner).toList()));
    }

    @Override
    public Object document() {
        return this;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(StyledText.bold(texts.say("matrix.title", matrix.cohort().name(), day))
                .and(StyledText.faint("   " + matrix.adoption().framework() + ", "
                        + matrix.adoption().scale().title())));
        screen.blank();
        if (matrix.lines().isEmpty()) screen.line(texts.say("matrix.none"));
        else table(screen, texts);
        screen.blank();
        LevelSymbols.legend(matrix.adoption().scale(), screen, texts);
        screen.blank();
        for (Item column : matrix.columns()) screen.line("  " + column.code() + "  " + column.label());
    }

    /** The table without the legend. */
    public void table(Screen screen, Texts texts) {
        List<StyledText> header = new ArrayList<>();
        header.add(StyledText.bold(texts.say("matrix.learner")));
        matrix.columns()
                .forEach(column -> header.add(StyledText.bold(column.code().value())));
        boolean remarks = matrix.lines().stream().anyMatch(line -> line.dossier() == null);
        if (remarks) header.add(StyledText.of(""));
        Table table = new Table(header);
        for (Matrix.Line line : NamedLines.inOrder(matrix.lines(), Matrix.Line::learner, names)) {
            List<StyledText> row = new ArrayList<>();
            row.add(StyledText.of(name(line)));
            for (Item column : matrix.columns()) {
                row.add(
                        line.dossier() == null
                                ? StyledText.of("")
                                : line.cell(column.code())
                                        .map(cell -> LevelSymbols.cell(cell.outcome(), cell.level()))
                                        .orElseGet(() -> LevelSymbols.cell(null, null)));
            }
            if (remarks) row.add(StyledText.faint(line.dossier() == null ? texts.say("matrix.no-dossier") : ""));
            table.row(row);
        }
        table.print(screen);
    }

    private String name(Matrix.Line line) {
        return names.getOrDefault(line.learner(), line.learner().value());
    }
}
