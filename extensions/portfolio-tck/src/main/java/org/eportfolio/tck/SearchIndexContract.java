package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.CHLOE;
import static org.eportfolio.tck.Examples.GOAL;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.removes;
import static org.eportfolio.tck.Examples.row;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.StaleException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@link Capability#SEARCH_INDEX} is declared: rows are found by their tokens, as they are and for as long as they are. */
public abstract class SearchIndexContract extends Contract {
    /** More than fit into whatever parts an index may have; also the seed. */
    private static final int MANY = 1_800;

    private static final int STEPS = 60;

    private static final Row ANNAS = row(ANNA, ASSESSMENT, id(1), "{}");
    private static final Row ANNAS_GOAL = row(ANNA, GOAL, id(2), "{}");
    private static final Row BRUNOS = row(BRUNO, ASSESSMENT, id(3), "{}");

    @TempDir
    Path elsewhere = Path.of("");

    protected SearchIndexContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    private SearchIndex index() {
        assumeTrue(has(Capability.SEARCH_INDEX), "the store declares that it keeps no index");
        return store.searchIndex().orElseThrow();
    }

    /** Scopes that have a head, as all have that core writes to. */
    private void begun() {
        index();
        acted(ANNA);
        acted(BRUNO);
        acted(CHLOE);
    }

    /** Each token with a flags behind a colon; 0 where there is none. */
    private static IndexedRow found(Row row, long at, String... tokens) {
        Map<String, Integer> marked = new HashMap<>();
        for (String each : tokens) {
            int colon = each.indexOf(':');
            marked.put(
                    colon < 0 ? each : each.substring(0, colon),
                    colon < 0 ? 0 : Integer.parseInt(each.substring(colon + 1)));
        }
        return new IndexedRow(RowName.of(row), at, marked);
    }

    private static Change putting(List<Row> rows, IndexedRow... indexed) {
        return new Change(Map.of(), List.of(), rows, List.of(), Set.of(), List.of(indexed));
    }

    /** Three rows of two scopes and two kinds. */
    private void filled() {
        begun();
        store.commit(putting(
                List.of(ANNAS, ANNAS_GOAL, BRUNOS),
                found(ANNAS, 10, "mesur:3", "mesures:15", "armoir"),
                found(ANNAS_GOAL, -20, "mesur:8"),
                found(BRUNOS, Long.MAX_VALUE, "mesur:1", "c3.1:4")));
    }

    private List<IndexHit> hits(@Nullable List<Scope> scopes, Set<Kind> kinds, Set<String> tokens, Set<String> begun) {
        return listed(view -> view.hits(new IndexQuery(scopes, kinds, tokens, begun)));
    }

    private List<IndexHit> hits(String... tokens) {
        return hits(null, Set.of(ASSESSMENT, GOAL), Set.of(tokens), Set.of());
    }

    private List<IndexHit> begun(String... beginnings) {
        return hits(null, Set.of(ASSESSMENT, GOAL), Set.of(), Set.of(beginnings));
    }

    private static IndexHit hit(Row row, long at, String token, int flags) {
        return new IndexHit(RowName.of(row), at, token, flags);
    }

    @Test
    void finds_each_row_that_holds_a_token_and_gives_back_its_mark() {
        filled();
        assertThat(hits("mesur"))
                .containsExactlyInAnyOrder(
                        hit(ANNAS, 10, "mesur", 3),
                        hit(ANNAS_GOAL, -20, "mesur", 8),
                        hit(BRUNOS, Long.MAX_VALUE, "mesur", 1));
        assertThat(hits("armoir", "c3.1"))
                .containsExactlyInAnyOrder(hit(ANNAS, 10, "armoir", 0), hit(BRUNOS, Long.MAX_VALUE, "c3.1", 4));
        assertThat(hits("mesure")).isEmpty();
        assertThat(hits()).isEmpty();
    }

