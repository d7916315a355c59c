package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eportfolio.CancelledException;
import org.eportfolio.ConflictException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.NewErasures;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure that stops after its commit: the log of readings, and the bytes, are seen to later. */
@OverBothStores
class StoppedErasureTest {
    private static final PageRequest ALL = PageRequest.first(100);
    private static final PersonId DURAND = PersonId.of("m.durand");

    private final Stores stores;
    private Path folder;
    private PortfolioStore kept;
    private Stopping store;
    private VosReves school;

    StoppedErasureTest(Stores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void a_teacher_reads_two_dossiers(@TempDir Path temp) {
        folder = temp;
        kept = stores.open(folder);
        store = new Stopping(kept);
        school = VosReves.over(store, options -> options.readingsKept(6));
        school.durand.progress().of(school.dossier);
        school.durand.progress().of(school.malos);
        assertThat(readers(school.dossier.value())).containsExactly("m.durand");
    }

    @AfterEach
    void the_store_closes() {
        kept.close();
    }

    /** Who stands in the log, once all that waits is written. */
    private List<String> readers(UUID dossier) {
        school.emma.access().readers(school.dossier, ALL);
        return logged(dossier);
    }

    private List<String> logged(UUID scope) {
        return kept.accessLog().orElseThrow().of(new Scope(scope), ALL).stream()
                .map(LoggedReading::person)
                .toList();
    }

    private void stoppedAfterTheCommit(String person) {
        PrivacyDesk privacy = school.head.privacy();
        ErasurePlan plan = privacy.planErasure(PersonId.of(person));
        store.stopsAfterItsNextCommit = true;
        assertThatThrownBy(() -> privacy.erase(plan)).isInstanceOf(Stopped.class);
    }

    private Portfolio opened() {
        return Portfolio.with(new Stopping(kept))
                .clock(school.clock)
                .readingsKept(6)
                .build();
    }

    private static PrivacyDesk privacy(Portfolio portfolio) {
        return portfolio.as(Actor.of("proviseure")).privacy();
    }

    private static ErasureReceipt receipt(Portfolio portfolio) {
        List<ErasureReceipt> receipts = privacy(portfolio).receipts(ALL).items();
        assertThat(receipts).hasSize(1);
        return receipts.get(0);
    }

    @Test
    void the_next_opening_has_the_log_forget_the_name() {
        stoppedAfterTheCommit("m.durand");
        assertThat(logged(school.dossier.value())).containsExactly("m.durand");
        ErasureReceipt receipt = receipt(opened());
        String pseudonym = receipt.pseudonym().value();
        assertThat(logged(school.dossier.value())).containsExactly(pseudonym);
        assertThat(logged(school.malos.value())).containsExactly(pseudonym);
        assertThat(logged(receipt.id().value())).as("what was noted before").isEmpty();
        assertThat(receipt.complete()).isFalse();
    }

    @Test
    void the_next_opening_has_the_log_forget_who_read_the_dossier() {
        stoppedAfterTheCommit("emma");
        assertThat(logged(school.dossier.value())).containsExactly("m.durand");
        opened();
        assertThat(logged(school.dossier.value())).isEmpty();
        assertThat(logged(school.malos.value())).containsExactly("m.durand");
    }

    @Test
    void a_process_that_was_open_all_along_has_it_forget_by_completing() {
        Portfolio other = opened();
        stoppedAfterTheCommit("m.durand");
        assertThat(logged(school.dossier.value())).containsExactly("m.durand");
        assertThat(privacy(other).completeErasures()).hasSize(1).allMatch(ErasureReceipt::complete);
        assertThat(logged(school.dossier.value()))
                .containsExactly(receipt(other).pseudonym().value());
        assertThat(logged(receipt(other).id().value())).isEmpty();
    }

    @Test
    void one_that_stopped_before_its_commit_erases_no_name_and_is_done_by_the_next() {
        PrivacyDesk privacy = school.head.privacy();
        ErasurePlan plan = privacy.planErasure(DURAND);
        store.stopsBeforeItsNextCommit = true;
        assertThatThrownBy(() -> privacy.erase(plan)).isInstanceOf(Stopped.class);
        Portfolio again = opened();
        assertThat(logged(school.dossier.value())).containsExactly("m.durand");
        PrivacyDesk next = privacy(again);
        next.erase(next.planErasure(DURAND));
        assertThat(logged(school.dossier.value()))
                .containsExactly(receipt(again).pseudonym().value());
        assertThat(store.noted).isNotEmpty();
        for (LoggedReading each : store.noted) {
            assertThat(logged(each.dossier().id())).doesNotContain("m.durand");
        }
    }

    @Test
    void a_refused_one_leaves_no_note() {
        PrivacyDesk privacy = school.head.privacy();
        ErasurePlan plan = privacy.planErasure(PersonId.of("emma"));
        school.mindMap();
        assertThatThrownBy(() -> privacy.erase(plan)).isInstanceOf(ConflictException.class);
        assertThat(store.noted).isNotEmpty();
        for (LoggedReading each : store.noted)
            assertThat(logged(each.dossier().id())).isEmpty();
        assertThat(readers(school.dossier.value())).containsExactly("m.durand");
    }

    @Test
    void one_that_is_cancelled_while_the_bytes_are_removed_has_a_receipt_and_is_completed_later() {
        PrivacyDesk privacy = school.head.privacy();
        ErasurePlan plan = privacy.planErasure(DURAND);
        store.cancelled = true;
        assertThatThrownBy(() -> privacy.erase(plan, ProgressListener.NONE)).isInstanceOf(CancelledException.class);
        assertThat(receipt(school.portfolio).complete()).isFalse();
        assertThat(logged(school.dossier.value()))
                .containsExactly(receipt(school.portfolio).pseudonym().value());
        store.cancelled = false;
        assertThatThrownBy(() -> privacy.completeErasures((done, total) -> false))
                .isInstanceOf(CancelledException.class);
        assertThat(receipt(school.portfolio).complete()).isFalse();
        assertThat(privacy.completeErasures((done, total) -> true)).hasSize(1).allMatch(ErasureReceipt::complete);
    }

    @Test
    void one_that_is_cancelled_at_its_beginning_erases_nothing() {
        PrivacyDesk privacy = school.head.privacy();
        ErasurePlan plan = privacy.planErasure(DURAND);
        long before = school.journalLength();
        assertThatThrownBy(() -> privacy.erase(plan, (done, total) -> false)).isInstanceOf(CancelledException.class);
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(privacy.erase(plan).complete()).isTrue();
    }

    @Test
    void several_are_cancelled_while_the_bytes_are_removed_too() {
        PrivacyDesk privacy = school.head.privacy();
        assertThatThrownBy(() -> privacy.eraseAll(
                        privacy.planErasures(NewErasures.of("emma", "malo")),
                        (done, total) -> done < 2 || !store.compacts))
                .isInstanceOf(CancelledException.class);
        assertThat(privacy.receipts(ALL).items()).hasSize(2).noneMatch(ErasureReceipt::complete);
        assertThat(privacy.completeErasures()).hasSize(2);
    }

    @Test
    void an_erasure_makes_no_log_where_none_is_kept() throws IOException {
        Path without = Files.createDirectory(folder.resolve("without"));
        PortfolioStore other = stores == Stores.SQLITE ? stores.open(without) : new InMemoryStore();
        try (VosReves silent = VosReves.over(other)) {
            silent.head.privacy().erase(silent.head.privacy().planErasure(DURAND));
            assertThat(other.accessLog().orElseThrow().isEmpty()).isTrue();
            try (Stream<Path> files = Files.list(without)) {
                assertThat(files).noneMatch(each -> each.toString().endsWith(".access-log"));
            }
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A store whose program ends before or after a commit: from then on it answers nothing. Closing it leaves the other open. */
    private static final class Stopping extends PassingStore {
        final List<LoggedReading> noted = new ArrayList<>();
        boolean stopsBeforeItsNextCommit;
        boolean stopsAfterItsNextCommit;
        boolean cancelled;
        boolean compacts;
        private boolean stopped;

        Stopping(PortfolioStore sound) {
            super(sound);
        }

        private void goOn() {
            if (stopped) throw new Stopped();
        }

        @Override
        protected View seen(View view) {
            goOn();
            return view;
        }

        @Override
        public void commit(Change change) {
            stopped |= stopsBeforeItsNextCommit;
            goOn();
            super.commit(change);
            stopped |= stopsAfterItsNextCommit;
            goOn();
        }

        @Override
        public void compact(ProgressListener progress) {
            goOn();
            compacts = true;
            if (cancelled) throw new CancelledException();
            progress.at(1, 1);
            super.compact(progress);
        }

        @Override
        public Optional<AccessLog> accessLog() {
            return sound.accessLog().map(Logged::new);
        }

        @Override
        public void close() {}

        private final class Logged implements AccessLog {
            private final AccessLog log;

            Logged(AccessLog log) {
                this.log = log;
            }

            @Override
            public void add(List<LoggedReading> readings) {
                goOn();
                readings.stream().filter(each -> each.kind().equals("erasure")).forEach(noted::add);
                log.add(readings);
            }

            @Override
            public List<LoggedReading> of(Scope dossier, PageRequest page) {
                goOn();
                return log.of(dossier, page);
            }

            @Override
            public boolean isEmpty() {
                goOn();
                return log.isEmpty();
            }

            @Override
            public void remove(Scope dossier) {
                goOn();
                log.remove(dossier);
            }

            @Override
            public void rename(String person, String pseudonym) {
                goOn();
                log.rename(person, pseudonym);
            }

            @Override
            public void removeBefore(Instant instant) {
                goOn();
                log.removeBefore(instant);
            }
        }
    }
}
