package org.eportfolio.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Permission;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Framework;
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
            return choose(to, offered(from, work), by, work);
        });
    }

    /** What a cohort works on and another may be given too: withdrawn scenarios are left out. */
    static List<ScenarioId> offered(CohortId cohort, Work work) {
        return Planned.scenarios(List.of(cohort), work).stream()
                .map(ScenarioDraft::id)
                .toList();
    }

    private static YearPlan choose(CohortId cohort, Collection<ScenarioId> chosen, Entitled by, Work work) {
        YearPlan before = plan(cohort, work);
        YearPlan after = chosen(before, chosen, work);
        return after.equals(before) ? before : put(after, "plan.chosen", by, work);
    }

    /** The plan with these too, which must exist and be offered; not yet put. */
    static YearPlan chosen(YearPlan before, Collection<ScenarioId> chosen, Work work) {
        Map<ScenarioId, ScenarioDraft> there = Planned.byId(chosen, work);
        for (ScenarioId id : chosen) {
            ScenarioDraft draft = there.get(id);
            if (draft == null) throw new NotFoundException("scenario", id);
            draft.requireOffered();
        }
        return before.choosing(chosen);
    }

    /** Takes a scenario out of a cohort's plan. Who started goes on; nothing that was done or judged is deleted. */
    public YearPlan drop(CohortId cohort, ScenarioId scenario) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled by = gate.cohort(cohort, Permission.PLAN_YEAR, work);
            return put(plan(cohort, work).dropping(scenario), "plan.dropped", by, work);
        });
    }

    /** A cohort's plan; empty while nothing was chosen. */
    public YearPlan of(CohortId cohort) {
        return session.read(work -> {
            gate.cohort(cohort, Permission.READ_COHORT, work);
            return plan(cohort, work);
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
            List<ScenarioDraft> planned = Planned.scenarios(List.of(cohort), work);
            FrameworkId of = framework == null ? onlyOne(planned) : framework;
            return coverage(planned, catalogue.framework(of, work), work);
        });
    }

    /** What these scenarios cover of a framework; those that name another one are left out. */
    static Coverage coverage(List<ScenarioDraft> planned, Framework of, Work work) {
        List<ScenarioDraft> columns = planned.stream()
                .filter(each -> each.scenario().framework().equals(of.id()))
                .toList();
        return Coverage.of(
                of,
                columns.stream()
                        .map(each ->
                                new Coverage.Column(each.id(), each.scenario().title()))
                        .toList(),
                Planned.worked(columns, work));
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

    static YearPlan plan(CohortId cohort, Work work) {
        return work.find(Kinds.YEAR_PLAN, Scope.ORGANISATION, cohort.value()).orElseGet(() -> YearPlan.empty(cohort));
    }

    private static YearPlan put(YearPlan plan, String act, Entitled by, Work work) {
        work.put(Kinds.YEAR_PLAN, plan);
        work.journal(act, by.person(), by.role());
        return plan;
    }
}
