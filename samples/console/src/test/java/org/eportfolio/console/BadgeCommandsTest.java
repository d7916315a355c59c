package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.credentials.Achievement;
import org.eportfolio.credentials.Badge;
import org.eportfolio.credentials.Credentials;
import org.eportfolio.credentials.KeyPairSigning;
import org.eportfolio.credentials.StatusList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Badges as files, as they are typed. */
class BadgeCommandsTest {
    private static final String LIST = "https://vosreves.example/revoked.json";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private KeyPairSigning signing = signing();
    private String issuer = "";
    private Path badge = Path.of("");

    private static KeyPairSigning signing() {
        try {
            return KeyPairSigning.didKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void a_school_issued_a_badge() throws IOException {
        issuer = signing.verificationMethod().replaceAll("#.*", "");
        Achievement site = new Achievement(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000001",
                Achievement.Kind.PROJECT,
                "Site VosRêves",
                "Un site marchand.",
                "Mis en ligne.",
                List.of(),
                null);
        Badge emmas = new Badge(
                "urn:uuid:0198f1a0-0000-7000-8000-000000000002",
                issuer,
                "Lycée VosRêves",
                "Emma Exemplaire",
                site,
                null,
                List.of(),
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                new Badge.Place(LIST, 5));
        badge = Files.writeString(
                folder.resolve("badge.json"), Credentials.issue(emmas, signing, Instant.parse("2026-01-01T00:00:00Z")));
    }

    private Path list(StatusList list) throws IOException {
        Path file = folder.resolve("list.json");
        return Files.writeString(file, list.publish(LIST, issuer, signing, Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void a_badge_is_verified_question_by_question() throws IOException {
        Path list = list(StatusList.empty());
        Ran trusted = Ran.in(false, "badge", "verify", badge.toString(), "--trust", issuer, "--list", list.toString());

        assertThat(trusted.code()).as(trusted.err()).isZero();
        assertThat(trusted.out())
                .contains("Site VosRêves", "Emma Exemplaire, par Lycée VosRêves", "Signature : tient", "État : tient");

        Ran unknown = Ran.in(false, "badge", "verify", badge.toString());
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out()).contains("Confiance : non vérifié", "État : non vérifié");
    }

    @Test
    void a_revoked_or_altered_badge_is_not_accepted() throws IOException {
        Path list = list(StatusList.empty().revoking(5));
        Ran revoked = Ran.in(false, "badge", "verify", badge.toString(), "--trust", issuer, "--list", list.toString());
        assertThat(revoked.code()).isEqualTo(1);
        assertThat(revoked.out()).contains("son émetteur l'a révoquée");

        Files.writeString(badge, Files.readString(badge).replace("Emma", "Lina"));
        Ran altered = Ran.in(false, "badge", "verify", badge.toString(), "--trust", issuer);
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.out()).contains("Signature : ne tient pas");
    }

    @Test
    void a_picture_carries_it() throws IOException {
        Path drawing = Files.writeString(folder.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Path baked = folder.resolve("badge.svg");

        assertThat(Ran.in(false, "badge", "bake", badge.toString(), drawing.toString(), "--out", baked.toString())
                        .code())
                .isZero();
        assertThat(Ran.in(false, "badge", "verify", baked.toString(), "--trust", issuer)
                        .code())
                .isZero();
        Ran again = Ran.in(false, "badge", "bake", badge.toString(), drawing.toString(), "--out", baked.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(Ran.in(false, "badge", "verify", folder.resolve("none").toString())
                        .code())
                .isEqualTo(1);
        assertThat(Ran.in(false, "badge", "verify", badge.toString(), "--trust", "nobody")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void what_is_no_badge_is_put_into_no_picture() throws IOException {
        Path drawing = Files.writeString(folder.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        Path baked = folder.resolve("badge.svg");
        Ran ran = Ran.in(false, "badge", "bake", empty.toString(), drawing.toString(), "--out", baked.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.complaints()).singleElement().asString().contains("JSON");
        assertThat(baked).doesNotExist();
    }

    @Test
    void a_badge_is_taken_along_once_all_agreed_verified_and_revoked() throws IOException {
        String db = ClassFile.in(folder).toString();
        Path key = folder.resolve("key.pem");
        Ran made = Ran.in(false, "badge", "key", "--out", key.toString());
        assertThat(made.code()).as(made.err()).isZero();
        String trusted = made.out().substring(made.out().indexOf("did:key:")).strip();
        run(db, "prof", "badge", "list");
        run(
                db,
                "proviseure",
                "badge",
                "define",
                "Commerce",
                "--describing",
                "En ligne.",
                "--requiring",
                "Vu deux fois.",
                "--showing",
                "C3.1");
        run(
                db,
                "prof",
                "badge",
                "offer",
                "emma",
                "Commerce",
                "--level",
                "acquis",
                "--because",
                "Boutique montrée en TP.");
        Path file = Files.writeString(folder.resolve("carte.txt"), "Mercanet");
        run(db, "emma", "production", "add", "emma", "Carte", "--showing", "C3.1", "--file", file.toString());
        run(
                db,
                "emma",
                "badge",
                "accept",
                "emma",
                "Commerce",
                "--name",
                "Emma Exemple",
                "--production",
                "Carte",
                "--link",
                "Vitrine=https://vosreves.example/1");
        String badgeFile = folder.resolve("emma.json").toString();
        String[] school = {
            "--key", key.toString(), "--school", "Lycée VosRêves", "--lists", "https://vosreves.example/revoked-"
        };
        String[] issue = with(school, "badge", "issue", "emma", "Commerce", "--out", badgeFile);
        Ran minor = as(db, "emma", issue);
        assertThat(minor.code()).isEqualTo(1);
        assertThat(minor.complaints()).singleElement().asString().contains("compte comme mineur");

        SchoolFile.at(db).agree("prof");
        run(db, "emma", issue);
        Ran verified = Ran.in(false, "badge", "verify", badgeFile, "--trust", trusted);
        assertThat(verified.out())
                .contains("Commerce", "Emma Exemple, par Lycée VosRêves", "Signature : tient", "Confiance : tient");
        assertThat(verified.code()).isZero();
        assertThat(Files.readString(Path.of(badgeFile)))
                .contains("ni:///sha-256;", "https://vosreves.example/1", "#C3.1")
                .doesNotContain("Boutique montrée");

        run(db, "prof", "badge", "revoke", "emma", "Commerce", "--because", "Donné par erreur.");
        Path lists = folder.resolve("lists");
        run(db, "proviseure", with(school, "badge", "revoked", "--out", lists.toString()));
        Ran revoked = Ran.in(
                false,
                "badge",
                "verify",
                badgeFile,
                "--trust",
                trusted,
                "--list",
                lists.resolve("revoked-1.json").toString());
        assertThat(revoked.code()).isEqualTo(1);
        assertThat(revoked.out()).contains("son émetteur l'a révoquée");
        assertThat(as(db, "emma", issue).code()).isEqualTo(1);
    }

    @Test
    void a_badge_is_verified_as_of_a_day() throws IOException {
        String[] asked = {"badge", "verify", badge.toString(), "--trust", issuer, "--at"};
        Ran early = Ran.in(false, with(new String[] {"2025-12-30"}, asked));
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.out()).contains("À la fin du 30/12/2025", "Validité : ne tient pas");
        Ran later = Ran.in(false, with(new String[] {"2031-05-10"}, asked));
        assertThat(later.code()).as(later.out()).isZero();
        assertThat(later.out()).contains("Validité : tient");
        assertThat(Ran.in(false, with(new String[] {"demain"}, asked)).code()).isEqualTo(2);
    }

    @Test
    void a_badge_from_elsewhere_becomes_evidence() throws IOException {
        String db = ClassFile.in(folder).toString();
        String[] bring = {"badge", "import", "emma", badge.toString(), "--trust", issuer};
        Ran dry = as(db, "emma", with(new String[] {"--dry-run"}, bring));
        assertThat(dry.out())
                .contains("rien n'a été écrit", "Signature, tient", "Confiance, tient : elle a été émise par");
        assertThat(as(db, "emma", "dossier", "show", "emma").out()).doesNotContain("Site VosRêves");
        assertThat(as(db, "emma", "import", badge.toString(), "--dry-run").out())
                .contains("open-badge", "Confiance, non vérifiée");
        run(db, "emma", bring);
        assertThat(as(db, "prof", "dossier", "show", "emma").out()).contains("Site VosRêves");

        Files.writeString(badge, Files.readString(badge).replace("Emma", "Lina"));
        Ran altered = as(db, "emma", bring);
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.complaints()).singleElement().asString().contains("modifiée depuis sa signature");
        assertThat(as(db, "prof", bring).code()).isEqualTo(1);
    }

    @Test
    void the_badges_of_a_class_and_a_record_of_some_are_taken_along() throws IOException {
        String db = DemoFile.in(folder).toString();
        Path key = folder.resolve("key.pem");
        String made = Ran.in(false, "badge", "key", "--out", key.toString()).out();
        String trusted = made.substring(made.indexOf("did:key:")).strip();
        String[] school = {
            "--key", key.toString(), "--school", "Lycée VosRêves", "--lists", "https://vosreves.example/revoked-"
        };
        String cohort = "CS SNO 2026";
        Path files = folder.resolve("badges");
        String[] issueClass = with(school, "badge", "issue-class", cohort, "--out", files.toString());
        Ran minor = as(db, "c.reference", issueClass);
        assertThat(minor.out()).contains("emma : ", "Signés : 0. Non : 1.");
        SchoolFile.at(db).agree("m.durand");
        String[] again = with(
                school,
                "badge",
                "issue-class",
                cohort,
                "--out",
                folder.resolve("more").toString());
        assertThat(as(db, "c.reference", again).out()).contains("Signés : 1. Non : 0.");
        assertThat(as(db, "m.durand", issueClass).code()).isEqualTo(1);

        Path clr = folder.resolve("emma-clr.json");
        String[] export = {"export", "emma", "--format", "clr", "--badge", "Commerce en ligne", "--out", clr.toString()
        };
        run(db, "emma", with(school, export));
        Ran verified = Ran.in(false, "badge", "verify", clr.toString(), "--trust", trusted, "--at", "2028-01-01");
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).contains("Badges de Lycée VosRêves", "Dedans :", "Commerce en ligne");
        assertThat(as(db, "emma", export).code()).as("who signs is not said").isEqualTo(2);
        Ran other = as(db, "emma", with(school, "export", "emma", "--format", "html", "--out", "x.html"));
        assertThat(other.code()).isEqualTo(2);
    }

    @Test
    void a_badge_is_asked_for_refused_offered_and_declined() throws IOException {
        String db = DemoFile.in(folder).toString();
        run(db, "proviseure", "badge", "define", "Forum", "--describing", "Un forum.", "--requiring", "Un stand.");
        run(db, "lina", "badge", "ask", "lina", "Forum");
        run(db, "m.durand", "badge", "refuse", "lina", "Forum", "--because", "Le stand manque.");
        run(db, "m.durand", "badge", "offer", "emma", "Forum", "--because", "Stand tenu.");
        run(db, "emma", "badge", "decline", "emma", "Forum");
        assertThat(Ran.in(false, "--db", db, "--as", "emma", "badge", "show", "emma")
                        .out())
                .contains("Forum", "décliné", "Commerce en ligne");
        run(db, "proviseure", "badge", "close", "Forum");
        Ran bloc = Ran.in(
                false,
                "--db",
                db,
                "--as",
                "proviseure",
                "badge",
                "define",
                "Bloc",
                "--describing",
                "Un bloc.",
                "--requiring",
                "Tout.",
                "--showing",
                "Bloc 1");
        assertThat(bloc.code()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_signed_or_written_leaves_no_trace_of_a_badge_that_left() throws IOException {
        String db = DemoFile.in(folder).toString();
        SchoolFile.at(db).agree("m.durand");
        Path key = folder.resolve("key.pem");
        Ran.in(false, "badge", "key", "--out", key.toString());
        Path bad = Files.writeString(
                folder.resolve("bad.pem"), "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n");
        Path there = Files.writeString(folder.resolve("there.json"), "");
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("1.json"), "");

        assertThat(signed(db, "emma", bad, folder.resolve("new.json"), "issue", "emma", "Commerce en ligne"))
                .contains("pas de paire de clés Ed25519 dans");
        assertThat(signed(db, "emma", key, there, "issue", "emma", "Commerce en ligne"))
                .contains("Il y a déjà un fichier");
        assertThat(signed(db, "c.reference", key, full, "issue-class", "CS SNO 2026"))
                .contains("Il y a déjà un fichier");
        String[] journal = {"journal", "tail", "--limit", "500"};
        assertThat(as(db, "proviseure", journal).out()).doesNotContain("badge.issued");
        assertThat(signed(db, "emma", key, folder.resolve("new.json"), "issue", "emma", "Commerce en ligne"))
                .isEmpty();
        assertThat(as(db, "proviseure", journal).out()).contains("badge.issued");
        Ran half = as(db, "emma", "export", "emma", "--format", "clr", "--key", key.toString(), "--out", "x");
        assertThat(half.code()).isEqualTo(2);
        assertThat(half.complaints()).singleElement().asString().startsWith("Il manque : --school, --lists");
    }

    /** What the console complains of. */
    private static String signed(String db, String person, Path key, Path out, String... command) {
        String[] school = {"--school", "Lycée", "--lists", "https://vosreves.example/revoked-"};
        String[] files = with(school, "--key", key.toString(), "--out", out.toString());
        return as(db, person, with(files, with(command, "badge"))).err();
    }

    private static String[] with(String[] options, String... command) {
        return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
    }

    private static Ran as(String db, String person, String... command) {
        return SchoolFile.at(db).as(person, command);
    }

    private static void run(String db, String person, String... command) {
        SchoolFile.at(db).run(person, command);
    }
}
