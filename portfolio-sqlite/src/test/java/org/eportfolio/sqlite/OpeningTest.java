package org.eportfolio.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.sqlite.Dossiers.dossier;
import static org.eportfolio.sqlite.Dossiers.head;
import static org.eportfolio.sqlite.Dossiers.put;
import static org.eportfolio.sqlite.Dossiers.row;
import static org.eportfolio.sqlite.Dossiers.run;
import static org.eportfolio.sqlite.Dossiers.seen;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir
    Path folder;

    @Test
    void makes_a_file_that_is_not_there_and_leaves_nothing_beside_it_when_closed() throws Exception {
        Path file = folder.resolve("school.portfolio");
        SqliteStore.open(file).close();
        assertThat(files()).containsExactly(file);
        assertThat(seen(file, "PRAGMA application_id")).containsExactly(String.valueOf(Migrations.APPLICATION_ID));
        assertThat(seen(file, "PRAGMA journal_mode")).containsExactly("wal");
    }

    @Test
    void takes_an_empty_file_as_a_new_one() throws Exception {
        Path file = Files.createFile(folder.resolve("school.portfolio"));
        try (SqliteStore store = SqliteStore.open(file)) {
            assertThat(head(store, dossier(1))).isEqualTo(Head.EMPTY);
        }
    }

    @Test
    void takes_any_file_name() throws Exception {
        Path file = folder.resolve("école 100 % ?a=b&mode=ro#x.db");
        try (SqliteStore store = SqliteStore.open(file)) {
            put(store, row(dossier(1), 1, "{}"));
            assertThat(store.path()).isEqualTo(file);
            assertThat(file).exists();
        }
        assertThat(files()).containsExactly(file);
    }

    @Test
    void many_may_open_a_new_file_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int school = 0; school < 20; school++) {
                Path file = folder.resolve(school + ".portfolio");
                List<Callable<SqliteStore>> opening = new ArrayList<>();
                SqliteOptions patient = SqliteOptions.defaults().withBusyTimeout(Duration.ofMinutes(1));
                for (int i = 0; i < 8; i++) opening.add(() -> SqliteStore.open(file, patient));
                for (Future<SqliteStore> opened : threads.invokeAll(opening))
                    opened.get().close();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void refuses_a_missing_folder_by_name() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> SqliteStore.open(folder.resolve("nowhere/school.portfolio")))
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo("storage.no-folder"))
                .withMessageContaining("nowhere")
                .satisfies(e -> assertThat(e.message(Locale.FRENCH)).startsWith("Il n'y a pas de dossier"));
    }

    @Test
    void refuses_a_folder_in_place_of_a_file() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> SqliteStore.open(folder))
                .withMessageContaining("it is a folder");
    }

    @Test
    void refuses_what_is_not_sqlite_and_leaves_it_untouched() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "name;class\n".repeat(100));
        refuses("storage.foreign", file);
        Path small = Files.writeString(folder.resolve("note.txt"), "hello");
        refuses("storage.foreign", small);
    }

    @Test
    void refuses_the_database_of_another_program_and_leaves_it_untouched() throws Exception {
        Path file = folder.resolve("other.db");
        run(file, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1);");
        refuses("storage.foreign", file);
        Path signed = folder.resolve("signed.db");
        run(signed, "PRAGMA application_id = 77; CREATE TABLE theirs (x);");
        refuses("storage.foreign", signed);
    }

    @Test
    void refuses_a_file_of_a_newer_version_and_leaves_it_untouched() throws Exception {
        Path file = folder.resolve("school.portfolio");
        SqliteStore.open(file).close();
        run(file, "PRAGMA user_version = 99");
        refuses("storage.newer", file);
    }

    @Test
    void a_file_of_the_first_version_is_brought_up_to_date_with_its_journal() throws Exception {
        Path file = folder.resolve("school.portfolio");
        try (InputStream first = SqliteStore.class.getResourceAsStream("schema-1.sql")) {
            run(file, new String(Objects.requireNonNull(first).readAllBytes(), StandardCharsets.UTF_8));
        }
        run(
                file,
                "CREATE VIEW journal_entries AS SELECT * FROM entry; CREATE VIEW journal AS SELECT * FROM journal_entries;"
                        + "INSERT INTO meta VALUES ('views', 'older');"
                        + "INSERT INTO kind VALUES (1, 'production');");
        Change change = Dossiers.putting(Head.EMPTY, row(dossier(1), 1, "{\"a\":1}"));
        Entry entry = change.entries().get(0);
        String hash = HexFormat.of().formatHex(entry.hash().bytes());
        run(
                file,
                "INSERT INTO scope VALUES (X'" + hex(dossier(1).id()) + "', 7, 1, X'" + hash + "');"
                        + "INSERT INTO record VALUES (7, 1, X'" + hex(Dossiers.id(1)) + "', '{\"a\":1}', NULL);"
                        + "INSERT INTO entry VALUES (7, 1, 3, X'" + hash + "', '" + entry.body() + "');"
                        + "UPDATE feed SET last = 3; PRAGMA application_id = " + Migrations.APPLICATION_ID
                        + "; PRAGMA user_version = 1;");

        try (SqliteStore store = SqliteStore.open(file)) {
            assertThat(store.<List<Entry>>read(view -> view.entries(dossier(1), 0, 9)))
                    .containsExactly(entry);
            put(store, row(dossier(1), 2, "{}"));
            assertThat(store.<List<FeedEntry>>read(view -> view.feed(0, 9)))
                    .extracting(FeedEntry::position)
                    .containsExactly(3L, 4L);
            assertThat(store.<List<Row>>read(view -> view.list(dossier(1), Dossiers.PRODUCTION, null, 9)))
                    .hasSize(2);
            assertThat(store.check()).isEmpty();
        }
        assertThat(Dossiers.seen(file, "SELECT number FROM journal_entries ORDER BY position"))
                .containsExactly("1", "2");
    }

    /** A file as version 3 left it: an index of its own, and a file in two pieces that lie beside their content. */
    private static Path ofVersionThree(Path file, byte[] content, String more) throws Exception {
        for (int i = 1; i <= 3; i++) {
            try (InputStream schema = SqliteStore.class.getResourceAsStream("schema-" + i + ".sql")) {
                run(file, new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        HexFormat hex = HexFormat.of();
        String first = hex.formatHex(content, 0, Contents.CHUNK);
        String second = hex.formatHex(content, Contents.CHUNK, content.length);
        String sha256 = hex.formatHex(Contents.sha256().digest(content));
        run(
                file,
                "INSERT INTO kind VALUES (1, 'production');"
                        + "INSERT INTO scope VALUES (X'" + hex(dossier(1).id()) + "', 7, 1, zeroblob(32));"
                        + "INSERT INTO record VALUES (7, 1, X'" + hex(Dossiers.id(1)) + "', '{}', NULL);"
                        + "INSERT INTO indexed VALUES (7, 1, X'" + hex(Dossiers.id(1)) + "', 5, '0ancien');"
                        + "INSERT INTO token VALUES (7, 'ancien', 1, X'" + hex(Dossiers.id(1)) + "', 0);"
                        + "INSERT INTO meta VALUES ('index', 'fr-1');"
                        + "INSERT INTO content VALUES (4, X'" + sha256 + "', " + content.length + ", 0);"
                        + "INSERT INTO content_chunk VALUES (4, 0, X'" + first + "'), (4, 1, X'" + second + "');"
                        + more + "PRAGMA application_id = " + Migrations.APPLICATION_ID + "; PRAGMA user_version = 3;");
        return file;
    }

    private static byte[] twoPieces() {
        byte[] bytes = new byte[Contents.CHUNK + 1_000];
        new Random(4).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_file_of_the_third_version_keeps_its_files_where_they_are_and_has_its_index_made_anew() throws Exception {
        byte[] bytes = twoPieces();
        Path file = ofVersionThree(folder.resolve("school.portfolio"), bytes, "");
        Stored content = new Stored(Hash.of(Contents.sha256().digest(bytes)), bytes.length);
        try (SqliteStore store = SqliteStore.open(file)) {
            assertThat(store.<String>read(view -> view.indexedBy())).isEmpty();
            assertThat(store.<List<IndexedRow>>read(view -> view.indexed(dossier(1))))
                    .isEmpty();
            assertThat(seen(file, "SELECT count(*) FROM content_chunk")).containsExactly("2");
            for (int from : new int[] {0, 5, Contents.CHUNK, bytes.length}) {
                try (InputStream in = store.contents().open(content, from).orElseThrow()) {
                    assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, from, bytes.length));
                }
            }
            assertThat(store.contents().write(new ByteArrayInputStream(bytes), Instant.EPOCH))
                    .isEqualTo(content);
            assertThat(store.check()).isEmpty();

            store.compact();
            assertThat(seen(file, "SELECT count(*) FROM content_chunk")).containsExactly("0");
            assertThat(seen(file, "SELECT count(*) FROM piece")).containsExactly("2");
            try (InputStream in = store.contents().open(content).orElseThrow()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
            assertThat(store.check()).isEmpty();
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("ancien");
    }

    @Test
    void a_file_of_the_third_version_goes_whole_and_while_it_is_carried_over() throws Exception {
        byte[] bytes = twoPieces();
        Stored content = new Stored(Hash.of(Contents.sha256().digest(bytes)), bytes.length);
        Path file = ofVersionThree(folder.resolve("school.portfolio"), bytes, "");
        try (SqliteStore store = SqliteStore.open(file)) {
            store.writer().alone(session -> {
                session.run("INSERT INTO piece SELECT (4 << 24) + number, bytes FROM content_chunk WHERE number = 0;"
                        + " DELETE FROM content_chunk WHERE number = 0");
                return true;
            });
            try (InputStream in = store.contents().open(content).orElseThrow()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
            assertThat(store.check()).isEmpty();
            assertThat(store.contents().remove(content, Instant.EPOCH.plusSeconds(1)))
                    .isTrue();
            assertThat(seen(file, "SELECT count(*) FROM content_chunk")).containsExactly("0");
            assertThat(seen(file, "SELECT count(*) FROM piece")).containsExactly("0");
        }
    }

    @Test
    void a_file_of_the_third_version_that_has_moved_takes_no_commits_in_its_new_tables_either() throws Exception {
        Path file = ofVersionThree(
                folder.resolve("school.portfolio"),
                twoPieces(),
                "INSERT INTO meta VALUES ('move.state', 'MOVED'), ('move.id', '" + Dossiers.id(9)
                        + "'), ('move.place', 'elsewhere');"
                        + "CREATE TRIGGER sealed_record_insert BEFORE INSERT ON record BEGIN"
                        + " SELECT RAISE(ABORT, 'portfolio-sealed MOVED elsewhere'); END;");
        try (SqliteStore store = SqliteStore.open(file)) {
            RowName name = RowName.of(row(dossier(1), 1, "{}"));
            Change indexing = new Change(
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Set.of(),
                    List.of(new IndexedRow(name, 1, Map.of("neuf", 1))));
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> store.commit(indexing))
                    .satisfies(e -> assertThat(e.reason().key()).isEqualTo("storage.moved"));
            store.compact();
            assertThat(seen(file, "SELECT count(*) FROM content_chunk")).containsExactly("2");
        }
    }

    private static String hex(UUID id) {
        return HexFormat.of().formatHex(UuidBytes.bytes(id));
    }

    @Test
    void refuses_a_damaged_file() throws Exception {
        Path file = folder.resolve("school.portfolio");
        try (SqliteStore store = SqliteStore.open(file)) {
            put(store, row(dossier(1), 1, "{}"));
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
        refuses("storage.damaged", file);
    }

    @Test
    void refuses_a_file_and_a_folder_that_cannot_be_written() throws IOException {
        Path file = folder.resolve("school.portfolio");
        SqliteStore.open(file).close();
        assumeFalse(
                "root".equals(System.getProperty("user.name")),
                "SKIPPED: root may write everywhere, so read-only files cannot be tried as root");
        assertThat(file.toFile().setReadOnly()).isTrue();
        refuses("storage.read-only", file);
        assertThat(file.toFile().setWritable(true)).isTrue();
        assertThat(folder.toFile().setReadOnly()).isTrue();
        try {
            refuses("storage.read-only", file);
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void tells_of_a_place_where_nothing_can_be_made() {
        Path proc = Path.of("/proc/self");
        assumeFalse(!Files.isDirectory(proc), "SKIPPED: there is no /proc here");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> SqliteStore.open(proc.resolve("school.portfolio")))
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo("storage.read-only"));
    }

    @Test
    void refuses_everything_once_closed() {
        SqliteStore store = SqliteStore.open(folder.resolve("school.portfolio"));
        store.close();
        store.close();
        assertThatThrownBy(() -> head(store, dossier(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.commit(Dossiers.putting(Head.EMPTY, row(dossier(1), 1, "{}"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.load(List.<org.eportfolio.spi.Change>of().iterator()))
                .isInstanceOf(IllegalStateException.class);
    }

    private void refuses(String key, Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        List<Path> besides = files();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> SqliteStore.open(file))
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo(key));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(files()).isEqualTo(besides);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }
}
