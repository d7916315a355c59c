package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a class does in the console, from its scenario to its recordings. */
class LearningTest {
    private static final String NEXT_YEAR = LocalDate.now().plusYears(1).toString();

    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void of_a_class_that_begins() throws IOException {
        file = ClassFile.in(folder);
    }

    private String as(String person, String... args) {
        Ran ran = ran(person, args);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    private String refused(String person, String... args) {
        Ran ran = ran(person, args);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        return assertThat(ran.complaints()).singleElement().actual();
    }

    private Ran ran(String person, String... args) {
        return Ran.console(
                file, Stream.concat(Stream.of(args), Stream.of("--as", person)).toArray(String[]::new));
    }

    @Test
    void a_scenario_says_what_its_drafts_lack_and_which_link_is_dead() {
        assertThat(as("prof", "scenario", "show", "vosreves"))
                .containsPattern("vr-1-m1 .* publiée")
                .containsPattern("vr-1-m2 .* brouillon incomplet")
                .contains("« Communiquer la nouvelle offre via les réseaux sociaux » ne nomme aucune compétence")
                .contains("« Lien scénario situation 3 » de « vr-3 » ne mène nulle part");
        assertThat(refused("prof", "scenario", "publish", "vosreves", "vr-1-m2"))
                .contains("ne nomme aucune compétence");
        assertThat(refused("prof", "scenario", "publish", "vosreves")).startsWith("Rien à publier dans vosreves");
    }

    @Test
    void coverage_does_not_take_none_listed_for_all() {
        assertThat(as("prof", "plan", "coverage", "CS SNO"))
                .containsPattern("C1\\.2 .* · +non couverte")
                .containsPattern("C2\\.1 .* x +couverte en partie")
                .containsPattern("C1\\.3/1 .* xx");
    }

    @Test
    void a_mission_is_moved_by_whoever_may_and_its_board_shows_it() {
        as("emma", "production", "add", "emma", "Carte mentale", "--showing", "C3.1", "--mission", "vr-multi-m1");
        as("emma", "mission", "start", "emma", "vr-multi-m1");
        as("emma", "mission", "add-piece", "emma", "vr-multi-m1", "--expected", "3", "--citing", "carte");
        assertThat(as("emma", "mission", "show", "emma", "vr-multi-m1"))
                .contains("réalisée en continu")
                .contains("n'en dit rien");
        as("emma", "mission", "withdraw-piece", "emma", "vr-multi-m1", "--expected", "3", "--citing", "carte");
        assertThat(refused(
                        "emma",
                        "mission",
                        "hand-in",
                        "emma",
                        "vr-multi-m1",
                        "--help-from",
                        "ai_tool",
                        "--which",
                        "un assistant",
                        "--used-for",
                        "chercher"))
                .contains("dites ce que vous avez changé");
        as(
                "emma",
                "mission",
                "hand-in",
                "emma",
                "vr-multi-m1",
                "--citing",
                "carte",
                "--help-from",
                "person",
                "--which",
                "une camarade",
                "--used-for",
                "relire");
        assertThat(as("prof", "mission", "show", "emma", "vr-multi-m1")).contains("une personne : une camarade");
        assertThat(refused("emma", "mission", "done", "emma", "vr-multi-m1")).contains("apprenant");
        as("prof", "mission", "rework", "emma", "vr-multi-m1", "--note", "Datez.", "--unmet", "1,2");
        assertThat(as("prof", "mission", "board", "CS SNO")).containsPattern("Emma Exemplaire +· +· +! +· +·");
        as("emma", "mission", "hand-in", "emma", "vr-multi-m1");
        assertThat(as("prof", "mission", "done", "emma", "vr-multi-m1")).contains("terminée");
        assertThat(as("emma", "mission", "show", "emma", "vr-multi-m1"))
                .contains("« Datez. » (à reprendre : La veille professionnelle")
                .contains("3. La gestion des profils utilisateur");
    }

    @Test
    void a_report_is_its_authors_until_it_is_shared() {
        as(
                "emma",
                "report",
                "draft",
                "emma",
                "vr-multi-m1",
                "--asked",
                "Comparer.",
                "--done",
                "Une carte.",
                "--met",
                "Une carte",
                "--gap",
                "Des dates=Oubliées",
                "--helped",
                "Aucune.",
                "--next",
                "Dater.");
        assertThat(as("prof", "report", "show", "emma")).contains("Pas encore de compte rendu");
        as("emma", "report", "share", "emma", "Réaliser");
        assertThat(as("prof", "report", "show", "emma", "Réaliser")).contains("écart  Des dates : Oubliées");
    }

    @Test
    @ResourceLock("System.in")
    void a_form_is_filled_in_and_read_from_standard_input() {
        String form = as("emma", "reflect", "template", "explicitation");
        assertThat(form).contains("# begin - Par quoi as-tu commencé ? *");
        as("emma", "reflect", "draft", "emma", "Trier", "--template", "explicitation", "--personal");
        InputStream before = System.in;
        try {
            String filled = form.replace("geste après geste ? *\n", "geste après geste ? *\nJe lis.\nJe note.\n");
            System.setIn(new ByteArrayInputStream(filled.getBytes(StandardCharsets.UTF_8)));
            assertThat(as("emma", "reflect", "answer", "emma", "Trier", "--from", "-"))
                    .startsWith("Réponses : 1 sur 7");
        } finally {
            System.setIn(before);
        }
        assertThat(refused("emma", "reflect", "share", "emma", "Trier")).contains("Par quoi as-tu commencé ?");
        as("emma", "reflect", "answer", "emma", "Trier", "--answer", "begin=Par = lire");
        as("emma", "reflect", "share", "emma", "Trier");
        assertThat(as("prof", "reflect", "show", "emma", "Trier")).contains("Par = lire", "Je lis. Je note.");
        as("prof", "feedback", "prompt", "emma", "Et ensuite ?", "--reflection", "Trier");
        as("emma", "feedback", "reply", "emma", "Et ensuite", "Rien.", "--reflection", "Trier");
        assertThat(as("prof", "feedback", "show", "emma", "--reflection", "Trier"))
                .containsSubsequence("Et ensuite ?", "Emma Exemplaire  Rien.");
    }

    @Test
    void a_recording_is_kept_while_it_is_authorised_only() throws IOException {
        Path oral = Files.write(folder.resolve("oral.mp3"), new byte[3_000]);
        Path saved = folder.resolve("saved.mp3");
        String[] recording = {
            "record",
            "add",
            "emma",
            "Trier",
            oral.toString(),
            "--seconds",
            "40",
            "--transcript",
            "Je dis tout.",
            "--project",
            "Oral"
        };
        as("emma", "reflect", "draft", "emma", "Trier", "--personal", "--answer", "text=Oui.");

        assertThat(refused("emma", recording)).startsWith("Rien n'a été conservé");
        as(
                "prof",
                "authorise",
                "request",
                "emma",
                "--project",
                "Oral",
                "--use",
                "Bilan",
                "--recipients",
                "L'équipe",
                "--until",
                NEXT_YEAR,
                "--of-age");
        assertThat(refused("prof", "authorise", "give", "emma", "emma")).contains("autoriser au nom d'un mineur");
        as("emma", "authorise", "give", "emma", "emma");
        as("emma", recording);
        as("emma", "reflect", "share", "emma", "Trier");
        as("prof", "record", "save", "emma", "Trier", "oral.mp3", saved.toString());
        assertThat(saved).hasSize(3_000);
        assertThat(refused("prof", "record", "save", "emma", "Trier", "oral.mp3", saved.toString()))
                .startsWith("Il y a déjà un fichier");

        as("emma", "authorise", "withdraw", "emma", "emma");
        assertThat(as("prof", "record", "list", "emma", "Trier"))
                .contains("écoute : retirée")
                .doesNotContain("Je dis tout.");
    }

    @Test
    void a_minor_and_a_representative_sign_on_paper() {
        as(
                "prof",
                "authorise",
                "request",
                "malo",
                "--project",
                "Oral",
                "--use",
                "Bilan",
                "--recipients",
                "L'équipe",
                "--until",
                NEXT_YEAR,
                "--of-age-on",
                NEXT_YEAR);
        String today = LocalDate.now().toString();
        assertThat(as("prof", "authorise", "give", "malo", "malo", "--by", "malo", "--on", today))
                .doesNotContain("en vigueur");
        assertThat(as("prof", "authorise", "give", "malo", "malo", "--by", "parent.malo", "--on", today))
                .contains("en vigueur");
        as("proviseure", "grant", "give", "parent.malo", "representative", "--learner", "malo");
        assertThat(as("parent.malo", "authorise", "withdraw", "malo", "malo")).contains("retirée");
    }

    @Test
    void a_production_keeps_its_files_its_versions_and_the_companys_secret() throws IOException {
        Path film = Files.writeString(folder.resolve("film.mp4"), "pas vraiment un film");
        Path captions = Files.writeString(folder.resolve("film.vtt"), "WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n");
        Path saved = folder.resolve("saved.mp4");
        assertThat(refused("emma", "production", "add", "emma", "Accueil", "--file", film.toString()))
                .contains("déclarez qu'il ne montre personne");
        as(
                "emma",
                "production",
                "add",
                "emma",
                "Accueil",
                "--file",
                film.toString(),
                "--shows-nobody",
                "--captions",
                captions.toString(),
                "--transcript",
                "Bonjour",
                "--showing",
                "C1.1,C1.3",
                "--workplace",
                "Mairie");
        as("emma", "production", "save", "emma", "accueil", "film.mp4", saved.toString());
        assertThat(saved).hasSameBinaryContentAs(film);
        as("emma", "production", "version", "emma", "accueil", "--title", "Accueil repris", "--text", "Mieux.");
        as("emma", "production", "mark-confidential", "emma", "accueil");
        assertThat(as("prof", "production", "show", "emma")).contains("version 2", "confidentiel (entreprise)");
        as("prof", "production", "clear", "emma", "accueil");
        assertThat(as("prof", "production", "show", "emma", "accueil"))
                .contains("fichier film.mp4 (20 octets)", "texte : Mieux.")
                .doesNotContain("confidentiel");
    }

    @Test
    void a_picture_has_a_preview_that_can_be_saved_and_other_files_have_none() throws IOException {
        Path logo = folder.resolve("logo.png");
        assertThat(ImageIO.write(new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB), "png", logo.toFile()))
                .isTrue();
        Path note = Files.writeString(folder.resolve("note.txt"), "Une note");
        Path small = folder.resolve("small.jpg");
        as("emma", "production", "add", "emma", "Logo", "--file", logo.toString(), "--shows-nobody");
        as("emma", "production", "save", "emma", "Logo", "logo.png", small.toString(), "--preview");
        assertThat(Files.readAllBytes(small)).startsWith(0xff, 0xd8, 0xff);
        as("emma", "production", "add", "emma", "Texte", "--file", note.toString());
        Path none = folder.resolve("none.jpg");
        assertThat(refused("emma", "production", "save", "emma", "Texte", "note.txt", none.toString(), "--preview"))
                .contains("Il n'y a pas d'aperçu de note.txt");
        assertThat(none).doesNotExist();
    }

