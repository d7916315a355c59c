package org.eportfolio.exchange.leap2a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.exchange.leap2a.MaharaExport.entry;
import static org.eportfolio.exchange.leap2a.MaharaExport.file;
import static org.eportfolio.exchange.leap2a.MaharaExport.journal;
import static org.eportfolio.exchange.leap2a.MaharaExport.link;
import static org.eportfolio.exchange.leap2a.MaharaExport.page;
import static org.eportfolio.exchange.leap2a.MaharaExport.post;
import static org.eportfolio.exchange.leap2a.MaharaExport.xhtml;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.Page;
import org.eportfolio.core.Pictures;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.Showcase;
import org.junit.jupiter.api.Test;

/** E5: what a learner brings from Mahara, in the shape that Mahara's own exporter writes. */
class MaharaExportTest extends Story {
    private static final byte[] PDF = "%PDF-1.4 rien".getBytes(StandardCharsets.UTF_8);
    private static final ImportOptions PLAIN = ImportOptions.ofDefaults();

    private final Exchange exchange = Exchange.ofDefaults();

    private ImportReport imported(String entries, Map<String, byte[]> files) throws IOException {
        return imported(entries, files, PLAIN);
    }

    private ImportReport imported(String entries, Map<String, byte[]> files, ImportOptions options) throws IOException {
        return exchange.importFrom(
                school.emma, MaharaExport.zip(folder.resolve("mahara.zip"), entries, files), options);
    }

    private List<Production> productions() {
        return Page.all(next -> school.emma.productions().list(school.dossier, next));
    }

    private ReflectionDraft draft() {
        return Page.all(next -> school.emma.reflections().drafts(school.dossier, next))
                .get(0);
    }

    private String drafted() {
        return draft().content().answers().get(0).text();
    }

    private static List<String> files(Production production) {
        return production.current().pieces().stream()
                .filter(Piece.File.class::isInstance)
                .map(each -> ((Piece.File) each).name() + " " + ((Piece.File) each).mediaType())
                .toList();
    }

    private static String said(Production production) {
        StringBuilder said = new StringBuilder(production.current().description());
        for (Piece each : production.current().pieces()) {
            if (each instanceof Piece.Text text) said.append('\n').append(text.text());
        }
        return said.toString();
    }

