package org.eportfolio.exchange.leap2a;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.MissionTitles;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.exchange.leap2a.LeapEdition.Kind;
import org.eportfolio.id.DossierId;

/** Writes a dossier as a ZIP with its feed first. A file is copied from the store to the ZIP, never held in memory. */
final class LeapWriting {
    /** What has no place in a take-along. */
    private static final List<String> NEVER = List.of(
            "positionings",
            "reviews",
            "interviews",
            "staff-notes",
            "pathway",
            "project",
            "missions",
            "drafts",
            "journal");

    private final LeapEdition edition;

    private LeapWriting(LeapEdition edition) {
        this.edition = edition;
    }

    static List<Loss> write(
            Desk desk, DossierId id, Path to, Locale language, boolean staffWords, ProgressListener progress)
            throws IOException {
        Dossier dossier = desk.dossiers().get(id);
        boolean own = desk.actor().person().filter(dossier.learner()::equals).isPresent();
        ExchangeMessages.unless(own, "extent", "leap2a.own-only");
        Wording words = new Wording(language, desk.clock().getZone(), false);
        try (OutputStream file = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(Leap2aFormat.FEED));
            BufferedWriter feed = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            LeapEdition edition = new LeapEdition(
                    desk, dossier, Markup.xml(feed), words, staffWords, MissionTitles.of(desk, id), progress);
            new LeapWriting(edition).write();
            feed.flush();
            zip.closeEntry();
            edition.files.write(zip, progress);
            return edition.losses();
        }
    }

    private void write() throws IOException {
        Markup out = edition.out;
        out.open(
                "feed",
                "xmlns",
                LeapNames.ATOM,
                "xmlns:rdf",
                LeapNames.RDF,
                "xmlns:leap2",
                LeapNames.LEAP,
                "xmlns:categories",
                LeapNames.CATEGORIES,
                "xml:lang",
                edition.words.language());
        out.element("leap2:version", LeapNames.VERSION);
        out.element("id", LeapEdition.id(edition.dossier.id().value()));
        String learner = edition.desk
                .people()
                .named(List.of(edition.dossier.learner()))
                .getOrDefault(edition.dossier.learner(), "");
        out.element("title", edition.words.say("booklet.title", learner));
        out.element(
                "updated",
                edition.desk.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        out.element("generator", "Portfolio", "uri", "urn:eportfolio");
        // A name alone: with an address or a person of their own, a reader leaves the names of the account empty.
        out.open("author").element("name", learner).end();
        entries();
        out.end();
    }

    private void entries() throws IOException {
        LeapShowcases showcases = new LeapShowcases(edition);
        edition.part("showcase", showcases::choose);
        edition.part("production", new LeapWorks(edition)::write);
        LeapThoughts thoughts = new LeapThoughts(edition);
        edition.part("reflection", thoughts::reflections);
        edition.part("report", thoughts::reports);
        edition.part("watch", thoughts::watch);
        LeapAims aims = new LeapAims(edition);
        edition.part("assessment", aims::selfAssessments);
        edition.part("goal", aims::goals);
        edition.part("workplace", aims::periods);
        edition.part("ability", aims::abilities);
        showcases.write();
        for (Kind each : Kind.values()) journal(each);
        for (String each : NEVER) {
            boolean written = edition.staffWords && each.equals("positionings");
            if (!written) edition.lost(each, "", "", "leap2a.lost." + each);
        }
    }

    private void journal(Kind kind) throws IOException {
        List<String> parts = edition.journal(kind);
        if (parts.isEmpty()) return;
        LeapEntry journal = new LeapEntry(
                        edition.journalId(kind),
                        "selection",
                        edition.words.say("leap2a.journal." + kind.term()),
                        edition.desk.clock().instant())
                .in(LeapNames.SELECTION_TYPE, "Blog")
                .in(LeapNames.KIND, "journal");
        parts.forEach(each -> journal.linked("leap2:has_part", each));
        journal.write(edition.out);
    }
}
