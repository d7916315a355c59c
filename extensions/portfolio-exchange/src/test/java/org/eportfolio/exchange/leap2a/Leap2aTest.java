package org.eportfolio.exchange.leap2a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Pictures;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.archive.Year;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.junit.jupiter.api.Test;

/** E5: what a learner takes along to Mahara and other portfolios, and brings from them. */
class Leap2aTest extends Story {
    private static final byte[] PNG = Pictures.png();
    private static final ImportOptions PLAIN = ImportOptions.ofDefaults();

    private final Exchange exchange = Exchange.ofDefaults();
    private int files;

    private Path exported(String format) throws IOException {
        Path to = folder.resolve("leap-" + files++ + ".zip");
        lost = exchange.export(
                school.emma, new Extent.OfDossier(school.dossier), format, to, Locale.FRENCH, ProgressListener.NONE);
        return to;
    }

    private LossReport lost = LossReport.none("");

    private static String feed(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry("leap2a.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path zip(String feed, Map<String, byte[]> contents) throws IOException {
        Path to = folder.resolve("from-" + files++ + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.putNextEntry(new ZipEntry("leap2a.xml"));
            out.write(feed.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> each : contents.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
        }
        return to;
    }

    private static String mahara(String entries) {
        return "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns:leap2='http://terms.leapspecs.org/'"
                + " xmlns:categories='http://wiki.leapspecs.org/2A/categories/'>"
                + "<leap2:version>http://www.leapspecs.org/2010-07/2A/</leap2:version>"
                + "<id>https://mahara.example/export/7</id><title>Export</title>"
                + "<generator uri='http://mahara.org/'>Mahara</generator>"
                + "<author><name>Emma Exemplaire</name></author>" + entries + "</feed>";
    }

    private static String entry(String id, String type, String content, String more) {
        return "<entry><title>" + id + "</title><id>" + id + "</id><published>2024-03-05T10:00:00+01:00</published>"
                + "<rdf:type rdf:resource='leap2:" + type + "'/>" + content + more + "</entry>";
    }

    private static String html(String html) {
        return "<content type='html'>" + html.replace("&", "&amp;").replace("<", "&lt;") + "</content>";
    }

    private ImportReport imported(Path file) throws IOException {
        return exchange.importFrom(school.emma, file, PLAIN);
    }

    private List<Production> productions(Desk of) {
        return Page.all(next -> of.productions().list(of == school.emma ? school.dossier : school.malos, next));
    }

    private static String said(Production production) {
        StringBuilder said = new StringBuilder(production.current().description());
        for (Piece each : production.current().pieces()) {
            if (each instanceof Piece.Text text) said.append('\n').append(text.text());
        }
        return said.toString();
    }

    private List<String> messages(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void a_year_leaves_by_the_rules_of_the_real_reader() throws Exception {
        Year.playedIn(school);
        Path zip = exported("leap2a");

        MaharaRules.hold(zip);

        assertThat(feed(zip))
                .contains(
                        "Carte mentale",
                        "J&amp;#39;ai lu la documentation",
                        "rdf:resource=\"leap2:plan\"",
                        "leap2:point=\"target\">2026-09-07T00:00:00Z",
                        "rdf:resource=\"leap2:activity\"",
                        "term=\"Placement\" scheme=\"categories:life_area#\"",
                        "rdf:resource=\"leap2:ability\"",
                        "href=\"urn:eportfolio:framework:mc-sno:2020#C3.1\"",
                        "rdf:resource=\"leap2:selection\"")
                .doesNotContain(Year.STAFF_ONLY, "Et ensuite", "Durand", "Clair.", "Vu en TP", "malo", "leap2a.");
    }

    @Test
    void the_words_of_the_staff_leave_only_if_asked_by_role_and_day() throws Exception {
        Year.playedIn(school);

        String feed = feed(exported("leap2a-with-staff-words"));

        assertThat(feed)
                .contains("enseignant, 07/09/2026", "Et ensuite ?", "Vu en TP")
                .doesNotContain(Year.STAFF_ONLY, "Durand", "Clair.", "malo");
        assertThat(lost.losses()).extracting(LossReport.Loss::kind).contains("reviews", "staff-notes", "journal");
    }

    @Test
    void each_thing_left_behind_is_named() throws Exception {
        school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Fichier clients").confidentialToTheCompany());
        Production map = school.mindMap();
        school.emma.productions().extend(map, NewProduction.titled("Carte revue"));
        school.durand.feedback().comment(org.eportfolio.reflection.Subject.of(map), "Bien.");

        Path zip = exported("leap2a");

        assertThat(feed(zip)).doesNotContain("Fichier clients", "Bien.").contains("Carte revue");
        assertThat(lost.losses())
                .extracting(each -> each.kind() + " " + each.field())
                .contains("production ", "production versions", "feedback ", "reviews ", "drafts ");
    }

    @Test
    void nobody_takes_another_ones_dossier_along() {
        refused(
                InvalidInputException.class,
                "only its learner takes a dossier along",
                "seul son apprenant emporte un dossier",
                () -> exchange.export(
                        school.durand, new Extent.OfDossier(school.dossier), "leap2a", folder.resolve("x.zip")));
        assertThat(folder.resolve("x.zip")).doesNotExist();
    }

    @Test
    void what_both_sides_know_comes_back() throws Exception {
        Production map = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte « é » & co")
                                .describedAs("Une carte.\n\n- un\n- deux <b>")
                                .showing("C3.1")
                                .attaching(NewAttachment.of(
                                                "écran d'accueil+.png",
                                                "image/png",
                                                () -> new ByteArrayInputStream(PNG))
                                        .showingNobody())
                                .linking(URI.create("https://vosreves.example/?a=1&b=2"), "VosRêves")
                                .livedIn(new Setting.Workplace("Boutique L'Étoile")));
        school.emma
                .reflections()
                .share(
                        school.dossier,
                        NewReflection.on("Comparer trois offres", new Setting.Workplace("Boutique L'Étoile"))
                                .answering("text", "J'ai comparé trois offres.")
                                .citing(map));
        school.emma
                .showcases()
                .begin(school.dossier, NewShowcase.titled("Ma vitrine").showing(map, "Ma carte"));
        Path zip = exported("leap2a");
        MaharaRules.hold(zip);

        ImportReport report =
                exchange.importFrom(school.malo, zip, PLAIN.into(school.malos).withPicturesShowingNobody());

        Production back = productions(school.malo).get(0);
        assertThat(back.title()).isEqualTo("Carte « é » & co");
        assertThat(back.current().description()).contains("Une carte.\n- un\n- deux <b>");
        assertThat(back.current().competencies()).extracting(Object::toString).containsExactly("C3.1");
        assertThat(back.current().setting()).isEqualTo(new Setting.Workplace("Boutique L'Étoile"));
        Piece.File file = (Piece.File) back.current().pieces().get(0);
        assertThat(file.name()).isEqualTo("écran d'accueil+.png");
        assertThat(file.content())
                .isEqualTo(((Piece.File) map.current().pieces().get(0)).content());
        assertThat(back.current().pieces())
                .contains(new Piece.Link(URI.create("https://vosreves.example/?a=1&b=2"), "VosRêves"));
        ReflectionDraft draft = Page.all(next -> school.malo.reflections().drafts(school.malos, next))
                .get(0);
        assertThat(draft.content().action()).isEqualTo("Comparer trois offres");
        assertThat(draft.content().answers().get(0).text()).startsWith("J'ai comparé trois offres.");
        assertThat(draft.content().evidence().get(0).production()).isEqualTo(back.id());
        Showcase showcase = Page.all(next -> school.malo.showcases().list(school.malos, next))
                .get(0);
        assertThat(showcase.title()).isEqualTo("Ma vitrine");
        assertThat(showcase.published()).isFalse();
        assertThat(showcase.exhibits()).hasSize(1);
        assertThat(report.counts().get("production").added()).isEqualTo(1);
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void the_same_file_comes_in_once() throws Exception {
        Path zip = zip(
                mahara(entry("post", "entry", html("<p>Un jour.</p>"), "")
                        + entry(
                                "blog",
                                "selection",
                                html(""),
                                "<category term='Blog' scheme='categories:selection_type#'/>"
                                        + "<link rel='leap2:has_part' href='post'/>")
                        + entry("plan", "plan", html("Réviser"), "")),
                Map.of());
        imported(zip);
        long length = school.journalLength();

        ImportReport again = imported(zip);

        assertThat(school.journalLength()).isEqualTo(length);
        assertThat(again.counts().get("production").same()).isEqualTo(1);
        assertThat(again.counts().get("reflection").same()).isEqualTo(1);
    }

    @Test
    void a_dry_run_says_what_would_become_of_each_entry_and_writes_nothing() throws Exception {
        Path zip = zip(mahara(entry("Mon billet", "entry", html("<p>Texte</p>"), "")), Map.of());
        long length = school.journalLength();

        ImportReport report = exchange.importFrom(school.emma, zip, PLAIN.dry());

        assertThat(report.dryRun()).isTrue();
        assertThat(report.counts().get("production").added()).isEqualTo(1);
        assertThat(messages(report)).contains("“Mon billet” becomes a production, which the team can see");
        assertThat(school.journalLength()).isEqualTo(length);
        assertThat(productions(school.emma)).isEmpty();
    }

    @Test
    void three_generations_of_names_are_read() throws Exception {
        String first =
                "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                        + " xmlns:leap='http://wiki.cetis.ac.uk/2009-03/LEAP2A_predicates#'"
                        + " xmlns:leaptype='http://wiki.cetis.ac.uk/2009-03/LEAP2A_types#'><id>one</id>"
                        + "<entry><title>2009</title><id>a</id><rdf:type rdf:resource='leaptype:ability'/>"
                        + "<content type='text'>Je sais &lt;b&gt; compter</content></entry></feed>";
        String archived = mahara(entry("2023", "achievement", html("Brevet"), ""))
                .replace(
                        "http://terms.leapspecs.org/",
                        "http://web.archive.org/web/20160804/http://terms.leapspecs.org/");

        imported(zip(first, Map.of()));
        imported(zip(mahara(entry("2010", "activity", html("Club"), "")), Map.of()));
        imported(zip(archived, Map.of()));

        assertThat(productions(school.emma)).extracting(Production::title).containsExactly("2009", "2010", "2023");
        assertThat(said(productions(school.emma).get(0))).contains("Je sais <b> compter", "ability");
    }

    @Test
    void hostile_markup_leaves_its_text_alone() throws Exception {
        String hostile = "<p onclick='alert(1)'>Bon</p><script>alert(2)</script><style>p{}</style><img src=x onerror=y>"
                + "<a href='javascript:alert(3)'>ici</a><iframe src='//evil'>dedans</iframe>"
                + "<object><a href='https://evil.example/'>dedans</a></object><svg><script>4</script></svg>";
        Path zip = zip(mahara(entry("e", "entry", html(hostile), "")), Map.of());

        ImportReport report = imported(zip);

        assertThat(said(productions(school.emma).get(0)))
                .contains("Bon", "ici")
                .doesNotContain("alert", "javascript", "<", "evil", "dedans", "p{}");
        assertThat(productions(school.emma).get(0).current().pieces()).noneMatch(Piece.Link.class::isInstance);
        assertThat(messages(report)).anyMatch(each -> each.contains("its text alone comes in"));
    }

    @Test
    void a_recording_stays_out_whatever_it_calls_itself_and_its_entry_comes_in() throws Exception {
        byte[] ogg = "OggS\u0000\u0002".getBytes(StandardCharsets.ISO_8859_1);
        byte[] mp4 = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'};
        byte[] heic = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'};
        String feed = mahara(entry("Oral", "entry", html("Mon oral"), related("f1") + related("f2") + related("f3"))
                + resource("f1", "image/png", "files/a%2Bb.png")
                + resource("f2", "text/plain", "files/film.txt")
                + resource("f3", "image/heic", "files/photo.heic"));
        Map<String, byte[]> contents =
                new TreeMap<>(Map.of("files/a+b.png", ogg, "files/film.txt", mp4, "files/photo.heic", heic));

        ImportReport report = imported(zip(feed, contents));

        Production oral = productions(school.emma).get(0);
        assertThat(oral.title()).isEqualTo("Oral");
        assertThat(oral.current().pieces()).noneMatch(Piece.File.class::isInstance);
        assertThat(report.counts().get("recording").leftOut()).isEqualTo(2);
        assertThat(messages(report))
                .as("a format that keeps its place")
                .anyMatch(each -> each.contains("save it as JPEG or PNG"));
        assertThat(messages(report)).anyMatch(each -> each.contains("once everybody in it has authorised it"));
    }

    @Test
    void a_picture_stays_out_until_the_learner_says_that_it_shows_no_one_and_loses_its_place() throws Exception {
        String feed = mahara(entry("Sortie", "entry", html("Vu"), related("f"))
                + resource("f", "application/octet-stream", "files/x.bin"));
        Path zip = zip(feed, Map.of("files/x.bin", Pictures.photoJpeg(6)));

        ImportReport without = exchange.importFrom(school.malo, zip, PLAIN.into(school.malos));

        assertThat(messages(without)).anyMatch(each -> each.contains("is a picture and stays out"));
        assertThat(productions(school.malo).get(0).current().pieces()).noneMatch(Piece.File.class::isInstance);

        exchange.importFrom(school.emma, zip, PLAIN.into(school.dossier).withPicturesShowingNobody());

        Production trip = productions(school.emma).get(0);
        Piece.File file = (Piece.File) trip.current().pieces().stream()
                .filter(Piece.File.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(file.showsNobody()).isTrue();
        try (java.io.InputStream in = school.emma.productions().download(school.dossier, trip.id(), file.content())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(Pictures.PLACE);
        }
    }

    private static String related(String id) {
        return "<link rel='related' href='" + id + "'/>";
    }

    private static String resource(String id, String type, String src) {
        return entry(id, "resource", "<content type='" + type + "' src='" + src + "'/>", "");
    }

    @Test
    void others_words_people_and_missing_files_are_left_out_and_named() throws Exception {
        String feed = mahara(entry("Note du tuteur", "entry", html("Bravo"), "<author><name>M. Tuteur</name></author>")
                + entry("Moi", "person", html("née le"), "")
                + entry("Travail", "entry", html("Fait"), "<link rel='enclosure' href='files/absent.pdf'/>")
                + entry("Site", "resource", html(""), "<link rel='related' href='https://example.org/'/>"));

        ImportReport report = imported(zip(feed, Map.of()));

        assertThat(productions(school.emma)).extracting(Production::title).containsExactly("Travail", "Site");
        assertThat(productions(school.emma).get(1).current().pieces())
                .contains(new Piece.Link(URI.create("https://example.org/"), "Site"));
        assertThat(messages(report))
                .anyMatch(each -> each.contains("written by another author"))
                .anyMatch(each -> each.contains("describes a person"))
                .anyMatch(each -> each.contains("absent.pdf"));
    }

    @Test
    void a_post_of_a_journal_becomes_a_draft_and_its_files_a_production() throws Exception {
        String feed = mahara(entry("Billet", "entry", html("<p>Pensée</p>"), related("f"))
                + resource("f", "image/png", "files/x.png")
                + entry(
                        "Journal",
                        "selection",
                        html(""),
                        "<category term='Blog' scheme='categories:selection_type#'/>"
                                + "<link rel='leap2:has_part' href='Billet'/>"));

        exchange.importFrom(
                school.emma,
                zip(feed, Map.of("files/x.png", PNG)),
                PLAIN.into(school.dossier).withPicturesShowingNobody());

        ReflectionDraft draft = Page.all(next -> school.emma.reflections().drafts(school.dossier, next))
                .get(0);
        assertThat(draft.content().answers().get(0).text())
                .startsWith("Pensée")
                .contains("Repris d'un autre portfolio (Mahara)", "Daté là-bas du 2024-03-05");
        assertThat(productions(school.emma)).hasSize(1);
        assertThat(draft.content().evidence()).hasSize(1);
    }

    @Test
    void what_is_no_feed_or_lies_is_refused_whole() throws Exception {
        long length = school.journalLength();
        String good = entry("a", "entry", html("x"), "");
        List<String> feeds = new ArrayList<>(List.of(
                "<feed xmlns='http://www.w3.org/2005/Atom'/>",
                "<html/>",
                mahara(good + good),
                mahara(good).replace("<feed", "<!DOCTYPE feed [<!ENTITY e 'x'>]><feed"),
                mahara(good).replace("</feed>", ""),
                mahara("<entry><content type='xhtml'>" + "<div>".repeat(100) + "</div>".repeat(100)
                        + "</content></entry>"),
                mahara(good + "&e;")));
        for (String each : feeds) {
            Path zip = zip(each, Map.of());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> exchange.importFrom(school.emma, zip, "leap2a", PLAIN, ProgressListener.NONE)))
                    .as(each)
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(school.journalLength()).isEqualTo(length);
    }

    @Test
    void a_file_that_is_not_what_it_said_refuses_all() throws Exception {
        Path zip = zip(
                mahara(entry("a", "entry", html("x"), related("f")) + resource("f", "text/plain", "files/f.txt")),
                Map.of("files/f.txt", "abcdefgh".repeat(500).getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = Files.readAllBytes(zip);
        byte[] name = "files/f.txt".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length - name.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
                bytes[i + name.length + 3] ^= 0x20;
                break;
            }
        }
        Files.write(zip, bytes);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> imported(zip)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(productions(school.emma)).isEmpty();
    }

    @Test
    void bounds_hold_and_only_learners_bring_something_in() throws Exception {
        Path zip = zip(mahara(entry("a", "entry", html("x".repeat(5_000)), "")), Map.of());
        refused(
                InvalidInputException.class,
                "a learner with a dossier",
                "un apprenant qui a un dossier",
                () -> exchange.importFrom(school.durand, zip, PLAIN));
        Bounds tight = new Bounds(10, 1 << 20, 1 << 20, 100, 64, 1_000, 100);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> exchange.importFrom(school.emma, zip, PLAIN.within(tight))))
                .isInstanceOf(InvalidInputException.class);
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(1))
                        .items())
                .isEmpty();
    }

    @Test
    void a_self_assessment_and_a_goal_come_back_as_text() throws Exception {
        school.emma
                .assessments()
                .publish(
                        school.dossier, NewSelfAssessment.of("C3.1", "en-cours").because("J'avance."));
        Path zip = exported("leap2a");

        exchange.importFrom(school.malo, zip, PLAIN);

        assertThat(said(productions(school.malo).get(0))).contains("J'avance.", "07/09/2026");
    }
}
