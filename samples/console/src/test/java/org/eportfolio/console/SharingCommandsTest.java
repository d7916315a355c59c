package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Showcases, links, tutors, sealed files and successions, as they are typed. */
class SharingCommandsTest {
    private static final LocalDate TODAY = LocalDate.now();

    @TempDir
    Path folder;

    Classroom room = new Classroom(Path.of(""));

    @BeforeEach
    void a_class_at_work() throws IOException {
        room = Classroom.in(folder);
    }

    private String shared(String... args) {
        Ran ran = Ran.console(room.file(), args);
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    private String refusedBearer(String token) {
        Ran ran = Ran.console(room.file(), "shared", "show", token);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        return ran.err();
    }

    private void showcase() {
        room.done("emma", "showcase", "make", "emma", "Mon stage", "--telling", "J'ai progressé.");
        room.done(
                "emma",
                "showcase",
                "add",
                "emma",
                "Mon stage",
                "Carte",
                "--words",
                "Mes cartes",
                "--before",
                "1",
                "--after",
                "2");
        room.done("emma", "showcase", "publish", "emma", "Mon stage");
    }

    @Test
    void a_showcase_is_made_shown_and_emptied() {
        showcase();

        assertThat(room.done("m.durand", "showcase", "show", "emma", "Mon stage"))
                .containsSubsequence(
                        "Mon stage   Emma Exemplaire", "J'ai progressé.", "« Mes cartes »", "Avant", "PayPal")
                .containsSubsequence("Après", "Stripe, datés");
        assertThat(room.done("emma", "showcase", "remove", "emma", "Mon stage", "Carte"))
                .contains("0 réalisation");
        room.done("emma", "showcase", "delete", "emma", "Mon stage");
        assertThat(room.done("emma", "showcase", "show", "emma")).contains("Aucune vitrine");
    }

    @Test
    void a_draft_is_its_learners_alone() {
        room.done("emma", "showcase", "make", "emma", "Secret");
        assertThat(room.done("m.durand", "showcase", "show", "emma")).contains("Aucune vitrine");
        assertThat(room.refused("m.durand", "showcase", "show", "emma", "Secret"))
                .doesNotContain("[");
        assertThat(room.refused("emma", "share", "create", "emma", "Secret", "--until", day(30)))
                .contains("brouillon");
    }

    private static String day(int after) {
        return TODAY.plusDays(after).toString();
    }

    @Test
    void a_link_opens_without_an_account_is_logged_and_taken_back() {
        showcase();
        String token = room.told("token", "emma", "share", "create", "emma", "Mon stage", "--until", day(30));

        assertThat(shared("shared", "show", token))
                .contains("Mon stage", "Stripe, datés")
                .doesNotContain("Sources non");
        assertThat(room.done("emma", "share", "list", "emma"))
                .contains("vitrine : ouvert jusqu'au")
                .doesNotContain(token);
        assertThat(room.done("emma", "share", "readings", "emma", "Lien").lines())
                .hasSize(1);
        String never = refusedBearer("x".repeat(43));
        assertThat(room.done("emma", "share", "revoke", "emma", "Lien")).contains("révoqué le");
        assertThat(refusedBearer(token)).isEqualTo(never);
    }

    @Test
    void a_tutor_answers_by_their_link_and_the_bilan_names_the_three() {
        String token = room.told(
                "token",
                "m.durand",
                "tutor",
                "open",
                "emma",
                "La Boutique",
                "--from",
                day(-3),
                "--until",
                day(20),
                "--ask",
                "C3.1",
                "--words",
                "Aider les utilisateurs",
                "--ask",
                "C3.2");
        room.done("emma", "tutor", "present", "emma", "La Boutique", "Carte", "--words", "Faite seule.");
        assertThat(room.done("m.durand", "tutor", "shown", "emma", "La Boutique"))
                .contains("Faite seule.");
        assertThat(shared("shared", "show", token)).contains("Ce qui vous est montré", "Faite seule.");
        room.done(
                "m.durand",
                "workplace",
                "plan",
                "emma",
                "La Boutique",
                "--day",
                day(-2) + "," + day(-1) + "," + day(1));
        assertThat(shared("shared", "attest", token, "--missed-half", day(-1)))
                .contains("Jours", "prévu 1, fait ½, manqué ½, rattrapé 0");
        assertThat(room.done("emma", "workplace", "count", "emma"))
                .contains("prévu 3, fait 1½, manqué ½", "semaines : 12", "MENE2035350A");
        room.done("m.durand", "workplace", "attest", "emma", "La Boutique", "--done", day(-1));
        assertThat(room.done("emma", "workplace", "ledger", "emma", "La Boutique"))
                .contains("manqué, ½, repris");
        assertThat(room.done("m.durand", "workplace", "class")).contains("Emma Exemplaire", "il manque 58 jours");
        room.done(
                "m.durand",
                "workplace",
                "agree",
                "emma",
                "La Boutique",
                "--referent",
                "m.durand",
                "--objective",
                "C3.1",
                "--signed",
                "employer=Zoé Exemple");
        assertThat(room.done("emma", "workplace", "convention", "emma", "La Boutique"))
                .contains("Référent : M. Durand", "À travailler : C3.1", "l'employeur : Zoé Exemple");
        room.done("m.durand", "workplace", "contact", "emma", "La Boutique", "visit", "--note", "Bien installée.");
        assertThat(room.done("emma", "workplace", "contacts", "emma", "La Boutique"))
                .contains("visite", "Bien installée.");
        room.done("emma", "tutor", "hide", "emma", "La Boutique", "Carte");
        assertThat(shared("shared", "show", token))
                .doesNotContain("Faite seule.")
                .contains("La Boutique   Emma Exemplaire", "Qu'a-t-il ou qu'a-t-elle fait en autonomie ?")
                .contains("C3.1  Aider les utilisateurs  · rien encore", "acquis : ◕ Acquis");

        assertThat(shared(
                        "tutor",
                        "answer",
                        token,
                        "--name",
                        "Karim Exemple",
                        "--alone",
                        "Le site",
                        "--helped",
                        "Les mots de passe",
                        "--advice",
                        "Oser demander",
                        "--level",
                        "C3.1=acquis"))
                .contains("signé : Karim Exemple", "Aider les utilisateurs  ◕ Acquis");
        assertThat(Ran.console(
                                room.file(),
                                "tutor",
                                "answer",
                                token,
                                "--name",
                                "K",
                                "--alone",
                                "x",
                                "--level",
                                "C1.1=acquis")
                        .complaints())
                .singleElement()
                .asString()
                .contains("C1.1");
        assertThat(Ran.console(
                                room.file(),
                                "tutor",
                                "answer",
                                token,
                                "--name",
                                "K",
                                "--alone",
                                "x",
                                "--level",
                                "acquis")
                        .complaints())
                .singleElement()
                .asString()
                .contains("COMPETENCY=LEVEL");
        assertThat(room.refused("m.durand", "tutor", "bilan", "emma", "La", "--tutor", "K", "--concluding", "Bien."))
                .contains("apprenant");
        room.done(
                "m.durand",
                "tutor",
                "bilan",
                "emma",
                "La Boutique",
                "--tutor",
                "Karim Exemple",
                "--with-learner",
                "--concluding",
                "On continue.");

        assertThat(room.done("emma", "tutor", "show", "emma"))
                .contains("La Boutique   PFMP", "Oser demander", "C3.1  ◕ Acquis")
                .contains("présents : Karim Exemple, Emma Exemplaire, M. Durand", "On continue.");
        assertThat(room.done("emma", "progress", "emma")).contains("tuteur : ");
        String other = room.told("token", "m.durand", "tutor", "invite", "emma", "La Boutique");
        assertThat(shared("shared", "show", other)).contains("On continue.");
        refusedBearer(token);
    }

    private Path sealed() {
        Path file = folder.resolve("jury.zip");
        room.done("emma", "exam", "choose", "emma", "Épreuve exemple", "--bloc", "Bloc 3", "--piece", "Carte");
        room.done("emma", "seal", "make", "emma", "Épreuve exemple", "--out", file.toString());
        return file;
    }

    @Test
    void the_candidate_chooses_and_a_teacher_advises() {
        room.done("emma", "exam", "choose", "emma", "Épreuve exemple", "--bloc", "Bloc 3");
        assertThat(room.refused("emma", "seal", "make", "emma", "Épreuve exemple"))
                .contains("Épreuve exemple");
        assertThat(room.refused("m.durand", "exam", "choose", "emma", "Épreuve exemple", "--piece", "Carte"))
                .isNotEmpty();
        room.done("m.durand", "exam", "advise", "emma", "Épreuve exemple", "Ajoute la carte.");
        room.done("emma", "exam", "choose", "emma", "épreuve exemple", "--piece", "Carte", "--disclose", "C3.1");

        assertThat(room.done("emma", "exam", "show", "emma"))
                .contains("Épreuve exemple   Bloc 3", "réalisation « Carte mentale de emma », version 2")
                .contains("auto-évaluation sur C3.1", "conseil de M. Durand : Ajoute la carte.");
    }

    @Test
    void a_sealed_file_is_checked_by_itself() throws IOException {
        Path file = sealed();
        Ran whole = Ran.in(false, "seal", "verify", file.toString());

        assertThat(whole.code()).isZero();
        assertThat(whole.out()).contains("jury.zip est intact");
        assertThat(room.refused("emma", "seal", "save", "emma", "Épreuve", "--out", file.toString()))
                .contains("jury.zip");
        String root = room.told("root", "emma", "seal", "show", "emma", "Épreuve");
        assertThat(whole.out()).contains(root);
        Path again = folder.resolve("again.zip");
        room.done("m.durand", "seal", "save", "emma", "Épreuve", "--out", again.toString());
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void a_flipped_byte_an_added_and_a_missing_piece_are_named() throws IOException {
        Path file = sealed();
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("Stripe")] ^= 1;
        Path flipped = Files.write(folder.resolve("flipped.zip"), bytes);
        Path added = rezipped(file, "added.zip", "");
        Path missing = rezipped(file, "missing.zip", "unit.txt");

        assertThat(faults(flipped)).contains("n'est pas celle qui a été scellée");
        assertThat(faults(added)).contains("la pièce intrus.txt a été ajoutée");
        assertThat(faults(missing)).contains("la pièce unit.txt manque");
        assertThat(faults(Files.writeString(folder.resolve("notes.txt"), "rien")))
                .contains("notes.txt");
        assertThat(Ran.in(false, "seal", "verify", "nowhere.zip").complaints()).hasSize(1);
    }

    private static String faults(Path file) throws IOException {
        Ran ran = Ran.in(false, "seal", "verify", file.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.complaints()).singleElement().asString().startsWith("Le fichier n'est pas ce qui a été scellé");
        Ran json = Ran.in(false, "--json", "seal", "verify", file.toString());
        assertThat(json.documents()).isEqualTo(1);
        assertThat(json.out()).contains("\"whole\" : false");
        return ran.out();
    }

    /** The same pieces and one more, without the one named. */
    private Path rezipped(Path file, String name, String without) throws IOException {
        Path copy = folder.resolve(name);
        try (ZipFile zip = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(copy);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (var entry : zip.stream().toList()) {
                if (entry.getName().equals(without)) continue;
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    in.transferTo(to);
                }
            }
            if (without.isEmpty()) to.putNextEntry(new ZipEntry("intrus.txt"));
        }
        return copy;
    }

