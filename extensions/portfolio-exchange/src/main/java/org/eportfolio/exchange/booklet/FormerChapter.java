package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Page;
import org.eportfolio.assessment.FormerLevel;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.id.DossierId;

/** Levels that the learner had been given before, from sheets: as they were written there, counted nowhere. */
record FormerChapter(Edition edition, List<FormerLevel> levels) {
    private static final List<String> COLUMNS = List.of(
            "booklet.history.competency", "booklet.level", "booklet.day", "booklet.former.source", "booklet.by");

    static List<FormerLevel> of(DossierId dossier, Desk desk) {
        return Page.all(request -> desk.formerLevels().of(dossier, request));
    }

    void write() throws IOException {
        Markup out = edition.out;
        out.element("p", edition.say("booklet.former.counts-nowhere"), "class", "quiet");
        out.open("table").element("caption", edition.say("booklet.former.table"));
        out.open("thead").open("tr");
        for (String each : COLUMNS) out.element("th", edition.say(each), "scope", "col");
        out.end().end().open("tbody");
        for (FormerLevel each : levels) row(each);
        out.end().end();
    }

    private void row(FormerLevel of) throws IOException {
        Markup out = edition.out;
        String code = of.competency() == null ? "" : of.competency().value();
        String what = (code + " " + of.wording()).strip();
        out.open("tr").element("th", what, "scope", "row");
        out.element("td", of.level());
        out.element("td", edition.words.day(of.on()), "class", "day");
        out.element("td", of.source());
        out.element("td", Objects.requireNonNullElse(of.author(), ""), "class", "by")
                .end();
    }
}
