package org.eportfolio.host;

import org.eportfolio.core.Desk;
import org.eportfolio.id.CohortId;
import org.eportfolio.school.Cohort;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The platform: not a line of it configures the portfolio. */
@SpringBootApplication
class Platform {
    /** A page of the platform over the portfolio. */
    @RestController
    static class Classes {
        @GetMapping("/classes/{cohort}")
        Cohort show(Desk desk, @PathVariable CohortId cohort) {
            return desk.cohorts().get(cohort);
        }
    }
}
