package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.CHLOE;
import static org.eportfolio.tck.Examples.GOAL;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.puts;
import static org.eportfolio.tck.Examples.removes;
import static org.eportfolio.tck.Examples.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists come in the unsigned order of their ids, in pages that together give each row once, even during other writes. */
public abstract class PagingContract extends Contract {
    private static final List<UUID> UNSIGNED = List.of(
            new UUID(0, 0),
            new UUID(0, 1),
            new UUID(0, Long.MAX_VALUE),
            new UUID(0, Long.MIN_VALUE),
            new UUID(0, -1),
            new UUID(1, 0),
            new UUID(0x0193_0000_0000_7000L, -1),
            new UUID(Long.MAX_VALUE, -1),
            new UUID(Long.MIN_VALUE, 0),
            new UUID(-1, 0),
            new UUID(-1, -1));

    protected PagingContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    private interface Pages {
        List<Row> page(View view, @Nullable UUID after, int limit);
    }

    private static final Pages BY_SCOPE = (view, after, limit) -> view.list(ANNA, ASSESSMENT, after, limit);
    private static final Pages BY_KEY = (view, after, limit) -> view.where(PENDING, after, limit);
    private static final List<Pages> BOTH = List.of(BY_SCOPE, BY_KEY);

    @Test
    void orders_rows_by_the_unsigned_bytes_of_their_ids() {
        List<UUID> shuffled = new ArrayList<>(UNSIGNED);
        Collections.shuffle(shuffled, new Random(7));
        for (UUID id : shuffled) put(row(ANNA, ASSESSMENT, id, "{}", PENDING));
        for (Pages pages : BOTH) {
            assertThat(page(pages, null, ALL)).extracting(Row::id).containsExactlyElementsOf(UNSIGNED);
            for (int i = 0; i < UNSIGNED.size(); i++) {
                assertThat(page(pages, UNSIGNED.get(i), ALL))
                        .extracting(Row::id)
                        .containsExactlyElementsOf(UNSIGNED.subList(i + 1, UNSIGNED.size()));
            }
        }
        assertThat(listed(view -> view.whereAny(List.of(PENDING))))
                .extracting(Row::id)
                .containsExactlyElementsOf(UNSIGNED);
    }

    @Test
    void orders_scopes_by_the_unsigned_bytes_of_their_ids() {
        List<UUID> shuffled = new ArrayList<>(UNSIGNED);
        Collections.shuffle(shuffled, new Random(8));
        for (UUID id : shuffled) acted(new Scope(id), assessment(new Scope(id), 1));
        List<Scope> sorted = UNSIGNED.stream().map(Scope::new).toList();
        assertThat(listed(view -> view.scopes(null, ALL))).isEqualTo(sorted);
        assertThat(listed(view -> view.scopes(null, 3))).isEqualTo(sorted.subList(0, 3));
        assertThat(listed(view -> view.scopes(UNSIGNED.get(2), 5))).isEqualTo(sorted.subList(3, 8));
        Collections.shuffle(shuffled, new Random(9));
        List<Scope> asked = shuffled.stream().map(Scope::new).toList();
        assertThat(listed(view -> view.among(asked, ASSESSMENT)))
                .extracting(Row::scope)
                .isEqualTo(sorted);
    }

    @Test
    void gives_at_most_the_limit_from_the_beginning_or_after_an_id() {
        for (int i = 10; i <= 60; i += 10) put(assessment(ANNA, i, PENDING));
        for (Pages pages : BOTH) {
            assertThat(numbers(page(pages, null, 2))).containsExactly(10, 20);
            assertThat(numbers(page(pages, id(20), 2))).containsExactly(30, 40);
            assertThat(numbers(page(pages, id(25), 1))).containsExactly(30);
            assertThat(numbers(page(pages, id(40), Integer.MAX_VALUE))).containsExactly(50, 60);
            assertThat(page(pages, id(60), 2)).isEmpty();
        }
    }

