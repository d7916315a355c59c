package org.eportfolio.exchange.booklet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PluginException;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Pictures;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.archive.Year;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.NewShowcase;
import org.junit.jupiter.api.Test;

/** E4, D7: a dossier for people to read. */
class BookletTest extends Story {
    private static final byte[] PNG = Pictures.png();

    private final Exchange exchange = Exchange.ofDefaults();
    private LossReport lost = LossReport.none("");

    private String booklet(Desk reader, String name) throws IOException {
        return written(reader, "html", name, Locale.FRENCH);
    }

    private String written(Desk reader, String format, String name, Locale language) throws IOException {
        Path to = folder.resolve(name);
        lost = exchange.export(
                reader, new Extent.OfDossier(school.dossier), format, to, language, ProgressListener.NONE);
        return Files.readString(to.resolve("index.html"));
    }

    @Test
    void a_dossier_is_read_from_its_cover_to_its_interviews() throws IOException {
        Year.playedIn(school);

        String page = booklet(school.emma, "emma");

        assertThat(page)
                .containsSubsequence(
                        "<html lang=\"fr\"",
                        "<h1>Dossier de Emma Exemplaire</h1>",
                        "Compétences au fil du temps",
                        "Objectifs",
                        "Réalisations",
                        "Carte mentale \uD83D\uDE00 « é »",
                        "Réflexions",
                        "Installer le module",
                        "Évaluations et leurs raisons",
                        "J&#39;ai comparé.",
                        "Entretiens formatifs",
                        "Bilan")
                .doesNotContain(Year.STAFF_ONLY, "booklet.", "<script", "Un écran de plus");
        assertThat(written(school.emma, "html", "english", Locale.ENGLISH))
                .contains("<html lang=\"en\"", "Competencies over time", "Formative interviews")
                .doesNotContain("booklet.", "matrix.", "Réalisations");
    }

