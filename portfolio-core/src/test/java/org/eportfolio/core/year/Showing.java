package org.eportfolio.core.year;

import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.school.Actor;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;

/** What learners show to peers, to the bearers of links and to a jury. */
final class Showing extends Acts {
    Showing() {
        peers();
        showcases();
        badges();
        seals();
        links();
    }

    private void peers() {
        for (int often = 0; often < 3; often++)
            act(
                    "campaigns.hand-in",
                    turn -> turn.desk()
                            .campaigns()
                            .handIn(
                                    turn.ofSchool(Campaign.class).id(),
                                    turn.dossier(),
                                    NewHandIn.of(turn.any(Production.class))));
        for (int often = 0; often < 3; often++)
            act("reviews.submit", turn -> {
                ReviewAssignment task = assigned(turn);
                return turn.desk()
                        .reviews()
                        .submit(task.id(), Remarks.strength(about(task, turn)).on(1, about(task, turn), turn.level()));
            });
        act("reviews.save", turn -> {
            ReviewAssignment task = assigned(turn);
            return turn.desk().reviews().save(task, Remarks.none().on(1, about(task, turn)));
        });
        act("reviews.work", turn -> {
            turn.desk().reviews().work(assigned(turn).id());
            return null;
        });
        act("reviews.reply", turn -> turn.desk().reviews().reply(received(turn), turn.words()));
        act(
                "reviews.rate",
                turn -> turn.desk().reviews().rate(received(turn), turn.one(List.of(Review.Usefulness.values()))));
    }

    private static ReviewAssignment assigned(Turn turn) {
        return turn.one(turn.desk().reviews().assigned(PageRequest.first(50)).items());
    }

    private static String about(ReviewAssignment task, Turn turn) {
        return "Avis " + turn.school().marks.of(turn.actor(), task.reviewed());
    }

    private static Review received(Turn turn) {
        return turn.one(turn.desk()
                .reviews()
                .received(turn.dossier(), PageRequest.first(50))
                .items());
    }

    private static NewShowcase showcase(Turn turn) {
        NewShowcase content = NewShowcase.titled(turn.line()).telling(turn.words());
        content = content.showing(turn.cited(), turn.words());
        return turn.oneIn(4) ? content.showing(turn.any(Playback.class), turn.words()) : content;
    }

    private void showcases() {
        act("showcases.begin", turn -> turn.desk().showcases().begin(turn.dossier(), showcase(turn)));
        act("showcases.revise", turn -> turn.desk().showcases().revise(turn.any(Showcase.class), showcase(turn)));
        act("showcases.publish", turn -> turn.desk().showcases().publish(turn.any(Showcase.class)));
        act("showcases.withdraw", turn -> turn.desk().showcases().withdraw(turn.any(Showcase.class)));
        deed("showcases.remove", turn -> turn.desk().showcases().remove(turn.any(Showcase.class)));
        act(
                "shares.share",
                turn -> turn.desk()
                        .shares()
                        .share(
                                turn.dossier(),
                                turn.any(Showcase.class).id(),
                                turn.soon().plusDays(1)));
        act(
                "shares.revoke",
                turn -> turn.desk()
                        .shares()
                        .revoke(
                                turn.dossier(),
                                turn.any(IssuedLink.class).link().id()));
    }

    private void badges() {
        act(
                "badges.ask",
                turn -> turn.desk()
                        .badges()
                        .ask(
                                turn.dossier(),
                                turn.ofSchool(BadgeDefinition.class).id(),
                                turn.words()));
        for (int often = 0; often < 2; often++)
            act(
                    "badges.accept",
                    turn -> turn.desk()
                            .badges()
                            .accept(
                                    turn.any(BadgeAward.class),
                                    NewBadgeAcceptance.as("Prénom Exemple").citing(turn.own())));
        act("badges.decline", turn -> turn.desk().badges().decline(turn.any(BadgeAward.class), turn.words()));
        act("badges.revoke", turn -> turn.desk().badges().revoke(turn.any(BadgeAward.class), turn.words()));
        deed(
                "badges.issue",
                turn -> turn.desk()
                        .badges()
                        .issue(turn.dossier(), turn.any(BadgeAward.class).id()));
    }

    private static NewExamFile chosen(Turn turn) {
        NewExamFile content = NewExamFile.forUnit(turn.line(), "Bloc 1").presenting(turn.cited());
        if (turn.oneIn(4)) content = content.telling(turn.any(Showcase.class));
        if (turn.oneIn(3)) content = content.disclosing(turn.any(Reflection.class));
        if (turn.oneIn(4)) content = content.reporting(turn.any(MissionReport.class));
        return turn.oneIn(5) ? content.disclosing(turn.any(Playback.class)) : content;
    }

    private void seals() {
        act("seals.begin", turn -> turn.desk().seals().begin(turn.dossier(), chosen(turn)));
        act("seals.choose", turn -> turn.desk().seals().choose(turn.any(ExamFile.class), chosen(turn)));
        act("seals.seal", turn -> turn.desk().seals().seal(turn.any(ExamFile.class)));
        act(
                "seals.send",
                turn -> turn.desk()
                        .seals()
                        .sendToJury(turn.dossier(), turn.any(Seal.class).id(), null, turn.soon()));
    }

    private void links() {
        deed("link.showcase", turn -> bearing(turn).showcase());
        deed("link.sealed", turn -> bearing(turn).sealed());
        act(
                "link.answer",
                turn -> bearing(turn)
                        .answer(NewTutorAnswer.by("Karim Exemple")
                                .alone("Seul " + turn.school().marks.of(turn.pupil()))
                                .withHelp("Avec aide " + turn.school().marks.of(turn.pupil()))
                                .advising("Continuer.")
                                .level("C3.1", turn.level())));
    }

    private static SharedDesk bearing(Turn turn) {
        return turn.school()
                .portfolio
                .as(Actor.bearing(turn.any(IssuedLink.class).token().text()))
                .shared();
    }
}
