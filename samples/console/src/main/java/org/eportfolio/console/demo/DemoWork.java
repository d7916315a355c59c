package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.Map;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ProjectDesk;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProjectId;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Project;
import org.eportfolio.project.Reliability;
import org.eportfolio.project.WatchEntry;

/** What learners make, alone and together, and how they follow it up. */
record DemoWork(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "open", (event, desk) -> open(event),
                "look",
                        (event, desk) -> Outcome.of(
                                desk.dossiers().of(PersonId.of(event.tree().text("learner")))),
                "make", (event, desk) -> Outcome.of(desk.productions().add(stage.dossier(event), event.production())),
                "extend", (event, desk) -> extend(event, desk),
                "group", (event, desk) -> group(event, desk),
                "appraise",
                        (event, desk) -> Outcome.of(desk.groups()
                                .appraise(
                                        stage.of(GroupProduction.class, event).id(),
                                        event.tree().text("text"))),
                "project", (event, desk) -> project(event, desk),
                "watch", (event, desk) -> watch(event, desk));
    }

    private Outcome open(DemoEvent event) {
        stage.open(event.who());
        event.tree().texts("with").forEach(stage::open);
        return Outcome.of(null);
    }

    private Outcome extend(DemoEvent event, Desk desk) {
        Production made = stage.of(Production.class, event);
        Production seen = desk.productions().get(made.dossier(), made.id());
        Production kept = desk.productions().extend(seen, event.production());
        stage.name(event.tree().text("of"), kept);
        return Outcome.of(kept);
    }

    /** One invites, the others accept, and each says what was theirs. */
    private Outcome group(DemoEvent event, Desk desk) {
        Map<String, String> parts = event.tree().map("parts");
        NewGroup input = NewGroup.of(event.production())
                .with(parts.keySet().stream()
                        .filter(each -> !each.equals(event.who()))
                        .toArray(String[]::new));
        GroupProduction group = desk.groups().start(stage.dossier(event), input);
        parts.forEach((member, words) -> {
            Desk own = stage.as(member);
            if (!member.equals(event.who())) own.groups().accept(group.id(), stage.dossier(member));
            own.groups().contribute(own.groups().part(group.id()), words);
        });
        return Outcome.of(desk.groups().get(group.id()));
    }

    private Outcome project(DemoEvent event, Desk desk) {
        DossierId dossier = stage.dossier(event);
        ProjectDesk projects = desk.projects();
        ProjectId id = projects.open(dossier, NewProject.titled(event.tree().text("title")))
                .id();
        for (String each : event.tree().texts("tasks")) projects.task(dossier, id, NewTask.of(each));
        Project planned = projects.milestone(
                dossier,
                id,
                NewMilestone.of(
                        event.tree().text("milestone"),
                        LocalDate.parse(event.tree().text("planned"))));
        return Outcome.of(projects.replan(
                planned,
                1,
                LocalDate.parse(event.tree().text("by")),
                event.tree().text("reason")));
    }

    private Outcome watch(DemoEvent event, Desk desk) {
        NewWatchEntry entry = NewWatchEntry.titled(event.tree().text("title"))
                .judged(
                        Reliability.valueOf(event.tree().text("reliability")),
                        event.tree().text("reason"))
                .concluding(event.tree().text("synthesis"));
        WatchEntry kept = desk.watch().log(stage.dossier(event), entry);
        return Outcome.of(kept).with("judged", kept.reliability());
    }
}
