package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.booklet.Situations.Lived;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.MissionTitles;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.DossierId;

/**
 * The professional passport (<em>passeport professionnel</em>): which situations a learner lived, at school and at work,
 * competency by competency. It states no level and no judgement: these stand in the booklet and in the statement.
 */
final class Passport {
    static final List<String> NEVER = List.of("levels", "files", "others");

    private final Edition edition;
    private final Works works;
    private final List<Lived> situations;

    private Passport(Edition edition, Works works, List<Lived> situations) {
        this.situations = situations;
        this.edition = edition;
        this.works = works;
    }

    /** Writes the page, and no file beside it; gives back what it does not carry. */
    static List<Loss> write(
            Desk desk, DossierId id, Path page, boolean asFolder, Locale language, ProgressListener following)
            throws IOException {
        Dossier dossier = desk.dossiers().get(id);
        Wording words = new Wording(language, desk.clock().getZone(), asFolder);
        String learner = desk.people().named(List.of(dossier.learner())).getOrDefault(dossier.learner(), "");
        String title = words.say("booklet.passport", learner);
        String style = Wording.style(asFolder ? "screen.css" : "paper.css");
        try (Markup out = Markup.page(page, words.language(), title, style)) {
            Edition edition = new Edition(desk, dossier, out, words, asFolder, following);
            List<Lived> situations = Situations.of(desk, id, following, edition::lost);
            new Passport(edition, new Works(edition, null, MissionTitles.of(desk, id)), situations).write(title);
            return edition.losses();
        }
    }

    private void write(String title) throws IOException {
        List<Framework> frameworks = Situations.frameworks(edition.desk, edition.dossier);
        cover(title, frameworks);
        edition.out.open("main", "id", "main");
        edition.part("passport-periods", this::periods);
        Set<Code> listed = new HashSet<>();
        edition.part("passport-competencies", () -> {
            for (Framework each : frameworks) competencies(each, listed);
            if (listed.isEmpty()) edition.out.element("p", edition.say("booklet.none"), "class", "quiet");
        });
        List<Lived> others = situations.stream()
                .filter(each -> each.codes().stream().noneMatch(listed::contains))
                .toList();
        if (!others.isEmpty()) edition.part("passport-others", () -> byPlace(others, "h3"));
        for (String each : NEVER) {
            edition.lost(new Loss(each, "", "", ExchangeMessages.of("booklet.lost.passport-" + each)));
        }
        edition.out.end();
    }

    private void cover(String title, List<Framework> frameworks) throws IOException {
        Markup out = edition.out;
        out.element("a", edition.say("booklet.skip"), "class", "skip", "href", "#main");
        out.open("header", "class", "cover").element("p", edition.say("booklet.passport.kind"), "class", "kind");
        out.element("h1", title);
        for (Framework each : frameworks) {
            out.element("p", each.title(), "class", "framework", "lang", each.language());
        }
        edition.fact("booklet.state", edition.words.day(edition.desk.clock().instant()));
        edition.fact("booklet.handle-with-care");
        out.end();
    }

    private void periods() throws IOException {
        edition.each(next -> edition.desk.tutoring().list(edition.dossier.id(), next), this::period);
    }

    private void period(WorkplacePeriod period) throws IOException {
        edition.out.open("article").element("h3", period.employer(), "dir", "auto");
        edition.fact("leap2a.period", edition.words.day(period.from()), edition.words.day(period.until()));
        edition.out.end();
    }

    private void competencies(Framework framework, Set<Code> listed) throws IOException {
        for (Item item : framework.items().toList()) {
            List<Lived> here = situations.stream()
                    .filter(each -> each.codes().contains(item.code()))
                    .toList();
            if (here.isEmpty()) continue;
            listed.add(item.code());
            Markup out = edition.out;
            out.element("h3", item.code() + " " + item.label(), "lang", framework.language());
            byPlace(here, "h4");
        }
    }

    private void byPlace(List<Lived> all, String heading) throws IOException {
        for (String place : Situations.PLACES) {
            List<Lived> there =
                    all.stream().filter(each -> each.place().equals(place)).toList();
            if (there.isEmpty()) continue;
            edition.out.element(heading, edition.say("booklet.passport." + place));
            for (Lived each : there) situation(each);
        }
    }

    private void situation(Lived lived) throws IOException {
        Markup out = edition.out;
        out.open("article", "class", "work");
        out.open("p").element("strong", lived.title(), "dir", "auto").end();
        edition.fact("booklet.passport." + lived.what(), edition.words.day(lived.at()));
        if (lived.setting() != null) works.lived(lived.setting());
        out.prose(lived.words()).end();
    }
}
