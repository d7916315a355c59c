package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.PageRequest;
import org.eportfolio.access.DossierReading;
import org.eportfolio.core.Desk;
import org.eportfolio.id.DossierId;
import org.eportfolio.privacy.Breach;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.NewBreach;
import org.eportfolio.privacy.NewBreachSettlement;

/** Who reads a dossier: the head for a stated reason only, and the learner sees it; and what is written down when others could. */
record DemoAccess(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of("open-for-reason", this::open, "readers", this::readers, "breach", this::breach);
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

    /** Writes down what happened, and how it ended. */
    private Outcome breach(DemoEvent event, Desk desk) {
        Breach breach = desk.breaches()
                .record(new NewBreach(
                        LocalDate.parse(event.tree().text("since")),
                        desk.clock().instant(),
                        event.tree().text("text"),
                        event.tree().texts("data").stream()
                                .map(DataCategory::valueOf)
                                .collect(Collectors.toSet()),
                        Integer.parseInt(event.tree().text("people"))));
        return Outcome.of(desk.breaches()
                .settle(
                        breach,
                        NewBreachSettlement.of(
                                        event.tree().text("effects"),
                                        event.tree().text("measures"))
                                .because(event.tree().text("reason"))));
    }
}
