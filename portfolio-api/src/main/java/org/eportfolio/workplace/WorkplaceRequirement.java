package org.eportfolio.workplace;

import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Source;

/**
 * How many weeks at a workplace a diploma asks, as its text says. MC SNO ships with its twelve weeks; a host states others
 * ({@code Portfolio.with(store).workplace(…)}). Where no source states a number, there is none.
 *
 * @param weeks 1 to 200
 */
public record WorkplaceRequirement(FrameworkId framework, int weeks, Source source) {
    private static final int MOST_WEEKS = 200;

    public WorkplaceRequirement {
        Objects.requireNonNull(framework, "framework");
        Objects.requireNonNull(source, "source");
        InvalidInputException.unless(weeks >= 1 && weeks <= MOST_WEEKS, "weeks", "workplace.weeks", MOST_WEEKS, weeks);
    }
}