    @Test
    void a_name_that_fits_several_things_is_answered_with_their_marks() {
        as("emma", "production", "add", "emma", "Note une");
        as("emma", "production", "add", "emma", "Note deux");

        assertThat(refused("emma", "production", "show", "emma", "note")).contains("Note une [", "Note deux [");
        assertThat(refused("emma", "production", "show", "emma", "rien")).contains("Il y a : Note une [");
        String mark = as("emma", "production", "add", "emma", "Note trois").replaceAll("(?s).*\\[(.*)].*", "$1");
        assertThat(as("emma", "production", "show", "emma", mark)).contains("Note trois");
    }

    @Test
    void a_draft_assessment_is_seen_by_nobody_else() {
        as("emma", "assess", "draft", "emma", "C3.1", "acquis", "--because", "J'ai comparé.");

        assertThat(as("emma", "assess", "drafts", "emma")).contains("J'ai comparé.");
        assertThat(ran("prof", "assess", "drafts", "emma").out()).doesNotContain("J'ai comparé.");
        assertThat(as("emma", "assess", "publish", "emma", "C3.1", "--draft")).contains("◕ Acquis");
        assertThat(refused("emma", "assess", "publish", "emma", "C3.1", "transmet"))
                .contains("decouverte, en-cours");
    }

