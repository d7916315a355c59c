package org.eportfolio.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;

/**
 * How far a scenario is: what it lacks, and where each of its missions stands.
 *
 * @param lacks everything that is missing, by part and by name; a dead link is one of them
 * @param missions in the order of the text
 */
public record ScenarioReport(ScenarioDraft draft, List<Lack> lacks, List<Line> missions) {
    /** Whether learners have a mission, and whether they have it as it is written now. */
    public enum MissionStanding {
        INCOMPLETE,
        READY,
        PUBLISHED,
        /** Published; the text has changed since, and is complete. */
        EDITED,
        /** Published; the text has changed since, and lacks something. */
        EDITED_INCOMPLETE
    }

    /**
     * One mission.
     *
     * @param lacks what keeps it from being published, its situation's lacks included
     * @param revision the latest that was published; 0 when none was
     */
    public record Line(MissionId mission, String title, MissionStanding standing, List<Lack> lacks, int revision) {
        public Line {
            Objects.requireNonNull(mission, "mission");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(standing, "standing");
            lacks = List.copyOf(lacks);
        }
    }

    public ScenarioReport {
        Objects.requireNonNull(draft, "draft");
        lacks = List.copyOf(lacks);
        missions = List.copyOf(missions);
    }

    /**
     * @param linked the scenarios that links name, as far as they exist
     * @param latest the latest revision of each mission that was published
     */
    public static ScenarioReport of(
            ScenarioDraft draft, Map<ScenarioId, ScenarioDraft> linked, Map<MissionId, PublishedMission> latest) {
        List<Line> lines = new ArrayList<>();
        for (MissionId id : draft.scenario().missionIds()) {
            PublishedMission now = draft.publishing(id.mission(), draft.savedBy(), draft.savedAt());
            PublishedMission shown = latest.get(id);
            List<Lack> lacks = draft.lacks(id.mission(), linked);
            MissionStanding standing;
            if (shown == null) standing = lacks.isEmpty() ? MissionStanding.READY : MissionStanding.INCOMPLETE;
            else if (now.saysTheSameAs(shown)) standing = MissionStanding.PUBLISHED;
            else standing = lacks.isEmpty() ? MissionStanding.EDITED : MissionStanding.EDITED_INCOMPLETE;
            lines.add(new Line(id, now.title(), standing, lacks, shown == null ? 0 : shown.revision()));
        }
        return new ScenarioReport(draft, draft.lacks(linked), lines);
    }

    /** The ids, within the scenario, of the missions that could be published now and are not, or not as they are written. */
    public List<String> ready() {
        return missions.stream()
                .filter(each -> each.standing() == MissionStanding.READY || each.standing() == MissionStanding.EDITED)
                .map(each -> each.mission().mission())
                .toList();
    }
}
