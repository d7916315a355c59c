package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.dossier.Version;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.framework.Code;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Productions with their files. What is confidential to a company stays out until it is cleared (row A1): a booklet is
 * handed on.
 *
 * @param missions titles by their ids
 * @param folder null where files cannot lie beside
 */
record Works(Edition edition, @Nullable Folder folder, Map<String, String> missions) {
    void write() throws IOException {
        edition.each(next -> edition.desk.productions().list(edition.dossier.id(), next), this::production);
    }

    private void production(Production production) throws IOException {
        String id = production.id().toString();
        if (production.withheld()) {
            edition.lost(new Loss("production", id, "", ExchangeMessages.of("booklet.lost.confidential")));
            edition.out.element("p", edition.say("booklet.confidential"), "class", "quiet");
            return;
        }
        Version version = production.current();
        edition.shows(production.id().value(), version.title());
        String anchor = Edition.anchor(production.id().value());
        edition.out.open("article", "id", anchor, "class", "work");
        edition.out.element("h3", version.title(), "dir", "auto");
        facts(version);
        Function<Stored, InputStream> source =
                file -> edition.desk.productions().download(edition.dossier.id(), production.id(), file);
        content(version, source);
        for (int i = production.versions().size() - 2; i >= 0; i--) {
            Version earlier = production.versions().get(i);
            edition.out.element(
                    "h4", edition.say("booklet.earlier", earlier.number(), edition.words.day(earlier.at())));
            content(earlier, source);
        }
        edition.out.end();
    }

    private void facts(Version version) throws IOException {
        edition.fact("booklet.made", edition.words.day(version.at()), version.number());
        if (!version.competencies().isEmpty()) {
            edition.fact(
                    "booklet.shows",
                    version.competencies().stream().map(Code::value).toList());
        }
        if (version.setting() != null) lived(version.setting());
    }

    /** In which situation something was lived. */
    void lived(Setting setting) throws IOException {
        if (setting instanceof Setting.Mission of) {
            String id = of.scenario() + "/" + of.mission();
            edition.fact("booklet.lived.mission", missions.getOrDefault(id, id));
        } else if (setting instanceof Setting.Workplace of) {
            edition.fact("booklet.lived.workplace", of.place());
        } else {
            edition.fact("booklet.lived.personal");
        }
    }

    /** What a version holds: its description and its pieces. */
    void content(Version version, Function<Stored, InputStream> source) throws IOException {
        String[] language = language(version.language());
        edition.out.prose(version.description(), language);
        for (Piece each : version.pieces()) {
            if (each instanceof Piece.Text text) edition.out.prose(text.text(), language);
            else if (each instanceof Piece.Link link) link(link);
            else if (each instanceof Piece.File file) file(file, language, source);
        }
        long others = version.contributions().stream()
                .filter(each -> !each.member().equals(edition.dossier.learner()))
                .count();
        if (others > 0) edition.fact("booklet.others", others);
        String own = version.contributionOf(edition.dossier.learner()).orElse(null);
        edition.said("booklet.contribution", own, language);
        edition.help(version.helpStated());
    }

    private void link(Piece.Link link) throws IOException {
        String target = link.target().toString();
        String title = link.title() == null || link.title().isBlank() ? target : link.title();
        boolean web = target.matches("(?i)https?:.*");
        edition.out.open("p").text(edition.say("booklet.link") + " ");
        if (web) edition.out.element("a", title, "href", target, "rel", "noreferrer noopener", "class", "away");
        else if (title.equals(target)) edition.out.text(target);
        else edition.out.text(title + " ").element("span", target, "class", "quiet");
        edition.out.end();
    }

    private void file(Piece.File file, String[] language, Function<Stored, InputStream> source) throws IOException {
        Markup out = edition.out;
        out.open("div", "class", "file");
        if (folder == null) {
            edition.lost(new Loss("file", file.name(), "", ExchangeMessages.of("booklet.lost.file")));
            edition.fact("booklet.file", file.name(), size(file.content().size()));
        } else {
            Folder.Kept kept = folder.keep(file.content(), file.name(), () -> source.apply(file.content()));
            String alternative =
                    file.alternative() == null || file.alternative().isBlank()
                            ? edition.say("booklet.picture", file.name())
                            : file.alternative();
            if (kept.picture()) out.empty("img", "src", kept.path(), "alt", alternative);
            out.open("p", "class", "fact").text(edition.say("booklet.open") + " ");
            out.element("a", file.name(), "href", kept.path());
            out.text(edition.say("booklet.size", size(file.content().size()))).end();
            Stored captions = file.captions();
            if (captions != null) {
                Folder.Kept beside = folder.keep(captions, "captions.vtt", () -> source.apply(captions));
                out.open("p", "class", "fact")
                        .element("a", edition.say("booklet.captions", file.name()), "href", beside.path());
                out.end();
            }
        }
        edition.said("booklet.alternative", file.alternative(), language);
        edition.said("booklet.transcript", file.transcript(), language);
        out.end();
    }

    static String[] language(@Nullable String tag) {
        return tag == null || tag.isBlank() ? new String[0] : new String[] {"lang", tag};
    }

    private String size(long bytes) {
        return bytes < 1_000
                ? edition.say("booklet.bytes", bytes)
                : bytes < 1_000_000
                        ? edition.say("booklet.kilobytes", (bytes + 500) / 1_000)
                        : edition.say("booklet.megabytes", (bytes + 500_000) / 1_000_000);
    }
}
