package org.eportfolio.core.year;

import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.reflection.Subject;

/** What teachers do about one learner, or about a class. */
final class TeachersWork extends Acts {
    TeachersWork() {
        assessments();
        feedback();
        interviews();
        guidance();
        campaigns();
    }

    private NewPositioning positioning(Turn turn) {
        NewPositioning given = NewPositioning.of(turn.code(), turn.level()).because(turn.words());
        if (turn.oneIn(3))
            given = given.observedOn(turn.school().today().minusDays(turn.dice().nextInt(20)))
                    .confirmingTheDay();
        return turn.oneIn(2) ? given.citing(turn.cited()) : given;
    }

    private void assessments() {
        for (int often = 0; often < 3; often++)
            act("assessments.position", turn -> turn.desk().assessments().position(turn.dossier(), positioning(turn)));
        act(
                "assessments.correct",
                turn -> turn.desk()
                        .assessments()
                        .correct(turn.dossier(), turn.any(Assessment.class).id(), positioning(turn), turn.words()));
        act(
                "assessments.retract",
                turn -> turn.desk()
                        .assessments()
                        .retract(turn.dossier(), turn.any(Assessment.class).id(), turn.words()));
        act("assessments.position-class", turn -> {
            ClassEntry entry = turn.desk()
                    .assessments()
                    .positionClass(NewClassEntry.of(turn.cohort(), turn.code(), turn.level())
                            .because("TP " + turn.school().marks.of(turn.actor())));
            turn.school().made.keep(Made.SCHOOL, entry);
            return null;
        });
        act("assessments.undo", turn -> {
            turn.desk()
                    .assessments()
                    .undo(
                            turn.cohort(),
                            turn.ofSchool(ClassEntry.class).id(),
                            "Erreur " + turn.school().marks.of(turn.actor()));
            return null;
        });
        act(
                "badges.offer",
                turn -> turn.desk()
                        .badges()
                        .offer(
                                turn.dossier(),
                                turn.ofSchool(BadgeDefinition.class).id(),
                                null,
                                turn.words()));
        act("badges.refuse", turn -> turn.desk().badges().refuse(turn.any(BadgeAward.class), turn.words()));
        act("badges.take-back", turn -> turn.desk().badges().revoke(turn.any(BadgeAward.class), turn.words()));
        act("goals.confirm", turn -> turn.desk().goals().confirm(turn.any(Goal.class), turn.words()));
        act("goals.decline", turn -> turn.desk().goals().decline(turn.any(Goal.class), turn.words()));
        act(
                "productions.clear",
                turn -> turn.desk()
                        .productions()
                        .clear(turn.dossier(), turn.any(Production.class).id()));
        act(
                "groups.appraise",
                turn -> turn.desk()
                        .groups()
                        .appraise(
                                turn.any(GroupProduction.class).id(),
                                "Ensemble " + turn.school().marks.of(turn.actor())));
        act(
                "seals.advise",
                turn -> turn.desk()
                        .seals()
                        .advise(turn.dossier(), turn.any(ExamFile.class).id(), turn.words()));
    }

    private void feedback() {
        act("feedback.comment", turn -> turn.desk().feedback().comment(Subject.of(turn.own()), turn.words()));
        act("feedback.prompt", turn -> turn.desk().feedback().prompt(Subject.of(turn.own()), turn.words()));
        act(
                "feedback.on-reflection",
                turn -> turn.desk().feedback().prompt(Subject.of(turn.any(Reflection.class)), turn.words()));
        act(
                "feedback.withdraw",
                turn -> turn.desk()
                        .feedback()
                        .withdraw(turn.dossier(), turn.any(Feedback.class).id()));
        act("feedback.note", turn -> turn.desk().feedback().note(Subject.of(turn.own()), turn.words()));
        act(
                "feedback.withdraw-note",
                turn -> turn.desk()
                        .feedback()
                        .withdraw(turn.dossier(), turn.any(StaffNote.class).id()));
    }

    private void interviews() {
        act(
                "interviews.schedule",
                turn -> turn.desk()
                        .interviews()
                        .schedule(
                                turn.dossier(),
                                NewInterview.about(turn.line())
                                        .at(turn.school().clock.instant().plusSeconds(9_000))));
        act(
                "interviews.prepare",
                turn -> turn.desk()
                        .interviews()
                        .prepare(turn.dossier(), turn.any(Interview.class).id()));
        act("interviews.conduct", turn -> {
            Interview seen = turn.any(Interview.class);
            Interview conducted = turn.desk()
                    .interviews()
                    .conduct(
                            seen,
                            NewMinutes.of(turn.words()).present(turn.pupil().value()));
            if (turn.oneIn(2)) return conducted;
            return turn.desk()
                    .interviews()
                    .propose(
                            turn.dossier(),
                            seen.id(),
                            NewAgreement.of(
                                    turn.words(),
                                    NewGoal.of(turn.code(), turn.level()).by(turn.soon())));
        });
        act(
                "interviews.cancel",
                turn -> turn.desk()
                        .interviews()
                        .cancel(turn.dossier(), turn.any(Interview.class).id(), turn.words()));
        act("interviews.close", turn -> turn.desk().interviews().close(turn.any(Interview.class), null));
        act(
                "interviews.note",
                turn -> turn.desk()
                        .interviews()
                        .note(turn.dossier(), turn.any(Interview.class).id(), turn.words()));
    }

