package org.eportfolio.console.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.console.terminal.Json;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.id.PersonId;

/** A cohort's learners against the competencies. */
public record MatrixView(Matrix matrix, LocalDate day, Map<PersonId, String> names) implements View {
    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(Words.bold(texts.say("matrix.title", matrix.cohort().name(), day))
                .and(Words.faint("   " + matrix.adoption().framework())));
        screen.blank();
        table(screen, texts);
        screen.blank();
        Symbols.legend(matrix.adoption().scale(), screen, texts);
        screen.blank();
        for (Item column : matrix.columns()) screen.line("  " + column.code() + "  " + column.label());
    }

    /** Without legend, for one who knows it already. */
    public void table(Screen screen, Texts texts) {
        List<Words> header = new ArrayList<>();
        header.add(Words.bold(texts.say("matrix.learner")));
        matrix.columns().forEach(column -> header.add(Words.bold(column.code().value())));
        header.add(Words.of(""));
        Table table = new Table(header);
        for (Matrix.Line line : matrix.lines()) {
            List<Words> row = new ArrayList<>();
            row.add(Words.of(name(line)));
            for (Item column : matrix.columns()) {
                row.add(
                        line.dossier() == null
                                ? Words.of("")
                                : line.cell(column.code())
                                        .map(cell -> Symbols.cell(cell.outcome(), cell.level()))
                                        .orElseGet(() -> Symbols.cell(null, null)));
            }
            row.add(Words.faint(line.dossier() == null ? texts.say("matrix.no-dossier") : ""));
            table.row(row);
        }
        table.print(screen);
    }

    private String name(Matrix.Line line) {
        return names.getOrDefault(line.learner(), line.learner().value());
    }

    @Override
    public void write(JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("cohort", matrix.cohort().name());
        to.writeStringField("asOf", day.toString());
        to.writeStringField("framework", matrix.adoption().framework().toString());
        to.writeStringField("scale", matrix.adoption().scale().id());
        to.writeArrayFieldStart("levels");
        for (Level level : matrix.adoption().scale().levels()) Json.level(level, to);
        to.writeEndArray();
        to.writeArrayFieldStart("competencies");
        for (Item column : matrix.columns()) Json.item(column, to);
        to.writeEndArray();
        to.writeArrayFieldStart("learners");
        for (Matrix.Line line : matrix.lines()) learner(line, to);
        to.writeEndArray();
        to.writeEndObject();
    }

    private void learner(Matrix.Line line, JsonGenerator to) throws IOException {
        to.writeStartObject();
        Json.person(line.learner(), name(line), to);
        to.writeStringField(
                "dossier", line.dossier() == null ? null : line.dossier().toString());
        to.writeObjectFieldStart("cells");
        for (Item column : matrix.columns()) {
            Matrix.Cell cell = line.cell(column.code()).orElse(null);
            if (cell == null) continue;
            to.writeObjectFieldStart(column.code().value());
            to.writeStringField("outcome", cell.outcome().name());
            Level level = cell.level();
            to.writeStringField("level", level == null ? null : level.id().value());
            to.writeStringField("observedOn", cell.observedOn().toString());
            to.writeEndObject();
        }
        to.writeEndObject();
        to.writeEndObject();
    }

    public static Stream<PersonId> people(Matrix matrix) {
        return matrix.lines().stream().map(Matrix.Line::learner);
    }
}
