package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.Map;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Outcome;

/** Levels, as learners see themselves and as teachers see them. */
record DemoJudgements(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "draft", (event, desk) -> Outcome.of(desk.assessments().draft(stage.dossier(event), self(event))),
                "judge", (event, desk) -> Outcome.of(desk.assessments().publish(stage.dossier(event), self(event))),
                "position",
                        (event, desk) ->
                                Outcome.of(desk.assessments().position(stage.dossier(event), positioning(event))),
                "correct",
                        (event, desk) -> Outcome.of(desk.assessments()
                                .correct(
                                        stage.dossier(event),
                                        stage.of(Assessment.class, event).id(),
                                        positioning(event),
                                        event.tree().text("reason"))),
                "class", (event, desk) -> Outcome.of(desk.assessments().positionClass(entry(event))),
                "undo",
                        (event, desk) -> Outcome.of(desk.assessments()
                                .undo(
                                        stage.cohort(),
                                        stage.of(ClassEntry.class, event).id(),
                                        event.tree().text("reason"))));
    }

    private NewSelfAssessment self(DemoEvent event) {
        NewSelfAssessment self = new NewSelfAssessment(
                event.competency(),
                event.level(),
                event.textOrNull("because"),
                event.textOrNull("strengths"),
                event.textOrNull("gaps"),
                stage.cited(event).stream().toList(),
                null,
                null,
                null);
        return event.tree()
                .find("supersedes")
                .map(earlier -> self.superseding(
                        stage.named(Assessment.class, earlier).id(),
                        event.tree().text("reason")))
                .orElse(self);
    }

    private NewPositioning positioning(DemoEvent event) {
        return new NewPositioning(
                event.competency(),
                event.level(),
                event.textOrNull("because"),
                stage.cited(event).stream().toList(),
                event.tree().find("observedOn").map(LocalDate::parse).orElse(null),
                false,
                null);
    }

    private NewClassEntry entry(DemoEvent event) {
        NewClassEntry entry = NewClassEntry.of(
                        stage.cohort(), event.competency().value(), event.tree().text("level"))
                .because(event.tree().text("because"))
                .absent(event.tree().texts("absent").toArray(String[]::new));
        for (Map.Entry<String, String> each : event.tree().map("except").entrySet()) {
            entry = entry.except(each.getKey(), each.getValue());
        }
        return entry;
    }
}
