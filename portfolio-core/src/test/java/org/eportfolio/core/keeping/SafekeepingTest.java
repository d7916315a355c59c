package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.CancelledException;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SafekeepingDesk;
import org.eportfolio.core.Stores;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CountedReadings;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.journal.Inspection;
import org.eportfolio.journal.Verification;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Stored;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** D6: backups that can be relied upon, and a check that names what is broken. */
class SafekeepingTest {
    @Nested
    class OverEachStore extends Story {
        @Test
        void only_those_who_run_the_machine_or_the_school_back_it_up_and_the_dpo_may_look() {
            school.head.grants().give(NewGrant.of("admin", Role.ADMINISTRATOR));
            school.head.grants().give(NewGrant.of("dpo", Role.DPO));
            for (String each : List.of("dpo", "m.durand", "emma")) {
                refused(
                        DeniedException.class,
                        "back the portfolio up",
                        "sauvegarder le portfolio",
                        () -> school.as(each).safekeeping().backup(folder.resolve("copy")));
            }
            assertThat(folder.resolve("copy")).doesNotExist();
            assertThat(school.as("dpo").safekeeping().check().sound()).isTrue();
            if (stores != Stores.IN_MEMORY) {
                school.as("admin").safekeeping().backup(folder.resolve("copy"));
                assertThat(folder.resolve("copy")).isRegularFile();
            } else {
                refused(
                        StorageException.class,
                        "makes no backups",
                        "ne fait pas de sauvegardes",
                        () -> school.as("admin").safekeeping().backup(folder.resolve("copy")));
                assertThat(folder.resolve("copy")).doesNotExist();
            }
        }

        @Test
        void what_takes_long_is_cancelled_by_its_listener_and_leaves_no_file() {
            ProgressListener cancel = (done, total) -> false;
            for (ThrowingCallable work : List.<ThrowingCallable>of(
                    () -> school.head.safekeeping().backup(folder.resolve("copy"), cancel),
                    () -> school.head.safekeeping().compact(cancel),
                    () -> school.head.safekeeping().check(cancel))) {
                assertThatThrownBy(work).isInstanceOf(CancelledException.class);
            }
            assertThat(folder.resolve("copy")).doesNotExist();
            school.head.safekeeping().compact((done, total) -> true);
            assertThat(school.head.safekeeping().check((done, total) -> true).sound())
                    .isTrue();
        }

        @Test
        @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void a_check_that_is_cancelled_ends_what_the_store_looks_through_meanwhile() {
            PassingStore endless = new PassingStore(school.store) {
                @Override
                public List<Message> check(ProgressListener progress) {
                    while (true) progress.at(0, -1);
                }

                @Override
                public void close() {}
            };
            Portfolio other = Portfolio.with(endless).clock(school.clock).build();
            assertThatThrownBy(() ->
                            other.as(Actor.of("proviseure")).safekeeping().check((done, total) -> false))
                    .isInstanceOf(CancelledException.class);
        }

        @Test
        void a_production_that_is_gone_leaves_its_citation_dangling_and_it_is_named() {
            Production map = school.mindMap();
            school.durand
                    .assessments()
                    .position(
                            school.dossier,
                            org.eportfolio.assessment.NewPositioning.of("C3.1", "acquis")
                                    .citing(map));
            assertThat(school.head.safekeeping().check().references()).isEmpty();
            school.store.commit(new Change(
                    Map.of(),
                    List.of(new RowName(
                            VosReves.scope(school.dossier),
                            new Kind("production"),
                            map.id().value())),
                    List.of(),
                    List.of()));
            Inspection found = school.head.safekeeping().check();
            assertThat(found.sound()).isFalse();
            assertThat(found.references()).singleElement().satisfies(each -> {
                assertThat(each.in(Locale.ENGLISH))
                        .contains(
                                "assessment",
                                "production …" + map.id().toString().substring(28));
                assertThat(each.in(Locale.FRENCH)).contains("nomme");
            });
        }

        @Test
        void a_check_looks_into_each_further_dossier_four_times_however_many_kinds_are_indexed() {
            CountedReadings counted = new CountedReadings(school.store);
            try (Portfolio portfolio =
                    Portfolio.with(counted.store()).clock(school.clock).build()) {
                SafekeepingDesk head = portfolio.as(Actor.of("proviseure")).safekeeping();
                int before =
                        counted.since(() -> assertThat(head.check().sound()).isTrue());
                int more = 20;
                for (int i = 0; i < more; i++) {
                    school.head.cohorts().enrol(VosReves.CLASS, Members.learners("new-" + i));
                    school.as("new-" + i).dossiers().open(school.sno);
                }
                int after = counted.since(() -> assertThat(head.check().sound()).isTrue());
                assertThat(after - before).isBetween(1, 4 * more + 2);
            }
        }

