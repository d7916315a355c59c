package org.eportfolio.exchange.internal;

import java.util.HashMap;
import java.util.Map;
import org.eportfolio.DeniedException;
import org.eportfolio.core.Desk;
import org.eportfolio.id.DossierId;

/** The titles of the missions of a dossier, by scenario and mission. */
public final class MissionTitles {
    private MissionTitles() {}

    /** None for a reader who may not see them: missions are named by their ids then. */
    public static Map<String, String> of(Desk desk, DossierId dossier) {
        Map<String, String> titles = new HashMap<>();
        try {
            desk.missions()
                    .of(dossier)
                    .forEach(each -> titles.put(
                            each.mission().id().toString(), each.mission().title()));
        } catch (DeniedException notForTheReader) {
            return Map.of();
        }
        return titles;
    }
}
