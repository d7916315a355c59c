package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.SearchDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.search.Findings;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.spi.PortfolioStore;
import org.junit.jupiter.api.Test;

/** H4 over a store that keeps no index: the same answers, of a bounded number of dossiers. */
class H4SearchWithoutIndexTest extends H4SearchTest {
    @Override
    public PortfolioStore store() {
        return new WithoutIndex(super.store());
    }

    /** A store whose index is not used. */
    static final class WithoutIndex extends PassingStore {
        WithoutIndex(PortfolioStore sound) {
            super(sound);
        }
    }

    @Override
    @Test
    void all_that_one_may_read_is_looked_through_however_many_dossiers_there_are() {
        try (VosReves large = VosReves.over(new WithoutIndex(new InMemoryStore()))) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i <= SearchDesk.MOST_DOSSIERS; i++) names.add("learner-" + i);
            large.head.cohorts().enrol("Tous", learners(names.toArray(String[]::new)));
            names.forEach(each -> large.as(each).dossiers().open(large.sno));
            large.mindMap();
            large.head.grants().give(NewGrant.of("documentaliste", Role.TEACHER));
            Desk everywhere = large.as("documentaliste");
            assertThat(everywhere.search().find("mercanet").whole()).isFalse();
            Findings narrowed =
                    everywhere.search().find("mercanet", SearchFilters.ALL.in(large.cohort), SearchRequest.first(100));
            assertThat(narrowed.whole()).isTrue();
            assertThat(narrowed.items()).hasSize(1);
        }
    }
}