        @Test
        void a_file_that_is_gone_is_named_by_what_names_it() {
            Production map = withFile(school, "Mercanet");
            Stored file = map.contents().findFirst().orElseThrow();
            assertThat(school.head.safekeeping().check().sound()).isTrue();
            school.store.contents().remove(file, school.clock.instant().plusSeconds(9));
            assertThat(school.head.safekeeping().check().references())
                    .singleElement()
                    .satisfies(each -> assertThat(each.in(Locale.ENGLISH))
                            .contains("production …" + map.id().toString().substring(28), "file " + file.sha256()));
        }
    }

    private static Production withFile(VosReves school, String content) {
        return school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Carte").attaching(VosReves.file("carte.txt", content)));
    }

    @Nested
    class OnAFile {
        @TempDir
        Path folder;

        private Path file;
        private VosReves school;

        @BeforeEach
        void open() {
            file = folder.resolve("school.db");
            school = VosReves.over(SqliteStore.open(file));
        }

        @AfterEach
        void close() {
            school.close();
        }

        private <T> T at(Path path, java.util.function.Function<Desk, T> look) {
            try (Portfolio portfolio =
                    Portfolio.with(SqliteStore.open(path)).clock(school.clock).build()) {
                return look.apply(portfolio.setUp("proviseure"));
            }
        }

        @Test
        void a_backup_taken_while_a_teacher_works_verifies_restores_and_stays_as_it_was() throws Exception {
            withFile(school, "x".repeat(600_000));
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService teacher = Executors.newSingleThreadExecutor();
            Path backup = folder.resolve("backup.db");
            try {
                Future<?> working = teacher.submit(() -> {
                    while (!over.get()) school.positioned(school.durand, "C3.1", "acquis");
                });
                school.head.safekeeping().backup(backup);
                over.set(true);
                working.get();
            } finally {
                teacher.shutdownNow();
            }
            byte[] kept = Files.readAllBytes(backup);
            Path restored = folder.resolve("restored.db");
            SqliteStore.restore(backup, restored);
            assertThat(Files.readAllBytes(backup)).isEqualTo(kept);
            Inspection found = at(restored, desk -> desk.safekeeping().check());
            assertThat(found.sound()).isTrue();
            assertThat(found.journal().entries()).isPositive().isLessThanOrEqualTo(school.journalLength());
            assertThat(at(backup, desk -> desk.safekeeping().check()).sound()).isTrue();
            assertThat(filesIn(folder)).noneMatch(each -> each.contains(".part"));
        }

        @Test
        void what_was_removed_is_not_in_a_backup() throws IOException {
            var draft = school.emma
                    .assessments()
                    .draft(
                            school.dossier,
                            org.eportfolio.assessment.NewSelfAssessment.of("C3.1", "acquis")
                                    .because("SECRETINTIME"));
            school.emma.assessments().discard(draft);
            school.head.safekeeping().backup(folder.resolve("backup.db"));
            assertThat(new String(Files.readAllBytes(folder.resolve("backup.db")), StandardCharsets.ISO_8859_1))
                    .doesNotContain("SECRETINTIME");
        }

        @Test
        void a_restore_overwrites_nothing_and_takes_neither_strangers_nor_damage_nor_half_a_file() throws Exception {
            Path backup = folder.resolve("backup.db");
            school.head.safekeeping().backup(backup);
            restoring("storage.exists", backup, file);
            restoring("storage.no-file", folder.resolve("none"), folder.resolve("to"));
            restoring("storage.no-folder", backup, folder.resolve("no/where"));
            Path stranger = Files.writeString(folder.resolve("stranger"), "x".repeat(5_000));
            restoring("storage.foreign", stranger, folder.resolve("to"));
            Path copied = Files.copy(file, folder.resolve("copied.db"));
            Files.copy(folder.resolve("school.db-wal"), folder.resolve("copied.db-wal"));
            restoring("storage.has-log", copied, folder.resolve("to"));
            corrupt(backup, pageOf(backup, "entry"));
            restoring("storage.damaged", backup, folder.resolve("to"));
            assertThat(folder.resolve("to")).doesNotExist();
            assertThat(filesIn(folder)).noneMatch(each -> each.contains(".part"));
        }

