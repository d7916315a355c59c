package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Readers.STAFF;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.CONTEXT;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.privacy.DataCategory.TRACE;
import static org.eportfolio.privacy.DataCategory.WORK;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;

import java.util.Set;
import java.util.UUID;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.privacy.PersonCategory;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.spi.Key;

/** Scenarios, their missions and the work of learners upon them. */
public final class ScenarioKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<ScenarioDraft> SCENARIO = KINDS.inOrganisation(
                    "scenario", ScenarioDraft.class, each -> scenarioId(each.id()))
            .keys(each -> Set.of(scenarioNamed(each.id())))
            .revised(ScenarioDraft::revision)
            .personal(TRACE, PersonCategory.STAFF)
            .erased(PSEUDONYMISE)
            .readBy(STAFF)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** One to a mission and its revision. */
    public static final RecordKind<PublishedMission> MISSION = KINDS.inOrganisation(
                    "mission",
                    PublishedMission.class,
                    each -> NamedId.of("mission " + each.id() + " " + each.revision()))
            .keys(each -> Set.of(missionRevision(each.id(), each.revision())))
            .revised(PublishedMission::revision)
            .personal(TRACE, PersonCategory.STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, CONTEXT, ACCESS_EXPORT);

    public static final RecordKind<YearPlan> YEAR_PLAN = KINDS.inOrganisation(
                    "year-plan", YearPlan.class, each -> each.cohort().value())
            .keys(each -> Set.of(planOf(each.cohort())))
            .revised(YearPlan::revision)
            .nothingPersonal()
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    public static final RecordKind<MissionWork> MISSION_WORK = KINDS.inDossier(
                    "mission-work",
                    MissionWork.class,
                    each -> missionWorkId(each.dossier(), each.mission()),
                    MissionWork::dossier)
            .personal(WORK, LEARNER, PersonCategory.STAFF)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private ScenarioKinds() {}

    public static UUID scenarioId(ScenarioId scenario) {
        return NamedId.of("scenario " + scenario);
    }

    public static UUID missionWorkId(DossierId dossier, MissionId mission) {
        return NamedId.of("mission-work " + dossier + " " + mission);
    }

    public static Key scenarioNamed(ScenarioId scenario) {
        return new Key("scenario.id", scenario.value());
    }

    public static Key missionRevision(MissionId mission, int revision) {
        return new Key("mission.revision", mission + " " + revision);
    }

    public static Key planOf(CohortId cohort) {
        return new Key("plan.cohort", cohort.toString());
    }
}
