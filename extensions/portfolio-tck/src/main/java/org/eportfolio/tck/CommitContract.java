package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.CHLOE;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.entry;
import static org.eportfolio.tck.Examples.hashOf;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.row;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change is made whole, or refused whole because a scope it was decided upon has moved; the refusal says where to. */
public abstract class CommitContract extends Contract {
    protected CommitContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    /** Removes, replaces, re-keys and adds, in two scopes: what must not show if the change is refused. */
    private static Change sweeping(Map<Scope, Head> basis, List<Entry> entries) {
        return new Change(
                basis,
                List.of(RowName.of(assessment(ANNA, 1))),
                List.of(row(ANNA, ASSESSMENT, id(2), "{\"new\":2}", PENDING), assessment(BRUNO, 5, PENDING)),
                entries);
    }

    @BeforeEach
    void write_something() {
        acted(ANNA, assessment(ANNA, 1, PENDING), assessment(ANNA, 2));
        acted(ANNA, assessment(ANNA, 3));
        acted(BRUNO, assessment(BRUNO, 4, PENDING));
    }

    @Test
    void makes_every_part_of_a_change_in_several_scopes() {
        Entry annas = entry(ANNA, head(ANNA), "{}");
        Entry chloes = entry(CHLOE, Head.EMPTY, "{}");
        store.commit(sweeping(Map.of(ANNA, head(ANNA), CHLOE, Head.EMPTY), List.of(annas, chloes)));
        Row replaced = row(ANNA, ASSESSMENT, id(2), "{\"new\":2}", PENDING);
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(replaced, assessment(ANNA, 3));
        assertThat(where(PENDING))
                .containsExactly(replaced, assessment(BRUNO, 4, PENDING), assessment(BRUNO, 5, PENDING));
        assertThat(head(ANNA)).isEqualTo(new Head(3, annas.hash()));
        assertThat(head(BRUNO).length()).isEqualTo(1);
        assertThat(head(CHLOE)).isEqualTo(new Head(1, chloes.hash()));
    }

    @Test
    void refuses_a_moved_basis_and_says_where_the_scope_stands() {
        Head seen = head(ANNA);
        Head moved = acted(ANNA);
        assertRefused(sweeping(Map.of(ANNA, seen), List.of(entry(ANNA, seen, "{}"))), ANNA, seen, moved);
    }

    @Test
    void refuses_a_moved_basis_of_a_change_without_entries() {
        Head seen = head(ANNA);
        Head moved = acted(ANNA);
        assertRefused(sweeping(Map.of(ANNA, seen), List.of()), ANNA, seen, moved);
    }

    /** As when a right that was relied on has just been taken away. */
    @Test
    void refuses_a_moved_basis_of_a_scope_that_gets_no_entry() {
        Head seen = head(ANNA);
        Head moved = acted(ANNA);
        Head brunos = head(BRUNO);
        assertRefused(
                sweeping(Map.of(ANNA, seen, BRUNO, brunos), List.of(entry(BRUNO, brunos, "{}"))), ANNA, seen, moved);
    }

    @Test
    void refuses_a_basis_of_the_right_length_and_another_hash() {
        Head actual = head(ANNA);
        Head other = new Head(actual.length(), hashOf(new byte[] {1}));
        assertRefused(sweeping(Map.of(ANNA, other), List.of(entry(ANNA, other, "{}"))), ANNA, other, actual);
    }

    @Test
    void refuses_a_basis_ahead_of_the_scope() {
        Head ahead = new Head(9, hashOf(new byte[] {9}));
        assertRefused(sweeping(Map.of(CHLOE, ahead), List.of()), CHLOE, ahead, Head.EMPTY);
    }

    @Test
    void refuses_an_empty_basis_for_a_scope_that_was_written() {
        assertRefused(sweeping(Map.of(BRUNO, Head.EMPTY), List.of()), BRUNO, Head.EMPTY, head(BRUNO));
    }

    @Test
    void writes_in_no_scope_when_one_of_several_has_moved() {
        Head annas = head(ANNA);
        Head brunos = head(BRUNO);
        Head moved = acted(BRUNO);
        Change change = sweeping(
                Map.of(ANNA, annas, BRUNO, brunos, CHLOE, Head.EMPTY),
                List.of(entry(ANNA, annas, "{}"), entry(CHLOE, Head.EMPTY, "{}")));
        assertRefused(change, BRUNO, brunos, moved);
    }

    @Test
    void refuses_entries_that_do_not_follow_their_head_by_one() {
        Head head = head(ANNA);
        Entry next = entry(ANNA, head, "{}");
        Entry gap = new Entry(ANNA, head.length() + 2, next.hash(), "{}");
        Entry again = new Entry(ANNA, head.length(), next.hash(), "{}");
        for (List<Entry> entries :
                List.of(List.of(gap), List.of(again), List.of(next, next), List.of(next, again), List.of(gap, next))) {
            assertRefused(sweeping(Map.of(ANNA, head), entries));
        }
        store.commit(sweeping(Map.of(ANNA, head), List.of(next)));
        assertThat(head(ANNA)).isEqualTo(next.head());
    }

    @Test
    void takes_a_refused_change_once_it_is_decided_anew() {
        Head seen = head(ANNA);
        Head moved = acted(ANNA);
        assertRefused(act(ANNA, seen, assessment(ANNA, 7)), ANNA, seen, moved);
        store.commit(act(ANNA, moved, assessment(ANNA, 7)));
        assertThat(list(ANNA, ASSESSMENT)).contains(assessment(ANNA, 7));
        assertThat(head(ANNA).length()).isEqualTo(moved.length() + 1);
    }

    @Test
    void leaves_the_heads_alone_when_rows_come_without_entries() {
        Head annas = head(ANNA);
        store.commit(sweeping(Map.of(ANNA, annas, CHLOE, Head.EMPTY), List.of()));
        put(assessment(CHLOE, 1));
        assertThat(list(CHLOE, ASSESSMENT)).hasSize(1);
        assertThat(where(PENDING)).hasSize(3);
        assertThat(head(ANNA)).isEqualTo(annas);
        assertThat(head(CHLOE)).isEqualTo(new Head(0, Hash.NONE));
        assertThat(listed(view -> view.scopes(null, ALL))).containsExactly(ANNA, BRUNO);
    }

    private void assertRefused(Change change, Scope scope, Head expected, Head actual) {
        StaleException refusal = assertRefused(change);
        assertThat(refusal.scope()).isEqualTo(scope);
        assertThat(refusal.expected()).isEqualTo(expected);
        assertThat(refusal.actual()).isEqualTo(actual);
    }

    private StaleException assertRefused(Change change) {
        Picture before = picture();
        StaleException refusal = catchThrowableOfType(StaleException.class, () -> store.commit(change));
        assertThat(refusal).as("refusal of %s", change).isNotNull();
        assertThat(picture()).isEqualTo(before);
        return refusal;
    }
}
