package org.eportfolio.id;

import java.util.Objects;
import org.eportfolio.InvalidInputException;

/**
 * Names a mission of a scenario, the same for all its revisions.
 *
 * @param mission unique within the scenario, such as {@code vr-1-m1}; shaped like a {@link ScenarioId}
 */
public record MissionId(ScenarioId scenario, String mission) {
    public MissionId {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(mission, "mission");
        InvalidInputException.unless(ScenarioId.isName(mission), "mission", "scenario.id", mission);
    }

    public static MissionId of(String scenario, String mission) {
        return new MissionId(ScenarioId.of(scenario), mission);
    }

    /** Reads {@code scenario/mission}, such as {@code vosreves/vr-1-m1}. */
    public static MissionId of(String text) {
        int slash = text.indexOf('/');
        InvalidInputException.unless(slash > 0, "mission", "mission.id", text);
        return of(text.substring(0, slash), text.substring(slash + 1));
    }

    /** {@code scenario/mission}. */
    @Override
    public String toString() {
        return scenario + "/" + mission;
    }
}