    @Test
    void gives_pages_among_scopes_by_id_alone_from_either_end() {
        for (int i = 10; i <= 60; i += 10) put(assessment(i % 20 == 0 ? ANNA : BRUNO, i));
        put(assessment(CHLOE, 35));
        List<Scope> asked = List.of(BRUNO, ANNA, BRUNO);
        assertThat(numbers(listed(view -> view.oldestAmong(asked, ASSESSMENT, null, 3))))
                .containsExactly(10, 20, 30);
        assertThat(numbers(listed(view -> view.oldestAmong(asked, ASSESSMENT, id(25), ALL))))
                .containsExactly(30, 40, 50, 60);
        assertThat(numbers(listed(view -> view.newestAmong(asked, ASSESSMENT, null, 2))))
                .containsExactly(60, 50);
        assertThat(numbers(listed(view -> view.newestAmong(asked, ASSESSMENT, id(50), 2))))
                .containsExactly(40, 30);
        assertThat(listed(view -> view.newestAmong(asked, ASSESSMENT, id(50), 2)))
                .containsExactly(assessment(ANNA, 40), assessment(BRUNO, 30));
        assertThat(listed(view -> view.newestAmong(asked, ASSESSMENT, id(10), 2)))
                .isEmpty();
        assertThat(listed(view -> view.oldestAmong(List.of(), ASSESSMENT, null, 2)))
                .isEmpty();
        for (UUID each : UNSIGNED) put(row(new Scope(each), GOAL, each, "{}"));
        List<Scope> scopes = UNSIGNED.stream().map(Scope::new).toList();
        List<UUID> backwards = new ArrayList<>(UNSIGNED);
        Collections.reverse(backwards);
        assertThat(listed(view -> view.oldestAmong(scopes, GOAL, null, ALL)))
                .extracting(Row::id)
                .containsExactlyElementsOf(UNSIGNED);
        assertThat(listed(view -> view.newestAmong(scopes, GOAL, null, ALL)))
                .extracting(Row::id)
                .containsExactlyElementsOf(backwards);
    }

    @Test
    void goes_on_after_an_id_that_was_removed() {
        for (int i = 1; i <= 6; i++) put(assessment(ANNA, i, PENDING));
        store.commit(removes(assessment(ANNA, 3)));
        for (Pages pages : BOTH) assertThat(numbers(page(pages, id(3), 2))).containsExactly(4, 5);
    }

