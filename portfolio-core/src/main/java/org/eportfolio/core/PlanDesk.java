package org.eportfolio.core;

import static org.eportfolio.access.Permission.PLAN_YEAR;
import static org.eportfolio.access.Permission.READ_COHORT;
import static org.eportfolio.core.internal.kind.ScenarioKinds.YEAR_PLAN;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.core.internal.scenario.YearPlans;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** The plan of a cohort's year: which scenarios it works on, and what they cover together. Thread-safe. */
public final class PlanDesk {
    private final DeskContext desk;

    PlanDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Has a cohort work on these scenarios too. Its learners may start what is published of them, now and later. */
    public YearPlan choose(CohortId cohort, ScenarioId... scenarios) {
        Inputs.requireEach("scenarios", scenarios);
        return desk.write(cohort, PLAN_YEAR, call -> choose(cohort, Arrays.asList(scenarios), call));
    }

    /** Has a cohort work on what another one works on, such as last year's; nothing of its people goes along. */
    public YearPlan copy(CohortId from, CohortId to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return desk.session().write(Scope.ORGANISATION, work -> {
            desk.gate().cohort(from, READ_COHORT, work);
            Call call = desk.by(desk.gate().cohort(to, PLAN_YEAR, work), work);
            return choose(to, YearPlans.offered(from, work), call);
        });
    }

    private static YearPlan choose(CohortId cohort, Collection<ScenarioId> chosen, Call call) {
        YearPlan before = YearPlans.plan(cohort, call.work());
        YearPlan after = YearPlans.chosen(before, chosen, call.work());
        return call.saveChanged("plan.chosen", YEAR_PLAN, before, after);
    }

    /**
     * Takes a scenario out of a cohort's plan. Learners who started it go on; nothing that was done or judged is deleted.
     *
     * @param seen the plan as the caller read it; a {@link ConflictException} if it changed since
     */
    public YearPlan drop(YearPlan seen, ScenarioId scenario) {
        Objects.requireNonNull(scenario, "scenario");
        return desk.write(seen.cohort(), PLAN_YEAR, call -> {
            YearPlan there = YEAR_PLAN.unchanged(seen, YearPlans.plan(seen.cohort(), call.work()));
            return call.save("plan.dropped", YEAR_PLAN, there.withoutScenario(scenario));
        });
    }

    /** A cohort's plan; empty while nothing was chosen. */
    public YearPlan of(CohortId cohort) {
        return desk.read(cohort, READ_COHORT, call -> YearPlans.plan(cohort, call.work()));
    }

    /** What a cohort's plan covers of the one framework that its scenarios name, and what it leaves out. */
    public Coverage coverage(CohortId cohort) {
        return coverage(cohort, null);
    }

    /**
     * What a cohort's plan covers of a framework, and what it leaves out. Withdrawn scenarios cover nothing.
     *
     * @param framework {@code null} for the one that the plan's scenarios name
     */
    public Coverage coverage(CohortId cohort, @Nullable FrameworkId framework) {
        return desk.read(cohort, READ_COHORT, call -> {
            List<ScenarioDraft> planned = PlannedMissions.scenarios(List.of(cohort), call.work());
            FrameworkId of = framework == null ? onlyOne(planned) : framework;
            return YearPlans.coverage(planned, desk.catalogue().framework(of, call.work()), call.work());
        });
    }

    private static FrameworkId onlyOne(List<ScenarioDraft> planned) {
        Map<String, FrameworkId> named = new TreeMap<>();
        for (ScenarioDraft each : planned) {
            FrameworkId framework = each.scenario().framework();
            named.put(framework.toString(), framework);
        }
        InvalidInputException.unless(!named.isEmpty(), "framework", "plan.empty");
        InvalidInputException.unless(named.size() == 1, "framework", "plan.several-frameworks", named.keySet());
        return named.values().iterator().next();
    }
}
