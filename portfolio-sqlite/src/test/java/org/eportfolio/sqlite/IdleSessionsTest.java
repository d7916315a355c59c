package org.eportfolio.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.eportfolio.sqlite.Dossiers.dossier;
import static org.eportfolio.sqlite.Dossiers.head;
import static org.eportfolio.sqlite.Dossiers.id;
import static org.eportfolio.sqlite.Dossiers.put;
import static org.eportfolio.sqlite.Dossiers.putting;
import static org.eportfolio.sqlite.Dossiers.row;
import static org.eportfolio.sqlite.Dossiers.run;
import static org.eportfolio.sqlite.Dossiers.seen;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.StaleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Many open stores take few connections; what gave its own back goes by what is in the file when it opens one again. */
@Isolated
class IdleSessionsTest {
    @TempDir
    Path folder;

    private final List<SqliteStore> others = new ArrayList<>();
    private byte[] empty;
    private Path file;
    private SqliteStore store;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("school.db");
        SqliteStore.open(file).close();
        empty = Files.readAllBytes(file);
        store = SqliteStore.open(file);
        put(store, row(dossier(1), 1, "{}"));
    }

    @AfterEach
    void close() {
        store.close();
        others.forEach(SqliteStore::close);
    }

    /** Other schools are used, so many that this one has no connection left. */
    private void rest() throws IOException {
        for (int i = others.size(); i < IdleSessions.MOST; i++) {
            Path other = folder.resolve("other-" + i + ".db");
            Files.write(other, empty);
            others.add(SqliteStore.open(other));
        }
        others.forEach(each ->
                put(each, row(dossier(1), 1 + head(each, dossier(1)).length(), "{}")));
        assertThat(folder.resolve("school.db-wal")).doesNotExist();
    }

    @Test
    void however_many_stores_are_open_few_connections_are_and_each_store_goes_on() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "descriptors are counted on Linux");
        rest();
        assertThat(descriptors()).isBetween(1L, 3L * IdleSessions.MOST);
        rest();
        assertThat(descriptors()).isLessThanOrEqualTo(3L * IdleSessions.MOST);
        for (SqliteStore each : others) {
            assertThat(head(each, dossier(1)).length()).isEqualTo(2);
        }
        put(store, row(dossier(1), 2, "{}"));
        assertThat(head(store, dossier(1)).length()).isEqualTo(2);
        for (SqliteStore each : others) {
            each.accessLog()
                    .orElseThrow()
                    .add(List.of(new LoggedReading(id(1), dossier(1), Instant.EPOCH, "prof", "teacher", "goal", null)));
        }
        assertThat(descriptors()).isLessThanOrEqualTo(3L * IdleSessions.MOST);
    }

    private long descriptors() throws IOException {
        return descriptors(folder.toRealPath());
    }

    /** Those of the file and of what SQLite keeps beside it, or of all in a folder. */
    private static long descriptors(Path of) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(each -> {
                        try {
                            return Files.readSymbolicLink(each).toString().startsWith(of.toString());
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    @Test
    void what_another_process_wrote_meanwhile_is_known() throws IOException {
        Head before = head(store, dossier(1));
        rest();
        try (SqliteStore other = SqliteStore.open(file)) {
            put(other, new Row(dossier(1), new Kind("goal"), id(2), "{\"of\":\"other\"}", Set.of()));
        }
        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> store.commit(putting(before, row(dossier(1), 3, "{}"))));
        put(store, new Row(dossier(1), new Kind("note"), id(4), "{\"of\":\"own\"}", Set.of()));
        assertThat(head(store, dossier(1)).length()).isEqualTo(3);
        for (SqliteStore each : List.of(store, reopened())) {
            assertThat(bodies(each, "goal")).containsExactly("{\"of\":\"other\"}");
            assertThat(bodies(each, "note")).containsExactly("{\"of\":\"own\"}");
        }
    }

    private SqliteStore reopened() {
        SqliteStore again = SqliteStore.open(file);
        others.add(again);
        return again;
    }

    private static List<String> bodies(SqliteStore store, String kind) {
        return store.<List<Row>>read(view -> view.list(dossier(1), new Kind(kind), null, 9)).stream()
                .map(Row::body)
                .toList();
    }

    @Test
    void a_file_that_took_its_place_is_refused_and_stays_as_it_is() throws IOException {
        Path another = folder.resolve("another.db");
        try (SqliteStore made = SqliteStore.open(another)) {
            put(made, new Row(dossier(7), new Kind("goal"), id(7), "{}", Set.of()));
            put(made, row(dossier(8), 8, "{}"));
        }
        byte[] content = Files.readAllBytes(another);
        put(store, row(dossier(1), 2, "{}"));
        rest();
        // In the same place of the file system, as after a deletion and a copy.
        Files.write(file, content);
        refuses("storage.replaced");
        Files.move(another, file, StandardCopyOption.REPLACE_EXISTING);
        refuses("storage.replaced");
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    @Test
    void a_file_and_its_log_that_took_its_place_are_refused_and_stay_as_they_are() throws IOException {
        Path another = folder.resolve("another.db");
        rest();
        try (SqliteStore made = SqliteStore.open(another)) {
            put(made, row(dossier(8), 8, "{}"));
            for (String end : List.of("", "-wal")) {
                Files.copy(folder.resolve("another.db" + end), folder.resolve("copy.db" + end));
            }
        }
        byte[] log = Files.readAllBytes(folder.resolve("copy.db-wal"));
        byte[] content = Files.readAllBytes(folder.resolve("copy.db"));
        for (String end : List.of("", "-wal")) {
            Files.move(
                    folder.resolve("copy.db" + end),
                    folder.resolve("school.db" + end),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        refuses("storage.replaced");
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
        assertThat(Files.readAllBytes(folder.resolve("school.db-wal"))).isEqualTo(log);
    }

    @Test
    void a_damaged_journal_keeps_no_record_from_being_read_and_the_check_names_it() throws Exception {
        put(store, new Row(dossier(1), new Kind("goal"), id(2), "{\"of\":\"own\"}", Set.of()));
        rest();
        long page = Long.parseLong(seen(file, "SELECT rootpage FROM sqlite_master WHERE name = 'entry'")
                .get(0));
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, (int) (page - 1) * 4096, (int) page * 4096, (byte) 0x7f);
        Files.write(file, content);
        assertThat(bodies(store, "goal")).containsExactly("{\"of\":\"own\"}");
        assertThat(store.check()).extracting(Message::key).contains("check.page");
    }

    @Test
    void a_damaged_school_keeps_no_other_from_making_room_and_leaves_nothing_open() throws Exception {
        run(file, "PRAGMA ignore_check_constraints=ON; UPDATE entry SET hash = x'00'");
        rest();
        assertThat(descriptors(file.toRealPath())).isZero();
    }

    @Test
    void what_a_connection_knew_goes_with_it() throws IOException {
        WeakReference<Session> connection = store.writer().alone(WeakReference::new);
        rest();
        for (int i = 0; i < 100 && connection.get() != null; i++) System.gc();
        assertThat(connection.get()).isNull();
    }

    @Test
    void a_file_that_is_gone_is_not_made_anew() throws IOException {
        rest();
        Files.delete(file);
        refuses("storage.read-only");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_a_newer_version_brought_up_is_left_to_it() throws Exception {
        rest();
        run(file, "PRAGMA user_version = 99");
        refuses("storage.newer");
    }

    private void refuses(String key) {
        for (Runnable each : List.<Runnable>of(
                () -> head(store, dossier(1)), () -> store.commit(putting(Head.EMPTY, row(dossier(9), 1, "{}"))))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(each::run)
                    .satisfies(e ->
                            assertThat(Objects.requireNonNull(e.reason()).key()).isEqualTo(key));
        }
    }
}
