package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.bytes;
import static org.eportfolio.tck.Examples.removes;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eportfolio.CancelledException;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Work that may take minutes says how far it is, and can be cancelled: then all is as it was, no file is left, and it can be begun
 * again.
 */
public abstract class LongWorkContract extends FileContract {
    private static final int ROWS = 400;
    private static final int FILE = 700_000;

    @TempDir
    Path elsewhere = Path.of("");

    @SuppressWarnings("NullAway.Init") // JUnit calls write_something before each test
    private Stored file;

    @SuppressWarnings("NullAway.Init")
    private Picture before;

    protected LongWorkContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    @BeforeEach
    void write_something() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) rows.add(assessment(ANNA, i, PENDING));
        acted(ANNA, rows.toArray(Row[]::new));
        for (int i = 0; i < ROWS; i += 3) store.commit(removes(rows.get(i)));
        file = write(bytes(FILE, 1));
        before = picture();
    }

    @AfterEach
    void the_thread_goes_on() {
        Thread.interrupted();
    }

    private void assertAsBefore() throws Exception {
        assertThat(picture()).isEqualTo(before);
        assertThat(bytesOf(file)).isEqualTo(bytes(FILE, 1));
    }

    private void assertNoFileElsewhere() {
        assertThat(elsewhere.toFile().list()).isEmpty();
    }

    private Path copy() {
        return elsewhere.resolve("copy");
    }

    private void onlyWhereCopiesAreMade() {
        assumeTrue(has(Capability.BACKUP), "the store declares that it makes no copies");
    }

    private interface Look {
        void at() throws Exception;
    }

    /** Cancels the work at its first report, the second, and so on, until it comes to its end; looks after each. */
    private static void cancelledAtEachReport(Consumer<ProgressListener> work, Look look) throws Exception {
        int last = 0;
        while (last < ALL && isCancelled(last, work)) {
            look.at();
            last = last < 8 ? last + 1 : last + last / 2;
        }
        assertThat(last).as("reports").isBetween(1, ALL);
    }

    private static boolean isCancelled(int report, Consumer<ProgressListener> work) {
        int[] left = {report};
        try {
            work.accept((done, total) -> left[0]-- > 0);
            return false;
        } catch (CancelledException e) {
            return true;
        }
    }

    /** Never less than before and never more than the total, up to which it goes where it is known. */
    private static void assertTells(Consumer<ProgressListener> work) {
        List<Long> told = new ArrayList<>();
        long[] whole = {-1};
        work.accept((done, total) -> {
            told.add(done);
            whole[0] = total;
            assertThat(done).isGreaterThanOrEqualTo(0);
            if (total >= 0) assertThat(done).isLessThanOrEqualTo(total);
            return true;
        });
        assertThat(told).isNotEmpty().isSorted();
        if (whole[0] >= 0) assertThat(told.get(told.size() - 1)).isEqualTo(whole[0]);
    }

    @Test
    void a_compaction_that_is_cancelled_leaves_all_as_it_was_and_can_be_begun_again() throws Exception {
        cancelledAtEachReport(store::compact, this::assertAsBefore);
        assertAsBefore();
        acted(ANNA, assessment(ANNA, ROWS + 1));
        assertThat(store.check()).isEmpty();
    }

    @Test
    void a_compaction_ends_with_an_interrupt_which_the_thread_keeps() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.compact(ProgressListener.NONE)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertAsBefore();
        store.compact(ProgressListener.NONE);
        assertAsBefore();
    }

    @Test
    void a_compaction_and_a_check_say_how_far_they_are() throws Exception {
        assertTells(store::compact);
        assertTells(progress -> assertThat(store.check(progress)).isEmpty());
        assertAsBefore();
    }

    @Test
    void a_check_that_is_cancelled_finds_nothing_and_can_be_begun_again() throws Exception {
        cancelledAtEachReport(progress -> assertThat(store.check(progress)).isEmpty(), this::assertAsBefore);
    }

    @Test
    void a_backup_that_is_cancelled_leaves_no_file_and_can_be_begun_again() throws Exception {
        onlyWhereCopiesAreMade();
        cancelledAtEachReport(progress -> store.backup(copy(), progress), this::assertNoFileElsewhere);
        assertThat(elsewhere.toFile().list()).containsExactly("copy");
        assertCopied();
    }

    @Test
    void a_backup_ends_with_an_interrupt_which_the_thread_keeps() throws Exception {
        onlyWhereCopiesAreMade();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.backup(copy(), ProgressListener.NONE)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertNoFileElsewhere();
        store.backup(copy());
        assertCopied();
    }

    @Test
    void a_backup_says_how_far_it_is() throws Exception {
        onlyWhereCopiesAreMade();
        assertTells(progress -> store.backup(copy(), progress));
        assertCopied();
    }

    private void assertCopied() throws Exception {
        PortfolioStore original = store;
        store = fixture.restored(copy());
        try {
            assertAsBefore();
        } finally {
            store.close();
            store = original;
        }
    }
}
