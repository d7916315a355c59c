package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.GOAL;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.entry;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.puts;
import static org.eportfolio.tck.Examples.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.Test;

/** Everything acknowledged is there exactly once, with any number of threads writing to any number of scopes. */
public abstract class ConcurrencyContract extends Contract {
    private static final int WRITERS = 16;

    protected ConcurrencyContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void sixteen_writers_on_one_scope_lose_no_update() throws Exception {
        long each = 25;
        List<Row> thousands = IntStream.range(0, 3_000)
                .mapToObj(i -> assessment(ANNA, 1_000 + i))
                .toList();
        store.commit(puts(thousands));
        TestThreads.of(WRITERS, writer -> {
            for (int i = 0; i < each; i++) {
                int number = writer * 25 + i;
                insist(view -> act(
                        ANNA,
                        view.head(ANNA),
                        row(ANNA, GOAL, id(1), String.valueOf(count(view, ANNA) + 1)),
                        assessment(ANNA, number)));
            }
            return true;
        });
        long counted = store.read(view -> count(view, ANNA));
        assertThat(counted).isEqualTo(WRITERS * each);
        assertThat(list(ANNA, ASSESSMENT)).hasSize(thousands.size() + (int) (WRITERS * each));
        assertThat(head(ANNA).length()).isEqualTo(WRITERS * each);
        assertUnbroken(ANNA);
    }

    @Test
    void sixteen_writers_on_as_many_scopes_lose_nothing() throws Exception {
        int each = 50;
        TestThreads.of(WRITERS, writer -> {
            Scope scope = dossier(writer);
            Head head = Head.EMPTY;
            for (int i = 0; i < each; i++) {
                Change change = act(scope, head, assessment(scope, i));
                store.commit(change);
                head = change.entries().get(0).head();
            }
            return head;
        });
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(list(dossier(writer), ASSESSMENT)).hasSize(each);
            assertThat(head(dossier(writer)).length()).isEqualTo(each);
            assertUnbroken(dossier(writer));
        }
        assertThat(feed()).hasSize(WRITERS * each);
        assertThat(listed(view -> view.scopes(null, ALL))).hasSize(WRITERS);
    }

    @Test
    void one_of_sixteen_changes_upon_the_same_head_wins() throws Exception {
        Head before = Head.EMPTY;
        for (int round = 0; round < 20; round++) {
            Head basis = before;
            int first = round * WRITERS;
            List<Boolean> won =
                    TestThreads.of(WRITERS, writer -> wins(act(ANNA, basis, assessment(ANNA, first + writer))));
            assertThat(won).containsOnlyOnce(true);
            assertThat(list(ANNA, ASSESSMENT)).hasSize(round + 1).contains(assessment(ANNA, first + won.indexOf(true)));
            before = head(ANNA);
            assertThat(before.length()).isEqualTo(round + 1);
        }
    }

    @Test
    void writers_that_take_scopes_in_any_order_neither_block_nor_lose_anything() throws Exception {
        int scopes = 6;
        long each = 40;
        for (int i = 0; i < scopes; i++) put(row(dossier(i), GOAL, id(1), "100"));
        TestThreads.of(8, writer -> {
            List<Scope> order = new ArrayList<>(IntStream.range(0, scopes)
                    .mapToObj(ConcurrencyContract::dossier)
                    .toList());
            Collections.rotate(order, writer);
            if (writer % 2 == 0) Collections.reverse(order);
            for (int i = 0; i < each; i++) {
                Scope from = order.get(i % scopes);
                Scope to = order.get((i + 1) % scopes);
                insist(view -> moved(view, from, to));
            }
            return true;
        });
        long sum = 0;
        long entries = 0;
        for (int i = 0; i < scopes; i++) {
            Scope scope = dossier(i);
            sum += store.read(view -> count(view, scope));
            entries += head(scope).length();
            assertUnbroken(scope);
        }
        assertThat(sum).isEqualTo(100L * scopes);
        assertThat(entries).isEqualTo(2 * 8 * each);
    }

    private boolean wins(Change change) {
        try {
            store.commit(change);
            return true;
        } catch (StaleException moved) {
            return false;
        }
    }

    private static Change moved(View view, Scope from, Scope to) {
        Row less = row(from, GOAL, id(1), String.valueOf(count(view, from) - 1));
        Row more = row(to, GOAL, id(1), String.valueOf(count(view, to) + 1));
        Head fromHead = view.head(from);
        Head toHead = view.head(to);
        return new Change(
                Map.of(from, fromHead, to, toHead),
                List.of(),
                List.of(less, more),
                List.of(entry(from, fromHead, "{}"), entry(to, toHead, "{}")));
    }

    private void assertUnbroken(Scope scope) {
        Head head = Head.EMPTY;
        for (Entry entry : entries(scope)) {
            assertThat(entry).isEqualTo(entry(scope, head, entry.body()));
            head = entry.head();
        }
        assertThat(head(scope)).isEqualTo(head);
    }

    private static long count(View view, Scope scope) {
        return view.find(scope, GOAL, id(1))
                .map(row -> Long.parseLong(row.body()))
                .orElse(0L);
    }

    private static Scope dossier(int number) {
        return new Scope(id(100 + number));
    }
}
