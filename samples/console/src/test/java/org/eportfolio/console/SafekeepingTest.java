package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and check, and who gets at what, as a school's administrator types them. */
class SafekeepingTest {
    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void played() throws IOException {
        file = DemoFile.in(folder);
    }

    @Test
    void a_backup_is_restored_to_a_new_file_and_checked() throws IOException {
        String backup = folder.resolve("backup.db").toString();
        Path restored = folder.resolve("restored.db");
        assertThat(Ran.console(file, "backup", backup).out()).contains("elle a été parcourue");
        assertThat(Ran.console(restored, "restore", backup, "--json").documents())
                .isEqualTo(1);
        assertThat(Ran.console(restored, "check").out()).contains("Tout est entier");
        assertThat(Ran.console(restored, "matrix", "CS SNO 2026", "--as", "m.durand"))
                .isEqualTo(Ran.console(file, "matrix", "CS SNO 2026", "--as", "m.durand"));

        Ran again = Ran.console(restored, "restore", backup, "--lang", "en");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.complaints()).singleElement().asString().contains("left untouched");
        assertThat(Ran.console(file, "backup", backup).code()).isEqualTo(1);
        assertThat(Ran.console(file, "backup", folder.resolve("b2").toString(), "--as", "m.durand")
                        .complaints())
                .singleElement()
                .asString()
                .contains("sauvegarder le portfolio");
    }

    @Test
    void compacting_leaves_a_smaller_file_with_everything_in_it() throws IOException {
        String before =
                Ran.console(file, "matrix", "CS SNO 2026", "--as", "m.durand").out();
        Ran compacted = Ran.console(file, "compact", "--json");

        assertThat(compacted.documents()).isEqualTo(1);
        assertThat(Ran.console(file, "matrix", "CS SNO 2026", "--as", "m.durand")
                        .out())
                .isEqualTo(before);
        assertThat(Ran.console(file, "check").code()).isZero();
        assertThat(Ran.console(file, "compact", "--as", "m.durand").complaints())
                .singleElement()
                .asString()
                .contains("compacter le portfolio");
    }

    @Test
    void a_school_moves_to_another_file_by_those_who_may_back_it_up_and_the_old_place_says_where_it_is() {
        String target = folder.resolve("moved.db").toString();
        Ran shown = Ran.console(file, "matrix", "CS SNO 2026", "--as", "m.durand");
        for (String step : new String[] {"--abandon", "--remove-source"}) {
            assertThat(Ran.console(file, "move", target, step).complaints())
                    .singleElement()
                    .asString()
                    .contains("rien n'y a été déménagé");
        }
        assertThat(Ran.console(file, "move", target, "--as", "m.durand").complaints())
                .singleElement()
                .asString()
                .contains("demande un rôle");
        assertThat(Ran.console(file, "move", file.toString()).code()).isEqualTo(1);
        assertThat(folder.resolve("moved.db")).doesNotExist();

        assertThat(Ran.console(file, "move", target, "--copy-only").out()).contains("On continue de travailler");
        assertThat(Ran.console(file, "move", target, "--abandon").out()).contains("reste où il est");
        assertThat(Ran.console(file, "reflect", "add", "emma", "Ma semaine", "--as", "emma")
                        .err())
                .doesNotContain("moved.db");
        assertThat(Ran.console(file, "move", target).out()).contains("a déménagé", "--remove-source");
        assertThat(Ran.console(file, "cohort", "rename", "CS SNO 2026", "A").complaints())
                .singleElement()
                .asString()
                .contains(target);
        assertThat(Ran.console(Path.of(target), "matrix", "CS SNO 2026", "--as", "m.durand"))
                .isEqualTo(shown);
        assertThat(Ran.console(file, "move", target, "--remove-source").out()).contains("Supprimé de");
        assertThat(Ran.console(file, "dossier", "show", "emma").complaints())
                .singleElement()
                .asString()
                .contains("est maintenant dans " + target);
        assertThat(Ran.console(Path.of(target), "check").out()).contains("Tout est entier");
    }

    @Test
    void a_damaged_file_is_named_and_the_exit_code_says_so() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = Files.size(file) / 4096 / 2; page < Files.size(file) / 4096; page++) {
                bytes.seek(page * 4096);
                bytes.write(new byte[64]);
            }
        }
        Ran checked = Ran.console(file, "check", "--lang", "en");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out() + checked.err()).containsAnyOf("damaged page", "is damaged");
        assertThat(checked.err()).doesNotContain("Unexpected");
    }

    @Test
    void a_lost_index_of_search_is_named_and_made_anew() throws SQLException {
        String found = Ran.console(file, "search", "paiement", "--as", "emma").out();
        assertThat(found).contains("compte rendu de mission");
        try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement lost = sql.createStatement()) {
            lost.executeUpdate("DELETE FROM fresh");
            lost.executeUpdate("DELETE FROM indexed");
        }
        assertThat(Ran.console(file, "search", "paiement", "--as", "emma").out())
                .doesNotContain("compte rendu de mission");
        Ran checked = Ran.console(file, "check", "--lang", "en");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("would not find").contains("index made anew");

        Ran repaired = Ran.console(file, "check", "--repair", "--lang", "en");
        assertThat(repaired.code()).isZero();
        assertThat(repaired.out()).contains("made anew").contains("Everything is whole");
        assertThat(Ran.console(file, "search", "paiement", "--as", "emma").out())
                .isEqualTo(found);
        assertThat(Ran.console(file, "check", "--repair", "--as", "emma").complaints())
                .singleElement()
                .asString()
                .contains("compacter le portfolio");
    }

    @Test
    void long_work_draws_a_bar_with_a_total_on_a_terminal_and_nothing_elsewhere() {
        String db = file.toString();
        for (String[] command : new String[][] {
            {"check"},
            {"compact"},
            {"journal", "verify"},
            {"backup", folder.resolve("bar.db").toString()}
        }) {
            String[] line =
                    Stream.concat(Stream.of(command), Stream.of("--db", db)).toArray(String[]::new);
            Ran drawn = Ran.in(true, line);
            assertThat(drawn.code()).isZero();
            assertThat(drawn.err()).as(String.join(" ", line)).containsPattern("100% .* ([0-9]+)/\\1 ");
        }
        assertThat(Ran.in(false, "check", "--db", db).err()).isEmpty();
    }

    @Test
    void who_and_why_are_told_in_both_languages() {
        assertThat(Ran.console(file, "access", "who", "emma").out())
                .contains(
                        "Qui peut lire ce dossier : Emma Exemplaire (mc-sno@2020)",
                        "Marc Durand-Fictif",
                        "rôle enseignant sur la cohorte CS SNO 2026, depuis 01/09/2026",
                        "Emma Exemplaire apprend dans la cohorte CS SNO 2026")
                .doesNotContainPattern("[0-9a-f]{8}-");
        assertThat(Ran.console(file, "access", "who", "emma", "--lang", "en").out())
                .contains("role teacher over the cohort", "it is Emma Exemplaire's own");
        assertThat(Ran.console(file, "access", "why", "malo", "read-progress", "--learner", "emma")
                        .out())
                .contains("Refusé", "hors de portée");
        assertThat(Ran.console(file, "access", "why", "m.durand", "GRANT_ROLES", "--lang", "en")
                        .out())
                .contains("Refused", "needs a role");
        assertThat(Ran.console(file, "access", "why", "emma", "position", "--as", "m.durand")
                        .code())
                .isEqualTo(1);
        assertThat(Ran.console(file, "access", "why", "emma", "juggle").complaints())
                .singleElement()
                .asString()
                .contains("JUGGLE", "READ_PROGRESS");
    }

    @Test
    void an_anchor_kept_elsewhere_finds_an_older_file_in_place_of_the_newer() throws IOException {
        Path older = Files.copy(file, folder.resolve("older.db"));
        Ran.console(file, "position", "emma", "C1.1", "acquis", "--as", "m.durand", "--because", "Vu.");
        String anchor = Ran.console(file, "journal", "anchor").out().strip();
        assertThat(Ran.console(file, "journal", "verify", "--anchor", anchor).code())
                .isZero();
        Ran found = Ran.console(older, "journal", "verify", "--anchor", anchor);
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.out()).contains("une sauvegarde plus ancienne");
        assertThat(Ran.console(file, "journal", "verify", "--anchor", "x").code())
                .isEqualTo(1);
        assertThat(Ran.console(file, "journal", "tail", "--limit", "0").code()).isEqualTo(2);
        assertThat(Ran.console(file, "journal", "tail", "--limit", "1").out()).contains("assessment.positioned");
    }
}
