package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.row;
import static org.eportfolio.postgresql.Dossiers.rows;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eportfolio.CancelledException;
import org.eportfolio.NotFoundException;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Long work in the database that is cancelled while the server is at it. */
class CancelledWorkTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final UUID SCHOOL = new UUID(9, 1);

    @TempDir
    Path folder;

    private PGSimpleDataSource source;
    private PostgresSchools schools;

    @BeforeEach
    void a_school_with_files() throws Exception {
        source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        schools = PostgresSchools.open(source, PostgresOptions.defaults().withLockTimeout(Duration.ofMinutes(10)));
        Server.run(source, "UPDATE portfolio.writing SET version = 6");
        for (int i = 1; i <= 3; i++) {
            try (PortfolioStore store = schools.create(new UUID(9, i))) {
                put(store, row(dossier(1), 1, "{}"));
                store.contents().write(new ByteArrayInputStream(new byte[3 * Contents.PIECE + i]), MONDAY);
            }
        }
    }

    @AfterEach
    void the_thread_goes_on() {
        Thread.interrupted();
        schools.close();
    }

    /** Has another hold the table, so that the server cannot go on before this one lets go. */
    private Connection holdingRecords() throws SQLException {
        Connection other = source.getConnection();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLE portfolio.record IN ACCESS SHARE MODE");
        }
        return other;
    }

    private void compactedAndSound(PortfolioStore store) {
        store.compact();
        assertThat(rows(store, dossier(1))).hasSize(1);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void a_statement_that_waits_for_another_is_cancelled_by_the_listener() throws Exception {
        try (PortfolioStore store = schools.school(SCHOOL)) {
            try (Connection other = holdingRecords()) {
                List<Long> totals = new ArrayList<>();
                assertThatThrownBy(() -> store.compact((done, total) -> {
                            totals.add(total);
                            return total < 0 || totals.size() < 5;
                        }))
                        .isInstanceOf(CancelledException.class);
                assertThat(totals.get(totals.size() - 1)).isPositive();
                other.rollback();
            }
            compactedAndSound(store);
        }
    }

    @Test
    void a_statement_that_waits_for_another_ends_with_an_interrupt_which_the_thread_keeps() throws Exception {
        try (PortfolioStore store = schools.school(SCHOOL)) {
            try (Connection other = holdingRecords()) {
                assertThatThrownBy(() -> store.compact((done, total) -> {
                            if (total >= 0) Thread.currentThread().interrupt();
                            return true;
                        }))
                        .isInstanceOf(CancelledException.class);
                assertThat(Thread.interrupted()).isTrue();
                other.rollback();
            }
            compactedAndSound(store);
        }
    }

    @Test
    void what_the_listener_throws_ends_the_statement_and_passes() throws Exception {
        try (PortfolioStore store = schools.school(SCHOOL);
                Connection other = holdingRecords()) {
            IllegalStateException thrown = new IllegalStateException("the host's own");
            assertThatThrownBy(() -> store.compact((done, total) -> {
                        if (total >= 0) throw thrown;
                        return true;
                    }))
                    .isSameAs(thrown);
            other.rollback();
        }
    }

    @Test
    void files_get_their_keys_school_by_school_and_the_next_call_goes_on_where_one_was_cancelled() throws Exception {
        PostgresSchools.upgrade(source);
        List<Long> told = new ArrayList<>();
        assertThatThrownBy(() -> schools.encryptFiles((done, total) -> {
                    assertThat(total).isEqualTo(3);
                    told.add(done);
                    return told.size() < 8;
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(told).isSorted().startsWith(0L, 0L, 0L).endsWith(1L);
        assertThat(count("content_key")).as("one whole, and none half").isEqualTo(1);
        assertThat(count("content")).isEqualTo(3);
        told.clear();
        schools.encryptFiles((done, total) -> told.add(done));
        assertThat(told).isSorted().endsWith(3L);
        assertThat(count("content_key")).isEqualTo(3);
        assertThat(count("chunk")).isZero();
    }

    private long count(String table) throws Exception {
        return Long.parseLong(String.valueOf(
                Server.seen(source, "SELECT count(*) FROM portfolio." + table).get(0)));
    }

    @Test
    void a_restore_that_is_cancelled_makes_no_school_and_can_be_begun_again() throws Exception {
        Path copy = folder.resolve("copy");
        try (PortfolioStore store = schools.school(SCHOOL)) {
            store.backup(copy);
        }
        UUID restored = UUID.randomUUID();
        int reports = 0;
        while (isCancelled(copy, restored, reports)) {
            assertThatThrownBy(() -> schools.school(restored)).isInstanceOf(NotFoundException.class);
            reports++;
        }
        assertThat(reports).isGreaterThan(3);
        try (PortfolioStore store = schools.school(restored)) {
            compactedAndSound(store);
        }
    }

    private boolean isCancelled(Path copy, UUID school, int report) {
        int[] left = {report};
        ProgressListener cancelling = (done, total) -> left[0]-- > 0;
        try {
            schools.restore(copy, school, cancelling).close();
            return false;
        } catch (CancelledException e) {
            return true;
        }
    }
}
