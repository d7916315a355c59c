package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.dossier.Citation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;

/** Goals: set, worked on, claimed by the learner and answered by the teacher. */
record DemoGoals(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "goal", (event, desk) -> Outcome.of(desk.goals().set(stage.dossier(event), goal(event.tree()))),
                "step",
                        (event, desk) -> moved(
                                event,
                                goal -> desk.goals()
                                        .completeStep(
                                                goal,
                                                Integer.parseInt(event.tree().text("step")) - 1)),
                "claim",
                        (event, desk) -> moved(
                                event,
                                goal -> desk.goals()
                                        .claim(
                                                goal,
                                                event.tree().text("note"),
                                                stage.cited(event).stream().toArray(Citation[]::new))),
                "confirm",
                        (event, desk) -> moved(
                                event,
                                goal -> desk.goals().confirm(goal, event.tree().text("note"))),
                "decline",
                        (event, desk) -> moved(
                                event,
                                goal -> desk.goals().decline(goal, event.tree().text("note"))));
    }

    static NewGoal goal(JsonObject tree) {
        NewGoal goal = NewGoal.of(tree.text("competency"), tree.text("level")).by(LocalDate.parse(tree.text("by")));
        for (String step : tree.texts("steps")) goal = goal.step(step);
        return goal;
    }

    private Outcome moved(DemoEvent event, UnaryOperator<Goal> step) {
        Goal goal = step.apply(stage.of(Goal.class, event));
        stage.name(event.tree().text("of"), goal);
        return Outcome.of(goal).with("competency", goal.competency().value());
    }
}
