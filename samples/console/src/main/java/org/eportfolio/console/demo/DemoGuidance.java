package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.Desk;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.Nudge;
import org.eportfolio.guidance.Suggestion;
import org.eportfolio.id.DossierId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.interview.PreparationSheet;

/** Interviews whose agreements become goals, pathways with their reasons, nudges to one learner alone. */
record DemoGuidance(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "interview",
                        (event, desk) -> Outcome.of(desk.interviews()
                                .schedule(
                                        stage.dossier(event),
                                        NewInterview.about(event.tree().text("purpose"))
                                                .at(stage.evening(LocalDate.parse(
                                                        event.tree().text("on")))))),
                "prepare", (event, desk) -> prepare(event, desk),
                "conduct", (event, desk) -> conduct(event, desk),
                "accept",
                        (event, desk) -> {
                            Interview held = stage.of(Interview.class, event);
                            Goal goal = desk.interviews().accept(held.dossier(), held.id(), 1);
                            return Outcome.of(goal)
                                    .with("competency", goal.competency().value())
                                    .with("level", goal.target().value())
                                    .with("by", goal.dueOn());
                        },
                "close",
                        (event, desk) -> {
                            Interview held = stage.of(Interview.class, event);
                            return Outcome.of(desk.interviews()
                                    .close(
                                            desk.interviews().get(held.dossier(), held.id()),
                                            LocalDate.parse(event.tree().text("next"))));
                        },
                "dissent",
                        (event, desk) -> {
                            Interview held = stage.of(Interview.class, event);
                            return Outcome.of(desk.interviews()
                                    .dissent(
                                            held.dossier(),
                                            held.id(),
                                            event.tree().text("text")));
                        },
                "suggest", (event, desk) -> suggest(event, desk),
                "adapt",
                        (event, desk) -> Outcome.of(desk.pathways()
                                .adapt(
                                        stage.dossier(event),
                                        NewAdaptation.of(event.tree().text("what"))
                                                .choosing(event.tree().text("chosen"))
                                                .because(event.tree().text("reason")))),
                "nudged", (event, desk) -> nudged(event, desk));
    }

    private Outcome prepare(DemoEvent event, Desk desk) {
        Interview coming = stage.of(Interview.class, event);
        PreparationSheet sheet = desk.interviews().prepare(coming.dossier(), coming.id());
        return Outcome.of(null)
                .with("divergences", sheet.divergences().size())
                .with("evidence", sheet.evidence().size())
                .with("uncovered", sheet.uncovered().size());
    }

    /** What was said, and what both propose to agree on. */
    private Outcome conduct(DemoEvent event, Desk desk) {
        Interview coming = stage.of(Interview.class, event);
        desk.interviews()
                .conduct(
                        desk.interviews().get(coming.dossier(), coming.id()),
                        NewMinutes.of(event.tree().text("notes"))
                                .present(event.who(), event.tree().text("learner")));
        return Outcome.of(desk.interviews()
                .propose(
                        coming.dossier(),
                        coming.id(),
                        NewAgreement.of(event.tree().text("agreement"), DemoGoals.goal(event.tree()))));
    }

    /** The library proposes a mission and says why; the teacher makes it the next step. */
    private Outcome suggest(DemoEvent event, Desk desk) {
        DossierId dossier = stage.dossier(event);
        Suggestion first = desk.pathways().suggest(dossier, 1).get(0);
        desk.pathways()
                .add(
                        dossier,
                        NewPathwayStep.accepting(first, Locale.FRENCH)
                                .by(LocalDate.parse(event.tree().text("by"))));
        return Outcome.of(null)
                .with("mission", Objects.requireNonNull(first.mission()).label())
                .with("why", first.covers().get(0).because());
    }

    private Outcome nudged(DemoEvent event, Desk desk) {
        Nudge first = desk.nudges().due(stage.dossier(event)).get(0);
        desk.nudges().seen(stage.dossier(event));
        return Outcome.of(null).with("nudge", first);
    }
}
