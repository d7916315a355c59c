package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.MONDAY;
import static org.eportfolio.tck.Examples.act;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.bytes;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.puts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** A closed store refuses every call as misuse, and closing waits for what is being written. */
public abstract class CloseContract extends FileContract {
    protected CloseContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @Test
    void refuses_to_read_and_write_rows() {
        acted(ANNA, assessment(ANNA, 1));
        store.close();
        assertRefused(() -> store.read(view -> view.head(ANNA)));
        assertRefused(() -> store.commit(puts(List.of(assessment(ANNA, 2)))));
        assertRefused(() -> store.commit(act(ANNA, Head.EMPTY)));
        assertRefused(() -> store.load(List.of(act(ANNA, Head.EMPTY)).iterator()));
        assertRefused(() -> store.load(List.<Change>of().iterator()));
    }

    @Test
    void refuses_to_read_and_write_files() throws IOException {
        Stored stored = write(bytes(10, 1));
        ContentStore contents = store.contents();
        store.close();
        assertRefused(() -> store.contents());
        assertRefused(() -> contents.write(new ByteArrayInputStream(bytes(10, 2)), MONDAY));
        assertRefused(() -> contents.open(stored));
        assertRefused(() -> contents.list(null, 1));
        assertRefused(() -> contents.remove(stored, ALWAYS));
    }

    @Test
    void may_be_closed_twice() {
        acted(ANNA);
        store.close();
        store.close();
        assertRefused(() -> store.read(view -> view.head(ANNA)));
    }

    /** Each writer is either acknowledged or refused because the store is closed; there is no other outcome. */
    @Test
    void ends_amid_writers_without_any_other_failure() throws Exception {
        CountDownLatch busy = new CountDownLatch(50);
        List<Integer> acknowledged = TestThreads.of(9, worker -> {
            if (worker == 8) {
                busy.await();
                store.close();
                store.close();
                return 0;
            }
            return writeUntilClosed(new Scope(id(100 + worker)), busy);
        });
        assertThat(acknowledged.stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(50);
        assertRefused(() -> store.read(view -> view.head(ANNA)));
    }

    @Test
    void ends_amid_readers_without_any_other_failure() throws Exception {
        acted(ANNA, assessment(ANNA, 1));
        CountDownLatch busy = new CountDownLatch(50);
        List<Integer> reads = TestThreads.of(5, worker -> {
            if (worker == 4) {
                busy.await();
                store.close();
                return 0;
            }
            return readUntilClosed(busy);
        });
        assertThat(reads.stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(50);
        assertRefused(() -> store.read(view -> view.head(ANNA)));
    }

    private int writeUntilClosed(Scope scope, CountDownLatch busy) {
        Head head = Head.EMPTY;
        for (int written = 0; written < ALL; written++) {
            Change change = act(scope, head);
            try {
                store.commit(change);
            } catch (IllegalStateException closed) {
                return written;
            }
            head = change.entries().get(0).head();
            busy.countDown();
        }
        throw new AssertionError("the store was never closed");
    }

    private int readUntilClosed(CountDownLatch busy) {
        for (int read = 0; read < 10_000_000; read++) {
            try {
                assertThat(head(ANNA).length()).isEqualTo(1);
            } catch (IllegalStateException closed) {
                return read;
            }
            busy.countDown();
        }
        throw new AssertionError("the store was never closed");
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
    }
}
