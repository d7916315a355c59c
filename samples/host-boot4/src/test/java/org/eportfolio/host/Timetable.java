package org.eportfolio.host;

import org.eportfolio.core.Portfolios;
import org.eportfolio.id.CohortId;
import org.eportfolio.school.Actor;
import org.springframework.stereotype.Service;

/** A service of the platform that asks the portfolio for a name. */
@Service
class Timetable {
    private final Portfolios portfolios;

    Timetable(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    String nameOf(CohortId cohort) {
        return portfolios.call(
                "school",
                portfolio -> portfolio
                        .as(Actor.of("proviseure"))
                        .cohorts()
                        .get(cohort)
                        .name());
    }
}
