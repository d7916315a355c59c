package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.Map;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.DossierId;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;

/** What leaves the class: a showcase by a link that can be taken back, the tutor's questions by another. */
record DemoSharing(DemoStage stage) implements DemoPart {
    private static final int MOST = 100;

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "showcase",
                        (event, desk) -> Outcome.of(desk.showcases()
                                .publish(desk.showcases().begin(stage.dossier(event), showcase(event)))),
                "exhibit",
                        (event, desk) -> Outcome.of(desk.shares()
                                .share(
                                        stage.dossier(event),
                                        desk.showcases()
                                                .publish(desk.showcases().begin(stage.dossier(event), single(event)))
                                                .id(),
                                        event.day().plusDays(7))),
                "share",
                        (event, desk) -> {
                            Showcase shown = stage.of(Showcase.class, event);
                            return Outcome.of(desk.shares()
                                    .share(
                                            shown.dossier(),
                                            shown.id(),
                                            LocalDate.parse(event.tree().text("until"))));
                        },
                "read",
                        (event, desk) -> Outcome.of(stage.bearing(stage.of(IssuedLink.class, event))
                                .shared()
                                .showcase()),
                "ask-data",
                        (event, desk) -> Outcome.of(desk.privacy()
                                .askFor(
                                        stage.dossier(event),
                                        PrivacyRequest.Right.ACCESS,
                                        event.tree().text("text"))),
                "revoke", (event, desk) -> revoke(event, desk),
                "period", (event, desk) -> period(event, desk),
                "tutor",
                        (event, desk) -> Outcome.of(stage.bearing(stage.of(IssuedLink.class, event))
                                .shared()
                                .answer(answer(event))),
                "bilan",
                        (event, desk) -> {
                            WorkplacePeriod period = stage.of(WorkplacePeriod.class, event);
                            return Outcome.of(desk.tutoring()
                                    .conclude(
                                            desk.tutoring().get(period.dossier(), period.id()),
                                            NewBilan.with(event.tree().text("tutor"))
                                                    .andTheLearner()
                                                    .concluding(event.tree().text("text"))));
                        });
    }

    private NewShowcase showcase(DemoEvent event) {
        Production made = stage.named(Production.class, event.tree().text("showing"));
        return NewShowcase.titled(event.tree().text("title"))
                .telling(event.tree().text("narrative"))
                .beforeAfter(made, 1, 2, event.tree().text("words"));
    }

    private NewShowcase single(DemoEvent event) {
        return NewShowcase.titled(event.tree().text("title"))
                .showing(stage.named(Production.class, event.tree().text("showing")), "");
    }

    private Outcome revoke(DemoEvent event, Desk desk) {
        IssuedLink link = stage.of(IssuedLink.class, event);
        DossierId dossier = stage.dossier(event);
        int readings = desk.shares()
                .readings(dossier, link.link().id(), PageRequest.first(MOST))
                .items()
                .size();
        return Outcome.of(desk.shares().revoke(dossier, link.link().id())).with("readings", readings);
    }

    /** The period and, named after it, the tutor's link. */
    private Outcome period(DemoEvent event, Desk desk) {
        DossierId dossier = stage.dossier(event);
        WorkplacePeriod period = desk.tutoring()
                .open(
                        dossier,
                        NewWorkplacePeriod.pfmp(event.tree().text("employer"))
                                .lasting(
                                        LocalDate.parse(event.tree().text("from")),
                                        LocalDate.parse(event.tree().text("until")))
                                .asking(
                                        event.tree().text("competency"),
                                        event.tree().text("words")));
        stage.name(event.tree().text("link"), desk.tutoring().invite(dossier, period.id()));
        return Outcome.of(period);
    }

    private static NewTutorAnswer answer(DemoEvent event) {
        NewTutorAnswer answer = NewTutorAnswer.by(event.tree().text("name"))
                .alone(event.tree().text("alone"))
                .withHelp(event.tree().text("help"))
                .advising(event.tree().text("advice"));
        return event.tree()
                .find("level")
                .map(level -> answer.level(event.tree().text("competency"), level))
                .orElse(answer);
    }
}