    @Test
    void finds_all_tokens_that_begin_so_each_once() {
        filled();
        assertThat(begun("me")).hasSize(4);
        assertThat(begun("mesure")).containsExactly(hit(ANNAS, 10, "mesures", 15));
        assertThat(hits(null, Set.of(ASSESSMENT, GOAL), Set.of("mesur", "mesures"), Set.of("mes", "mesu")))
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(begun("es", "mesuress")).isEmpty();
    }

    @Test
    void looks_into_the_scopes_and_kinds_that_are_named_and_no_other() {
        filled();
        Set<Kind> both = Set.of(ASSESSMENT, GOAL);
        assertThat(hits(List.of(ANNA), both, Set.of("mesur"), Set.of())).hasSize(2);
        assertThat(hits(List.of(BRUNO, CHLOE), both, Set.of(), Set.of("mes")))
                .containsExactly(hit(BRUNOS, Long.MAX_VALUE, "mesur", 1));
        assertThat(hits(List.of(ANNA, BRUNO), Set.of(GOAL), Set.of("mesur"), Set.of()))
                .containsExactly(hit(ANNAS_GOAL, -20, "mesur", 8));
        assertThat(hits(List.of(), both, Set.of("mesur"), Set.of())).isEmpty();
        assertThat(hits(List.of(CHLOE), both, Set.of("mesur"), Set.of())).isEmpty();
        assertThat(hits(null, Set.of(new Kind("unknown")), Set.of("mesur"), Set.of()))
                .isEmpty();
    }

    @Test
    void compares_tokens_code_point_by_code_point() {
        begun();
        List<String> tokens =
                List.of("ete", "été", "ETE", "e_te", "e%te", "it's", "a\"b", "日本", "\ud83d\ude00x", "\uffee", "a\\b");
        store.commit(putting(List.of(ANNAS), found(ANNAS, 1, tokens.toArray(String[]::new))));
        for (String each : tokens) {
            assertThat(hits(each)).as(each).extracting(IndexHit::token).containsExactly(each);
            assertThat(begun(each)).as(each).extracting(IndexHit::token).containsExactly(each);
        }
        assertThat(begun("\ud83d\ude00")).hasSize(1);
        assertThat(hits("Ete", "eate", "it")).isEmpty();
        assertThat(listed(view -> view.indexed(ANNA))).containsExactly(found(ANNAS, 1, tokens.toArray(String[]::new)));
    }

    @Test
    void takes_what_is_new_in_place_of_what_a_row_was_found_by() {
        filled();
        store.commit(putting(List.of(ANNAS), found(ANNAS, 11, "mesur:5", "cable")));
        assertThat(hits("mesur", "mesures", "armoir", "cable"))
                .filteredOn(each -> each.name().equals(RowName.of(ANNAS)))
                .containsExactlyInAnyOrder(hit(ANNAS, 11, "mesur", 5), hit(ANNAS, 11, "cable", 0));
        store.commit(putting(List.of(ANNAS), IndexedRow.none(RowName.of(ANNAS))));
        assertThat(hits("mesur", "cable")).extracting(IndexHit::name).doesNotContain(RowName.of(ANNAS));
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(ANNAS);
    }

    @Test
    void keeps_what_a_row_is_found_by_where_a_change_does_not_say() {
        filled();
        put(row(ANNA, ASSESSMENT, id(1), "{\"new\":1}"));
        store.load(List.of(putting(List.of(row(ANNA, ASSESSMENT, id(1), "{\"new\":2}"))))
                .iterator());
        assertThat(hits("armoir")).containsExactly(hit(ANNAS, 10, "armoir", 0));
    }

    @Test
    void a_row_that_is_removed_is_found_no_more_even_if_it_comes_again() {
        filled();
        store.commit(removes(ANNAS));
        assertThat(hits("mesur", "armoir")).extracting(IndexHit::name).doesNotContain(RowName.of(ANNAS));
        assertThat(listed(view -> view.indexed(ANNA))).containsExactly(found(ANNAS_GOAL, -20, "mesur:8"));
        put(ANNAS);
        assertThat(hits("armoir")).isEmpty();
    }

