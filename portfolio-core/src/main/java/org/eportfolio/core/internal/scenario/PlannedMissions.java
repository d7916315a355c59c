package org.eportfolio.core.internal.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.MissionTarget;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/** What cohorts' plans offer. Each method is one or two readings, however much was planned. */
public final class PlannedMissions {
    private PlannedMissions() {}

    /** The cohorts in which a person learns now. */
    public static Set<CohortId> cohortsOf(PersonId learner, Work work) {
        return work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(learner)).stream()
                .filter(each -> each.period().holdsAt(work.now()))
                .map(Membership::cohort)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The scenarios of these cohorts' plans that are not withdrawn, in the order of the plans. */
    public static List<ScenarioDraft> scenarios(Collection<CohortId> cohorts, Work work) {
        Set<ScenarioId> chosen = new LinkedHashSet<>();
        for (YearPlan plan : work.whereAny(
                ScenarioKinds.YEAR_PLAN,
                cohorts.stream().map(ScenarioKinds::planOf).toList())) {
            chosen.addAll(plan.scenarios());
        }
        Map<ScenarioId, ScenarioDraft> there = byId(chosen, work);
        return chosen.stream()
                .map(there::get)
                .filter(Objects::nonNull)
                .filter(each -> each.withdrawnAt() == null)
                .toList();
    }

    /** Those of the scenarios that exist. */
    public static Map<ScenarioId, ScenarioDraft> byId(Collection<ScenarioId> ids, Work work) {
        Map<ScenarioId, ScenarioDraft> there = new HashMap<>();
        work.whereAny(
                        ScenarioKinds.SCENARIO,
                        ids.stream().map(ScenarioKinds::scenarioNamed).toList())
                .forEach(each -> there.put(each.id(), each));
        return there;
    }

    /** What learners may start of these scenarios, in the order of the texts. */
    public static Map<MissionId, PublishedMission> offered(Collection<ScenarioDraft> scenarios, Work work) {
        List<Key> keys = new ArrayList<>();
        for (ScenarioDraft each : scenarios) each.offered().forEach(one -> keys.add(key(each, one)));
        return revisions(keys, work);
    }

    /** The latest revision of every mission that was ever published of this scenario. */
    public static Map<MissionId, PublishedMission> latest(ScenarioDraft draft, Work work) {
        return revisions(draft.published().stream().map(one -> key(draft, one)).toList(), work);
    }

    private static Key key(ScenarioDraft draft, ScenarioDraft.Publication publication) {
        return ScenarioKinds.missionRevision(new MissionId(draft.id(), publication.mission()), publication.revision());
    }

    /** These revisions, in the order of the keys. */
    public static Map<MissionId, PublishedMission> revisions(List<Key> keys, Work work) {
        Map<Key, PublishedMission> found = new HashMap<>();
        work.whereAny(ScenarioKinds.MISSION, keys)
                .forEach(each -> found.put(ScenarioKinds.missionRevision(each.id(), each.revision()), each));
        Map<MissionId, PublishedMission> ordered = new LinkedHashMap<>();
        for (Key key : keys) {
            PublishedMission each = found.get(key);
            if (each != null) ordered.put(each.id(), each);
        }
        return ordered;
    }

    /**
     * The missions that could be suggested under a framework, by the rule of {@code pathways().suggest}.
     * Five readings.
     */
    public static List<Candidate> candidates(Dossier dossier, FrameworkId framework, Work work) {
        List<PublishedMission> planned = under(framework, scenarios(cohortsOf(dossier.learner(), work), work), work);
        Candidate.Origin origin = planned.isEmpty() ? Candidate.Origin.FRAMEWORK : Candidate.Origin.YEAR_PLAN;
        List<PublishedMission> missions = planned.isEmpty()
                ? under(framework, work.list(ScenarioKinds.SCENARIO, Scope.ORGANISATION), work)
                : planned;
        Set<MissionId> begun = work.list(ScenarioKinds.MISSION_WORK, DossierKinds.scope(dossier.id())).stream()
                .filter(MissionWork::begun)
                .map(MissionWork::mission)
                .collect(Collectors.toSet());
        return missions.stream()
                .filter(each -> !begun.contains(each.id()))
                .map(each -> candidate(each, origin))
                .toList();
    }

    private static List<PublishedMission> under(FrameworkId framework, Collection<ScenarioDraft> scenarios, Work work) {
        return offered(scenarios, work).values().stream()
                .filter(each -> each.framework().equals(framework))
                .toList();
    }

    private static Candidate candidate(PublishedMission mission, Candidate.Origin origin) {
        List<Code> trained = new ArrayList<>();
        for (MissionTarget each : mission.competencies()) {
            if (each.subCompetencies().isEmpty()) trained.add(each.competency());
            else trained.addAll(each.subCompetencies());
        }
        return new Candidate(mission.id().toString(), mission.title(), trained, origin);
    }

    /** What the missions of these scenarios work on: as published where they are, as written where they are not. */
    public static List<Coverage.Worked> worked(Collection<ScenarioDraft> scenarios, Work work) {
        Map<MissionId, PublishedMission> offered = offered(scenarios, work);
        List<Coverage.Worked> worked = new ArrayList<>();
        for (ScenarioDraft draft : scenarios) {
            for (MissionId id : draft.scenario().missionIds()) {
                PublishedMission shown = offered.get(id);
                worked.add(
                        shown == null
                                ? new Coverage.Worked(
                                        id, false, draft.scenario().targets(id.mission()))
                                : new Coverage.Worked(id, true, shown.competencies()));
            }
        }
        return worked;
    }
}
