package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.GOAL;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.entry;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.removes;
import static org.eportfolio.tck.Examples.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.Test;

/** A read sees the store at one moment: every commit that returned before, and nothing of any that came after. */
public abstract class SnapshotContract extends Contract {
    protected SnapshotContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void runs_the_work_once_on_the_callers_thread_and_gives_back_its_result() {
        Head head = acted(ANNA);
        List<Thread> runs = new ArrayList<>();
        Head seen = store.read(view -> {
            runs.add(Thread.currentThread());
            return view.head(ANNA);
        });
        assertThat(runs).containsExactly(Thread.currentThread());
        assertThat(seen).isEqualTo(head);
    }

    @Test
    void lets_exceptions_of_the_work_through_unchanged() {
        for (Throwable thrown : List.of(new IllegalArgumentException("mine"), new AssertionError("mine too"))) {
            assertThat(catchThrowable(() -> store.read(view -> {
                        if (thrown instanceof Error error) throw error;
                        throw (RuntimeException) thrown;
                    })))
                    .isSameAs(thrown);
        }
        acted(ANNA);
        assertThat(head(ANNA).length()).isEqualTo(1);
    }

    @Test
    void stands_at_the_position_of_the_last_entry_of_the_feed_or_does_not_say() {
        assertThat(store.<Long>read(View::position)).isIn(-1L, 0L);
        acted(ANNA);
        acted(BRUNO);
        store.<Boolean>read(view -> {
            List<FeedEntry> feed = view.feed(0, 10);
            assertThat(view.position()).isIn(-1L, feed.get(feed.size() - 1).position());
            assertThat(view.position()).isEqualTo(view.position());
            return true;
        });
    }

    @Test
    void tells_the_heads_of_several_scopes_as_it_tells_each() {
        Head anna = acted(ANNA);
        Head longer = acted(ANNA);
        assertThat(longer).isNotEqualTo(anna);
        assertThat(store.<Map<Scope, Head>>read(view -> view.heads(List.of(ANNA, BRUNO))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ANNA, longer, BRUNO, Head.EMPTY));
        assertThat(store.<Map<Scope, Head>>read(view -> view.heads(List.of()))).isEmpty();
    }

