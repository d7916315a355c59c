package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void played() throws IOException {
        file = DemoFile.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matrix;CS SNO 2026;--as;m.durand",
                "matrix;CS SNO 2026;--as-of;2026-12-18;--as;m.durand",
                "progress;emma;--as;m.durand",
                "progress;emma;--as-of;18/12/2026;--as;m.durand",
                "dossier;show;emma;--as;m.durand",
                "home;emma",
                "home;emma;--since;2027-05-01",
                "queue;CS SNO 2026;--as;m.durand",
                "year;begin;CS SNO 2027;--copy-from;CS SNO 2026;--dry-run",
                "framework;list",
                "framework;show;mc-sno@2020",
                "framework;show;crcn",
                "access;who;emma",
                "access;who;emma;--as-of;2026-12-18",
                "access;why;m.durand;position;--learner;emma",
                "access;why;malo;read-cohort;--cohort;CS SNO 2026",
                "check",
                "journal;tail",
                "journal;tail;--after;0;--limit;2",
                "journal;anchor",
                "journal;verify"
            })
    void whatever_can_be_read_is_one_json_document_and_nothing_else(String command) throws IOException {
        Ran before = Ran.in(false, ("--json;--db;" + file + ";" + command).split(";"));
        Ran after = Ran.in(false, (command + ";--json;--db;" + file).split(";"));

        assertThat(before.code()).isZero();
        assertThat(before.err()).isEmpty();
        assertThat(before.documents()).isEqualTo(1);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void options_stand_before_or_after_the_command() {
        Ran before =
                Ran.in(false, "--lang", "en", "--as", "c.reference", "--db", file.toString(), "matrix", "CS SNO 2026");
        Ran after = Ran.in(false, "matrix", "CS SNO 2026", "--db", file.toString(), "--as=c.reference", "--lang=en");

        assertThat(before.code()).isZero();
        assertThat(before.out()).contains("on 2027-06-21").isEqualTo(after.out());
    }

    @Test
    void the_matrix_has_symbols_a_legend_and_what_the_codes_mean() {
        assertThat(Ran.console(file, "matrix", "CS SNO 2026", "--as", "m.durand")
                        .out())
                .containsPattern("Tom Toutlemonde +◔ +· +◔ +· +◔ +· +· +· +–")
                .contains("◔  En cours (en-cours)")
                .contains("–  sans objet     ·  rien encore")
                .contains("C1.3  Collaborer en mode projet");
    }

    @Test
    void as_of_looks_back() {
        assertThat(Ran.console(file, "matrix", "CS SNO 2026", "--as", "m.durand", "--as-of", "2026-12-18")
                        .out())
                .containsPattern("Emma Exemplaire +◔ +· +◔ +· +· +· +◔ +· +·");
        assertThat(Ran.console(file, "progress", "emma", "--as", "m.durand", "--as-of", "2026-10-31")
                        .out())
                .contains("C3.1 ")
                .doesNotContain("C3.3 ")
                .doesNotContain("20/10/2026 ◔");
    }

    @Test
    void a_draft_is_counted_for_its_learner_only() {
        assertThat(Ran.console(file, "dossier", "show", "lina", "--as", "lina").out())
                .contains("1 brouillon, visible de vous seul");
        assertThat(Ran.console(file, "dossier", "show", "lina", "--as", "m.durand")
                        .out())
                .doesNotContain("brouillon");
    }

    @Test
    void a_learner_without_a_dossier_is_said_to_have_none() throws IOException {
        Path roster = Files.writeString(
                folder.resolve("r.csv"), "person,name,role,cohort\nnoe,Noé Nouveau,apprenant,CS SNO 2026\n");
        Ran.console(file, "roster", "import", roster.toString());

        assertThat(Ran.console(file, "matrix", "CS SNO 2026", "--as", "m.durand")
                        .out())
                .containsPattern("Noé Nouveau +pas de dossier");
        assertThat(Ran.console(file, "progress", "noe").complaints())
                .singleElement()
                .asString()
                .startsWith("Noé Nouveau n'a pas encore de dossier.");
    }

    @Test
    void frameworks_are_listed_without_a_file_and_none_is_made() throws IOException {
        Path missing = folder.resolve("missing.db");
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Ran list = Ran.console(missing, "framework", "list");

        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("mc-sno@2020", "crcn@2019", "livré").doesNotContain("publié ici");
        assertThat(Ran.console(empty, "framework", "list")).isEqualTo(list);
        assertThat(missing).doesNotExist();
        assertThat(empty).isEmptyFile();
    }

    @Test
    void frameworks_that_are_published_and_adopted_are_marked() {
        List<String> lines =
                Ran.console(file, "framework", "list").out().lines().toList();

        assertThat(lines)
                .anySatisfy(line ->
                        assertThat(line).contains("mc-sno@2020").endsWith("livré, publié ici, adopté (four-steps)"))
                .anySatisfy(line -> assertThat(line).contains("crcn@2019").endsWith("livré, publié ici"));
    }
}
