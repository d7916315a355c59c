package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eportfolio.ProgressListener;
import org.eportfolio.archive.Arrival;
import org.eportfolio.assessment.FormerLevel;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.MissionTitles;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/** One learner's dossier as one page, as far as the reader may see it: what {@code html} and {@code pdf} share. */
final class Booklet {
    private static final List<String> PARTS = List.of(
            "trajectories", "productions", "reflections", "reports", "assessments", "reviews", "goals", "interviews");

    /** What other formats carry and no booklet does. */
    private static final List<String> NEVER =
            List.of("feedback", "staff-notes", "pathway", "project", "watch", "drafts", "journal");

    private final Edition edition;
    private final Works works;
    private final List<Progress> progress = new ArrayList<>();
    private final Map<AdoptionId, Adoption> adoptions = new LinkedHashMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<FormerLevel> former = new ArrayList<>();

    private Booklet(Edition edition, Works works) {
        this.edition = edition;
        this.works = works;
    }

    /**
     * Writes the page.
     *
     * @param folder the page's, where files go too; used only {@code asFolder}
     * @return what it does not carry
     */
    static List<LossReport.Loss> write(
            Desk desk,
            DossierId id,
            Path page,
            Path folder,
            boolean asFolder,
            Locale language,
            ProgressListener following)
            throws IOException {
        Dossier dossier = desk.dossiers().get(id);
        Wording words = new Wording(language, desk.clock().getZone(), asFolder);
        String learner = desk.people().named(List.of(dossier.learner())).getOrDefault(dossier.learner(), "");
        String title = words.say("booklet.title", learner);
        String style = Wording.style(asFolder ? "screen.css" : "paper.css");
        try (Markup out = Markup.page(page, words.language(), title, style)) {
            Edition edition = new Edition(desk, dossier, out, words, asFolder, following);
            Works works = new Works(
                    edition, asFolder ? new Folder(folder, edition, following) : null, MissionTitles.of(desk, id));
            new Booklet(edition, works).write(title);
            return edition.losses();
        }
    }

    private void write(String title) throws IOException {
        desk().frameworks().adoptions().forEach(each -> adoptions.put(each.id(), each));
        Dossier dossier = edition.dossier;
        var today = edition.words.date(desk().clock().instant());
        for (AdoptionId each : dossier.adoptions().toList()) {
            progress.add(
                    each.equals(dossier.adoption())
                            ? desk().progress().of(dossier.id())
                            : desk().progress().of(dossier.id(), each, today));
        }
        progress.forEach(each -> adoptions.put(each.adoption().id(), each.adoption()));
        arrivals.addAll(Elsewhere.of(dossier.learner(), desk()));
        former.addAll(FormerChapter.of(dossier.id(), desk()));
        Stream<PersonId> authors = progress.stream().flatMap(Trajectories::authors);
        edition.named(
                Stream.concat(Stream.of(dossier.learner()), authors).distinct().toList());
        cover(title);
        edition.out.open("main", "id", "main");
        edition.part("trajectories", this::trajectories);
        edition.part("productions", works::write);
        Thoughts thoughts = new Thoughts(edition, works);
        edition.part("reflections", thoughts::reflections);
        edition.part("reports", thoughts::reports);
        JudgementChapter judgements = new JudgementChapter(edition, adoptions);
        edition.part("assessments", () -> judgements.assessments(progress));
        edition.part("reviews", judgements::reviews);
        Ahead ahead = new Ahead(edition, adoptions);
        edition.part("goals", ahead::goals);
        edition.part("interviews", ahead::interviews);
        if (hasHistory()) edition.part("history", new Elsewhere(edition, arrivals)::write);
        if (!former.isEmpty()) edition.part("former", new FormerChapter(edition, former)::write);
        NEVER.forEach(edition::lost);
        edition.out.end();
    }

    /** Whether other dossiers of the learner came from elsewhere. */
    private boolean hasHistory() {
        return arrivals.stream().anyMatch(each -> !each.dossier().equals(edition.dossier.id()));
    }

    private Desk desk() {
        return edition.desk;
    }

    private void cover(String title) throws IOException {
        Markup out = edition.out;
        out.element("a", edition.say("booklet.skip"), "class", "skip", "href", "#main");
        out.open("header", "class", "cover").element("p", edition.say("booklet.kind"), "class", "kind");
        out.element("h1", title);
        for (Progress each : progress) {
            Framework framework = desk().frameworks().get(each.adoption().framework());
            out.element("p", framework.title(), "class", "framework", "lang", framework.language());
        }
        edition.fact("booklet.state", edition.words.day(progress.get(0).asOf()));
        edition.fact("booklet.handle-with-care");
        for (Arrival each : arrivals) {
            if (!each.dossier().equals(edition.dossier.id())) continue;
            edition.fact("booklet.history.here");
            Elsewhere.origin(edition, each);
        }
        out.open("nav", "aria-label", edition.say("booklet.contents")).open("ul");
        List<String> parts = new ArrayList<>(PARTS);
        if (hasHistory()) parts.add("history");
        if (!former.isEmpty()) parts.add("former");
        for (String part : parts) {
            out.open("li")
                    .element("a", edition.say("booklet." + part), "href", "#" + part)
                    .end();
        }
        out.end().end().end();
    }

    private void trajectories() throws IOException {
        for (Progress each : progress) {
            new Trajectories(edition)
                    .write(each, desk().frameworks().get(each.adoption().framework()));
        }
    }
}
