package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.head;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.putting;
import static org.eportfolio.postgresql.Dossiers.row;
import static org.eportfolio.postgresql.Dossiers.rows;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eportfolio.CommitUnknownException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a commit whose connection is lost. */
class OutcomeTest {
    private final UUID id = UUID.randomUUID();
    private final LossySource lossy = new LossySource();
    private PostgresSchools schools;
    private PortfolioStore store;
    private PortfolioStore other;

    @BeforeEach
    void open() {
        schools = open(Duration.ofMinutes(1));
        store = schools.create(id);
        other = PostgresSchools.open(Server.pool()).school(id);
    }

    private PostgresSchools open(Duration patience) {
        return PostgresSchools.open(
                lossy.over(Server.plain("postgres")), PostgresOptions.defaults().withPatience(patience));
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
        schools.close();
    }

    @Test
    void a_commit_whose_connection_was_lost_is_there_once_whether_it_had_arrived_or_not() {
        List<LossySource.Loss> losses = List.of(
                LossySource.Loss.BEFORE,
                LossySource.Loss.AFTER,
                LossySource.Loss.TWICE,
                LossySource.Loss.WITH_A_REASON);
        for (LossySource.Loss loss : losses) {
            Head before = head(other, dossier(1));
            lossy.loseNext(loss);
            store.commit(putting(before, row(dossier(1), before.length(), "{}")));
            assertThat(head(other, dossier(1)).length()).isEqualTo(before.length() + 1);
        }
        assertThat(rows(other, dossier(1))).hasSize(losses.size());
        assertThat(other.<List<FeedEntry>>read(view -> view.feed(0, 10))).hasSize(losses.size());
    }

    @Test
    void a_connection_that_is_lost_when_it_is_given_back_changes_no_answer() throws Exception {
        lossy.loseWhenGivenBack();
        put(store, row(dossier(1), 1, "{}"));
        assertThat(rows(store, dossier(1))).hasSize(1);
        Stored file = store.contents().write(new ByteArrayInputStream(new byte[9]), Instant.EPOCH);
        assertThat(store.contents().open(file)).isPresent();
        assertThat(rows(other, dossier(1))).hasSize(1);
    }

    @Test
    void a_change_that_another_overtook_meanwhile_is_stale_and_not_taken_for_ones_own() {
        put(other, row(dossier(1), 1, "theirs"));
        lossy.loseNext(LossySource.Loss.BEFORE);
        assertThatThrownBy(() -> store.commit(putting(Head.EMPTY, row(dossier(1), 1, "ours"))))
                .isInstanceOf(StaleException.class);
        assertThat(rows(other, dossier(1))).extracting(row -> row.body()).containsExactly("theirs");
    }

    @Test
    void rows_without_an_entry_cannot_be_recognised_and_that_is_said() {
        for (LossySource.Loss loss :
                List.of(LossySource.Loss.BEFORE, LossySource.Loss.AFTER, LossySource.Loss.WITH_A_REASON)) {
            lossy.loseNext(loss);
            Change rowsAlone = new Change(Map.of(), List.of(), List.of(row(dossier(1), 1, "{}")), List.of());
            assertThatThrownBy(() -> store.commit(rowsAlone))
                    .isInstanceOfSatisfying(
                            CommitUnknownException.class,
                            e -> assertThat(e.message(Locale.FRENCH)).contains("on ne peut pas savoir"));
        }
    }

    @Test
    void a_server_that_is_gone_for_good_leaves_it_unknown() {
        try (PostgresSchools impatient = open(Duration.ofMillis(100));
                PortfolioStore hurried = impatient.school(id)) {
            lossy.loseNext(LossySource.Loss.FOR_GOOD);
            assertThatThrownBy(() -> hurried.commit(putting(Head.EMPTY, row(dossier(1), 1, "{}"))))
                    .isInstanceOf(CommitUnknownException.class);
        }
        // This one had been written: "may have been" is the truth.
        assertThat(head(other, dossier(1)).length()).isEqualTo(1);
    }

    @Test
    void of_many_commits_at_once_each_is_there_once_though_connections_are_lost() throws Exception {
        int threads = 8;
        int each = 20;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            running.add(pool.submit(() -> {
                Head head = Head.EMPTY;
                for (int i = 0; i < each; i++) {
                    if (i % 3 == thread % 3) lossy.loseNext(LossySource.Loss.values()[i % 2]);
                    Change change = putting(head, row(dossier(thread), i, "{\"of\":" + thread + "}"));
                    store.commit(change);
                    head = change.entries().get(0).head();
                }
                return null;
            }));
        }
        for (Future<?> one : running) one.get();
        pool.shutdown();
        for (int t = 0; t < threads; t++) assertThat(rows(other, dossier(t))).hasSize(each);
        assertThat(other.<List<FeedEntry>>read(view -> view.feed(0, 1_000))).hasSize(threads * each);
        assertThat(other.check()).isEmpty();
    }
}
