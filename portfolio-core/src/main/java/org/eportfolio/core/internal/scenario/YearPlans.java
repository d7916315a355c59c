package org.eportfolio.core.internal.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Framework;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.spi.Scope;

/** The plans of cohorts' years, and what they cover. */
public final class YearPlans {
    private YearPlans() {}

    public static YearPlan plan(CohortId cohort, Work work) {
        return work.find(ScenarioKinds.YEAR_PLAN, Scope.ORGANISATION, cohort.value())
                .orElseGet(() -> YearPlan.empty(cohort));
    }

    /** What a cohort works on and another may be given too: withdrawn scenarios are left out. */
    public static List<ScenarioId> offered(CohortId cohort, Work work) {
        return PlannedMissions.scenarios(List.of(cohort), work).stream()
                .map(ScenarioDraft::id)
                .toList();
    }

    /** The plan with these too, which must exist and be offered; not yet put. */
    public static YearPlan chosen(YearPlan before, Collection<ScenarioId> chosen, Work work) {
        Map<ScenarioId, ScenarioDraft> there = PlannedMissions.byId(chosen, work);
        for (ScenarioId id : chosen) {
            ScenarioDraft draft = there.get(id);
            if (draft == null) throw new NotFoundException("scenario", id);
            draft.requireOffered();
        }
        return before.withScenarios(chosen);
    }

    /** What these scenarios cover of a framework; those that name another one are left out. */
    public static Coverage coverage(List<ScenarioDraft> planned, Framework of, Work work) {
        List<ScenarioDraft> columns = planned.stream()
                .filter(each -> each.scenario().framework().equals(of.id()))
                .toList();
        return Coverage.of(
                of,
                columns.stream()
                        .map(each ->
                                new Coverage.Column(each.id(), each.scenario().title()))
                        .toList(),
                PlannedMissions.worked(columns, work));
    }
}
