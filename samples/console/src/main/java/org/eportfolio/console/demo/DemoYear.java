package org.eportfolio.console.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.PortfolioException;
import org.eportfolio.console.school.School;

/** Plays the script: each event as its person, at its own time. */
final class DemoYear {
    private final DemoStage stage;
    private final Map<String, DemoPart.Act> acts = new HashMap<>();

    DemoYear(DemoScript script, School school) {
        stage = new DemoStage(script, school);
        List<DemoPart> parts = List.of(
                new DemoWork(stage),
                new DemoJudgements(stage),
                new DemoGoals(stage),
                new DemoMissions(stage),
                new DemoReflections(stage),
                new DemoPeers(stage),
                new DemoGuidance(stage),
                new DemoSharing(stage),
                new DemoBadges(stage),
                new DemoWorkplaces(stage),
                new DemoExam(stage),
                new DemoJune(stage),
                new DemoAccess(stage));
        for (DemoPart part : parts) acts.putAll(part.acts());
    }

    /** Plays one event; what it leaves behind bears the name that the script gives it. */
    DemoPart.Outcome play(DemoEvent event) {
        DemoPart.Act act = acts.get(event.act());
        if (act == null) throw new IllegalStateException("the script knows no " + event.act());
        stage.moveTo(event.day());
        DemoPart.Outcome outcome = act.play(event, stage.as(event.who()));
        if (outcome.thing() != null) {
            event.tree().find("as").ifPresent(name -> stage.name(name, Objects.requireNonNull(outcome.thing())));
        }
        return outcome;
    }

    /** What the library says to an event that it refuses. */
    PortfolioException refusal(DemoEvent event) {
        try {
            play(event);
        } catch (PortfolioException e) {
            return e;
        }
        throw new IllegalStateException("the library let it pass: " + event);
    }
}