    @Test
    void a_group_has_each_ones_words_and_changes_no_level() {
        as("emma", "group", "start", "emma", "Affiche RGPD", "--with", "malo,ines", "--showing", "C3.2");
        assertThat(refused("malo", "group", "contribute", "malo", "Affiche", "Le texte."))
                .contains("Affiche");
        as("malo", "group", "accept", "malo", "Affiche");
        as("ines", "group", "decline", "Affiche");
        as("malo", "group", "contribute", "malo", "Affiche", "Le texte.");
        as("prof", "group", "appraise", "emma", "Affiche", "Belle affiche.");

        assertThat(as("prof", "group", "show", "malo"))
                .contains("Emma Exemplaire, Malo Modèle", "Belle affiche.")
                .doesNotContain("Inès");
        assertThat(as("prof", "progress", "malo")).doesNotContain("C3.2 ");
    }

    @Test
    void a_project_and_a_watch_log_become_evidence() {
        as("emma", "project", "open", "emma", "Site", "--purpose", "Refaire le site.");
        as("emma", "project", "task", "emma", "Site", "Maquette", "--by", "2020-01-31");
        as("emma", "project", "move", "emma", "Site", "1", "doing");
        as("emma", "project", "milestone", "emma", "Site", "Mise en ligne", NEXT_YEAR);
        as("emma", "project", "note", "emma", "Site", "Le serveur tarde.");
        assertThat(as("prof", "project", "show", "emma", "Site"))
                .contains("1. en cours  Maquette pour le 31/01/2020  en retard", "jalon 1", "Le serveur tarde.");
        assertThat(refused("emma", "watch", "log", "emma", "Un billet")).contains("fiab");
        as(
                "emma",
                "watch",
                "log",
                "emma",
                "Un billet",
                "--url",
                "https://example.org/billet",
                "--reliability",
                "to_cross_check",
                "--because",
                "Auteur inconnu.",
                "--synthesis",
                "À vérifier.");
        as("emma", "watch", "cite", "emma", "Ma veille", "--entry", "Un billet", "--showing", "C3.1");
        as("emma", "project", "cite", "emma", "Site", "Mon suivi", "--showing", "C1.3");
        assertThat(as("prof", "production", "show", "emma")).contains("Ma veille", "Mon suivi");
    }