    @Test
    void the_jury_reads_through_a_dated_link() throws IOException {
        Path file = sealed();
        String token = room.told("token", "emma", "seal", "send", "emma", "Épreuve", "--until", day(10));

        assertThat(shared("shared", "show", token)).contains("Épreuve exemple", "unit.txt", "Empreinte racine");
        Path copy = folder.resolve("copy.zip");
        shared("shared", "sealed", token, "--out", copy.toString());
        assertThat(copy).hasSameBinaryContentAs(file);
        shared(
                "shared",
                "save",
                token,
                "unit.txt",
                "--out",
                folder.resolve("unit.txt").toString());
        assertThat(folder.resolve("unit.txt")).content().contains("Épreuve exemple");
    }

    @Test
    void mc_is_succeeded_by_cs_with_a_preview_and_only_for_those_named() {
        room.done("proviseure", "framework", "adopt", "cs-sno", "--scale", "four-steps");
        String preview = room.done("c.reference", "framework", "preview", "mc-sno", "cs-sno", "--cohort", "CS SNO");
        assertThat(preview)
                .contains("7 dossiers sont sous l'ancienne version")
                .containsPattern("C3.1 +un pour un")
                .contains("Emma Exemplaire", "un pour un : C3.1", "Rien n'a bougé");

        assertThat(room.done("c.reference", "framework", "succeed", "cs-sno", "--cohort", "CS SNO", "emma"))
                .contains("1 dossier continue sous cs-sno@");
        assertThat(room.done("c.reference", "framework", "preview", "mc-sno", "cs-sno", "--cohort", "CS SNO"))
                .containsOnlyOnce("continue déjà");
        assertThat(room.refused("m.durand", "framework", "preview", "mc-sno", "cs-sno"))
                .isNotEmpty();
        assertThat(room.refused("c.reference", "framework", "succeed", "cs-sno", "--cohort", "CS SNO"))
                .isNotEmpty();
        room.done("c.reference", "framework", "succeed", "cs-sno", "--cohort", "CS SNO", "--everybody");
        assertThat(room.refused("c.reference", "framework", "succeed", "crcn", "--cohort", "CS SNO", "emma"))
                .contains("aucune adoption ne s'appelle crcn");
    }

