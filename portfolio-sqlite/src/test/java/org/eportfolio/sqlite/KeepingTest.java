package org.eportfolio.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.sqlite.Dossiers.PRODUCTION;
import static org.eportfolio.sqlite.Dossiers.dossier;
import static org.eportfolio.sqlite.Dossiers.head;
import static org.eportfolio.sqlite.Dossiers.holds;
import static org.eportfolio.sqlite.Dossiers.id;
import static org.eportfolio.sqlite.Dossiers.put;
import static org.eportfolio.sqlite.Dossiers.putting;
import static org.eportfolio.sqlite.Dossiers.removing;
import static org.eportfolio.sqlite.Dossiers.row;
import static org.eportfolio.sqlite.Dossiers.seen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eportfolio.CancelledException;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("school.portfolio");
    }

    @Test
    void opening_again_finds_everything() {
        Row first = row(dossier(1), 1, "{\"a\":\"\0é😀'\"}", new Key("author", "3:B\0😀"), new Key("class", ""));
        Row second = row(dossier(2), 7, "");
        try (SqliteStore store = SqliteStore.open(file)) {
            put(store, first);
            put(store, second);
        }
        try (SqliteStore store = SqliteStore.open(file)) {
            assertThat(store.<List<Row>>read(view -> view.among(List.of(dossier(2), dossier(1)), PRODUCTION)))
                    .containsExactly(first, second);
            assertThat(store.<List<Row>>read(view -> view.where(new Key("author", "3:B\0😀"), null, 9)))
                    .containsExactly(first);
            assertThat(store.<List<Row>>read(view -> view.whereAny(List.copyOf(first.keys()))))
                    .containsExactly(first);
            assertThat(head(store, dossier(1)).length()).isEqualTo(1);
            assertThat(store.<List<Scope>>read(view -> view.scopes(null, 9))).containsExactly(dossier(1), dossier(2));
            assertThat(store.<List<FeedEntry>>read(view -> view.feed(1, 9)))
                    .singleElement()
                    .satisfies(fed -> assertThat(fed.entry().scope()).isEqualTo(dossier(2)));
        }
    }

    @Test
    void lists_are_in_the_order_of_unsigned_bytes() {
        try (SqliteStore store = SqliteStore.open(file)) {
            Scope high = new Scope(new UUID(-1, 0));
            Row[] rows = {
                new Row(high, PRODUCTION, new UUID(-1, -1), "{}", Set.of()),
                new Row(high, PRODUCTION, new UUID(1, -1), "{}", Set.of()),
                new Row(high, PRODUCTION, new UUID(1, 1), "{}", Set.of())
            };
            put(store, rows);
            put(store, row(dossier(1), 1, "{}"));
            assertThat(store.<List<Row>>read(view -> view.list(high, PRODUCTION, null, 9)))
                    .containsExactly(rows[2], rows[1], rows[0]);
            assertThat(store.<List<Row>>read(view -> view.list(high, PRODUCTION, rows[1].id(), 9)))
                    .containsExactly(rows[0]);
            assertThat(store.<List<Scope>>read(view -> view.scopes(null, 9))).containsExactly(dossier(1), high);
        }
    }

    @Test
    void keys_of_a_replaced_or_removed_row_go() {
        try (SqliteStore store = SqliteStore.open(file)) {
            put(store, row(dossier(1), 1, "{}", new Key("author", "ada"), new Key("class", "3B")));
            put(store, row(dossier(1), 1, "{\"v\":2}", new Key("author", "bob")));
            assertThat(store.<List<Row>>read(view -> view.where(new Key("author", "ada"), null, 9)))
                    .isEmpty();
            assertThat(store.<List<Row>>read(view -> view.where(new Key("author", "bob"), null, 9)))
                    .hasSize(1);
            store.commit(removing(head(store, dossier(1)), row(dossier(1), 1, "")));
            assertThat(store.<List<Row>>read(view -> view.where(new Key("author", "bob"), null, 9)))
                    .isEmpty();
        }
    }

    @Test
    void what_was_replaced_or_removed_is_overwritten_and_leaves_no_trace_in_a_compact_file() throws Exception {
        try (SqliteStore store = SqliteStore.open(file)) {
            for (int i = 0; i < 300; i++) put(store, row(dossier(i % 7), i, secret(i), new Key("author", secret(i))));
            for (int i = 0; i < 150; i++) put(store, row(dossier(i % 7), i, "{}"));
            for (int i = 150; i < 300; i++) {
                store.commit(removing(head(store, dossier(i % 7)), row(dossier(i % 7), i, "")));
            }
            assertThat(Files.size(log())).as("emptied after a removal").isZero();
            assertThat(holds(Files.readAllBytes(file), "SECRET".repeat(50))).isFalse();
            store.compact();
            assertThat(Files.size(log())).isZero();
            assertThat(holds(Files.readAllBytes(file), "SECRET")).isFalse();
            assertThat(store.<List<Row>>read(view -> view.list(dossier(1), PRODUCTION, null, 999)))
                    .hasSize(22);
        }
    }

    /** Many rows, of which SQLite copies some between two questions. */
    private SqliteStore large() {
        SqliteStore store = SqliteStore.open(file);
        Row[] rows = new Row[20_000];
        for (int i = 0; i < rows.length; i++)
            rows[i] = row(dossier(1), i, "{\"number\":" + i + "}", new Key("n", "" + i));
        put(store, rows);
        store.commit(removing(head(store, dossier(1)), rows[0], rows[1]));
        return store;
    }

    private static int rows(SqliteStore store) {
        return store.<List<Row>>read(view -> view.list(dossier(1), PRODUCTION, null, 99_999))
                .size();
    }

    @Test
    void a_compaction_is_cancelled_while_sqlite_copies_and_leaves_the_file_as_it_was() throws Exception {
        try (SqliteStore store = large()) {
            byte[] before = Files.readAllBytes(file);
            long[] stood = {0, 0};
            assertThatThrownBy(() -> store.compact((done, total) -> {
                        stood[0] = done;
                        stood[1] = total;
                        return total < 0 || done < total / 4;
                    }))
                    .isInstanceOf(CancelledException.class);
            assertThat(stood[0]).isBetween(stood[1] / 4, stood[1] / 2);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThat(rows(store)).isEqualTo(19_998);
            put(store, row(dossier(2), 1, "{}"));
            store.compact();
            assertThat(rows(store)).isEqualTo(19_998);
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void a_backup_is_cancelled_while_sqlite_copies_and_while_the_copy_is_looked_through() throws Exception {
        Path copy = folder.resolve("copy");
        try (SqliteStore store = large()) {
            for (int part : new int[] {8, 2}) {
                assertThatThrownBy(() -> store.backup(copy, (done, total) -> total < 0 || done < total / part))
                        .isInstanceOf(CancelledException.class);
                try (Stream<Path> files = Files.list(folder)) {
                    assertThat(files.map(each -> each.getFileName().toString()))
                            .allMatch(each -> each.startsWith("school.portfolio"));
                }
            }
            store.backup(copy);
        }
        Path restored = folder.resolve("restored");
        for (int part : new int[] {8, 2}) {
            assertThatThrownBy(() ->
                            SqliteStore.restore(copy, restored, (done, total) -> total < 0 || done < total / part))
                    .isInstanceOf(CancelledException.class);
            assertThat(restored).doesNotExist();
        }
        SqliteStore.restore(copy, restored);
        try (SqliteStore store = SqliteStore.open(restored)) {
            assertThat(rows(store)).isEqualTo(19_998);
        }
    }

    @Test
    void what_the_listener_throws_ends_a_check_and_is_no_finding() {
        try (SqliteStore store = large()) {
            IllegalStateException thrown = new IllegalStateException("the host's own");
            assertThatThrownBy(() -> store.check((done, total) -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
        }
    }

    @Test
    void the_log_stays_short_though_reads_overlap_without_a_pause() throws Exception {
        try (SqliteStore store =
                SqliteStore.open(file, SqliteOptions.defaults().withReaders(3).withSynchronousNormal())) {
            put(store, row(dossier(0), 1, "{}"));
            AtomicBoolean done = new AtomicBoolean();
            Thread[] readers = new Thread[3];
            for (int i = 0; i < readers.length; i++) {
                readers[i] = new Thread(() -> {
                    while (!done.get()) store.read(KeepingTest::slowly);
                });
                readers[i].start();
            }
            long longest = 0;
            // A read is short, so that none outlasts the moment for which reads are held, whatever runs beside.
            String body = "x".repeat(100_000);
            for (int i = 0; i < 1_000; i++) {
                put(store, row(dossier(1), i % 5, body + i));
                longest = Math.max(longest, Files.size(log()));
            }
            done.set(true);
            for (Thread reader : readers) reader.join();
            assertThat(longest).isLessThan(4 * Checkpoints.LIMIT);
        }
    }

    @Test
    void a_read_inside_a_read_sees_the_same_snapshot_and_never_waits() {
        try (SqliteStore store = SqliteStore.open(file, SqliteOptions.defaults().withReaders(1))) {
            long seen = store.read(outer -> {
                put(store, row(dossier(1), 1, "{}"));
                return store.<Long>read(inner -> inner.head(dossier(1)).length());
            });
            assertThat(seen).isZero();
            assertThat(head(store, dossier(1)).length()).isEqualTo(1);
        }
    }

    @Test
    void a_view_is_of_no_use_after_its_read() {
        try (SqliteStore store = SqliteStore.open(file)) {
            View kept = store.read(view -> view);
            assertThatThrownBy(() -> kept.head(dossier(1))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_second_store_on_the_file_is_refused_as_stale_or_waits_its_turn() {
        try (SqliteStore one = SqliteStore.open(file);
                SqliteStore other =
                        SqliteStore.open(file, SqliteOptions.defaults().withBusyTimeout(Duration.ofMillis(10)))) {
            put(one, row(dossier(1), 1, "{}"));
            assertThatExceptionOfType(StaleException.class)
                    .isThrownBy(() -> other.commit(putting(Head.EMPTY, row(dossier(1), 2, "{}"))))
                    .satisfies(e -> assertThat(e.actual().length()).isEqualTo(1));
            put(other, new Row(dossier(1), new Kind("goal"), id(3), "{}", Set.of()));
            assertThat(one.<List<Row>>read(view -> view.list(dossier(1), new Kind("goal"), null, 9)))
                    .hasSize(1);
            one.writer()
                    .alone(session -> session.writing(() -> {
                        assertThatExceptionOfType(StorageException.class)
                                .isThrownBy(() -> put(other, row(dossier(2), 1, "{}")))
                                .satisfies(e -> assertThat(e.reason().key()).isEqualTo("storage.busy"));
                        return true;
                    }));
            put(other, row(dossier(2), 1, "{}"));
        }
    }

    @Test
    void positions_are_never_given_twice_even_if_somebody_cuts_the_tail() throws Exception {
        try (SqliteStore store = SqliteStore.open(file)) {
            for (int i = 0; i < 3; i++) put(store, row(dossier(i), 1, "{}"));
        }
        Dossiers.run(file, "DELETE FROM entry WHERE position > 1");
        try (SqliteStore store = SqliteStore.open(file)) {
            put(store, row(dossier(9), 1, "{}"));
            assertThat(store.<List<FeedEntry>>read(view -> view.feed(0, 9)))
                    .extracting(FeedEntry::position)
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo(1),
                            next -> assertThat(next).isGreaterThan(3));
        }
    }

    @Test
    void two_stores_of_one_file_take_turns_and_the_feed_keeps_the_order_of_their_commits() {
        try (SqliteStore one = SqliteStore.open(file);
                SqliteStore other = SqliteStore.open(file)) {
            for (int i = 0; i < 9; i++) {
                put(one, row(dossier(1), 2 * i, "{}"));
                if (i % 3 != 0) put(other, row(dossier(i % 2), 2 * i + 1, "{}"));
                if (i % 4 == 0) put(one, row(dossier(0), 100 + i, "{}"));
            }
            List<FeedEntry> feed = one.read(view -> view.feed(0, 99));
            assertThat(feed)
                    .hasSize(18)
                    .extracting(FeedEntry::position)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(feed)
                    .filteredOn(each -> each.entry().scope().equals(dossier(1)))
                    .extracting(each -> each.entry().number())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(other.<Long>read(View::position)).isEqualTo(feed.get(17).position());
        }
    }

    @Test
    void a_scope_without_entries_has_rows_but_no_head() {
        try (SqliteStore store = SqliteStore.open(file)) {
            store.commit(new Change(Map.of(), List.of(), List.of(row(dossier(1), 1, "{}")), List.of()));
            assertThat(store.<List<Scope>>read(view -> view.scopes(null, 9))).isEmpty();
            assertThat(store.<List<Row>>read(view -> view.list(dossier(1), PRODUCTION, null, 9)))
                    .hasSize(1);
        }
    }

    @Test
    void the_schools_own_people_read_it_in_plain_columns_and_the_views_follow_the_library() throws Exception {
        try (SqliteStore store = SqliteStore.open(file)) {
            put(store, row(dossier(1), 2, "{\"title\":\"Maquette\"}"));
        }
        assertThat(seen(
                        file,
                        "SELECT scope || ' ' || kind || ' ' || id || ' ' || json_extract(body, '$.title') FROM rows"))
                .containsExactly(dossier(1).id() + " production " + id(2) + " Maquette");
        assertThat(seen(file, "SELECT position || ' ' || scope || ' ' || number || ' ' || hash FROM journal_entries"))
                .containsExactly("1 " + dossier(1).id() + " 1 01" + "0".repeat(60) + "01");

        Dossiers.run(
                file,
                "DROP VIEW rows; CREATE VIEW rows AS SELECT 1; UPDATE meta SET value = 'older' WHERE name = 'views'");
        SqliteStore.open(file).close();
        assertThat(seen(file, "SELECT id FROM rows")).containsExactly(id(2).toString());
    }

    private Path log() {
        return folder.resolve("school.portfolio-wal");
    }

    private static String secret(int i) {
        return "{\"text\":\"" + "SECRET".repeat(1 + i * i % 900) + "\"}";
    }

    private static int slowly(View view) {
        int rows = 0;
        for (int i = 0; i < 3; i++) {
            rows += view.list(dossier(1), PRODUCTION, null, 5).size();
        }
        return rows;
    }
}