    @Test
    void a_change_that_is_refused_leaves_the_index_as_it_was() {
        filled();
        Change refused = new Change(
                Map.of(ANNA, new Head(7, Examples.hashOf(new byte[1]))),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(found(ANNAS, 99, "neuf")));
        assertThatThrownBy(() -> store.commit(refused)).isInstanceOf(StaleException.class);
        assertThat(hits("neuf")).isEmpty();
        assertThat(hits("armoir")).hasSize(1);
    }

    @Test
    void a_snapshot_shows_the_index_of_its_moment() {
        filled();
        IndexQuery asked = new IndexQuery(null, Set.of(ASSESSMENT), Set.of("armoir", "cable"), Set.of());
        Change later = putting(List.of(ANNAS), found(ANNAS, 11, "cable"));
        store.<Boolean>read(view -> {
            assertThat(view.hits(asked)).containsExactly(hit(ANNAS, 10, "armoir", 0));
            TestThreads.aside(() -> {
                store.commit(later);
                return true;
            });
            assertThat(view.hits(asked)).containsExactly(hit(ANNAS, 10, "armoir", 0));
            assertThat(view.indexed(ANNA)).contains(found(ANNAS, 10, "mesur:3", "mesures:15", "armoir"));
            return true;
        });
        assertThat(hits("armoir", "cable")).containsExactly(hit(ANNAS, 11, "cable", 0));
    }

    @Test
    void a_load_indexes_what_it_brings_the_last_of_each_row() {
        filled();
        Row more = row(CHLOE, GOAL, id(4), "{}");
        store.load(List.of(
                        putting(List.of(more), found(more, 1, "premier")),
                        putting(List.of(more, ANNAS), found(more, 2, "second"), found(ANNAS, 3, "cable")),
                        removes(BRUNOS))
                .iterator());
        assertThat(hits("premier", "second", "cable", "armoir", "c3.1"))
                .containsExactlyInAnyOrder(hit(more, 2, "second", 0), hit(ANNAS, 3, "cable", 0));
    }

    @Test
    void remembers_by_which_rules_it_is_whole_and_forgets_all_when_it_is_cleared() {
        filled();
        assertThat(store.<String>read(view -> view.indexedBy())).isEmpty();
        index().wholeBy("fr-1");
        index().wholeBy("fr-2");
        assertThat(store.<String>read(view -> view.indexedBy())).isEqualTo("fr-2");
        index().clear();
        assertThat(store.<String>read(view -> view.indexedBy())).isEmpty();
        assertThat(hits("mesur", "armoir", "c3.1")).isEmpty();
        assertThat(listed(view -> view.indexed(ANNA))).isEmpty();
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(ANNAS);
        store.commit(putting(List.of(), found(ANNAS, 10, "armoir")));
        assertThat(hits("armoir")).hasSize(1);
    }

