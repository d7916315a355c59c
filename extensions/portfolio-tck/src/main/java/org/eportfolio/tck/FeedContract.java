package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.CHLOE;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.entry;
import static org.eportfolio.tck.Examples.id;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.junit.jupiter.api.Test;

/** The feed gives every entry of every chain once, in the order of the commits, to a follower who keeps a cursor. */
public abstract class FeedContract extends Contract {
    protected FeedContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void serves_entries_in_the_order_of_their_commits() {
        List<Head> heads = new ArrayList<>();
        for (Scope scope : List.of(CHLOE, ANNA, ANNA, Scope.ORGANISATION, BRUNO, CHLOE)) heads.add(acted(scope));
        assertThat(feed()).extracting(Entry::head).isEqualTo(heads);
        assertThat(feed())
                .extracting(Entry::scope)
                .containsExactly(CHLOE, ANNA, ANNA, Scope.ORGANISATION, BRUNO, CHLOE);
    }

    @Test
    void numbers_positions_upwards_from_one() {
        for (int i = 0; i < 10; i++) acted(i % 3 == 0 ? ANNA : BRUNO);
        List<Long> positions = positions(0, ALL);
        assertThat(positions).hasSize(10).isSorted().doesNotHaveDuplicates().allMatch(position -> position >= 1);
    }

    @Test
    void goes_on_after_a_position_in_pages_up_to_a_limit() {
        for (int i = 0; i < 10; i++) acted(i % 2 == 0 ? ANNA : BRUNO);
        List<Long> all = positions(0, ALL);
        assertThat(all).hasSize(10);
        assertThat(positions(0, 4)).isEqualTo(all.subList(0, 4));
        assertThat(positions(all.get(3), 4)).isEqualTo(all.subList(4, 8));
        assertThat(positions(all.get(7), 4)).isEqualTo(all.subList(8, 10));
        assertThat(positions(all.get(9), 4)).isEmpty();
    }

    @Test
    void serves_all_entries_of_a_change_in_chain_order() {
        Entry first = entry(ANNA, Head.EMPTY, "[1]");
        Entry second = entry(ANNA, first.head(), "[2]");
        Entry brunos = entry(BRUNO, Head.EMPTY, "[\"bruno\"]");
        Map<Scope, Head> basis = Map.of(ANNA, Head.EMPTY, BRUNO, Head.EMPTY);
        store.commit(new Change(basis, List.of(), List.of(), List.of(first, brunos, second)));
        assertThat(feed()).containsExactlyInAnyOrder(first, second, brunos).containsSubsequence(first, second);
    }

    @Test
    void serves_nothing_of_a_refused_change() {
        Head head = acted(ANNA);
        assertThatThrownBy(() -> store.commit(act(ANNA, Head.EMPTY))).isInstanceOf(StaleException.class);
        acted(BRUNO);
        assertThat(feed()).extracting(Entry::scope).containsExactly(ANNA, BRUNO);
        assertThat(feed().get(0).head()).isEqualTo(head);
    }

    @Test
    void a_follower_sees_each_entry_once_while_eight_writers_write() throws Exception {
        int writers = 8;
        int each = 60;
        AtomicInteger writing = new AtomicInteger(writers);
        List<List<FeedEntry>> followed = TestThreads.of(writers + 1, worker -> {
            if (worker == writers) return follow(writing);
            try {
                for (int i = 0; i < each; i++) write(i % 3 == 0 ? ANNA : new Scope(id(100 + worker)));
            } finally {
                writing.decrementAndGet();
            }
            return List.of();
        });
        List<FeedEntry> seen = followed.get(writers);
        assertThat(seen).hasSize(writers * each).isEqualTo(store.read(view -> view.feed(0, ALL)));
        assertThat(seen).extracting(FeedEntry::position).isSorted().doesNotHaveDuplicates();
        Map<Scope, Head> heads = new HashMap<>();
        for (FeedEntry fed : seen) {
            Entry entry = fed.entry();
            Head before = heads.getOrDefault(entry.scope(), Head.EMPTY);
            assertThat(entry).isEqualTo(entry(entry.scope(), before, entry.body()));
            heads.put(entry.scope(), entry.head());
        }
        heads.forEach((scope, head) -> assertThat(head(scope)).isEqualTo(head));
    }

    private void write(Scope scope) {
        insist(view -> act(scope, view.head(scope)));
    }

    /** Until the writers are done and a last look after that found nothing more. */
    private List<FeedEntry> follow(AtomicInteger writing) {
        List<FeedEntry> seen = new ArrayList<>();
        long cursor = 0;
        while (true) {
            boolean done = writing.get() == 0;
            long after = cursor;
            List<FeedEntry> page = store.read(view -> view.feed(after, 7));
            seen.addAll(page);
            if (!page.isEmpty()) cursor = page.get(page.size() - 1).position();
            if ((page.isEmpty() && done) || seen.size() > ALL) return seen;
        }
    }

    private List<Long> positions(long after, int limit) {
        return store.read(view -> view.feed(after, limit)).stream()
                .map(FeedEntry::position)
                .toList();
    }
}
