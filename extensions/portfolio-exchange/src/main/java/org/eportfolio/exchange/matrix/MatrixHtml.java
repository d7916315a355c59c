package org.eportfolio.exchange.matrix;

import java.io.IOException;
import java.nio.file.Path;
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
import org.eportfolio.exchange.internal.Colours;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.PersonId;

/**
 * {@code matrix-html}: a cohort's matrix as one accessible page: a level is its symbol and its label upon its colour, with the
 * day it was observed on, and "nothing yet" is written out. Immutable and thread-safe.
 */
public final class MatrixHtml implements Exporter {
    private static final String FORMAT = "matrix-html";

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
        Framework framework = desk.frameworks().get(matrix.adoption().framework());
        Wording words = new Wording(language, desk.clock().getZone(), true);
        Map<PersonId, String> names = desk.people()
                .sorted(matrix.lines().stream().map(Matrix.Line::learner).toList(), language);
        String title = words.say("matrix.title", matrix.cohort().name());
        Scale scale = matrix.adoption().scale();
        String style = Wording.style("screen.css") + Colours.style(scale);
        try (Markup out = Markup.page(to, words.language(), title, style)) {
            out.element("a", words.say("booklet.skip"), "class", "skip", "href", "#main");
            out.open("header", "class", "cover").element("h1", title);
            out.element("p", framework.title(), "class", "framework", "lang", framework.language());
            out.element("p", words.say("booklet.state", words.day(matrix.asOf())), "class", "fact")
                    .end();
            out.open("main", "id", "main");
            out.open("ul", "class", "legend");
            for (Level each : scale.levels()) {
                out.element("li", words.level(null, each), "class", "level " + Colours.name(each, scale));
            }
            out.end();
            out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-labelledby", "matrix");
            out.open("table", "class", "matrix").element("caption", words.say("matrix.caption"), "id", "matrix");
            out.open("thead").open("tr").element("th", words.say("matrix.who"), "scope", "col");
            for (Item each : matrix.columns()) {
                out.open("th", "scope", "col", "lang", framework.language());
                out.element("strong", each.code().value())
                        .text(" " + each.label())
                        .end();
            }
            out.end().end().open("tbody");
            int done = 0;
            for (Matrix.Line line : MatrixLines.inOrder(matrix, names)) {
                progress.at(done++, matrix.lines().size());
                line(line, names.getOrDefault(line.learner(), line.learner().value()), matrix, words, out);
            }
            progress.at(done, matrix.lines().size());
        }
        String adoption = matrix.adoption().id().toString();
        return new LossReport(
                FORMAT, List.of(new Loss("adoption", adoption, "policy", ExchangeMessages.of("matrix.page-lost"))));
    }

    private static void line(Matrix.Line line, String name, Matrix matrix, Wording words, Markup out)
            throws IOException {
        out.open("tr").element("th", name, "scope", "row", "dir", "auto");
        for (Item each : matrix.columns()) {
            Matrix.Cell cell = line.cell(each.code()).orElse(null);
            if (line.dossier() == null) out.element("td", words.say("matrix.no-dossier"), "class", "none");
            else if (cell == null) out.element("td", words.say("matrix.nothing-yet"), "class", "none");
            else {
                Level level = cell.level();
                if (level == null) out.open("td");
                else
                    out.open(
                            "td",
                            "class",
                            "level " + Colours.name(level, matrix.adoption().scale()));
                out.text(words.level(cell.outcome(), level));
                out.empty("br").element("time", words.day(cell.observedOn())).end();
            }
        }
        out.end();
    }
}