    @Test
    void each_perspective_has_its_own_line_and_the_chart_is_told_in_words() throws IOException {
        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "en-cours"));
        school.positioned(school.durand, "C3.1", "acquis");

        String page = booklet(school.emma, "emma");

        assertThat(page)
                .containsPattern("<path class=\"line self\" d=\"M[^\"]+\"/>")
                .containsPattern("<path class=\"line teacher\" d=\"M[^\"]+\"/>")
                .containsPattern("<svg class=\"chart\"[^>]* role=\"img\" aria-labelledby=\"(\\S+)-t \\1-d\"")
                .containsPattern(
                        "<desc [^>]*>auto-évaluation : En cours le 07/09/2026. enseignant : Acquis le 07/09/2026.</desc>")
                .containsPattern("(?s)<th scope=\"row\" role=\"rowheader\">enseignant</th>\\s*"
                        + "<td class=\"day\" role=\"cell\">07/09/2026</td>\\s*<td role=\"cell\">◕\u00A0Acquis</td>")
                .doesNotContainPattern("(?i)moyenne :");
        int charts = page.split("<svg class=\"chart\"", -1).length;
        assertThat(charts).isEqualTo(page.split("</desc>", -1).length).isEqualTo(page.split("<caption", -1).length);
    }

    @Test
    void a_file_goes_beside_under_its_hash_and_is_a_picture_only_if_its_bytes_say_so() throws IOException {
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Captures")
                                .attaching(file("écran.exe", "image/gif", PNG)
                                        .describedAs("L'écran de paiement")
                                        .showingNobody())
                                .attaching(file("page.html", "text/html", "<script>alert(1)</script>".getBytes()))
                                .attaching(file("plan.svg", "image/svg+xml", "<svg onload='x'/>".getBytes())
                                        .showingNobody())
                                .attaching(file("note.pdf", "text/html", "%PDF-".getBytes())));

        String page = booklet(school.emma, "emma");

        assertThat(page)
                .containsPattern("<img src=\"files/[0-9a-f]{64}\\.png\" alt=\"L&#39;écran de paiement\"/>")
                .containsPattern("<a href=\"files/[0-9a-f]{64}\\.bin\">page.html</a>")
                .containsPattern("<a href=\"files/[0-9a-f]{64}\\.pdf\">note.pdf</a>");
        assertThat(page.split("<img", -1)).hasSize(2);
        assertThat(tree(folder.resolve("emma")).keySet())
                .hasSize(5)
                .allMatch(each -> each.matches("index\\.html|files/[0-9a-f]{64}\\.(png|bin|pdf)"));
        assertThat(lost.losses())
                .filteredOn(each -> each.kind().equals("file"))
                .extracting(LossReport.Loss::item)
                .containsExactly("page.html", "plan.svg");
    }

    @Test
    void hostile_words_stay_words_and_nothing_is_fetched_from_anywhere() throws IOException {
        String hostile =
                "<script>alert(1)</script> </style> <img src=x onerror=alert(1)> [x](javascript:alert(1)) \" ' & "
                        + "\u202Eexe.fdp \u2066x\u2069 ]]> --> <base href=//evil.example> @import url(//evil.example)";
        school.head.people().name(org.eportfolio.id.PersonId.of("emma"), "Emma </title><script>x</script>");
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("</h3><script>x</script>")
                                .describedAs(hostile)
                                .writing(hostile + "\n\n- un\n- deux\n\n" + "a".repeat(5_000))
                                .attaching(file("\" onclick=\"x", "text/html", new byte[] {1})
                                        .describedAs(hostile))
                                .linking(URI.create("https://vosreves.example/a?b=%22&c=%3Cd"), "Le site </a>"));

        String page = booklet(school.emma, "emma");

        assertThat(page)
                .doesNotContain(
                        "<script", "\u202E", "\u2066", "onerror=alert(1)>", "</style> ", "<base", "href=\"javascript")
                .contains("&lt;script&gt;", "<li>un</li>", "\uFFFDexe.fdp")
                .doesNotContainPattern("<[^>]* on[a-z]+=\"")
                .containsOnlyOnce("<style>");
        String fetched = page.replaceAll("<a href=\"https://vosreves\\.example/[^\"]*\"", "")
                .replace("http://www.w3.org/1999/xhtml", "");
        assertThat(Pattern.compile("<[^>]*(?:https?:|=\"//|javascript:|data:)[^>]*>")
                        .matcher(fetched)
                        .results())
                .isEmpty();
        assertThat(page.substring(page.indexOf("<style>"), page.indexOf("</style>")))
                .doesNotContain("@import", "url(");
    }

    @Test
    void a_text_of_a_megabyte_is_written_whole() throws IOException {
        String nested = "*".repeat(20_000) + ">".repeat(20_000) + "[".repeat(20_000);
        String text = "mot ".repeat(200) + nested.substring(0, 40_000);
        for (int i = 0; i < 25; i++) {
            school.emma
                    .productions()
                    .add(school.dossier, NewProduction.titled("Texte " + i).writing(text));
        }
        assertThat(booklet(school.emma, "emma").length()).isGreaterThan(1_000_000);
    }

    @Test
    void the_same_dossier_gives_the_same_bytes() throws IOException {
        Year.playedIn(school);
        booklet(school.emma, "one");
        booklet(school.emma, "two");

        assertThat(tree(folder.resolve("two")))
                .isEqualTo(tree(folder.resolve("one")))
                .hasSizeGreaterThan(2);
    }

    @Test
    void who_may_not_see_a_part_is_told_so_and_the_report_too() throws IOException {
        Year.playedIn(school);
        school.head
                .grants()
                .give(NewGrant.of("tuteur.legal", Role.REPRESENTATIVE).over(school.dossier));

        String page = booklet(school.as("tuteur.legal"), "legal");

        assertThat(page)
                .contains("Compétences au fil du temps", "ne peut pas voir cette partie")
                .doesNotContain("Carte mentale", "Installer le module", "documentation de Mercanet", "Bilan</h3>");
        assertThat(lost.losses())
                .extracting(LossReport.Loss::kind)
                .contains("productions", "reflections", "interviews", "staff-notes", "journal");
        Refusals.refused(NotFoundException.class, "dossier", "dossier", () -> booklet(school.malo, "malo"));
        assertThat(folder.resolve("malo")).doesNotExist();
    }

    @Test
    void peers_are_heard_and_never_named() throws IOException {
        Year.playedIn(school);
        school.clock.advance(Duration.ofDays(2));

        for (Desk reader : List.of(school.emma, school.durand)) {
            assertThat(booklet(reader, "read-by-" + reader.hashCode()))
                    .containsSubsequence("Pair 1", "Un point fort", "Clair.", "Est-ce clair ?", "Oui.")
                    .doesNotContainIgnoringCase("malo");
        }
    }

    @Test
    void earlier_versions_and_their_files_come_too() throws IOException {
        Production first = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte").showing("C3.1").attaching(VosReves.file("avant.txt", "AVANT")));
        school.emma
                .assessments()
                .publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis").citing(first));
        school.emma
                .productions()
                .extend(
                        school.emma.productions().get(school.dossier, first.id()),
                        NewProduction.titled("Carte reprise").attaching(VosReves.file("apres.txt", "APRES")));

        assertThat(booklet(school.emma, "emma"))
                .containsSubsequence("Carte reprise", "apres.txt", "Version antérieure 1", "avant.txt")
                .contains("<a href=\"#p-" + first.id() + "\">Carte reprise (version 1)</a>");
        assertThat(tree(folder.resolve("emma"))).containsValues("AVANT", "APRES");
    }

    @Test
    void what_is_confidential_to_a_company_stays_out() throws IOException {
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Tarifs secrets")
                                .writing("ENTRE NOUS")
                                .confidentialToTheCompany());

        assertThat(booklet(school.emma, "emma"))
                .contains("confidentielle (entreprise)")
                .doesNotContain("ENTRE NOUS", "Tarifs secrets");
        assertThat(lost.losses()).extracting(each -> each.why().key()).contains("booklet.lost.confidential");
    }

    @Test
    void a_showcase_for_outsiders_holds_what_was_chosen_and_no_level() throws IOException {
        Refusals.refused(
                InvalidInputException.class,
                "no showcase",
                "aucune vitrine",
                () -> written(school.emma, "showcase-html", "none", Locale.FRENCH));
        school.positioned(school.durand, "C3.1", "acquis");
        Production shown = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte").showing("C3.1").attaching(VosReves.file("carte.txt", "CHOISI")));
        school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Autre").attaching(VosReves.file("b.txt", "NON")));
        school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Ma vitrine").showing(shown, "Mes débuts")));

        String page = written(school.emma, "showcase-html", "vitrine", Locale.FRENCH);

        assertThat(page)
                .contains("Ma vitrine", "Mes débuts", "carte.txt")
                .doesNotContain("Acquis", "Autre", "Vu en TP", "<svg", "m.durand");
        assertThat(tree(folder.resolve("vitrine"))).hasSize(2).containsValue("CHOISI");
    }

    @Test
    void a_teacher_who_is_called_as_the_learner_is_told_apart() throws IOException {
        school.head
                .people()
                .name(Map.of(PersonId.of("emma"), "Camille Martin", PersonId.of("m.durand"), "Camille Martin"));
        school.durand
                .assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "acquis").because("Vu en TP."));

        assertThat(booklet(school.emma, "emma")).contains("Camille Martin (m.durand)");
    }

    @Test
    void a_pdf_is_tagged_and_says_what_it_leaves_behind() throws Exception {
        Year.playedIn(school);
        Path pdf = folder.resolve("emma.pdf");

        LossReport report = exchange.export(
                school.emma, new Extent.OfDossier(school.dossier), "pdf", pdf, Locale.FRENCH, ProgressListener.NONE);

        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("Dossier de Emma Exemplaire", "Installer le module", "Acquis")
                    .doesNotContain(Year.STAFF_ONLY, "#");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
        }
        assertThat(report.losses())
                .extracting(LossReport.Loss::kind)
                .contains("file", "level")
                .doesNotContain("chart");
        assertThat(PdfUa.failures(pdf)).isEmpty();
    }

    @Test
    void charts_of_a_pdf_are_described_and_a_text_in_another_language_says_so() throws Exception {
        Year.playedIn(school);
        Path pdf = folder.resolve("emma.pdf");

        exchange.export(
                school.emma, new Extent.OfDossier(school.dossier), "pdf", pdf, Locale.ENGLISH, ProgressListener.NONE);

        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            List<PDStructureElement> tags = new ArrayList<>();
            tags(document.getDocumentCatalog().getStructureTreeRoot(), tags);
            assertThat(tags)
                    .filteredOn(each -> each.getStructureType().equals("Figure"))
                    .isNotEmpty()
                    .extracting(PDStructureElement::getAlternateDescription)
                    .contains("line and mark of this perspective:")
                    .anyMatch(each -> each.matches("teacher: .+ on .+"));
            assertThat(tags)
                    .filteredOn(each -> "fr".equals(each.getLanguage()))
                    .extracting(PDStructureElement::getStructureType)
                    .contains("H3", "H4");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    private static void tags(PDStructureNode in, List<PDStructureElement> all) {
        for (Object each : in.getKids()) {
            if (each instanceof PDStructureElement tag) {
                all.add(tag);
                tags(tag, all);
            }
        }
    }

    @Test
    void a_pdf_names_the_texts_that_its_fonts_cannot_write() throws IOException {
        for (String title : List.of("ნინო", "مرحبا", "שלום", "日本", "Élève", "e\u0301té")) {
            school.emma.productions().add(school.dossier, NewProduction.titled(title));
        }
        Extent dossier = new Extent.OfDossier(school.dossier);

        LossReport report = exchange.export(
                school.emma, dossier, "pdf", folder.resolve("signs.pdf"), Locale.FRENCH, ProgressListener.NONE);

        assertThat(report.losses())
                .filteredOn(each -> each.kind().equals("text"))
                .extracting(LossReport.Loss::item, LossReport.Loss::field)
                .contains(tuple("ნინო", "characters"), tuple("日本", "characters"), tuple("שלום", "direction"))
                .doesNotContain(tuple("Élève", "characters"));
    }

    @Test
    void a_font_of_the_host_writes_what_the_first_one_lacks() throws Exception {
        school.emma.productions().add(school.dossier, NewProduction.titled("ნინო"));
        Exchange withFont = Exchange.withoutFormats()
                .exporter(new PdfBooklet(PdfOptions.ofDefaults().withFont("Georgian", GeorgianFont::open)))
                .build();
        Path pdf = folder.resolve("georgian.pdf");

        LossReport report = withFont.export(
                school.emma, new Extent.OfDossier(school.dossier), "pdf", pdf, Locale.FRENCH, ProgressListener.NONE);

        assertThat(report.losses()).extracting(LossReport.Loss::kind).doesNotContain("text");
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("ნინო");
        }
        assertThat(PdfUa.failures(pdf)).isEmpty();
    }

    @Test
    void the_check_of_pdf_ua_can_fail() throws Exception {
        Path pdf = folder.resolve("untagged.pdf");
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.save(pdf.toFile());
        }
        assertThat(PdfUa.failures(pdf)).isNotEmpty();
    }

    @Test
    void without_its_dependencies_the_pdf_is_refused_by_their_names() {
        Refusals.refused(
                PluginException.class,
                "io.github.openhtmltopdf:openhtmltopdf-pdfbox and org.slf4j:jcl-over-slf4j",
                "deux dépendances",
                () -> new PdfBooklet(PdfOptions.ofDefaults(), "no.such.Renderer")
                        .write(
                                school.emma,
                                new Extent.OfDossier(school.dossier),
                                folder.resolve("x.pdf"),
                                Locale.FRENCH,
                                ProgressListener.NONE));
    }

    static NewAttachment file(String name, String type, byte[] bytes) {
        return NewAttachment.of(name, type, () -> new ByteArrayInputStream(bytes));
    }

    /** All files of a folder with their content. */
    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                found.put(
                        root.relativize(each).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(each), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return found;
    }
}