        private void restoring(String key, Path backup, Path to) {
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                            StorageException.class, () -> SqliteStore.restore(backup, to)))
                    .as(key)
                    .satisfies(e -> assertThat(e.reason().key()).isEqualTo(key));
        }

        @Test
        void a_corrupted_page_is_named() throws Exception {
            for (int i = 0; i < 30; i++) school.positioned(school.durand, "C3.1", "acquis");
            damaged(path -> corrupt(path, pageOf(path, "entry")), found -> {
                assertThat(keys(found.storage())).contains("check.page");
                assertThat(found.journal().sound()).isFalse();
            });
        }

        @Test
        void a_broken_chain_is_named() {
            damaged(path -> sql(path, "UPDATE entry SET body = '{}' WHERE position = 3"), found -> {
                assertThat(found.storage()).isEmpty();
                assertThat(found.journal().faults().stream().map(Verification.Fault::what))
                        .extracting(Message::toString)
                        .anyMatch(each -> each.contains("journal.altered"));
            });
        }

        @Test
        void a_missing_an_altered_and_an_ownerless_piece_of_a_file_are_named() {
            String hash = withFile(school, "y".repeat(600_000))
                    .contents()
                    .findFirst()
                    .orElseThrow()
                    .sha256()
                    .toString();
            damaged(path -> sql(path, "DELETE FROM piece WHERE place & 0xffffff = 1"), found -> {
                assertThat(keys(found.storage())).containsExactly("check.piece-missing");
                assertThat(found.storage().get(0).in(Locale.FRENCH)).contains(hash, "morceau 2");
            });
            damaged(
                    path -> sql(path, "DELETE FROM piece WHERE place & 0xffffff = 2"),
                    found -> assertThat(keys(found.storage())).containsExactly("check.piece-missing"));
            damaged(
                    path -> sql(path, "UPDATE piece SET bytes = zeroblob(length(bytes)) WHERE place & 0xffffff = 0"),
                    found -> assertThat(keys(found.storage())).containsExactly("check.file-altered"));
            damaged(path -> sql(path, "DELETE FROM content"), found -> {
                assertThat(keys(found.storage())).containsExactly("check.piece-without-file");
                assertThat(keys(found.references())).containsExactly("reference.dangling");
            });
        }

        @Test
        void keys_that_lead_nowhere_and_rows_that_no_key_leads_to_are_named() {
            damaged(
                    path -> sql(path, "DELETE FROM record_key WHERE name = 'dossier.learner' AND value = 'emma'"),
                    found -> assertThat(keys(found.storage())).containsExactly("check.row-without-key"));
            damaged(
                    path -> sql(path, "INSERT INTO record_key VALUES ('dossier.learner', 'x', zeroblob(16), 1, 999)"),
                    found -> assertThat(keys(found.storage())).containsExactly("check.key-without-row"));
            damaged(
                    path -> sql(
                            path,
                            "INSERT INTO record_key SELECT name, 'another', id, scope, kind FROM record_key"
                                    + " WHERE name = 'dossier.learner' AND value = 'emma'"),
                    found -> assertThat(keys(found.storage())).containsExactly("check.key-without-row"));
            damaged(
                    path -> sql(
                            path,
                            "UPDATE record_key SET value = 'another'"
                                    + " WHERE name = 'dossier.learner' AND value = 'emma'"),
                    found -> assertThat(keys(found.storage()))
                            .containsExactly("check.key-without-row", "check.row-without-key"));
        }

        private static List<String> keys(List<Message> findings) {
            return findings.stream().map(Message::key).toList();
        }

        private interface Damage {
            void to(Path path) throws IOException, SQLException;
        }

        /** Damages a copy, and looks at what the check says of it. */
        private void damaged(Damage damage, Consumer<Inspection> said) {
            try {
                Path copy = folder.resolve("damaged.db");
                Files.deleteIfExists(copy);
                school.head.safekeeping().backup(copy);
                damage.to(copy);
                Inspection found = at(copy, desk -> desk.safekeeping().check());
                assertThat(found.sound()).isFalse();
                said.accept(found);
            } catch (IOException | SQLException e) {
                throw new AssertionError(e);
            }
        }

        private static void sql(Path path, String statement) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                    Statement run = connection.createStatement()) {
                assertThat(run.executeUpdate(statement)).as(statement).isPositive();
            }
        }

        /** The last page of a table or its index. */
        private static long pageOf(Path path, String table) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                    Statement run = connection.createStatement();
                    ResultSet page = run.executeQuery(
                            "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = '" + table + "'")) {
                assertThat(page.next()).isTrue();
                return page.getLong(1);
            }
        }

        private static void corrupt(Path path, long page) throws IOException {
            try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
                bytes.seek((page - 1) * 4096);
                bytes.write(new byte[] {0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a});
            }
        }

        private static Set<String> filesIn(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(each -> each.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
            }
        }
    }
}