    @Test
    void shows_every_thread_what_was_committed_before() throws Exception {
        List<Head> heads = new ArrayList<>();
        List<Head> seen = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            heads.add(acted(ANNA, assessment(ANNA, i)));
            seen.add(TestThreads.aside(() -> head(ANNA)));
        }
        assertThat(seen).isEqualTo(heads);
        assertThat(TestThreads.of(4, worker -> list(ANNA, ASSESSMENT).size())).containsOnly(50);
    }

    @Test
    void shows_nothing_that_is_committed_while_the_read_lasts() {
        acted(ANNA, assessment(ANNA, 1, PENDING), assessment(ANNA, 2, PENDING));
        acted(BRUNO, assessment(BRUNO, 1));
        Picture before = picture();
        List<Picture> during = store.read(view -> {
            // The snapshot has begun at the latest when something was seen through it.
            List<Picture> pictures = new ArrayList<>();
            pictures.add(Picture.of(view));
            TestThreads.aside(
                    () -> acted(ANNA, row(ANNA, ASSESSMENT, id(1), "{\"changed\":true}"), assessment(ANNA, 3)));
            pictures.add(Picture.of(view));
            TestThreads.aside(() -> acted(Scope.ORGANISATION, row(BRUNO, GOAL, id(9), "{}", PENDING)));
            TestThreads.aside(() -> {
                store.commit(removes(assessment(ANNA, 2), assessment(BRUNO, 1)));
                return true;
            });
            pictures.add(Picture.of(view));
            return pictures;
        });
        assertThat(during).hasSize(3).containsOnly(before);
        assertThat(picture()).isNotEqualTo(before);
        assertThat(list(ANNA, ASSESSMENT)).hasSize(2);
    }

    @Test
    void shows_work_that_may_run_again_one_moment_too() {
        acted(ANNA, assessment(ANNA, 1));
        List<Integer> runs = new ArrayList<>();
        List<Integer> seen = store.glance(view -> {
            int first = view.list(ANNA, ASSESSMENT, null, 10).size();
            runs.add(first);
            if (runs.size() == 1) TestThreads.aside(() -> acted(ANNA, assessment(ANNA, 2)));
            return List.of(first, view.list(ANNA, ASSESSMENT, null, 10).size());
        });
        assertThat(seen).isIn(List.of(1, 1), List.of(2, 2));
        assertThat(store.<Integer>glance(
                        view -> view.list(ANNA, ASSESSMENT, null, 10).size()))
                .as("what was committed before")
                .isEqualTo(2);
    }

    @Test
    void gives_lists_that_may_be_kept() {
        acted(ANNA, assessment(ANNA, 1, PENDING));
        List<Row> kept = list(ANNA, ASSESSMENT);
        List<Row> found = where(PENDING);
        List<Entry> entries = entries(ANNA);
        acted(ANNA, assessment(ANNA, 2, PENDING));
        store.commit(removes(assessment(ANNA, 1)));
        assertThat(kept).containsExactly(assessment(ANNA, 1, PENDING)).isEqualTo(found);
        assertThat(entries).hasSize(1);
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(assessment(ANNA, 2, PENDING));
    }

    @Test
    void shows_rows_keys_heads_and_entries_of_one_moment_while_others_write() throws Exception {
        int writers = 3;
        int readers = 4;
        AtomicInteger reading = new AtomicInteger(readers);
        List<Long> counts = TestThreads.of(writers + readers, worker -> {
            if (worker < writers) return countUpWhile(reading);
            try {
                return lookOften();
            } finally {
                reading.decrementAndGet();
            }
        });
        long written =
                counts.subList(0, writers).stream().mapToLong(Long::longValue).sum();
        long counted = store.read(view -> assertOneMoment(view, new Followed()));
        assertThat(counted).isEqualTo(written).isGreaterThanOrEqualTo(50L * writers);
    }

    /** As long as another thread reads, at least 50 times, and not without end where writing is faster than reading. */
    private long countUpWhile(AtomicInteger reading) {
        long written = 0;
        while (written < 50 || (written < 2_000 && reading.get() > 0)) {
            insist(SnapshotContract::countedUp);
            written++;
        }
        return written;
    }

    private long lookOften() {
        Followed followed = new Followed();
        long last = 0;
        for (int look = 0; look < 200; look++) {
            long count = store.read(view -> assertOneMoment(view, followed));
            assertThat(count).as("time goes forward").isGreaterThanOrEqualTo(last);
            last = count;
        }
        return last;
    }

    /** What a reader has seen of the feed. */
    private static final class Followed {
        private long position;
        private long entries;

        long upTo(View view) {
            for (FeedEntry fed : view.feed(position, ALL)) {
                position = fed.position();
                entries++;
            }
            return entries;
        }
    }

    /** The same number everywhere: in rows and keys of two dossiers, under a moving id, and in both chains. */
    private static Change countedUp(View view) {
        long next = view.head(ANNA).length() + 1;
        Key key = new Key("count", String.valueOf(next));
        List<Row> puts = new ArrayList<>();
        Map<Scope, Head> basis = Map.of(ANNA, view.head(ANNA), BRUNO, view.head(BRUNO));
        for (Scope scope : basis.keySet()) {
            puts.add(row(scope, GOAL, id(1), String.valueOf(next), key));
            puts.add(row(scope, ASSESSMENT, id((int) next), String.valueOf(next), PENDING));
        }
        List<RowName> removes = List.of(
                new RowName(ANNA, ASSESSMENT, id((int) next - 1)), new RowName(BRUNO, ASSESSMENT, id((int) next - 1)));
        String body = String.valueOf(next);
        return new Change(
                basis,
                removes,
                puts,
                List.of(entry(ANNA, view.head(ANNA), body), entry(BRUNO, view.head(BRUNO), body)));
    }

    private static long assertOneMoment(View view, Followed followed) {
        long count = view.head(ANNA).length();
        assertThat(followed.upTo(view)).isEqualTo(2 * count);
        if (count == 0) return 0;
        String body = String.valueOf(count);
        assertThat(view.among(List.of(ANNA, BRUNO), GOAL)).extracting(Row::body).containsExactly(body, body);
        assertThat(view.list(ANNA, ASSESSMENT, null, ALL)).extracting(Row::body).containsExactly(body);
        assertThat(view.where(PENDING, null, ALL)).extracting(Row::body).containsExactly(body, body);
        assertThat(view.where(new Key("count", body), null, ALL)).hasSize(2);
        assertThat(view.where(new Key("count", String.valueOf(count - 1)), null, ALL))
                .isEmpty();
        assertThat(view.entries(ANNA, count - 1, ALL)).extracting(Entry::body).containsExactly(body);
        assertThat(view.entries(BRUNO, count - 1, ALL)).extracting(Entry::body).containsExactly(body);
        assertThat(view.head(BRUNO).length()).isEqualTo(count);
        return count;
    }
}
