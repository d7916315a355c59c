package org.eportfolio.console.demo;

import java.util.Map;
import org.eportfolio.PageRequest;
import org.eportfolio.access.DossierReading;
import org.eportfolio.core.Desk;
import org.eportfolio.id.DossierId;

/** Who reads a dossier: the head for a stated reason only, and the learner sees it. */
record DemoAccess(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of("open-for-reason", this::open, "readers", this::readers);
    }

    /** Opens the dossier and reads the learner's progress. */
    private Outcome open(DemoEvent event, Desk desk) {
        DossierId dossier = stage.dossier(event);
        int hours = Integer.parseInt(event.tree().text("hours"));
        Outcome opened =
                Outcome.of(desk.access().openForReason(dossier, event.tree().text("reason"), hours));
        desk.progress().of(dossier);
        return opened;
    }

    private Outcome readers(DemoEvent event, Desk desk) {
        DossierReading last = desk.access()
                .readers(stage.dossier(event), PageRequest.newest(1))
                .items()
                .get(0);
        return Outcome.of(null).with("reader", last.reader().value()).with("role", last.role());
    }
}
