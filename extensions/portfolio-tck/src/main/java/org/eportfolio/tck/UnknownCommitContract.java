package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.puts;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.Supplier;
import org.eportfolio.CommitUnknownException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.StaleException;
import org.eportfolio.tck.StoreFixture.Loss;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where {@link Capability#UNKNOWN_COMMIT} is declared: a commit whose connection is lost is found out about by the hashes of
 * its entries; what has none may be there or not, and that is said.
 */
public abstract class UnknownCommitContract extends Contract {
    protected UnknownCommitContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @BeforeEach
    void only_where_a_connection_can_be_lost() {
        assumeTrue(has(Capability.UNKNOWN_COMMIT), "the store declares that it has no connection to lose");
    }

    @Test
    void an_act_is_made_once_whether_it_had_arrived_or_not() throws Exception {
        for (Loss loss : Loss.values()) {
            Head before = head(ANNA);
            Change change = act(ANNA, before, assessment(ANNA, (int) before.length()));
            fixture.loseNext(loss);
            store.commit(change);
            assertThat(head(ANNA))
                    .as("%s", loss)
                    .isEqualTo(change.entries().get(0).head());
            assertThat(feed()).as("%s", loss).hasSize((int) before.length() + 1);
            assertThat(list(ANNA, ASSESSMENT)).hasSize((int) before.length() + 1);
        }
    }

    @Test
    void what_is_acknowledged_moves_the_head_for_others() throws Exception {
        fixture.loseNext(Loss.AFTER_IT_WAS_MADE);
        store.commit(act(ANNA, Head.EMPTY, assessment(ANNA, 1)));
        assertThatThrownBy(() -> store.commit(act(ANNA, Head.EMPTY, assessment(ANNA, 2))))
                .isInstanceOf(StaleException.class);
        assertThat(acted(ANNA).length()).isEqualTo(2);
    }

    @Test
    void a_stale_act_stays_refused() throws Exception {
        acted(ANNA, assessment(ANNA, 1));
        for (Loss loss : Loss.values()) {
            fixture.loseNext(loss);
            Change stale = act(ANNA, Head.EMPTY, assessment(ANNA, 2), assessment(ANNA, 3));
            assertThatThrownBy(() -> store.commit(another(stale))).isInstanceOf(StaleException.class);
        }
        assertThat(list(ANNA, ASSESSMENT)).containsExactly(assessment(ANNA, 1));
        assertThat(feed()).hasSize(1);
    }

    /** Upon the same head, but another act: its hash is another. */
    private static Change another(Change change) {
        return new Change(
                change.basis(),
                change.removes(),
                change.puts(),
                List.of(Examples.entry(ANNA, Head.EMPTY, "{\"another\":true}")));
    }

    @Test
    void rows_without_an_entry_are_there_or_it_is_said_that_they_may_be() throws Exception {
        for (Loss loss : Loss.values()) {
            fixture.loseNext(loss);
            boolean acknowledged = commits(puts(List.of(assessment(BRUNO, 1), assessment(BRUNO, 2))));
            assertThat(list(BRUNO, ASSESSMENT)).hasSizeBetween(acknowledged ? 2 : 0, 2);
            assertThat(list(BRUNO, ASSESSMENT).size())
                    .as("all of it or nothing")
                    .isNotEqualTo(1);
        }
    }

    private boolean commits(Change change) {
        try {
            store.commit(change);
            return true;
        } catch (CommitUnknownException unknown) {
            return false;
        }
    }
}