    private static List<String> messages(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void a_file_that_is_an_enclosure_of_its_entry_comes_with_the_post_that_names_it() throws Exception {
        imported(
                post("artefact11", "Semaine 3", "<p>Mon rapport est joint.</p>", "artefact10", "artefact12")
                        + journal("artefact10", "artefact11")
                        + file("artefact12", "rapport.pdf", "", "application/pdf", "12-rapport.pdf"),
                Map.of("12-rapport.pdf", PDF));

        assertThat(drafted()).startsWith("Mon rapport est joint.");
        assertThat(productions()).hasSize(1);
        assertThat(files(productions().get(0))).containsExactly("rapport.pdf application/pdf");
        assertThat(draft().content().evidence())
                .extracting(each -> each.production())
                .containsExactly(productions().get(0).id());
    }

    @Test
    void a_file_that_no_entry_names_is_a_production_under_its_own_title() throws Exception {
        imported(
                file("artefact12", "rapport.pdf", "", "application/pdf", "12-rapport.pdf"),
                Map.of("12-rapport.pdf", PDF));

        assertThat(productions()).extracting(Production::title).containsExactly("rapport.pdf");
        assertThat(files(productions().get(0))).containsExactly("rapport.pdf application/pdf");
    }

    @Test
    void a_page_shows_a_file_by_the_entry_that_it_came_in_with() throws Exception {
        imported(
                entry("artefact11", "Semaine 3", "entry", xhtml("<p>Joint.</p>"), link("related", "artefact12"))
                        + file("artefact12", "rapport.pdf", "", "application/pdf", "12-rapport.pdf")
                        + page("view5", "Page", "", "<p>Mon stage</p>", "artefact12")
                        + entry(
                                "artefact30",
                                "Vendre",
                                "ability",
                                "<content></content>",
                                "<link rel=\"alternate\" href=\"urn:eportfolio:framework:mc-sno:2020#C3.1\"/>"
                                        + link("leap2:has_evidence", "artefact12")),
                Map.of("12-rapport.pdf", PDF));

        Production post = productions().get(0);
        assertThat(post.title()).isEqualTo("Semaine 3");
        assertThat(showcase().exhibits())
                .extracting(each -> ((Exhibit.OfProduction) each).production())
                .containsExactly(post.id());
        assertThat(post.current().competencies()).extracting(Object::toString).containsExactly("C3.1");
    }

    @Test
    void a_picture_that_stays_out_leaves_no_empty_production() throws Exception {
        String picture = file("artefact14", "photo.png", "", "image/png", "14-photo.png");

        ImportReport report = imported(picture, Map.of("14-photo.png", Pictures.png()));

        assertThat(productions()).isEmpty();
        assertThat(messages(report)).anyMatch(each -> each.contains("is a picture and stays out"));

        imported(
                picture,
                Map.of("14-photo.png", Pictures.png()),
                PLAIN.into(school.dossier).withPicturesShowingNobody());
        assertThat(files(productions().get(0))).containsExactly("photo.png image/png");
    }

    /** A file as Mahara reads it and other portfolios write it: the content says where it is. */
    private static String sourced(String id, String title, String name) {
        String source = "<content type=\"application/pdf\" src=\"export_info/files/" + name + "\"/>";
        return entry(id, title, "resource", source, "");
    }

    @Test
    void a_file_of_what_stays_out_itself_does_not_vanish_with_it() throws Exception {
        imported(
                entry("artefactinternal", "Emma", "person", "<content></content>", link("related", "artefact15"))
                        + sourced("artefact15", "cv.pdf", "15-cv.pdf"),
                Map.of("15-cv.pdf", PDF));

        assertThat(productions()).extracting(Production::title).containsExactly("cv.pdf");
    }

    @Test
    void a_description_that_stands_as_summary_comes_in() throws Exception {
        imported(
                post("artefact11", "Semaine 3", "<p>Mon rapport est joint.</p>", "artefact10", "artefact12")
                        + journal("artefact10", "artefact11")
                        + file("artefact12", "rapport.pdf", "Relu par le tuteur", "application/pdf", "12-rapport.pdf")
                        + file("artefact13", "plan.pdf", "Le plan du magasin", "application/pdf", "13-plan.pdf")
                        + page("view5", "Mon stage", "<p>Trois semaines.</p>", "<h2>Accueil</h2><p>Le bloc.</p>"),
                Map.of("12-rapport.pdf", PDF, "13-plan.pdf", PDF));

        assertThat(drafted()).startsWith("Mon rapport est joint.\n\nrapport.pdf : Relu par le tuteur");
        assertThat(productions())
                .filteredOn(each -> each.title().equals("plan.pdf"))
                .singleElement()
                .satisfies(each -> assertThat(said(each)).startsWith("Le plan du magasin"));
        assertThat(showcase().narrative()).startsWith("Trois semaines.\n\nAccueil\nLe bloc.");
    }

    private Showcase showcase() {
        return Page.all(next -> school.emma.showcases().list(school.dossier, next))
                .get(0);
    }

    @Test
    void what_a_page_says_to_its_readers_comes_in() throws Exception {
        String page = "<summary>Mon stage</summary><subtitle>À lire en premier</subtitle><content>Le bloc</content>";
        imported(entry("view5", "Page", "selection", page, ""), Map.of());

        assertThat(showcase().narrative()).startsWith("Mon stage\n\nÀ lire en premier\n\nLe bloc");
    }

    @Test
    void what_is_said_as_summary_and_again_as_content_comes_in_once() throws Exception {
        String twice = "<summary>Mes pages de stage</summary><content>Mes pages de stage</content>";
        imported(entry("collection2", "Stage", "selection", twice, ""), Map.of());

        assertThat(showcase().narrative()).containsOnlyOnce("Mes pages de stage");
    }

    @Test
    void a_link_in_a_journal_without_files_keeps_its_address() throws Exception {
        imported(
                post(
                                "artefact11",
                                "Veille",
                                "<p>Lu <a href=\"https://x.example/a?b=1&amp;c=2\">cet article </a>; voir aussi "
                                        + "<a href=\"https://y.example/\">https://y.example/</a>.</p>",
                                "artefact10")
                        + journal("artefact10", "artefact11")
                        + page("view5", "Page", "", "<p>Le <a href=\"https://z.example/\">site</a></p>"),
                Map.of());

        assertThat(drafted())
                .startsWith("Lu cet article (https://x.example/a?b=1&c=2) ; voir aussi https://y.example/.");
        assertThat(showcase().narrative()).startsWith("Le site (https://z.example/)");
    }

    @Test
    void an_address_that_is_no_link_here_stays_in_the_words() throws Exception {
        imported(
                entry(
                        "artefact20",
                        "Liens",
                        "entry",
                        xhtml("<p><a href=\"https://mon_lycee.example/\">le lycée</a>, "
                                + "<a href=\"https://x.example/a|b\">un tableau</a>, "
                                + "<a href=\"mailto:stage@boutique.example\">écrire</a>, "
                                + "<a href=\"https://x.example/\">un lien</a></p>"),
                        ""),
                Map.of());

        Production links = productions().get(0);
        assertThat(said(links))
                .startsWith("le lycée (https://mon_lycee.example/), un tableau (https://x.example/a|b), "
                        + "écrire (stage@boutique.example), un lien\n");
        assertThat(links.current().pieces()).contains(new Piece.Link(URI.create("https://x.example/"), "un lien"));
    }

    @Test
    void text_that_is_html_loses_its_tags_and_keeps_its_lines() throws Exception {
        imported(
                entry(
                                "resumecomposite-8-child-1",
                                "Boutique",
                                "activity",
                                "<content>&lt;p&gt;Accueil &amp;amp; vente&lt;/p&gt;&lt;p&gt;Caisse&lt;/p&gt;</content>",
                                "")
                        + entry(
                                "artefact31",
                                "Mon plan",
                                "plan",
                                "<content>Réviser &amp;amp; lire\nDemander : &lt;a href=\"https://x.example/\"&gt;"
                                        + "https://x.example/&lt;/a&gt;</content>",
                                "")
                        + entry("artefact32", "Prix", "achievement", "<content>a &lt;b et b&gt; c</content>", ""),
                Map.of());

        assertThat(said(productions().get(0))).startsWith("Accueil & vente\nCaisse\n");
        assertThat(said(productions().get(1))).startsWith("Réviser & lire\nDemander : https://x.example/\n");
        assertThat(said(productions().get(2))).startsWith("a <b et b> c\n");
    }

    @Test
    void days_in_words_and_a_role_come_in() throws Exception {
        String job = "<leap2:myrole>Vendeuse</leap2:myrole>"
                + "<leap2:date leap2:point=\"start\" leap2:label=\"sept. 2024\"></leap2:date>"
                + "<leap2:date leap2:point=\"end\" leap2:label=\"juin 2025\"></leap2:date>";
        imported(
                entry("resumecomposite-8-child-1", "Boutique", "activity", "<content>Accueil</content>", job)
                        + entry(
                                "resumecomposite-9-child-2",
                                "Brevet",
                                "achievement",
                                "<content>Obtenu</content>",
                                "<leap2:date leap2:point=\"end\">2023-07</leap2:date>"),
                Map.of());

        assertThat(said(productions().get(0))).contains("Dates : sept. 2024 – juin 2025", "Rôle : Vendeuse");
        assertThat(said(productions().get(1))).contains("Dates : 2023-07");
    }

    @Test
    void a_picture_in_a_text_leaves_its_alternative_and_a_remark() throws Exception {
        ImportReport report = imported(
                entry(
                        "artefact20",
                        "Carte",
                        "entry",
                        xhtml("<p>Voici<img src=\"https://x.example/c.png\" alt=\"ma carte mentale\" /></p>"),
                        ""),
                Map.of());

        assertThat(said(productions().get(0))).startsWith("Voici [ma carte mentale]");
        assertThat(messages(report)).anyMatch(each -> each.contains("its text alone comes in"));
    }

    @Test
    void a_picture_in_a_text_that_is_a_file_of_the_export_is_attached() throws Exception {
        ImportReport report = imported(
                entry(
                                "artefact20",
                                "Carte",
                                "entry",
                                xhtml(
                                        "<p>Voici <img rel=\"leap2:has_part\" href=\"portfolio:artefact14\" alt=\"ma carte\" />"
                                                + " et <a rel=\"leap2:has_part\" href=\"portfolio:artefact12\">le rapport</a></p>"),
                                "")
                        + file("artefact12", "rapport.pdf", "", "application/pdf", "12-rapport.pdf")
                        + file("artefact14", "carte.png", "", "image/png", "14-carte.png"),
                Map.of("12-rapport.pdf", PDF, "14-carte.png", Pictures.png()),
                PLAIN.into(school.dossier).withPicturesShowingNobody());

        assertThat(productions()).hasSize(1);
        assertThat(files(productions().get(0)))
                .containsExactlyInAnyOrder("carte.png image/png", "rapport.pdf application/pdf");
        assertThat(said(productions().get(0))).startsWith("Voici [ma carte] et le rapport");
        assertThat(messages(report)).noneMatch(each -> each.contains("its text alone comes in"));
    }

    @Test
    void a_file_whose_title_has_a_colon_or_a_backslash_comes_in() throws Exception {
        imported(
                entry(
                                "artefact20",
                                "Bilan",
                                "entry",
                                xhtml("<p>Le bilan</p>"),
                                link("related", "artefact12") + link("related", "artefact13"))
                        + file("artefact12", "Bilan : semaine 3.pdf", "", "application/pdf", "12-Bilan : semaine 3.pdf")
                        + file("artefact13", "a\\b.pdf", "", "application/pdf", "13-a\\b.pdf"),
                Map.of("12-Bilan : semaine 3.pdf", PDF, "13-a\\b.pdf", PDF));

        assertThat(files(productions().get(0)))
                .containsExactly("Bilan : semaine 3.pdf application/pdf", "a-b.pdf application/pdf");
    }

    @Test
    void a_file_that_only_a_competency_names_comes_in_by_itself() throws Exception {
        imported(
                entry(
                                "artefact30",
                                "Vendre",
                                "ability",
                                "<content></content>",
                                "<link rel=\"alternate\" href=\"urn:eportfolio:framework:mc-sno:2020#C3.1\"/>"
                                        + link("leap2:has_evidence", "artefact12"))
                        + sourced("artefact12", "rapport.pdf", "12-rapport.pdf"),
                Map.of("12-rapport.pdf", PDF));

        assertThat(productions()).extracting(Production::title).containsExactly("rapport.pdf");
        assertThat(productions().get(0).current().competencies())
                .extracting(Object::toString)
                .containsExactly("C3.1");
    }
}
