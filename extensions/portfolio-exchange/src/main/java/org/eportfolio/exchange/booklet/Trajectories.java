package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.HeldBack;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.id.PersonId;

/** Where the learner stands on each competency, and how each perspective saw it come. */
record Trajectories(Edition edition) {
    void write(Progress progress, Framework framework) throws IOException {
        Markup out = edition.out;
        String language = framework.language();
        out.element("h3", framework.title(), "lang", language);
        legend(progress);
        LocalDate to = edition.words.date(progress.asOf());
        LocalDate from = progress.all()
                .flatMap(each -> each.trajectories().stream())
                .flatMap(each -> each.points().stream())
                .map(Trajectory.Point::observedOn)
                .min(LocalDate::compareTo)
                .orElse(to);
        StepChart chart = new StepChart(progress.adoption().scale(), from, to, edition.words, !edition.asFolder);
        List<CompetencyProgress> all = progress.all().toList();
        for (CompetencyProgress each : all) {
            if (!each.trajectories().isEmpty()) competency(each, chart, progress, language);
        }
        HeldBack held = progress.heldBack();
        if (held != null) {
            String codes = held.unsaid().stream().map(Code::value).collect(Collectors.joining(", "));
            out.element("p", edition.say("booklet.held-back", edition.words.day(held.until()), codes), "class", "note");
        }
        if (!progress.uncovered().isEmpty()) {
            out.element("h4", edition.say("booklet.uncovered"));
            out.open("ul", "lang", language);
            for (var each : progress.uncovered()) out.element("li", each.code() + " " + each.label());
            out.end();
        }
    }

    /** Those who assessed, but for peers. */
    static Stream<PersonId> authors(Progress progress) {
        return progress.all()
                .flatMap(each -> each.trajectories().stream())
                .filter(each -> each.perspective() != Perspective.PEER)
                .flatMap(each -> each.points().stream())
                .map(Trajectory.Point::author);
    }

    private void legend(Progress progress) throws IOException {
        Markup out = edition.out;
        out.element("p", edition.say("booklet.perspectives"));
        out.open("ul", "class", "legend");
        for (Perspective each : Perspective.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            out.open("li");
            if (edition.asFolder) out.open("svg", "viewBox", "0 0 48 16", "aria-hidden", "true", "class", "key");
            else
                out.open(
                        "svg",
                        "viewBox",
                        "0 0 48 16",
                        "width",
                        "48",
                        "class",
                        "key",
                        "alt",
                        edition.say("booklet.key"));
            out.empty("path", "class", "line " + name, "d", "M2 8H46");
            out.empty("path", "class", "mark " + name, "d", StepChart.mark(each, 24, 8));
            out.end().text(" " + edition.words.name(each)).end();
        }
        out.end();
        out.element(
                "p",
                edition.say("booklet.scale") + " "
                        + progress.adoption().scale().levels().stream()
                                .map(each -> edition.words.level(null, each))
                                .collect(Collectors.joining(edition.say("booklet.scale.rising"))));
    }

    private void competency(CompetencyProgress of, StepChart chart, Progress progress, String language)
            throws IOException {
        Markup out = edition.out;
        String id = ("c-" + progress.adoption().id() + "-" + of.item().code()).replaceAll("[^A-Za-z0-9-]", "-");
        out.open("article", "class", "competency", "aria-labelledby", id);
        out.element("h4", of.item().code() + " " + of.item().label(), "id", id, "lang", language);
        out.open("p").text(edition.say("booklet.current") + " ");
        out.element(
                        "strong",
                        edition.words.level(of.current().outcome(), of.current().level()))
                .end();
        out.open("div", "class", "beside");
        chart.draw(of, id, out);
        // With roles of their own, since a narrow page lays the cells out one below the other.
        out.open("table", "class", "points", "role", "table");
        out.element(
                "caption", edition.say("booklet.table", of.item().code()), "class", edition.asFolder ? "quiet" : "");
        out.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String each : List.of("booklet.perspective", "booklet.day", "booklet.level", "booklet.by")) {
            out.element("th", edition.say(each), "scope", "col", "role", "columnheader");
        }
        out.end().end().open("tbody", "role", "rowgroup");
        for (Trajectory each : of.trajectories()) {
            for (Trajectory.Point point : each.points()) row(each.perspective(), point);
        }
        out.end().end().end().end();
    }

    private void row(Perspective perspective, Trajectory.Point point) throws IOException {
        Markup out = edition.out;
        out.open("tr", "role", "row")
                .element("th", edition.words.name(perspective), "scope", "row", "role", "rowheader");
        out.element("td", edition.words.day(point.observedOn()), "class", "day", "role", "cell");
        Level level = point.level();
        String corrected = point.supersededBy() == null ? "" : " " + edition.say("booklet.corrected");
        out.element("td", edition.words.level(point.outcome(), level) + corrected, "role", "cell");
        boolean peers = perspective == Perspective.PEER;
        out.element(
                        "td",
                        peers ? edition.say("booklet.a-peer") : edition.name(point.author()),
                        "class",
                        "by",
                        "role",
                        "cell")
                .end();
    }
}
