package org.eportfolio.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.sqlite.Dossiers.dossier;
import static org.eportfolio.sqlite.Dossiers.row;
import static org.eportfolio.sqlite.Dossiers.run;
import static org.eportfolio.sqlite.Dossiers.seen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a school's index lies in the file: fresh at first, then in segments. */
class SegmentsTest {
    @TempDir
    Path folder;

    private Path file;
    private SqliteStore store;

    @BeforeEach
    void a_school_with_one_dossier() {
        file = folder.resolve("school.portfolio");
        store = SqliteStore.open(file);
        store.commit(Dossiers.putting(Head.EMPTY, row(dossier(1), 0, "{}")));
    }

    @AfterEach
    void closed() {
        store.close();
    }

    private static IndexedRow indexed(int number, String... tokens) {
        Map<String, Integer> flags = new HashMap<>();
        for (String each : tokens) flags.put(each, number % 16);
        return new IndexedRow(RowName.of(row(dossier(1), number, "{}")), number, flags);
    }

    private void put(int from, int to) {
        List<Row> rows = new ArrayList<>();
        List<IndexedRow> indexed = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(row(dossier(1), i, "{}"));
            indexed.add(indexed(i, "mot" + i % 50, "seul" + i));
        }
        store.commit(new Change(Map.of(), List.of(), rows, List.of(), Set.of(), indexed));
    }

    private void index(IndexedRow... rows) {
        store.commit(new Change(Map.of(), List.of(), List.of(), List.of(), Set.of(), List.of(rows)));
    }

    private List<IndexHit> hits(String... tokens) {
        return store.<List<IndexHit>>read(
                view -> view.hits(new IndexQuery(null, Set.of(Dossiers.PRODUCTION), Set.of(tokens), Set.of())));
    }

    private long count(String table) throws Exception {
        return Long.parseLong(seen(file, "SELECT count(*) FROM " + table).get(0));
    }

    @Test
    void what_is_new_touches_no_segment_until_there_is_enough_for_one() throws Exception {
        put(0, Postings.RECORDS - 1);
        assertThat(count("posting")).isZero();
        assertThat(count("fresh")).isEqualTo(Postings.RECORDS - 1);
        List<IndexHit> fresh = hits("mot3", "seul7");
        put(Postings.RECORDS - 1, Postings.RECORDS);
        assertThat(count("fresh")).isZero();
        assertThat(count("posting")).isEqualTo(50 + Postings.RECORDS);
        assertThat(hits("mot3", "seul7")).containsExactlyInAnyOrderElementsOf(fresh);
        put(Postings.RECORDS, 3 * Postings.RECORDS + 5);
        assertThat(count("fresh")).isEqualTo(5);
        assertThat(seen(file, "SELECT DISTINCT segment FROM posting ORDER BY segment"))
                .containsExactly("1", "2", "3");
        assertThat(hits("mot3")).hasSize((3 * Postings.RECORDS + 5 + 46) / 50);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void a_segment_of_which_nothing_is_left_leaves_no_row() throws Exception {
        put(0, 2 * Postings.RECORDS);
        List<RowName> first = new ArrayList<>();
        for (int i = 0; i < Postings.RECORDS; i++) first.add(RowName.of(row(dossier(1), i, "{}")));
        store.commit(new Change(Map.of(), first, List.of(), List.of()));
        assertThat(seen(file, "SELECT DISTINCT segment FROM posting")).containsExactly("2");
        assertThat(count("placed")).isEqualTo(Postings.RECORDS / NamePage.PLACES);
        put(2 * Postings.RECORDS, 3 * Postings.RECORDS);
        assertThat(hits("seul0")).isEmpty();
        assertThat(hits("seul" + Postings.RECORDS)).hasSize(1);
        assertThat(hits("seul" + 2 * Postings.RECORDS)).hasSize(1);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void when_the_last_segment_is_gone_its_places_are_given_again() throws Exception {
        put(0, Postings.RECORDS);
        put(Postings.RECORDS, Postings.RECORDS + 3);
        List<RowName> first = new ArrayList<>();
        for (int i = 0; i < Postings.RECORDS; i++) first.add(RowName.of(row(dossier(1), i, "{}")));
        store.commit(new Change(Map.of(), first, List.of(), List.of()));
        put(Postings.RECORDS + 3, 2 * Postings.RECORDS + 3);
        assertThat(hits("seul" + (Postings.RECORDS + 1))).hasSize(1);
        assertThat(hits("seul" + (2 * Postings.RECORDS + 1))).hasSize(1);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void what_goes_writes_as_much_in_a_large_file_as_in_a_small_one() throws Exception {
        put(0, Postings.RECORDS);
        long small = changesOfRemoving(5);
        put(Postings.RECORDS, 6 * Postings.RECORDS);
        assertThat(changesOfRemoving(6)).isEqualTo(small).isLessThan(10);
    }

    private long changesOfRemoving(int number) {
        long before = changes();
        store.commit(new Change(Map.of(), List.of(RowName.of(row(dossier(1), number, "{}"))), List.of(), List.of()));
        return changes() - before;
    }

    private long changes() {
        return store.writer().alone(session -> session.number("SELECT total_changes()"));
    }

    @Test
    void a_check_names_what_leads_to_the_wrong_row_or_to_none() throws Exception {
        put(0, Postings.RECORDS + 10);
        assertThat(store.check()).isEmpty();
        assertThat(damaged("DELETE FROM posting WHERE token = 'seul3'")).containsExactly("check.row-without-token");
        assertThat(damaged("UPDATE posting SET hits = X'1fff' WHERE token = 'seul4'"))
                .containsExactly("check.token-without-row", "check.row-without-token");
        assertThat(damaged("INSERT INTO posting VALUES (1, 'autre', X'0010')"))
                .containsExactly("check.token-without-row");
        assertThat(damaged("INSERT INTO posting VALUES (9, 'autre', X'0010')"))
                .containsExactly("check.token-without-row");
        assertThat(damaged("DELETE FROM fresh WHERE place % 2 = 0"))
                .containsOnly("check.row-without-token")
                .hasSize(5);
        assertThat(damaged("UPDATE fresh SET tokens = '0autre' WHERE place % 10 = 3"))
                .containsExactly("check.token-without-row");
        assertThat(damaged("DELETE FROM placed WHERE page = (SELECT max(page) FROM placed)"))
                .contains("check.token-without-row", "check.row-without-token");
        assertThat(damaged("DELETE FROM indexed WHERE id = (SELECT min(id) FROM indexed)"))
                .contains("check.token-without-row");
        assertThat(damaged("DELETE FROM record WHERE id = (SELECT max(id) FROM record)"))
                .containsExactly("check.indexed-without-row");
    }

    /** What a check finds, by its key, once this was done to a copy. */
    private List<String> damaged(String script) throws Exception {
        Path copy = folder.resolve("copy" + Math.abs(script.hashCode()));
        store.backup(copy);
        run(copy, script);
        try (SqliteStore damaged = SqliteStore.open(copy)) {
            return damaged.check().stream().map(Message::key).toList();
        }
    }

    @Test
    void a_revision_writes_what_is_different() throws Exception {
        put(0, Postings.RECORDS);
        index(indexed(7, "mot7", "neuf"), indexed(9, "mot9", "seul9", "de_plus"));
        assertThat(hits("seul7")).isEmpty();
        assertThat(hits("neuf", "de_plus")).hasSize(2);
        assertThat(hits("seul9")).hasSize(1);
        assertThat(seen(file, "SELECT count(*) FROM posting WHERE token = 'seul7'"))
                .containsExactly("0");
        assertThat(store.check()).isEmpty();
    }
}