    @Test
    void a_crosswalk_says_what_meets_what_and_what_no_source_maps() {
        assertThat(room.done("m.durand", "framework", "crosswalk", "mc-sno", "crcn"))
                .contains("Aucune correspondance");
        room.done("proviseure", "framework", "adopt", "crcn", "--scale", "four-steps");
        assertThat(room.done("m.durand", "framework", "crosswalk", "mc-sno", "crcn"))
                .containsSubsequence("C1.1", "→ ")
                .contains("Aucune source ne relie", "C3.1");
    }

    @Test
    void whatever_is_shown_can_be_had_as_one_json_document() throws IOException {
        showcase();
        sealed();
        room.done("m.durand", "tutor", "open", "emma", "La Boutique", "--from", day(0), "--until", day(20));
        room.done("proviseure", "framework", "adopt", "cs-sno", "--scale", "four-steps");
        for (String command : List.of(
                "showcase show emma",
                "showcase show emma Mon",
                "share list emma",
                "tutor show emma",
                "exam show emma",
                "seal show emma",
                "goal list emma",
                "interview list emma",
                "pathway show emma",
                "pathway suggest emma",
                "review show emma",
                "framework preview mc-sno cs-sno --cohort CS_SNO",
                "framework crosswalk mc-sno crcn")) {
            String[] words = Stream.concat(Stream.of("--as", "m.durand", "--json"), Stream.of(command.split(" ")))
                    .map(each -> each.replace('_', ' '))
                    .toArray(String[]::new);
            Ran ran = Ran.console(room.file(), words);
            assertThat(ran.err()).as(command).isEmpty();
            assertThat(ran.documents()).as(command).isEqualTo(1);
        }
    }
}
