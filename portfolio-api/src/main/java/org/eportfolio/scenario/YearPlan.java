package org.eportfolio.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.ScenarioId;

/**
 * Which scenarios a cohort works on. Only these are offered to its learners; dropping one deletes nothing.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param scenarios in the order in which they were chosen, each once
 * @param revision grows by one with each change
 */
public record YearPlan(CohortId cohort, List<ScenarioId> scenarios, int revision) {
    private static final int MOST = 200;

    public YearPlan {
        Objects.requireNonNull(cohort, "cohort");
        scenarios = List.copyOf(scenarios);
    }

    /** The plan of a cohort for which nothing was chosen yet. */
    public static YearPlan empty(CohortId cohort) {
        return new YearPlan(cohort, List.of(), 0);
    }

    /** The plan with these too; itself when all are in it. */
    public YearPlan withScenarios(Collection<ScenarioId> more) {
        LinkedHashSet<ScenarioId> all = new LinkedHashSet<>(scenarios);
        if (!all.addAll(more)) return this;
        InvalidInputException.unless(all.size() <= MOST, "scenarios", "plan.too-many", MOST, all.size());
        return new YearPlan(cohort, List.copyOf(all), revision + 1);
    }

    /** The plan without this one. */
    public YearPlan withoutScenario(ScenarioId scenario) {
        List<ScenarioId> left = new ArrayList<>(scenarios);
        if (!left.remove(scenario)) throw new NotFoundException("scenario", scenario);
        return new YearPlan(cohort, left, revision + 1);
    }
}
