package org.eportfolio.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.tck.Examples.ANNA;
import static org.eportfolio.tck.Examples.ASSESSMENT;
import static org.eportfolio.tck.Examples.BRUNO;
import static org.eportfolio.tck.Examples.PENDING;
import static org.eportfolio.tck.Examples.assessment;
import static org.eportfolio.tck.Examples.bytes;
import static org.eportfolio.tck.Examples.id;
import static org.eportfolio.tck.Examples.removes;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eportfolio.StorageException;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@link Capability#BACKUP} is declared: a copy is whole, of one moment, and can be taken while others write. */
public abstract class BackupContract extends FileContract {
    @TempDir
    Path elsewhere = Path.of("");

    protected BackupContract(Supplier<? extends StoreFixture> fixtures) {
        super(fixtures);
    }

    private void onlyWhereDeclared() {
        assumeTrue(has(Capability.BACKUP), "the store declares that it makes no copies");
    }

    @Test
    void has_everything_of_its_moment_and_nothing_of_what_came_after() throws Exception {
        onlyWhereDeclared();
        acted(ANNA, assessment(ANNA, 1, PENDING), assessment(ANNA, 2));
        store.commit(removes(assessment(ANNA, 2)));
        Stored file = write(bytes(700_000, 1));
        Picture before = picture();
        store.backup(copy());
        acted(BRUNO, assessment(BRUNO, 1));
        Stored later = write(bytes(100, 2));

        restored(() -> {
            assertThat(picture()).isEqualTo(before);
            assertThat(bytesOf(file)).isEqualTo(bytes(700_000, 1));
            assertMissing(later);
            assertThat(store.check()).isEmpty();
            acted(ANNA, assessment(ANNA, 3));
        });
        assertThat(list(BRUNO, ASSESSMENT)).hasSize(1);
    }

    @Test
    void is_of_one_moment_while_others_write_and_holds_nobody_up() throws Exception {
        onlyWhereDeclared();
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch busy = new CountDownLatch(40);
        TestThreads.of(5, worker -> {
            if (worker == 4) {
                busy.await();
                store.backup(copy());
                over.set(true);
                return 0;
            }
            Scope scope = dossier(worker);
            int written = 0;
            do {
                acted(scope, assessment(scope, ++written));
                busy.countDown();
            } while (!over.get() && written < ALL);
            return written;
        });
        restored(() -> {
            long entries = 0;
            for (int writer = 0; writer < 4; writer++) {
                Scope scope = dossier(writer);
                long length = head(scope).length();
                assertThat(list(scope, ASSESSMENT)).hasSize((int) length);
                assertThat(entries(scope)).hasSize((int) length);
                entries += length;
            }
            assertThat(entries).isGreaterThanOrEqualTo(40);
            assertThat(feed()).hasSize((int) entries);
        });
    }

    @Test
    void is_refused_where_something_stands_already_and_where_there_is_no_folder() throws Exception {
        onlyWhereDeclared();
        Path there = Files.writeString(elsewhere.resolve("there"), "mine");
        assertThatThrownBy(() -> store.backup(there)).isInstanceOf(StorageException.class);
        assertThat(there).hasContent("mine");
        assertThatThrownBy(() -> store.backup(elsewhere.resolve("nowhere").resolve("copy")))
                .isInstanceOf(StorageException.class);
        assertThat(elsewhere).isDirectoryContaining(there::equals);
        assertThat(elsewhere.toFile().list()).hasSize(1);
    }

    @Test
    void is_refused_loudly_by_a_store_that_makes_none() {
        assumeFalse(has(Capability.BACKUP), "the store declares that it makes copies");
        assertThatThrownBy(() -> store.backup(copy())).isInstanceOf(StorageException.class);
        assertThat(copy()).doesNotExist();
    }

    private Path copy() {
        return elsewhere.resolve("copy");
    }

    private interface Look {
        void at() throws Exception;
    }

    /** Looks at the copy in place of the store. */
    private void restored(Look look) throws Exception {
        PortfolioStore original = store;
        store = fixture.restored(copy());
        try {
            look.at();
        } finally {
            store.close();
            store = original;
        }
    }

    private static Scope dossier(int number) {
        return new Scope(id(100 + number));
    }
}
