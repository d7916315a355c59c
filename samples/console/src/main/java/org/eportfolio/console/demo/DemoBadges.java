package org.eportfolio.console.demo;

import java.util.Map;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.LevelId;

/** A badge: the school defines it, a teacher offers it, the learner accepts it under a name of their choice. */
record DemoBadges(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "badge",
                        (event, desk) -> Outcome.of(desk.badges()
                                .define(NewBadge.ofCompetency(
                                                desk.frameworks()
                                                        .names()
                                                        .require(null)
                                                        .id(),
                                                event.tree().text("competency"))
                                        .titled(event.tree().text("title"))
                                        .describedAs(event.tree().text("text"))
                                        .requiring(event.tree().text("criteria")))),
                "offer-badge",
                        (event, desk) -> Outcome.of(desk.badges()
                                .offer(
                                        stage.dossier(event),
                                        stage.of(BadgeDefinition.class, event).id(),
                                        LevelId.of(event.tree().text("level")),
                                        event.tree().text("because"))),
                "accept-badge",
                        (event, desk) -> Outcome.of(desk.badges()
                                .accept(
                                        stage.of(BadgeAward.class, event),
                                        NewBadgeAcceptance.as(event.tree().text("name"))
                                                .citing(stage.named(
                                                        Production.class,
                                                        event.tree().text("showing"))))));
    }
}
