package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.StorageException;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Portfolios;
import org.eportfolio.core.Statistics;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.SchoolStores;
import org.eportfolio.spi.View;
import org.eportfolio.spi.WriteLog;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a portfolio at work. */
class StatisticsTest {
    @TempDir
    Path folder;

    /** A store whose reads can be made to fail. */
    private static final class Unplugged extends PassingStore {
        private boolean unplugged;

        Unplugged() {
            super(new InMemoryStore());
        }

        @Override
        protected View seen(View view) {
            if (unplugged) throw new StorageException(org.eportfolio.Message.of("storage.no-backup"), null);
            return view;
        }
    }

    private final Unplugged store = new Unplugged();

    @SuppressWarnings("NullAway.Init")
    private VosReves school;

    @BeforeEach
    void the_year_begins() {
        school = VosReves.over(store);
    }

    @AfterEach
    void the_school_closes() {
        school.portfolio.close();
    }

    @Test
    void calls_commits_and_refusals_are_counted_each_for_itself() {
        Statistics before = school.portfolio.statistics();
        school.emma.progress().of(school.dossier);
        Statistics read = school.portfolio.statistics();
        assertThat(read.reads()).isEqualTo(before.reads() + 1);
        assertThat(read.writes()).isEqualTo(before.writes());

        school.durand.cohorts().get(school.cohort);
        school.head.cohorts().enrol("2SNO");
        Statistics written = school.portfolio.statistics();
        assertThat(written.writes()).isEqualTo(before.writes() + 1);
        assertThat(written.commits()).isEqualTo(before.commits() + 1);
        assertThat(written.refusals()).isEqualTo(before.refusals());

        assertThatThrownBy(() -> school.emma.cohorts().enrol("3SNO")).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.progress().of(new DossierId(VosReves.nowhere())))
                .isInstanceOf(NotFoundException.class);
        Statistics refused = school.portfolio.statistics();
        assertThat(refused.refusals()).isEqualTo(before.refusals() + 2);
        assertThat(refused.failures()).isEqualTo(before.failures());
        assertThat(refused.commits()).isEqualTo(written.commits());
    }

    @Test
    void what_the_machine_fails_at_is_no_refusal() {
        Statistics before = school.portfolio.statistics();
        store.unplugged = true;
        assertThatThrownBy(() -> school.emma.progress().of(school.dossier)).isInstanceOf(StorageException.class);
        Statistics after = school.portfolio.statistics();
        store.unplugged = false;
        assertThat(after.failures()).isEqualTo(before.failures() + 1);
        assertThat(after.refusals()).isEqualTo(before.refusals());
    }

    @Test
    void asking_is_no_call_and_needs_no_database() {
        store.unplugged = true;
        Statistics once = school.portfolio.statistics();
        assertThat(school.portfolio.statistics()).isEqualTo(once);
        store.unplugged = false;
    }

    @Test
    void what_was_read_before_is_remembered_within_its_bounds() {
        Statistics.Cache begun = school.portfolio.statistics().cache();
        school.emma.progress().of(school.dossier);
        Statistics.Cache first = school.portfolio.statistics().cache();
        school.emma.progress().of(school.dossier);
        Statistics.Cache again = school.portfolio.statistics().cache();
        assertThat(again.hits()).isGreaterThan(first.hits());
        assertThat(again.misses() - first.misses()).isLessThan(first.misses() - begun.misses());
        assertThat(again.share()).isBetween(first.share(), 1.0);
        assertThat(again.records()).isBetween(1, 20_000);
        assertThat(again.scopes()).isPositive();
    }

    @Test
    void a_file_says_how_long_its_log_is_and_how_often_it_was_emptied() {
        assertThat(school.portfolio.statistics().log()).isEmpty();
        try (VosReves file = VosReves.over(SqliteStore.open(folder.resolve("school.db")))) {
            SelfAssessmentDraft draft = file.emma.assessments().draft(file.dossier, NewSelfAssessment.on("C3.1"));
            WriteLog before = file.portfolio.statistics().log().orElseThrow();
            assertThat(before.bytes()).isPositive();
            file.emma.assessments().discard(draft);
            WriteLog after = file.portfolio.statistics().log().orElseThrow();
            assertThat(after.emptied()).isGreaterThan(before.emptied());
            assertThat(after.bytes()).isLessThan(before.bytes());
        }
    }

    @Test
    void the_counts_of_many_schools_outlast_the_closing_of_one() {
        MutableClock clock = new MutableClock(VosReves.BEGINNING, VosReves.PARIS);
        try (Portfolios portfolios = Portfolios.over(
                        folderOf("lycee", "college"),
                        (id, each) -> Portfolio.with(each).clock(clock).build())
                .clock(clock)
                .idleFor(Duration.ofMinutes(1))
                .build()) {
            portfolios.call("lycee", portfolio -> portfolio.setUp("proviseure"));
            portfolios.call("college", portfolio -> portfolio.setUp("principale"));
            Statistics both = portfolios.statistics();
            assertThat(both.commits()).isPositive();
            assertThat(both.log().orElseThrow().bytes()).isPositive();
            clock.advance(Duration.ofHours(1));
            portfolios.closeIdle();
            assertThat(portfolios.open()).isZero();
            Statistics closed = portfolios.statistics();
            assertThat(closed.commits()).isEqualTo(both.commits());
            assertThat(closed.reads()).isEqualTo(both.reads());
            assertThat(closed.cache().records()).isZero();
            assertThat(closed.log().orElseThrow().bytes()).isZero();
        }
    }

    private SchoolStores folderOf(String... schools) {
        for (String each : schools)
            SqliteStore.open(folder.resolve(each + ".db")).close();
        return SqliteStore.folder(folder);
    }
}