    @Test
    void is_no_fault_of_what_lies_below() {
        filled();
        store.commit(putting(List.of(ANNAS), found(ANNAS, 11, "mesur:5", "cable")));
        store.commit(removes(BRUNOS));
        assertThat(hits("cable")).hasSize(1);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void is_there_once_the_store_is_opened_again_where_it_is_durable() throws Exception {
        filled();
        index().wholeBy("fr-1");
        assumeTrue(has(Capability.DURABLE), "the store keeps nothing");
        store.close();
        store = fixture.open();
        assertThat(hits("armoir")).containsExactly(hit(ANNAS, 10, "armoir", 0));
        assertThat(store.<String>read(view -> view.indexedBy())).isEqualTo("fr-1");
    }

    @Test
    void a_backup_has_it_whole_or_says_that_it_has_not() throws Exception {
        filled();
        index().wholeBy("fr-1");
        assumeTrue(has(Capability.BACKUP), "the store makes no copies");
        store.backup(elsewhere.resolve("copy"));
        List<IndexHit> here = hits("mesur", "armoir");
        try (PortfolioStore restored = fixture.restored(elsewhere.resolve("copy"))) {
            store.close();
            store = restored;
            if (!store.<String>read(view -> view.indexedBy()).isEmpty()) {
                assertThat(hits("mesur", "armoir")).containsExactlyInAnyOrderElementsOf(here);
            }
            store.commit(putting(List.of(ANNAS), found(ANNAS, 12, "neuf")));
            assertThat(hits("neuf")).hasSize(1);
        }
    }

    /** Many rows, written in commits and loads, revised, removed and put again. */
    @Test
    void finds_among_many_rows_what_it_finds_among_few() {
        begun();
        ExpectedIndex expected = new ExpectedIndex(MANY);
        for (int step = 0; step < STEPS; step++) {
            Change change = expected.next();
            if (step % 5 == 4) store.load(List.of(change).iterator());
            else store.commit(change);
            if (step % 10 == 9) assertFinds(expected);
        }
        assertFinds(expected);
        assertThat(store.check()).isEmpty();
        for (Scope scope : ExpectedIndex.SCOPES) {
            assertThat(listed(view -> view.indexed(scope))).containsExactlyInAnyOrderElementsOf(expected.of(scope));
        }
    }

    private void assertFinds(ExpectedIndex expected) {
        Set<Kind> both = Set.of(ASSESSMENT, GOAL);
        assertFinds(expected, new IndexQuery(null, both, Set.of("mot1", "mot7", "mot300"), Set.of()));
        assertFinds(expected, new IndexQuery(null, Set.of(GOAL), Set.of("mot2"), Set.of("mot9", "mot95")));
        assertFinds(expected, new IndexQuery(List.of(BRUNO), both, Set.of("mot1", "mot12"), Set.of("mot3")));
        assertFinds(expected, new IndexQuery(List.of(ANNA, CHLOE), both, Set.of(), Set.of("mo")));
    }

    private void assertFinds(ExpectedIndex expected, IndexQuery query) {
        List<IndexHit> hits = expected.hits(query);
        assertThat(Set.copyOf(listed(view -> view.hits(query))))
                .as("%s, seed %s", query, MANY)
                .isEqualTo(Set.copyOf(hits));
        assertThat(listed(view -> view.hits(query))).hasSameSizeAs(hits);
    }

    @Test
    void nothing_of_a_token_that_went_is_left_in_files_that_can_be_searched() throws Exception {
        begun();
        List<Row> rows = new ArrayList<>();
        List<IndexedRow> indexed = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(row(ANNA, ASSESSMENT, id(i), "{}"));
            indexed.add(found(rows.get(i), i, "marquejeton" + (1_000 + i), "commun"));
        }
        store.commit(putting(rows, indexed.toArray(IndexedRow[]::new)));
        for (int i = 0; i + 1 < 1_000; i += 9) {
            store.commit(removes(rows.get(i)));
            store.commit(putting(List.of(), found(rows.get(i + 1), i, "commun")));
        }
        assertThat(hits("commun")).hasSize(1_000 - 111);
        assertThat(hits("marquejeton1000", "marquejeton1001", "marquejeton1002"))
                .hasSize(1);
        assumeTrue(has(Capability.ERASED_BYTES), "the store declares that it has no files of its own to search");
        store.compact();
        for (int i = 0; i < 1_000; i += 7) {
            String token = "marquejeton" + (1_000 + i);
            assertThat(fixture.holds(token.getBytes(StandardCharsets.US_ASCII)))
                    .as("row %s", i)
                    .isEqualTo(i % 9 > 1);
        }
    }

    @Test
    void there_is_none_in_a_store_that_declares_none() {
        assumeFalse(has(Capability.SEARCH_INDEX), "the store declares that it keeps an index");
        assertThat(store.searchIndex()).isEmpty();
        assertThat(store.<String>read(view -> view.indexedBy())).isEmpty();
    }
}
