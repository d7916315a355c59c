package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.MONDAY;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.bytes;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.removes;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where {@link Capability#DURABLE} is declared: what was acknowledged is there when the store is opened again. */
public abstract class ReopenContract extends FileContract {
    protected ReopenContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @BeforeEach
    void only_where_durability_is_declared() {
        assumeTrue(has(Capability.DURABLE), "the store declares that it keeps nothing");
    }

    @Test
    void has_everything_that_was_committed_or_loaded() throws Exception {
        acted(ANNA, assessment(ANNA, 1, PENDING), assessment(ANNA, 2));
        store.load(
                List.of(act(BRUNO, Head.EMPTY, assessment(BRUNO, 1, PENDING))).iterator());
        store.commit(removes(assessment(ANNA, 2)));
        Picture before = picture();
        reopen();
        assertThat(picture()).isEqualTo(before);
        assertThat(where(PENDING))
                .containsExactlyInAnyOrder(assessment(ANNA, 1, PENDING), assessment(BRUNO, 1, PENDING));
        assertThat(list(ANNA, ASSESSMENT)).hasSize(1);
    }

    @Test
    void goes_on_where_it_stood() throws Exception {
        Head before = acted(ANNA);
        acted(BRUNO);
        List<FeedEntry> served = store.read(view -> view.feed(0, ALL));
        reopen();
        assertThatThrownBy(() -> store.commit(act(ANNA, Head.EMPTY))).isInstanceOf(StaleException.class);
        store.commit(act(ANNA, before));
        List<FeedEntry> feed = store.read(view -> view.feed(0, ALL));
        assertThat(feed).hasSize(3).startsWith(served.toArray(FeedEntry[]::new));
        assertThat(feed.get(2).position()).isGreaterThan(served.get(1).position());
        assertThat(head(ANNA).length()).isEqualTo(2);
    }

    @Test
    void has_the_files_and_knows_when_they_were_touched() throws Exception {
        Stored early = write(bytes(300_000, 1), MONDAY);
        Stored late = write(bytes(10, 2), MONDAY.plusSeconds(60));
        Stored gone = write(bytes(10, 3), MONDAY);
        assertThat(store.contents().remove(gone, ALWAYS)).isTrue();
        reopen();
        assertThat(bytesOf(early)).isEqualTo(bytes(300_000, 1));
        assertThat(store.contents().list(null, ALL))
                .containsExactlyInAnyOrder(
                        new KeptContent(early, MONDAY), new KeptContent(late, MONDAY.plusSeconds(60)));
        assertMissing(gone);
    }

    @Test
    void has_nothing_of_what_was_broken_off() throws Exception {
        acted(BRUNO, assessment(BRUNO, 1));
        Picture before = picture();
        assertThatThrownBy(() -> store.load(List.of(act(ANNA, Head.EMPTY, assessment(ANNA, 1)), act(ANNA, Head.EMPTY))
                        .iterator()))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> store.contents()
                        .write(
                                TrickyStream.interrupted(bytes(3_000_000, 4), 2_000_000, () -> {
                                    throw new IOException("connection reset");
                                }),
                                MONDAY))
                .isInstanceOf(IOException.class);
        reopen();
        assertThat(picture()).isEqualTo(before);
        assertThat(kept()).isEmpty();
    }

    @Test
    void has_all_that_was_acknowledged_when_it_is_closed_amid_writers() throws Exception {
        CountDownLatch busy = new CountDownLatch(50);
        List<Head> acknowledged = TestThreads.of(9, worker -> {
            if (worker == 8) {
                busy.await();
                store.close();
                return Head.EMPTY;
            }
            return writeUntilClosed(dossier(worker), busy);
        });
        reopen();
        for (int writer = 0; writer < 8; writer++) {
            Head head = head(dossier(writer));
            assertThat(head.length())
                    .isGreaterThanOrEqualTo(acknowledged.get(writer).length());
            assertThat(list(dossier(writer), ASSESSMENT)).hasSize((int) head.length());
            assertThat(entries(dossier(writer))).hasSize((int) head.length());
        }
        assertThat(feed()).hasSizeGreaterThanOrEqualTo(50);
    }

    private Head writeUntilClosed(Scope scope, CountDownLatch busy) {
        Head head = Head.EMPTY;
        while (head.length() < ALL) {
            Change change = act(scope, head, assessment(scope, (int) head.length()));
            try {
                store.commit(change);
            } catch (IllegalStateException closed) {
                return head;
            }
            head = change.entries().get(0).head();
            busy.countDown();
        }
        throw new AssertionError("the store was never closed");
    }

    private void reopen() throws Exception {
        store.close();
        store = fixture.open();
    }

    private static Scope dossier(int number) {
        return new Scope(id(100 + number));
    }
}
