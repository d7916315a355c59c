package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.CHLOE;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.entry;
import static org.eportfolio.tck.Examples.hashOf;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;

/** Each scope's entries form a chain of their own, kept to the letter; its head is the last of them. */
public abstract class ChainContract extends Contract {
    protected ChainContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void begins_at_the_empty_head_and_follows_each_entry() {
        assertThat(head(ANNA)).isEqualTo(Head.EMPTY);
        Head first = acted(ANNA);
        assertThat(head(ANNA)).isEqualTo(first);
        Head second = acted(ANNA);
        assertThat(head(ANNA)).isEqualTo(second);
        assertThat(second.length()).isEqualTo(2);
        assertThat(head(BRUNO)).isEqualTo(Head.EMPTY);
    }

    @Test
    void gives_entries_back_exactly() {
        String body = " {\"alias\":\"é e\u0301 \ud83c\udf31\", \"escaped\":\"\\u0000\\\\\",\n\"quote\":\"'\"} ";
        Entry first = new Entry(ANNA, 1, hashOf(new byte[] {-128, 127}), body);
        Entry second = new Entry(ANNA, 2, hashOf(new byte[] {2}), "{\"long\":\"" + "ü".repeat(1_000_000) + "\"}");
        append(Map.of(ANNA, Head.EMPTY), first);
        append(Map.of(ANNA, first.head()), second);
        assertThat(entries(ANNA)).containsExactly(first, second);
        assertThat(feed()).containsExactly(first, second);
    }

    @Test
    void appends_several_entries_of_one_scope_in_one_commit() {
        Entry first = entry(ANNA, Head.EMPTY, "[1]");
        Entry second = entry(ANNA, first.head(), "[2]");
        Entry third = entry(ANNA, second.head(), "[3]");
        append(Map.of(ANNA, Head.EMPTY), first, second, third);
        assertThat(entries(ANNA)).containsExactly(first, second, third);
        assertThat(head(ANNA)).isEqualTo(third.head());
    }

    @Test
    void keeps_the_chains_of_several_scopes_apart() {
        Entry annas = entry(ANNA, Head.EMPTY, "[\"anna\"]");
        Entry ours = entry(Scope.ORGANISATION, Head.EMPTY, "[\"organisation\"]");
        Entry annasNext = entry(ANNA, annas.head(), "[\"anna again\"]");
        append(Map.of(ANNA, Head.EMPTY, Scope.ORGANISATION, Head.EMPTY), annas, ours, annasNext);
        assertThat(entries(ANNA)).containsExactly(annas, annasNext);
        assertThat(entries(Scope.ORGANISATION)).containsExactly(ours);
        assertThat(entries(CHLOE)).isEmpty();
    }

    @Test
    void gives_entries_after_a_number_and_up_to_a_limit() {
        Head head = Head.EMPTY;
        for (int i = 0; i < 12; i++) head = acted(i % 2 == 0 ? ANNA : BRUNO);
        assertThat(head.length()).isEqualTo(6);
        assertThat(numbers(ANNA, 0, 2)).containsExactly(1L, 2L);
        assertThat(numbers(ANNA, 2, 3)).containsExactly(3L, 4L, 5L);
        assertThat(numbers(ANNA, 4, 100)).containsExactly(5L, 6L);
        assertThat(numbers(ANNA, 6, 100)).isEmpty();
    }

    @Test
    void names_the_scopes_that_have_a_head() {
        put(assessment(CHLOE, 1));
        acted(BRUNO);
        acted(Scope.ORGANISATION);
        acted(ANNA, assessment(CHLOE, 2));
        assertThat(listed(view -> view.scopes(null, ALL))).containsExactly(Scope.ORGANISATION, ANNA, BRUNO);
        assertThat(listed(view -> view.scopes(Scope.ORGANISATION.id(), 1))).containsExactly(ANNA);
        assertThat(listed(view -> view.scopes(ANNA.id(), 5))).containsExactly(BRUNO);
    }

    @Test
    void keeps_a_chain_whose_rows_are_gone() {
        store.commit(act(ANNA, Head.EMPTY, assessment(ANNA, 1)));
        Head before = head(ANNA);
        store.commit(Examples.removes(assessment(ANNA, 1)));
        assertThat(head(ANNA)).isEqualTo(before);
        assertThat(entries(ANNA)).hasSize(1);
        assertThat(acted(ANNA).length()).isEqualTo(2);
        assertThat(entries(ANNA)).hasSize(2);
    }

    private void append(Map<Scope, Head> basis, Entry... entries) {
        store.commit(new Change(basis, List.of(), List.of(), List.of(entries)));
    }

    private List<Long> numbers(Scope scope, long after, int limit) {
        return store.read(view -> view.entries(scope, after, limit)).stream()
                .map(Entry::number)
                .toList();
    }
}
