package org.eportfolio.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.sqlite.Dossiers.PRODUCTION;
import static org.eportfolio.sqlite.Dossiers.dossier;
import static org.eportfolio.sqlite.Dossiers.entry;
import static org.eportfolio.sqlite.Dossiers.head;
import static org.eportfolio.sqlite.Dossiers.put;
import static org.eportfolio.sqlite.Dossiers.putting;
import static org.eportfolio.sqlite.Dossiers.row;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingTest {
    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("school.portfolio"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void of_many_commits_at_once_only_the_guilty_one_fails() throws Exception {
        // The test's own trigger stands for any statement that fails in the middle of a change.
        store.writer().alone(session -> {
            session.run("CREATE TEMP TRIGGER guilty BEFORE INSERT ON main.entry WHEN new.body = 'guilty'"
                    + " BEGIN SELECT raise(ABORT, 'guilty'); END");
            return true;
        });
        int threads = 16;
        int rounds = 40;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            Scope scope = dossier(t);
            boolean guilty = t == 7;
            running.add(pool.submit(() -> {
                start.countDown();
                start.await();
                Head head = Head.EMPTY;
                for (int i = 0; i < rounds; i++) {
                    if (guilty) {
                        Change change = guilty(scope, head);
                        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.commit(change));
                    }
                    Change change = putting(head, row(scope, i, "{\"i\":" + i + "}"));
                    store.commit(change);
                    Head stale = head;
                    assertThatExceptionOfType(StaleException.class)
                            .isThrownBy(() -> store.commit(putting(stale, row(scope, 999, "{}"))));
                    head = change.entries().get(0).head();
                }
                return null;
            }));
        }
        for (Future<?> one : running) one.get();
        pool.shutdown();
        List<FeedEntry> feed = store.read(view -> view.feed(0, 10_000));
        assertThat(feed)
                .hasSize(threads * rounds)
                .extracting(FeedEntry::position)
                .isSorted();
        for (int t = 0; t < threads; t++) {
            Scope scope = dossier(t);
            assertThat(store.<List<Row>>read(view -> view.list(scope, PRODUCTION, null, 999)))
                    .hasSize(rounds)
                    .noneMatch(row -> row.body().equals("guilty"));
        }
    }

    @Test
    void an_interrupted_thread_commits_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        store.commit(putting(Head.EMPTY, row(dossier(1), 1, "{}")));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(head(store, dossier(1)).length()).isEqualTo(1);
    }

    @Test
    void an_entry_must_follow_its_head() {
        Change gap = new Change(
                Map.of(dossier(1), Head.EMPTY),
                List.of(),
                List.of(row(dossier(1), 1, "{}")),
                List.of(new Entry(dossier(1), 2, Hash.NONE, "{}")));
        assertThatThrownBy(() -> store.commit(gap)).isInstanceOf(StaleException.class);
        assertThat(store.<List<Row>>read(view -> view.list(dossier(1), PRODUCTION, null, 9)))
                .isEmpty();
    }

    @Test
    void a_full_disk_is_told_and_nothing_of_the_change_is_there() {
        put(store, row(dossier(1), 1, "{}"));
        store.writer().alone(session -> {
            session.run("PRAGMA max_page_count=60");
            return true;
        });
        Head before = head(store, dossier(1));
        Row small = row(dossier(1), 2, "{}");
        Row large = row(dossier(1), 3, "x".repeat(1_000_000));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.commit(putting(before, small, large)))
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo("storage.full"));
        assertThat(head(store, dossier(1))).isEqualTo(before);
        assertThat(store.<List<Row>>read(view -> view.list(dossier(1), PRODUCTION, Dossiers.id(1), 9)))
                .isEmpty();
        put(store, small);
    }

    @Test
    void a_failed_change_leaves_no_kind_behind_that_the_file_does_not_know() {
        store.writer().alone(session -> {
            session.run("PRAGMA max_page_count=60");
            return true;
        });
        Kind fresh = new Kind("fresh");
        Row large = new Row(dossier(1), fresh, Dossiers.id(1), "x".repeat(1_000_000), java.util.Set.of());
        assertThatThrownBy(() -> store.commit(putting(Head.EMPTY, large))).isInstanceOf(StorageException.class);
        Row small = new Row(dossier(1), new Kind("other"), Dossiers.id(1), "{}", java.util.Set.of());
        put(store, small);
        assertThat(store.<List<Row>>read(view -> view.list(dossier(1), fresh, null, 9)))
                .isEmpty();
    }

    @Test
    void a_load_larger_than_memory_streams_through() throws Exception {
        String body = "x".repeat(6_000);
        int dossiers = 500;
        int changes = 15_000;
        List<Head> heads = new ArrayList<>(java.util.Collections.nCopies(dossiers, Head.EMPTY));
        Iterator<Change> generated = IntStream.range(0, changes)
                .mapToObj(i -> {
                    Scope scope = dossier(i % dossiers);
                    Change change =
                            putting(heads.get(i % dossiers), row(scope, i, body + i), row(scope, i + 1_000_000, body));
                    heads.set(i % dossiers, change.entries().get(0).head());
                    return change;
                })
                .iterator();
        store.load(generated);
        assertThat(Files.size(folder.resolve("school.portfolio"))).isGreaterThan(150 << 20);
        assertThat(Files.size(folder.resolve("school.portfolio-wal"))).isZero();
        assertThat(store.<List<Row>>read(view -> view.list(dossier(3), PRODUCTION, null, 999)))
                .hasSize(2 * changes / dossiers);
        assertThat(store.<List<FeedEntry>>read(view -> view.feed(changes - 1, 9)))
                .singleElement()
                .satisfies(last -> assertThat(last.entry().scope()).isEqualTo(dossier((changes - 1) % dossiers)));
        assertThat(store.<List<Entry>>read(view -> view.entries(dossier(3), 0, 999)))
                .extracting(Entry::number)
                .isSorted()
                .hasSize(changes / dossiers);
    }

    @Test
    void a_load_comes_to_what_its_changes_come_to_one_after_the_other() {
        Row first = row(dossier(1), 1, "first");
        Row second = row(dossier(1), 1, "second");
        Row third = row(dossier(1), 3, "third");
        Head one = entry(dossier(1), Head.EMPTY).head();
        Head two = entry(dossier(1), one).head();
        store.load(List.of(
                        putting(Head.EMPTY, first, third),
                        putting(one, second),
                        new Change(Map.of(dossier(1), two), List.of(RowName.of(third)), List.of(), List.of()))
                .iterator());
        assertThat(store.<List<Row>>read(view -> view.list(dossier(1), PRODUCTION, null, 9)))
                .containsExactly(second);
        assertThat(head(store, dossier(1))).isEqualTo(two);
    }

    @Test
    void a_load_that_fails_writes_nothing_and_says_why() {
        RuntimeException mine = new IllegalArgumentException("line 3 of the host's file");
        Iterator<Change> failing = Stream.of(1, 2, 3)
                .map(i -> {
                    if (i == 3) throw mine;
                    return putting(Head.EMPTY, row(dossier(i), 1, "{}"));
                })
                .iterator();
        assertThatThrownBy(() -> store.load(failing)).isSameAs(mine);
        Change change = putting(Head.EMPTY, row(dossier(1), 1, "{}"));
        assertThatThrownBy(() -> store.load(List.of(change, change).iterator())).isInstanceOf(StaleException.class);
        assertThat(store.<List<FeedEntry>>read(view -> view.feed(0, 9))).isEmpty();
        assertThat(head(store, dossier(1))).isEqualTo(Head.EMPTY);
    }

    @Test
    void the_iterator_of_a_load_may_read_but_not_write() {
        Iterator<Change> committing = Stream.of(1)
                .map(i -> {
                    assertThat(head(store, dossier(1))).isEqualTo(Head.EMPTY);
                    Change change = putting(Head.EMPTY, row(dossier(1), 1, "{}"));
                    store.commit(change);
                    return change;
                })
                .iterator();
        assertThatThrownBy(() -> store.load(committing)).isInstanceOf(IllegalStateException.class);
        put(store, row(dossier(1), 1, "{}"));
    }

    @Test
    void commits_wait_for_a_load_and_reads_do_not() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        List<Future<?>> commit = new ArrayList<>();
        Iterator<Change> slow = Stream.of(1, 2)
                .map(i -> {
                    if (i == 2) commit.add(other.submit(() -> put(store, row(dossier(9), 1, "{}"))));
                    assertThat(head(store, dossier(1))).isEqualTo(Head.EMPTY);
                    return putting(Head.EMPTY, row(dossier(i), 1, "{}"));
                })
                .iterator();
        store.load(slow);
        commit.get(0).get();
        other.shutdown();
        assertThat(store.<List<FeedEntry>>read(view -> view.feed(0, 9)))
                .extracting(fed -> fed.entry().scope())
                .containsExactly(dossier(1), dossier(2), dossier(9));
    }

    private static Change guilty(Scope scope, Head head) {
        Entry entry = entry(scope, head);
        return new Change(
                Map.of(scope, head),
                List.of(),
                List.of(row(scope, 999, "guilty")),
                List.of(new Entry(scope, entry.number(), entry.hash(), "guilty")));
    }
}