    private void guidance() {
        act(
                "pathways.add",
                turn -> turn.desk()
                        .pathways()
                        .add(
                                turn.dossier(),
                                NewPathwayStep.on(turn.code())
                                        .through(turn.words())
                                        .because(turn.words())));
        act(
                "pathways.drop",
                turn -> turn.desk().pathways().drop(turn.desk().pathways().get(turn.dossier()), 1, turn.words()));
        act(
                "pathways.adapt",
                turn -> turn.desk()
                        .pathways()
                        .adapt(
                                turn.dossier(),
                                NewAdaptation.of(turn.words()).choosing("oral").because(turn.words())));
        act(
                "pathways.end",
                turn -> turn.desk()
                        .pathways()
                        .end(turn.dossier(), turn.any(Adaptation.class).id(), turn.words()));
        act(
                "authorisations.request",
                turn -> turn.desk()
                        .authorisations()
                        .request(
                                turn.dossier(),
                                (turn.oneIn(3)
                                                ? NewAuthorisation.toDiffuse(
                                                                turn.pupil().value())
                                                        .alreadyOfAge()
                                                : NewAuthorisation.toRecord(
                                                                turn.pupil().value())
                                                        .alreadyOfAge())
                                        .forProject("Explicitations")
                                        .use("Usage " + turn.school().marks.of(turn.pupil()))
                                        .recipients("L'équipe")
                                        .until(turn.soon().plusDays(30))));
        act(
                "tutoring.open",
                turn -> turn.desk()
                        .tutoring()
                        .open(
                                turn.dossier(),
                                NewWorkplacePeriod.pfmp(turn.line())
                                        .lasting(
                                                turn.school().today(),
                                                turn.soon().plusDays(1))
                                        .asking("C3.1")));
        act(
                "tutoring.invite",
                turn -> turn.desk()
                        .tutoring()
                        .invite(turn.dossier(), turn.any(WorkplacePeriod.class).id()));
        act(
                "tutoring.conclude",
                turn -> turn.desk()
                        .tutoring()
                        .conclude(
                                turn.any(WorkplacePeriod.class),
                                NewBilan.with("Karim Exemple").andTheLearner().concluding(turn.words())));
    }

    private void campaigns() {
        act("campaigns.open", turn -> {
            NewCampaign input = NewCampaign.of(
                            turn.cohort(), "Relire " + turn.school().marks.of(turn.actor()))
                    .asking(Criterion.of("Clair ?").about("C3.1").withLevel())
                    .until(turn.school()
                            .clock
                            .instant()
                            .plusSeconds(3_600L * (30 + turn.dice().nextInt(300))));
            turn.school()
                    .made
                    .keep(Made.SCHOOL, turn.desk().campaigns().open(turn.oneIn(2) ? input.anonymously() : input));
            return null;
        });
        for (int often = 0; often < 2; often++)
            act("campaigns.draw", turn -> {
                turn.school()
                        .made
                        .keep(
                                Made.SCHOOL,
                                turn.desk()
                                        .campaigns()
                                        .draw(turn.ofSchool(Campaign.class).id(), 1));
                return null;
            });
        act("campaigns.close", turn -> {
            turn.desk().campaigns().close(turn.ofSchool(Campaign.class).id());
            return null;
        });
        act("reviews.withhold", turn -> {
            turn.desk()
                    .reviews()
                    .withhold(
                            turn.ofSchool(ReviewAssignment.class),
                            "Retenu " + turn.school().marks.of(turn.actor()));
            return null;
        });
        act("embargoes.declare", turn -> {
            turn.school()
                    .made
                    .keep(
                            Made.SCHOOL,
                            turn.desk()
                                    .embargoes()
                                    .declare(turn.cohort(), turn.soon().plusDays(1)));
            return null;
        });
        act("embargoes.lift", turn -> {
            turn.desk().embargoes().lift(turn.ofSchool(Embargo.class));
            return null;
        });
        deed("progress.matrix", turn -> turn.desk().progress().matrix(turn.cohort()));
        deed("progress.of", turn -> turn.desk().progress().of(turn.dossier()));
        deed("queue", turn -> turn.desk().queue().of(turn.cohort(), 1));
    }
}
