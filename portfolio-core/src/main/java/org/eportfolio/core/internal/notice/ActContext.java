package org.eportfolio.core.internal.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.MissionId;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * When and where something was done, and what is known of it.
 *
 * @param role in which it was done; {@code null} for the system
 * @param today on which the notice is read
 * @param missions those that are spoken of
 */
record ActContext(
        String act,
        @Nullable Role role,
        Instant at,
        Dossier dossier,
        LocalDate today,
        Map<MissionId, PublishedMission> missions) {
    /** Whether this is when it was done: what was done later over it has another instant. */
    boolean is(@Nullable Instant instant) {
        return at.equals(instant);
    }

    String title(MissionId mission) {
        PublishedMission known = missions.get(mission);
        return known == null ? mission.toString() : known.title();
    }
}
