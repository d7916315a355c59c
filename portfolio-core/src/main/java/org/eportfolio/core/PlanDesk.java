package org.eportfolio.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.core.internal.scenario.YearPlans;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
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
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;

    PlanDesk(Session session, Gate gate, Catalogue catalogue) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
    }

    /** Has a cohort work on these scenarios too. Its learners may start what is published of them, now and later. */
    public YearPlan choose(CohortId cohort, ScenarioId... scenarios) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled by = gate.cohort(cohort, Permission.PLAN_YEAR, work);
            return choose(cohort, Arrays.asList(scenarios), by, work);
        });
    }

    /** Has a cohort work on what another one works on, such as last year's; nothing of its people goes along. */
    public YearPlan copy(CohortId from, CohortId to) {
        return session.write(Scope.ORGANISATION, work -> {
            gate.cohort(from, Permission.READ_COHORT, work);
            Entitled by = gate.cohort(to, Permission.PLAN_YEAR, work);
            return choose(to, YearPlans.offered(from, work), by, work);
        });
    }

    private static YearPlan choose(CohortId cohort, Collection<ScenarioId> chosen, Entitled by, Work work) {
        YearPlan before = YearPlans.plan(cohort, work);
        YearPlan after = YearPlans.chosen(before, chosen, work);
        return after.equals(before) ? before : put(after, "plan.chosen", by, work);
    }

    /** Takes a scenario out of a cohort's plan. Who started goes on; nothing that was done or judged is deleted. */
    public YearPlan drop(CohortId cohort, ScenarioId scenario) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled by = gate.cohort(cohort, Permission.PLAN_YEAR, work);
            return put(YearPlans.plan(cohort, work).dropping(scenario), "plan.dropped", by, work);
        });
    }

    /** A cohort's plan; empty while nothing was chosen. */
    public YearPlan of(CohortId cohort) {
        return session.read(work -> {
            gate.cohort(cohort, Permission.READ_COHORT, work);
            return YearPlans.plan(cohort, work);
        });
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
        return session.read(work -> {
            gate.cohort(cohort, Permission.READ_COHORT, work);
            List<ScenarioDraft> planned = PlannedMissions.scenarios(List.of(cohort), work);
            FrameworkId of = framework == null ? onlyOne(planned) : framework;
            return YearPlans.coverage(planned, catalogue.framework(of, work), work);
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

    private static YearPlan put(YearPlan plan, String act, Entitled by, Work work) {
        work.put(ScenarioKinds.YEAR_PLAN, plan);
        work.journal(act, by.person(), by.role());
        return plan;
    }
}
