package org.eportfolio.core.internal.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.MissionId;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.spi.Key;
import org.jspecify.annotations.Nullable;

/** Puts what is offered to a learner and what they began together, in six readings. */
public final class LearnerMissions {
    private LearnerMissions() {}

    /**
     * Those offered, in the order of the plan, then those begun that are offered no longer.
     *
     * @param frameworks of the dossier's adoptions; missions under others are left out
     */
    public static List<LearnerMission> of(Dossier dossier, Set<FrameworkId> frameworks, Work work) {
        Map<MissionId, PublishedMission> offered = PlannedMissions.offered(
                PlannedMissions.scenarios(PlannedMissions.cohortsOf(dossier.learner(), work), work), work);
        offered.values().removeIf(each -> !frameworks.contains(each.framework()));
        Map<MissionId, MissionWork> works = new LinkedHashMap<>();
        List<Key> pinned = new ArrayList<>();
        for (MissionWork each : work.list(ScenarioKinds.MISSION_WORK, DossierKinds.scope(dossier.id()))) {
            works.put(each.mission(), each);
            if (each.begun()) pinned.add(ScenarioKinds.missionRevision(each.mission(), each.revision()));
        }
        Map<MissionId, PublishedMission> theirs = PlannedMissions.revisions(pinned, work);
        List<LearnerMission> all = new ArrayList<>();
        offered.forEach((id, latest) -> all.add(shown(theirs.getOrDefault(id, latest), works.get(id), latest)));
        theirs.forEach((id, mission) -> {
            MissionWork begun = works.get(id);
            if (!offered.containsKey(id) && begun != null) {
                all.add(new LearnerMission(mission, begun.status(), begun, false, false));
            }
        });
        return all;
    }

    private static LearnerMission shown(PublishedMission theirs, @Nullable MissionWork work, PublishedMission latest) {
        return new LearnerMission(
                theirs,
                work == null ? MissionStatus.TO_DO : work.status(),
                work,
                true,
                theirs.revision() < latest.revision());
    }
}
