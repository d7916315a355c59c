package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.exchange.Exporter;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * {@code showcase-html}: the published showcases of a dossier for outsiders, as a folder like {@link HtmlBooklet}'s. It
 * holds what a link to them would show today and nothing more: no level, no note, no word of the team. Recordings are
 * represented by their transcripts, because a file cannot be taken back. Immutable and thread-safe.
 */
public final class ShowcaseHtml implements Exporter {
    private static final String FORMAT = "showcase-html";
    private static final int PAGE = 100;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Set<Class<? extends Extent>> extents() {
        return Set.of(Extent.OfDossier.class);
    }

    /** @throws InvalidInputException when no showcase is published */
    @Override
    public LossReport write(Desk desk, Extent extent, Path to, Locale language, ProgressListener progress)
            throws IOException {
        Dossier dossier = desk.dossiers().get(((Extent.OfDossier) extent).dossier());
        List<Showcase> published = published(desk, dossier);
        ExchangeMessages.unless(!published.isEmpty(), "dossier", "booklet.no-showcase");
        Wording words = new Wording(language, desk.clock().getZone(), true);
        Files.createDirectory(to);
        List<Displayed> shown = new ArrayList<>();
        for (Showcase each : published) shown.add(desk.showcases().display(dossier.id(), each.id()));
        String learner = shown.get(0).learner();
        String title = learner == null ? words.say("booklet.showcase") : learner;
        Path index = to.resolve(HtmlBooklet.INDEX);
        try (Markup out = Markup.page(index, words.language(), title, Wording.style("screen.css"))) {
            Edition edition = new Edition(desk, dossier, out, words, true, progress);
            Works works = new Works(edition, new Folder(to, edition, progress), Map.of());
            out.element("a", words.say("booklet.skip"), "class", "skip", "href", "#main");
            out.open("header", "class", "cover");
            if (learner != null) out.element("p", words.say("booklet.showcase"), "class", "kind");
            out.element("h1", title).end().open("main", "id", "main");
            for (int i = 0; i < shown.size(); i++) {
                showcase(shown.get(i), i, works, sources(desk, published.get(i)));
            }
            return new LossReport(FORMAT, edition.losses());
        }
    }

    private static List<Showcase> published(Desk desk, Dossier dossier) {
        return Page.all((PageRequest next) -> desk.showcases().list(dossier.id(), next)).stream()
                .filter(Showcase::published)
                .toList();
    }

    /** Where the reader can fetch the bytes of what is shown. */
    private static Map<Stored, Production> sources(Desk desk, Showcase showcase) {
        Map<Stored, Production> sources = new HashMap<>();
        for (Exhibit each : showcase.exhibits()) {
            if (!(each instanceof Exhibit.OfProduction of)) continue;
            try {
                Production production = desk.productions().get(of.dossier(), of.production());
                production.contents().forEach(content -> sources.put(content, production));
            } catch (NotFoundException goneOrNotTheirs) {
                continue; // the showcase does not display it either
            }
        }
        return sources;
    }

    private static void showcase(Displayed shown, int number, Works works, Map<Stored, Production> sources)
            throws IOException {
        Edition edition = works.edition();
        Markup out = edition.out;
        out.open("section", "aria-labelledby", "s-" + number);
        out.element("h2", shown.title(), "id", "s-" + number, "dir", "auto").prose(shown.narrative());
        for (Displayed.Item each : shown.items()) {
            out.open("article", "class", "work");
            if (each instanceof Displayed.Made made) made(made, works, sources);
            else if (each instanceof Displayed.Spoken spoken) {
                out.element("h3", spoken.name(), "dir", "auto").prose(spoken.words());
                edition.lost(
                        new Loss("recording", spoken.name(), "content", ExchangeMessages.of("booklet.lost.recording")));
                boolean photo = spoken.seconds() == 0;
                if (photo) edition.fact("booklet.photo");
                else edition.fact("booklet.recorded", spoken.seconds());
                edition.said(photo ? "booklet.photo-shows" : "booklet.transcript", spoken.transcript());
            }
            out.end();
        }
        out.end();
    }

    private static void made(Displayed.Made made, Works works, Map<Stored, Production> sources) throws IOException {
        Edition edition = works.edition();
        edition.out.element("h3", made.versions().isEmpty() ? made.words() : title(made), "dir", "auto");
        edition.out.prose(made.words());
        boolean several = made.versions().size() > 1;
        for (int i = 0; i < made.versions().size(); i++) {
            Version version = made.versions().get(i);
            if (several) edition.out.element("h4", edition.say(i == 0 ? "booklet.before" : "booklet.after"));
            works.content(version, file -> open(edition.desk, sources.get(file), file));
        }
        Displayed.Part part = made.part();
        if (part != null) {
            edition.fact("booklet.others", part.others());
            edition.said("booklet.contribution", part.contribution());
        }
    }

    private static String title(Displayed.Made made) {
        return made.versions().get(made.versions().size() - 1).title();
    }

    private static InputStream open(Desk desk, @Nullable Production from, Stored file) {
        if (from == null) throw new NotFoundException("file", file.sha256());
        return desk.productions().download(from.dossier(), from.id(), file);
    }
}
