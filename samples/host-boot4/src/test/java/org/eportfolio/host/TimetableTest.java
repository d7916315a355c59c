package org.eportfolio.host;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.eportfolio.core.Portfolios;
import org.eportfolio.id.CohortId;
import org.eportfolio.spring.PortfolioTest;
import org.eportfolio.spring.SchoolResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a platform writes to test a service of its own. */
@PortfolioTest(classes = Timetable.class)
class TimetableTest {
    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Portfolios portfolios;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Timetable timetable;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ApplicationContext context;

    @SuppressWarnings("NullAway.Init")
    private CohortId cohort;

    @BeforeEach
    void a_class() {
        cohort = portfolios.call(
                "school", portfolio -> portfolio.setUp("proviseure").cohorts().enrol("2SNO"));
    }

    @Test
    void a_service_of_the_platform_works_with_a_school_on_the_heap() {
        assertThat(timetable.nameOf(cohort)).isEqualTo("2SNO");
    }

    @Test
    void nothing_else_of_the_platform_is_started() {
        assertThat(context.getBeanNamesForType(DataSource.class)).isEmpty();
        assertThat(context.getBeanNamesForType(SchoolResolver.class)).isEmpty();
        assertThat(context.getBeanNamesForType(Rooms.class)).isEmpty();
    }
}