    @Test
    void pages_of_any_size_give_each_row_once() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 250; i++) rows.add(assessment(ANNA, i, PENDING));
        List<Row> crowd = new ArrayList<>(rows);
        for (int i = 0; i < 250; i++) crowd.add(assessment(BRUNO, i));
        Collections.shuffle(crowd, new Random(10));
        store.commit(puts(crowd));
        for (Pages pages : BOTH) {
            for (int size : new int[] {1, 7, 50, 249, 250, 251}) {
                assertThat(all(pages, size, () -> {})).as("pages of %s", size).isEqualTo(rows);
            }
        }
    }

    @Test
    void neither_skips_nor_repeats_a_row_while_others_insert() throws Exception {
        List<UUID> there = randomIds(300, 11);
        store.commit(puts(rows(there)));
        there.sort(null);
        for (Pages pages : BOTH) {
            AtomicBoolean done = new AtomicBoolean();
            try (TestThreads crew = new TestThreads()) {
                Future<Boolean> other = crew.start(() -> {
                    for (int i = 0; i < 500 && !done.get(); i++) store.commit(puts(rows(randomIds(1, 5_000 + i))));
                    return true;
                });
                Random between = new Random(12);
                List<Row> seen = all(pages, 20, () -> store.commit(puts(rows(randomIds(5, between.nextLong())))));
                done.set(true);
                assertThat(TestThreads.result(other)).isTrue();
                assertThat(seen).extracting(Row::id).doesNotHaveDuplicates().containsAll(there);
                assertThat(seen).extracting(Row::id).filteredOn(there::contains).isEqualTo(there);
            }
        }
    }

    @Test
    void pages_through_a_chain_and_the_feed() {
        Head head = Head.EMPTY;
        for (int i = 0; i < 25; i++) {
            store.commit(act(ANNA, head));
            head = acted(BRUNO).length() == i + 1 ? head(ANNA) : Head.EMPTY;
        }
        List<Long> numbers = new ArrayList<>();
        for (long after = 0; after < 25; after += 10) {
            long from = after;
            store.read(view -> view.entries(ANNA, from, 10)).forEach(entry -> numbers.add(entry.number()));
        }
        assertThat(numbers).hasSize(25).isSorted().doesNotHaveDuplicates();
        assertThat(listed(view -> view.entries(ANNA, 24, Integer.MAX_VALUE))).hasSize(1);
        assertThat(listed(view -> view.entries(ANNA, 25, 10))).isEmpty();
        assertThat(listed(view -> view.feed(0, Integer.MAX_VALUE))).hasSize(50);
    }

    private List<Row> page(Pages pages, @Nullable UUID after, int limit) {
        return store.read(view -> pages.page(view, after, limit));
    }

    private List<Row> all(Pages pages, int size, Runnable between) {
        List<Row> seen = new ArrayList<>();
        UUID after = null;
        while (seen.size() < 10_000) {
            List<Row> page = page(pages, after, size);
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            if (page.isEmpty()) return seen;
            seen.addAll(page);
            after = page.get(page.size() - 1).id();
            between.run();
        }
        throw new AssertionError("the pages never end");
    }

    /** All with the upper bit unset, so that Java's own order of ids is the store's. */
    private static List<UUID> randomIds(int count, long seed) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) ids.add(new UUID(random.nextLong() >>> 1, random.nextLong() >>> 1));
        return ids;
    }

    private static List<Row> rows(List<UUID> ids) {
        return ids.stream().map(id -> row(ANNA, ASSESSMENT, id, "{}", PENDING)).toList();
    }

    private static List<Integer> numbers(List<Row> rows) {
        return rows.stream()
                .map(row -> (int) row.id().getLeastSignificantBits())
                .toList();
    }

    @Test
    void gives_all_rows_of_some_kinds_of_a_scope_once_each_kind_together_and_by_id() {
        List<Row> wanted = new ArrayList<>();
        Kind other = new Kind("other");
        for (UUID id : UNSIGNED) {
            Row one = row(ANNA, ASSESSMENT, id, "{\"one\":\"" + id + "\"}");
            Row two = row(ANNA, GOAL, id, "{\"two\":\"" + id + "\"}");
            store.commit(puts(List.of(one, two, row(ANNA, other, id, "{}"), row(BRUNO, GOAL, id, "{}"))));
            wanted.add(one);
            wanted.add(two);
        }
        Set<Kind> kinds = Set.of(GOAL, ASSESSMENT, new Kind("never-written"));
        for (int limit : new int[] {1, 2, 7, UNSIGNED.size(), UNSIGNED.size() + 1, 1_000}) {
            List<Row> found = store.read(view -> {
                List<Row> all = new ArrayList<>();
                List<Row> page;
                do {
                    RowName after = all.isEmpty() ? null : RowName.of(all.get(all.size() - 1));
                    page = view.listAll(ANNA, kinds, after, limit);
                    assertThat(page).hasSizeLessThanOrEqualTo(limit);
                    all.addAll(page);
                } while (page.size() == limit);
                return all;
            });
            assertThat(found).as("in pages of %s", limit).containsExactlyInAnyOrderElementsOf(wanted);
            for (Kind kind : List.of(ASSESSMENT, GOAL)) {
                assertThat(found.stream()
                                .filter(each -> each.kind().equals(kind))
                                .map(Row::id))
                        .containsExactlyElementsOf(UNSIGNED);
            }
            List<Kind> inOrder = found.stream().map(Row::kind).distinct().toList();
            assertThat(found.get(0).kind()).isEqualTo(inOrder.get(0));
            assertThat(found.get(UNSIGNED.size() - 1).kind()).isEqualTo(inOrder.get(0));
        }
        assertThat(store.<List<Row>>read(view -> view.listAll(CHLOE, kinds, null, 10)))
                .isEmpty();
    }
}
