package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eportfolio.console.command.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a school carries from one file to another. */
class TravellingTest {
    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void in_the_file_of_the_demonstration() throws IOException {
        file = DemoFile.in(folder);
    }

    private Ran done(Path in, String... args) {
        Ran ran = Ran.console(in, args);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran;
    }

    @Test
    void a_dossier_a_class_and_a_framework_travel_to_another_school() throws IOException {
        Path there = folder.resolve("ailleurs.db");
        done(there, "init", "directrice");
        List<String> all = List.of("emma", "CS SNO 2026", "mc-sno@2020");
        for (int i = 0; i < all.size(); i++) {
            String zip = folder.resolve(i + ".zip").toString();
            assertThat(done(file, "export", all.get(i), "--format", "archive", "--out", zip)
                            .out())
                    .contains(zip);
            assertThat(done(there, "import", zip, "--dry-run").out()).contains("rien n'a été écrit");
            done(there, "import", zip);
        }
        done(there, "grant", "give", "lectrice", "teacher");
        assertThat(done(there, "dossier", "show", "emma", "--as", "lectrice").out())
                .contains("Emma Exemplaire", "Venu d'un autre établissement", "historique en lecture seule");
        assertThat(done(there, "journal", "verify").code()).isZero();
    }

    @Test
    void a_booklet_is_printed_as_pdf_with_what_the_console_ships() throws IOException {
        Path pdf = folder.resolve("emma.pdf");
        Ran ran = Ran.console(file, "export", "emma", "--format", "pdf", "--out", pdf.toString(), "--as", "m.durand");
        assertThat(ran.err()).doesNotContain("Maven", "dépendance");
        assertThat(ran.code()).isZero();
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"leap2a", "ics", "passport", "passport-pdf", "passport-ods", "statement-csv", "statement-ods"})
    void a_learner_takes_their_own_along_in_each_format_by_its_name(String format) {
        Path to = folder.resolve("emma-" + format);
        assertThat(done(file, "export", "emma", "--format", format, "--out", to.toString(), "--as", "emma")
                        .out())
                .contains(to.toString());
        assertThat(to).exists();
    }

    @Test
    void traces_of_learning_are_written_for_one_or_for_all_by_those_who_may_read_the_journal() throws IOException {
        Path all = folder.resolve("traces.json");
        Path emmas = folder.resolve("emma.json");
        assertThat(done(file, "export", "--all", "--format", "xapi", "--out", all.toString())
                        .out())
                .contains("le profil n'a pas de mot pour cet acte", "review.withheld");
        done(file, "export", "emma", "--format", "xapi", "--out", emmas.toString());
        assertThat(Files.readString(all)).startsWith("[\n{\"id\":\"").doesNotContainIgnoringCase("emma");
        assertThat(Files.size(emmas)).isLessThan(Files.size(all)).isGreaterThan(1_000);
        assertThat(Ran.console(file, "export", "emma", "--format", "xapi", "--out", all + "2", "--as", "emma")
                        .complaints())
                .singleElement()
                .asString()
                .contains("lire le journal");
    }

    @Test
    void a_sheet_with_the_columns_of_case_becomes_a_framework_of_the_file_s_name() throws IOException {
        Path sheet = Files.writeString(
                folder.resolve("Accueil.csv"),
                "Identifier,fullStatement,Human Coding Scheme,Is Child Of\n,Accueillir,A,\n,Écouter un client,A.1,A\n");
        assertThat(done(file, "import", sheet.toString(), "--dry-run").out()).contains("rien n'a été écrit");
        done(file, "import", sheet.toString());
        assertThat(done(file, "framework", "list").out()).contains("Accueil");
    }

    @Test
    void what_a_format_cannot_carry_is_named_as_people_call_it() {
        Ran ran = Ran.console(
                file,
                "export",
                "CS SNO 2026",
                "--format",
                "html",
                "--out",
                folder.resolve("x").toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.complaints()).singleElement().asString().contains("html").doesNotContain("OfCohort");
    }

    @Test
    void everything_is_restored_into_a_new_file() throws IOException {
        Path zip = folder.resolve("tout.zip");
        Path there = folder.resolve("restauré.db");
        Ran written = done(file, "export", "--all", "--format", "archive", "--out", zip.toString(), "--json");
        assertThat(written.documents()).isEqualTo(1);
        Ran brought = done(there, "import", zip.toString(), "--json");
        assertThat(brought.documents()).isEqualTo(1);
        assertThat(brought.out()).contains("\"grant\"");
        assertThat(done(there, "matrix", "CS SNO 2026", "--as", "m.durand").out())
                .isEqualTo(
                        done(file, "matrix", "CS SNO 2026", "--as", "m.durand").out());
    }

    @Test
    void what_cannot_be_done_is_said_in_a_line() throws IOException {
        Path noise = Files.writeString(folder.resolve("bruit.bin"), "?");
        assertThat(Ran.console(file, "import", noise.toString()).complaints())
                .singleElement()
                .asString()
                .contains("bruit.bin");
        assertThat(Ran.console(file, "export", "emma", "--format", "parchemin", "--out", noise + "2")
                        .complaints())
                .singleElement()
                .asString()
                .contains("parchemin");
        assertThat(Ran.console(file, "export", "--format", "archive", "--out", noise + "3")
                        .code())
                .isEqualTo(Session.WRONG_USAGE);
        assertThat(Ran.console(file, "export", "personne", "--format", "archive", "--out", noise + "4")
                        .complaints())
                .singleElement()
                .asString()
                .contains("personne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export --all --format archive --out", "backup"})
    void what_is_interrupted_leaves_nothing_behind_and_says_so(String command) throws Exception {
        Path large = folder.resolve("grand.db");
        done(large, "generate", "--learners", "400", "--assessments", "60");
        int code = 0;
        for (int tries = 0; code == 0 && tries < 10; tries++) {
            Path place = Files.createDirectory(folder.resolve("place" + tries));
            code = interrupted(command, large, place);
            // The signal may come too late on a busy machine: then all is there, and it is begun again.
            assertThat(isEmpty(place)).isEqualTo(code != 0);
        }
        assertThat(code).as("as the system has it: 128 and the signal").isEqualTo(143);
        assertThat(folder.resolve("errors")).content().isEqualTo("Annulé ; rien n'est resté à moitié fait.\n");
        assertThat(done(large, "journal", "verify").code()).isZero();
    }

    /** With what a command ends that is interrupted as soon as it has begun to write. */
    private int interrupted(String command, Path large, Path place) throws Exception {
        WatchService watch = place.getFileSystem().newWatchService();
        place.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        Process begun = Child.start(
                Map.of(),
                folder.resolve("errors"),
                Stream.of(
                                Stream.of("--db", large.toString()),
                                Stream.of(command.split(" ")),
                                Stream.of(place.resolve("tout").toString()))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
        assertThat(watch.poll(60, TimeUnit.SECONDS)).as("it has begun to write").isNotNull();
        begun.destroy();
        assertThat(begun.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return begun.exitValue();
    }

    @Test
    void a_dossier_that_is_not_restored_is_named_by_its_learner() throws IOException {
        Path older = Files.copy(file, folder.resolve("ancien.db"));
        done(file, "position", "emma", "C1.1", "acquis", "--because", "Vu.", "--as", "m.durand");
        String newer = folder.resolve("emma.zip").toString();
        done(file, "export", "emma", "--format", "archive", "--out", newer);
        Path anchors = folder.resolve("ancres.txt");
        Files.writeString(anchors, done(older, "journal", "anchor", "emma").out());

        assertThat(Ran.console(older, "import", newer, "--restore", "--anchor", anchors.toString())
                        .complaints())
                .singleElement()
                .asString()
                .contains("le dossier Emma Exemplaire continue")
                .doesNotContainPattern("[0-9a-f]{8}-");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
