package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eportfolio.NotFoundException;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.exchange.leap2a.LeapEdition.Kind;
import org.eportfolio.reflection.Subject;
import org.eportfolio.spi.Stored;

/**
 * Productions in their latest version, with their files, and those of groups that the learner belongs to with the
 * learner's part alone. What is confidential to a company stays behind until it is cleared (row A1).
 */
record LeapWorks(LeapEdition edition) {
    void write() throws IOException {
        edition.each(next -> edition.desk.productions().list(edition.dossier.id(), next), this::production);
        edition.each(next -> edition.desk.groups().of(edition.dossier.id(), next), this::ofGroup);
    }

    private void ofGroup(GroupContribution part) throws IOException {
        if (part.home().equals(edition.dossier.id())) return;
        try {
            production(edition.desk.productions().get(part.home(), part.production()));
        } catch (NotFoundException gone) {
            edition.lost("production", part.production().toString(), "", "leap2a.lost.gone");
        }
    }

    private void production(Production production) throws IOException {
        String id = production.id().toString();
        if (production.withheld()) {
            edition.lost("production", id, "", "booklet.lost.confidential");
            return;
        }
        Version version = production.current();
        LeapEntry entry = edition.entry(production.id().value(), Kind.PRODUCTION, version.title(), version.at());
        LeapWords text = new LeapWords(edition.words).prose(version.description());
        List<LeapEntry> files = new ArrayList<>();
        Function<Stored, InputStream> source =
                file -> edition.desk.productions().download(production.dossier(), production.id(), file);
        for (Piece each : version.pieces()) {
            if (each instanceof Piece.Text of) text.prose(of.text());
            else if (each instanceof Piece.Link of) text.link(of.target().toString(), title(of));
            else if (each instanceof Piece.File of) file(production, of, files, entry, text, source);
        }
        parts(version, text);
        text.help(version.helpStated());
        if (version.setting() != null) edition.lived(version.setting(), text, entry);
        if (!version.competencies().isEmpty()) text.fact("booklet.shows", version.competencies());
        version.competencies().forEach(code -> {
            edition.abilities.add(code);
            entry.linked("leap2:is_evidence_of", edition.abilityId(code));
        });
        if (production.dossier().equals(edition.dossier.id())) edition.feedback(Subject.of(production), text);
        if (production.versions().size() > 1) edition.lost("production", id, "versions", "leap2a.lost.versions");
        if (version.language() != null) edition.lost("production", id, "language", "leap2a.lost.field");
        entry.saying(text.html()).write(edition.out);
        for (LeapEntry each : files) each.write(edition.out);
    }

    private void parts(Version version, LeapWords text) {
        long others = version.contributions().stream()
                .filter(each -> !each.member().equals(edition.dossier.learner()))
                .count();
        if (others > 0) text.fact("booklet.others", others);
        version.contributionOf(edition.dossier.learner()).ifPresent(own -> text.said("booklet.contribution", own));
    }

    private static String title(Piece.Link link) {
        return link.title() == null || link.title().isBlank() ? link.target().toString() : link.title();
    }

    private void file(
            Production of,
            Piece.File file,
            List<LeapEntry> files,
            LeapEntry entry,
            LeapWords text,
            Function<Stored, InputStream> source) {
        resource(of, file.name(), file.mediaType(), file.content(), files, entry, source);
        text.said("booklet.alternative", file.alternative());
        text.said("booklet.transcript", file.transcript());
        Stored captions = file.captions();
        if (captions != null) resource(of, file.name() + ".vtt", "text/vtt", captions, files, entry, source);
        if (file.showsNobody()) edition.lost("file", file.name(), "showsNobody", "leap2a.lost.field");
    }

    private void resource(
            Production of,
            String name,
            String type,
            Stored content,
            List<LeapEntry> files,
            LeapEntry entry,
            Function<Stored, InputStream> source) {
        String id = LeapEdition.id(of.id().value(), "file " + files.size());
        String path = edition.files.path(content, name, () -> source.apply(content));
        files.add(new LeapEntry(id, "resource", name, of.current().at()).from(path, type));
        entry.linked("related", id);
    }
}
