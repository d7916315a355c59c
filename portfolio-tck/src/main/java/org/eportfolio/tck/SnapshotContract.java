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
    void shows_every_thread_what_was_committed_before() throws Exception {
        List<Head> heads = new ArrayList<>();
        List<Head> seen = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            heads.add(acted(ANNA, assessment(ANNA, i)));
            seen.add(Crew.aside(() -> head(ANNA)));
        }
        assertThat(seen).isEqualTo(heads);
        assertThat(Crew.of(4, worker -> list(ANNA, ASSESSMENT).size())).containsOnly(50);
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
            Crew.aside(() -> acted(ANNA, row(ANNA, ASSESSMENT, id(1), "{\"changed\":true}"), assessment(ANNA, 3)));
            pictures.add(Picture.of(view));
            Crew.aside(() -> acted(Scope.ORGANISATION, row(BRUNO, GOAL, id(9), "{}", PENDING)));
            Crew.aside(() -> {
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
        int writers = 4;
        int readers = 4;
        int commits = 100;
        AtomicInteger writing = new AtomicInteger(writers);
        List<Integer> reads = Crew.of(writers + readers, worker -> {
            if (worker < writers) {
                try {
                    for (int i = 0; i < commits; i++) insist(SnapshotContract::countedUp);
                } finally {
                    writing.decrementAndGet();
                }
                return 0;
            }
            int looks = 0;
            do {
                store.read(SnapshotContract::assertOneMoment);
                looks++;
            } while (writing.get() > 0);
            return looks;
        });
        assertThat(reads.subList(writers, writers + readers)).allMatch(looks -> looks > 0);
        long counted = store.read(SnapshotContract::assertOneMoment);
        assertThat(counted).isEqualTo((long) writers * commits);
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

    private static long assertOneMoment(View view) {
        long count = view.head(ANNA).length();
        if (count == 0) {
            assertThat(view.feed(0, ALL)).isEmpty();
            return 0;
        }
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
        assertThat(view.feed(0, ALL)).hasSize((int) (2 * count));
        return count;
    }
}
