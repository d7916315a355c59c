package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.Map;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.workplace.Contact;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewContact;
import org.eportfolio.workplace.NewConvention;
import org.eportfolio.workplace.NewPlannedDays;
import org.eportfolio.workplace.NewShownWork;
import org.eportfolio.workplace.Signatory;

/** What happens around a workplace period: what the tutor is shown, days, a convention, a visit. */
record DemoWorkplaces(DemoStage stage) implements DemoPart {
    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "present",
                        (event, desk) -> {
                            WorkplacePeriod period = stage.of(WorkplacePeriod.class, event);
                            Production made =
                                    stage.named(Production.class, event.tree().text("showing"));
                            return Outcome.of(desk.tutoring()
                                    .show(
                                            period.dossier(),
                                            period.id(),
                                            NewShownWork.of(made)
                                                    .saying(event.tree().text("words"))));
                        },
                "agree", (event, desk) -> agree(event, desk),
                "plan-days",
                        (event, desk) -> {
                            WorkplacePeriod period = stage.of(WorkplacePeriod.class, event);
                            return Outcome.of(desk.workplaces()
                                    .plan(
                                            period.dossier(),
                                            period.id(),
                                            NewPlannedDays.weekdays(
                                                    LocalDate.parse(event.tree().text("from")),
                                                    LocalDate.parse(event.tree().text("until")))));
                        },
                "visit",
                        (event, desk) -> {
                            WorkplacePeriod period = stage.of(WorkplacePeriod.class, event);
                            return Outcome.of(desk.workplaces()
                                    .log(
                                            period.dossier(),
                                            period.id(),
                                            NewContact.by(Contact.Means.VISIT)
                                                    .noting(event.tree().text("text"))));
                        },
                "attest",
                        (event, desk) -> Outcome.of(stage.bearing(stage.of(IssuedLink.class, event))
                                .shared()
                                .attest(NewAttestedDays.upToToday()
                                        .missed(LocalDate.parse(event.tree().text("missed"))))));
    }

    private Outcome agree(DemoEvent event, Desk desk) {
        WorkplacePeriod period = stage.of(WorkplacePeriod.class, event);
        NewConvention agreed = NewConvention.followedBy(event.tree().text("referent"))
                .aimingAt(event.tree().text("competency"))
                .signed(
                        Signatory.Quality.EMPLOYER,
                        event.tree().text("signatory"),
                        LocalDate.parse(event.tree().text("day")));
        return Outcome.of(desk.workplaces().agree(period.dossier(), period.id(), agreed));
    }
}