    @Test
    void a_grant_opens_one_dossier_until_it_is_revoked() {
        assertThat(refused("tutrice", "production", "show", "emma")).doesNotContain("Exemplaire");
        assertThat(as("proviseure", "grant", "give", "tutrice", "teacher", "--learner", "emma", "--until", NEXT_YEAR))
                .contains("enseignant, un dossier");
        as("tutrice", "production", "show", "emma");
        assertThat(refused("tutrice", "production", "show", "malo")).doesNotContain("Modèle");
        as("proviseure", "grant", "revoke", "tutrice", "enseignant");
        refused("tutrice", "production", "show", "emma");
        assertThat(refused("prof", "grant", "give", "prof", "head")).contains("direction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenario;list",
                "scenario;show;vosreves",
                "scenario;coverage;vosreves",
                "plan;show;CS SNO",
                "plan;coverage;CS SNO",
                "mission;list;emma",
                "mission;show;emma;vr-1-m1",
                "mission;board;CS SNO",
                "report;show;emma",
                "reflect;template",
                "reflect;template;kolb",
                "reflect;show;emma",
                "authorise;list;emma",
                "production;show;emma",
                "assess;drafts;emma",
                "group;invitations",
                "group;show;emma",
                "project;show;emma",
                "project;open;emma;Site",
                "watch;show;emma",
                "grant;list;prof",
                "cohort;list",
                "cohort;show;CS SNO",
                "production;add;emma;Une page"
            })
    void each_answers_in_french_and_english_and_as_one_json_document(String command) throws IOException {
        String person = command.startsWith("grant") || command.startsWith("plan")
                ? "proviseure"
                : command.contains("emma") || command.startsWith("group") ? "emma" : "prof";
        String[] words = (command + ";--as;" + person).split(";");
        Ran json = Ran.console(
                file, Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new));
        Ran english = Ran.console(
                file, Stream.concat(Stream.of(words), Stream.of("--lang", "en")).toArray(String[]::new));
        Ran french = Ran.console(file, words);

        assertThat(json.err()).isEmpty();
        assertThat(json.documents()).isEqualTo(1);
        assertThat(french.code()).isZero();
        assertThat(english.code()).isZero();
        assertThat(english.out()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenario",
                "scenario;import",
                "scenario;import;a.json;--bundled;vosreves",
                "mission;start;emma",
                "mission;rework;emma;vr-1-m1",
                "production;add;emma",
                "production;add;emma;T;--mission;m;--personal",
                "production;add;emma;T;--link;http://[",
                "record;add;emma;R;f.mp3",
                "authorise;request;emma",
                "authorise;give;emma;a;--by;x",
                "feedback;comment;emma;Bien",
                "project;move;emma;Site;un;done",
                "project;move;emma;Site;1;peut-être",
                "watch;log;emma;S;--reliability;sure",
                "grant;give;emma;roi",
                "grant;give;emma;learner;--cohort;a;--learner;b"
            })
    void wrong_usage_is_two_and_one_line(String command) {
        Ran ran = Ran.console(file, command.split(";"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.complaints()).singleElement().asString().contains("--help");
    }

    @Test
    void broken_files_are_refused_with_their_place() throws IOException {
        Path broken = Files.writeString(folder.resolve("s.json"), "{\"id\": \"x\", \"titel\": \"y\"}");
        assertThat(refused("prof", "scenario", "import", broken.toString())).contains("titel");
        assertThat(refused(
                        "prof", "scenario", "import", folder.resolve("no.json").toString()))
                .contains("n'existe pas");
        assertThat(refused(
                        "emma",
                        "production",
                        "add",
                        "emma",
                        "T",
                        "--file",
                        folder.resolve("no.pdf").toString()))
                .endsWith("rien n'a été ajouté");
        assertThat(refused("prof", "scenario", "show", "nulle-part")).contains("nulle-part");
        assertThat(refused("emma", "production", "show", "malo")).doesNotContain("Modèle");
    }
}
