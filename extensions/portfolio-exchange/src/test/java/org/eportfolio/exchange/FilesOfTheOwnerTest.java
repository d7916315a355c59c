package org.eportfolio.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ErasureFile;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.internal.file.Workshop;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the library writes to disk is its owner's alone, and what a killed run left goes with the next. */
@DisabledOnOs(OS.WINDOWS)
class FilesOfTheOwnerTest {
    private static final Exchange EXCHANGE = Exchange.ofDefaults();

    @TempDir
    Path folder;

    private DossierId school(Portfolio portfolio) {
        Desk head = portfolio.setUp("proviseure");
        AdoptionId sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        head.cohorts().enrol("CS SNO 2026", learners("emma"), teachers("m.durand"));
        DossierId dossier = portfolio.as(Actor.of("emma")).dossiers().open(sno);
        portfolio.as(Actor.of("emma")).productions().add(dossier, NewProduction.titled("Vlog"));
        return dossier;
    }

    private TreeMap<String, String> permissions() throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(path -> !path.equals(folder)).toList()) {
                found.put(
                        folder.relativize(each).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
        return found;
    }

    @Test
    void whatever_the_library_writes_only_its_owner_may_read() throws Exception {
        Path file = folder.resolve("school.db");
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(file))
                .erasures(ErasureFile.at(folder.resolve("erased.jsonl")))
                .build()) {
            DossierId dossier = school(portfolio);
            Desk head = portfolio.as(Actor.of("proviseure"));
            Desk emma = portfolio.as(Actor.of("emma"));
            EXCHANGE.export(head, new Extent.OfOrganisation(), "archive", folder.resolve("school.zip"));
            EXCHANGE.export(emma, new Extent.OfDossier(dossier), "html", folder.resolve("emma"));
            emma.privacy().export(PersonId.of("emma"), Locale.FRENCH).writeTo(folder.resolve("mine"));
            head.safekeeping().backup(folder.resolve("backup.db"));
            SqliteStore.restore(folder.resolve("backup.db"), folder.resolve("restored.db"));
            head.privacy().erase(head.privacy().planErasure(PersonId.of("emma")));
            permissions()
                    .forEach((name, permissions) ->
                            assertThat(permissions).as(name).isIn("rw-------", "rwx------"));
            assertThat(permissions())
                    .containsKeys("school.db", "school.db-wal", "school.db-shm", "backup.db", "restored.db")
                    .containsKeys("school.zip", "emma/index.html", "mine/records.jsonl", "erased.jsonl");
        }
    }

    @Test
    void a_file_that_was_there_keeps_the_permissions_that_its_owner_gave_it() throws Exception {
        Path file = folder.resolve("school.db");
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        SqliteStore.open(file).close();
        assertThat(permissions()).containsEntry("school.db", "rw-r-----");
    }

    @Test
    void what_a_killed_run_left_goes_with_the_next_and_what_is_still_written_stays() throws Exception {
        Process killed = writing();
        Process writing = writing();
        try {
            List<Path> left = workshopsOf(killed);
            List<Path> used = workshopsOf(writing);
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            assertThat(left).hasSize(2).allSatisfy(each -> assertThat(each).isDirectory());
            Path stranger = Files.createDirectory(folder.resolve("film.part"));
            try (Workshop ours = Workshop.ofExport(folder.resolve("ours"));
                    PortfolioStore store = SqliteStore.open(folder.resolve("school.db"))) {
                assertThat(left).allSatisfy(each -> assertThat(each).doesNotExist());
                store.backup(folder.resolve("backup.db"));
                assertThat(ours.resolve(".")).exists();
            }
            assertThat(used).hasSize(2).allSatisfy(each -> assertThat(each).isDirectory());
            assertThat(stranger).exists();
        } finally {
            killed.destroyForcibly();
            writing.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static List<Path> workshopsOf(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return List.of(Path.of(lines.readLine()), Path.of(lines.readLine()));
    }

    private Process writing() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        folder.resolve("school.db").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A program that is in the midst of an export and of a backup, until it is killed. */
    static final class Writing {
        private Writing() {}

        public static void main(String[] target) throws Exception {
            Workshop export = Workshop.ofExport(Path.of(target[0]));
            Workshop copy = Workshop.ofCopy(Path.of(target[0]));
            System.out.println(Files.writeString(export.resolve("made"), "half").getParent());
            System.out.println(Files.writeString(copy.resolve("copy"), "half").getParent());
            System.in.read();
        }
    }
}
