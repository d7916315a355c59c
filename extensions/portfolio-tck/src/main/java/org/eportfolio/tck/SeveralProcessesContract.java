package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.GOAL;
import static org.eportfolio.tck.Examples.MONDAY;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.bytes;
import static org.eportfolio.tck.Examples.entry;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.removes;
import static org.eportfolio.tck.Examples.row;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.MissingContentException;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.Stored;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where {@link Capability#SEVERAL_PROCESSES} is declared: two stores in one place are one. A lock inside one process, or
 * anything remembered there, does not hold against the other.
 */
public abstract class SeveralProcessesContract extends FileContract {
    private PortfolioStore other;

    @SuppressWarnings("NullAway.Init") // JUnit calls openAnother before each test
    protected SeveralProcessesContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @BeforeEach
    void openAnother() throws Exception {
        assumeTrue(has(Capability.SEVERAL_PROCESSES), "the store declares that one process has it alone");
        other = fixture.another();
    }

    @AfterEach
    void closeAnother() {
        if (other != null) other.close();
    }

    private static Head head(PortfolioStore from, Scope scope) {
        return from.read(view -> view.head(scope));
    }

    private static Head acted(PortfolioStore in, Scope scope, Row... rows) {
        Change change = act(scope, head(in, scope), rows);
        in.commit(change);
        return change.entries().get(0).head();
    }

    private static void insist(PortfolioStore in, Function<View, Change> decide) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                in.commit(in.read(decide));
                return;
            } catch (StaleException moved) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("gave up: the commit was refused as stale all the time");
    }

    @Test
    void each_shows_at_once_what_the_other_committed() {
        for (int i = 0; i < 20; i++) {
            PortfolioStore writer = i % 2 == 0 ? store : other;
            PortfolioStore reader = i % 2 == 0 ? other : store;
            Head head = acted(writer, ANNA, assessment(ANNA, i, PENDING));
            assertThat(head(reader, ANNA)).isEqualTo(head);
            assertThat(reader.<List<Row>>read(view -> view.where(PENDING, null, ALL)))
                    .hasSize(i + 1);
            assertThat(reader.<Picture>read(Picture::of)).isEqualTo(writer.<Picture>read(Picture::of));
        }
        other.commit(removes(assessment(ANNA, 3)));
        assertThat(list(ANNA, ASSESSMENT)).hasSize(19);
    }

    @Test
    void each_refuses_a_basis_that_the_other_moved() {
        Head seen = acted(store, ANNA);
        assertThat(head(other, ANNA)).isEqualTo(seen);
        Head moved = acted(other, ANNA, assessment(ANNA, 1));
        for (PortfolioStore each : List.of(store, other)) {
            assertThatThrownBy(() -> each.commit(act(ANNA, seen, assessment(ANNA, 2))))
                    .isInstanceOfSatisfying(
                            StaleException.class,
                            stale -> assertThat(stale.actual()).isEqualTo(moved));
        }
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(assessment(ANNA, 1));
    }

    @Test
    void writers_in_both_lose_no_update_of_one_scope() throws Exception {
        int writers = 8;
        int each = 20;
        TestThreads.of(writers, writer -> {
            PortfolioStore own = writer % 2 == 0 ? store : other;
            for (int i = 0; i < each; i++) {
                int number = writer * each + i;
                insist(
                        own,
                        view -> act(
                                ANNA,
                                view.head(ANNA),
                                row(ANNA, GOAL, id(1), String.valueOf(count(view) + 1)),
                                assessment(ANNA, number)));
            }
            return true;
        });
        assertThat(store.<Long>read(SeveralProcessesContract::count)).isEqualTo((long) writers * each);
        assertThat(list(ANNA, ASSESSMENT)).hasSize(writers * each);
        Head head = Head.EMPTY;
        for (Entry entry : entries(ANNA)) {
            assertThat(entry).isEqualTo(entry(ANNA, head, entry.body()));
            head = entry.head();
        }
        assertThat(head(other, ANNA)).isEqualTo(head);
        assertThat(head.length()).isEqualTo((long) writers * each);
    }

    private static long count(View view) {
        return view.find(ANNA, GOAL, id(1))
                .map(row -> Long.parseLong(row.body()))
                .orElse(0L);
    }

    /** What is served once has its place: nothing comes to stand before it later. */
    @Test
    void a_follower_of_either_sees_each_entry_once_while_both_write() throws Exception {
        int writers = 8;
        int each = 40;
        AtomicInteger writing = new AtomicInteger(writers);
        List<List<FeedEntry>> followed = TestThreads.of(writers + 2, worker -> {
            if (worker >= writers) return follow(worker == writers ? store : other, writing);
            PortfolioStore own = worker % 2 == 0 ? store : other;
            Scope scope = new Scope(id(100 + worker));
            try {
                for (int i = 0; i < each; i++) insist(own, view -> act(scope, view.head(scope)));
            } finally {
                writing.decrementAndGet();
            }
            return List.of();
        });
        List<FeedEntry> all = store.read(view -> view.feed(0, ALL));
        assertThat(all).hasSize(writers * each);
        assertThat(followed.get(writers)).isEqualTo(all);
        assertThat(followed.get(writers + 1)).isEqualTo(all);
    }

    private static List<FeedEntry> follow(PortfolioStore from, AtomicInteger writing) {
        List<FeedEntry> seen = new ArrayList<>();
        long cursor = 0;
        while (true) {
            boolean done = writing.get() == 0;
            long after = cursor;
            List<FeedEntry> page = from.read(view -> view.feed(after, 7));
            seen.addAll(page);
            if (!page.isEmpty()) cursor = page.get(page.size() - 1).position();
            if ((page.isEmpty() && done) || seen.size() > ALL) return seen;
        }
    }

    @Test
    void files_of_one_are_files_of_the_other() throws IOException {
        Stored file = write(bytes(700_000, 1));
        Stored again = other.contents().write(new ByteArrayInputStream(bytes(700_000, 1)), MONDAY);
        assertThat(again).isEqualTo(file);
        assertThat(kept()).containsExactly(file);
        assertThat(other.contents().remove(file, ALWAYS)).isTrue();
        assertMissing(file);
        Head head = head(store, BRUNO);
        Change needing = new Change(
                Map.of(BRUNO, head),
                List.of(),
                List.of(assessment(BRUNO, 1)),
                List.of(entry(BRUNO, head, "{}")),
                Set.of(file));
        assertThatThrownBy(() -> store.commit(needing)).isInstanceOf(MissingContentException.class);
    }

    @Test
    void closing_one_leaves_the_other_open() {
        acted(store, ANNA, assessment(ANNA, 1));
        other.close();
        assertThat(acted(store, ANNA, assessment(ANNA, 2)).length()).isEqualTo(2);
        assertThat(list(ANNA, ASSESSMENT)).hasSize(2);
    }
}
