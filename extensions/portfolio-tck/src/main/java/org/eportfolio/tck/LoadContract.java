package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.removes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A load makes any number of changes, one upon the other, or none of them; others read on meanwhile. */
public abstract class LoadContract extends Contract {
    protected LoadContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @BeforeEach
    void write_something() {
        acted(BRUNO, assessment(BRUNO, 1, PENDING), assessment(BRUNO, 2));
    }

    /** Changes that follow each other in one scope, from this head on, made as they are asked for. */
    private static Iterator<Change> following(Scope scope, Head from, int count, Runnable beforeEach) {
        return new Iterator<>() {
            private Head head = from;

            @Override
            public boolean hasNext() {
                return head.length() < from.length() + count;
            }

            @Override
            public Change next() {
                beforeEach.run();
                Change change = act(scope, head, assessment(scope, 100 + (int) head.length(), PENDING));
                head = change.entries().get(0).head();
                return change;
            }
        };
    }

    @Test
    void loads_many_changes_to_many_scopes() {
        int scopes = 10_000;
        store.load(IntStream.range(0, 2 * scopes)
                .mapToObj(i -> {
                    Scope scope = new Scope(id(1_000 + i / 2));
                    Head first = act(scope, Head.EMPTY, assessment(scope, 0))
                            .entries()
                            .get(0)
                            .head();
                    return i % 2 == 0
                            ? act(scope, Head.EMPTY, assessment(scope, 0))
                            : act(scope, first, assessment(scope, 1));
                })
                .iterator());
        assertThat(feed()).hasSize(1 + 2 * scopes);
        assertThat(listed(view -> view.scopes(null, ALL))).hasSize(1 + scopes);
        for (int i : new int[] {0, 1, 4_999, scopes - 1}) {
            Scope scope = new Scope(id(1_000 + i));
            assertThat(list(scope, ASSESSMENT)).containsExactly(assessment(scope, 0), assessment(scope, 1));
            assertThat(entries(scope)).extracting(Entry::number).containsExactly(1L, 2L);
            assertThat(head(scope).length()).isEqualTo(2);
        }
    }

    @Test
    void checks_each_basis_after_the_changes_before_it() {
        store.load(following(ANNA, Head.EMPTY, 2_000, () -> {}));
        assertThat(head(ANNA).length()).isEqualTo(2_000);
        assertThat(list(ANNA, ASSESSMENT)).hasSize(2_000);
        assertThat(acted(ANNA).length()).isEqualTo(2_001);
    }

    @Test
    void replaces_and_removes_what_was_there_and_what_it_put_itself() {
        store.load(List.of(
                        act(ANNA, Head.EMPTY, assessment(ANNA, 1), assessment(ANNA, 2, PENDING)),
                        removes(assessment(ANNA, 1), assessment(BRUNO, 1)),
                        Examples.puts(List.of(assessment(ANNA, 2), assessment(BRUNO, 3, PENDING))))
                .iterator());
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(assessment(ANNA, 2));
        assertThat(list(BRUNO, ASSESSMENT)).containsExactly(assessment(BRUNO, 2), assessment(BRUNO, 3, PENDING));
        assertThat(where(PENDING)).containsExactly(assessment(BRUNO, 3, PENDING));
    }

    @Test
    void writes_nothing_when_a_basis_has_moved() {
        Picture before = picture();
        List<Change> changes = new ArrayList<>();
        following(ANNA, Head.EMPTY, 1_000, () -> {}).forEachRemaining(changes::add);
        changes.add(act(BRUNO, Head.EMPTY, assessment(BRUNO, 9)));
        StaleException refusal = catchThrowableOfType(StaleException.class, () -> store.load(changes.iterator()));
        assertThat(refusal).isNotNull();
        assertThat(refusal.scope()).isEqualTo(BRUNO);
        assertThat(refusal.expected()).isEqualTo(Head.EMPTY);
        assertThat(refusal.actual()).isEqualTo(head(BRUNO));
        assertThat(picture()).isEqualTo(before);
        store.load(changes.subList(0, 1_000).iterator());
        assertThat(head(ANNA).length()).isEqualTo(1_000);
    }

    @Test
    void writes_nothing_when_the_iterator_throws_and_lets_its_exception_through() {
        Picture before = picture();
        for (Throwable thrown :
                List.of(new IllegalStateException("line 1001 is not JSON"), new AssertionError("bug"))) {
            int[] left = {1_000};
            assertThat(catchThrowable(() -> store.load(following(ANNA, Head.EMPTY, 2_000, () -> {
                        if (left[0]-- > 0) return;
                        if (thrown instanceof Error error) throw error;
                        throw (RuntimeException) thrown;
                    }))))
                    .isSameAs(thrown);
            assertThat(picture()).isEqualTo(before);
        }
        store.load(following(ANNA, Head.EMPTY, 10, () -> {}));
        assertThat(head(ANNA).length()).isEqualTo(10);
    }

    @Test
    void calls_the_iterator_on_the_callers_thread() {
        List<Thread> threads = new ArrayList<>();
        store.load(following(ANNA, Head.EMPTY, 3, () -> threads.add(Thread.currentThread())));
        assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
    }

    @Test
    void lets_others_read_what_was_there_while_it_runs() {
        List<Picture> meanwhile = new ArrayList<>();
        Picture before = picture();
        store.load(following(ANNA, Head.EMPTY, 5, () -> meanwhile.add(TestThreads.aside(this::picture))));
        assertThat(meanwhile).hasSize(5).containsOnly(before);
        assertThat(list(ANNA, ASSESSMENT)).hasSize(5);
    }

    @Test
    void lets_the_commits_of_others_succeed_in_the_end() throws Exception {
        try (TestThreads crew = new TestThreads()) {
            List<Future<Head>> others = new ArrayList<>();
            store.load(following(ANNA, Head.EMPTY, 8, () -> {
                Row row = assessment(BRUNO, 200 + others.size());
                others.add(crew.start(() -> {
                    insist(view -> act(BRUNO, view.head(BRUNO), row));
                    return head(BRUNO);
                }));
            }));
            assertThat(others).hasSize(8);
            for (Future<Head> other : others)
                assertThat(TestThreads.result(other).length()).isGreaterThan(1);
        }
        assertThat(list(BRUNO, ASSESSMENT)).hasSize(10);
        assertThat(head(ANNA).length()).isEqualTo(8);
        assertThat(head(BRUNO).length()).isEqualTo(9);
    }

    @Test
    void loads_nothing_from_nothing() {
        Picture before = picture();
        store.load(List.<Change>of().iterator());
        assertThat(picture()).isEqualTo(before);
        assertThat(list(BRUNO, ASSESSMENT)).hasSize(2);
    }
}
