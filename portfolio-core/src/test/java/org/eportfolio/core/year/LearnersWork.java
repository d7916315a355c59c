package org.eportfolio.core.year;

import java.time.Duration;
import java.util.List;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.interview.Interview;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Project;
import org.eportfolio.project.Reliability;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.NewMissionReport;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;

/** What learners do in their own dossiers. */
final class LearnersWork extends Acts {
    private static final Setting MISSION = new Setting.Mission("vosreves", "vr-2-m1");

    LearnersWork() {
        productions();
        groups();
        assessments();
        reflections();
        reports();
        recordings();
        projects();
    }

    private void productions() {
        for (int often = 0; often < 3; often++)
            act("productions.add", turn -> turn.desk().productions().add(turn.dossier(), turn.production()));
        act(
                "productions.revise",
                turn -> turn.desk().productions().revise(turn.any(Production.class), turn.production()));
        act(
                "productions.extend",
                turn -> turn.desk().productions().extend(turn.any(Production.class), turn.production()));
        deed("productions.remove", turn -> turn.desk().productions().remove(turn.any(Production.class)));
        act(
                "productions.mark",
                turn -> turn.desk()
                        .productions()
                        .mark(turn.dossier(), turn.any(Production.class).id()));
    }

    private void groups() {
        act("groups.start", turn -> {
            GroupProduction started = turn.desk()
                    .groups()
                    .start(
                            turn.dossier(),
                            NewGroup.of(turn.production()).with(turn.anyPupil().value()));
            turn.school().made.keep(Made.SCHOOL, started);
            return turn.desk().productions().get(turn.dossier(), started.production());
        });
        act("groups.accept", turn -> {
            List<GroupProduction> invited = turn.desk().groups().invitations();
            return turn.desk().groups().accept(turn.one(invited).id(), turn.dossier());
        });
        deed(
                "groups.decline",
                turn -> turn.desk()
                        .groups()
                        .decline(turn.one(turn.desk().groups().invitations()).id()));
        for (int often = 0; often < 2; often++)
            act(
                    "groups.contribute",
                    turn -> turn.desk()
                            .groups()
                            .contribute(
                                    turn.desk()
                                            .groups()
                                            .part(turn.any(GroupProduction.class)
                                                    .id()),
                                    "J'ai fait " + turn.school().marks.ofOwn(turn.actor())));
        act("groups.revise", turn -> {
            GroupProduction group = turn.any(GroupProduction.class);
            Production seen = turn.desk().productions().get(group.dossier(), group.production());
            // Whose words are whose a group production does not say; who leaves the group is named in it no more.
            NewProduction changed = turn.wordsOf(seen.owner()).production();
            return turn.oneIn(2)
                    ? turn.desk().groups().revise(group.id(), seen, changed)
                    : turn.desk().groups().extend(group.id(), seen, changed);
        });
        deed(
                "groups.leave",
                turn -> turn.desk()
                        .groups()
                        .leave(turn.any(GroupProduction.class).id()));
        deed(
                "groups.remove",
                turn -> turn.desk()
                        .groups()
                        .remove(turn.any(GroupProduction.class).id()));
        act(
                "groups.invite",
                turn -> turn.desk()
                        .groups()
                        .invite(turn.any(GroupProduction.class).id(), turn.anyPupil()));
    }

    private NewSelfAssessment self(Turn turn) {
        NewSelfAssessment said = NewSelfAssessment.of(turn.code(), turn.level())
                .because(turn.words())
                .strengths(turn.words());
        return turn.oneIn(2) ? said.citing(turn.cited()) : said;
    }

    private void assessments() {
        act("assessments.draft", turn -> turn.desk().assessments().draft(turn.dossier(), self(turn)));
        act(
                "assessments.save",
                turn -> turn.desk().assessments().save(turn.any(SelfAssessmentDraft.class), self(turn)));
        deed("assessments.discard", turn -> turn.desk().assessments().discard(turn.any(SelfAssessmentDraft.class)));
        act(
                "assessments.publish-draft",
                turn -> turn.desk().assessments().publish(turn.any(SelfAssessmentDraft.class)));
        act("assessments.publish", turn -> turn.desk().assessments().publish(turn.dossier(), self(turn)));
        act(
                "goals.set",
                turn -> turn.desk()
                        .goals()
                        .set(
                                turn.dossier(),
                                NewGoal.of(turn.code(), turn.level())
                                        .by(turn.soon())
                                        .step(turn.line())));
        act("goals.claim", turn -> turn.desk().goals().claim(turn.any(Goal.class), turn.words(), turn.cited()));
        act("goals.step", turn -> turn.desk().goals().completeStep(turn.any(Goal.class), 1));
        act("goals.abandon", turn -> turn.desk().goals().abandon(turn.any(Goal.class)));
        act(
                "interviews.dissent",
                turn -> turn.desk()
                        .interviews()
                        .dissent(turn.dossier(), turn.any(Interview.class).id(), turn.words()));
        act(
                "interviews.accept",
                turn -> turn.desk()
                        .interviews()
                        .accept(turn.dossier(), turn.any(Interview.class).id(), 1));
        act(
                "interviews.decline",
                turn -> turn.desk()
                        .interviews()
                        .decline(turn.dossier(), turn.any(Interview.class).id(), 1, turn.words()));
    }

    private NewReflection reflection(Turn turn) {
        NewReflection said = NewReflection.on(turn.line(), MISSION)
                .guidedBy("explicitation@1", "fr")
                .answering("begin", turn.words())
                .answering("how", turn.words());
        return turn.oneIn(2) ? said.citing(turn.cited()) : said;
    }

    private void reflections() {
        act("reflections.draft", turn -> turn.desk().reflections().draft(turn.dossier(), reflection(turn)));
        act("reflections.share", turn -> turn.desk().reflections().share(turn.dossier(), reflection(turn)));
        act("reflections.share-draft", turn -> turn.desk().reflections().share(turn.any(ReflectionDraft.class)));
        act(
                "reflections.revise",
                turn -> turn.desk().reflections().revise(turn.any(Reflection.class), reflection(turn)));
        deed("reflections.discard", turn -> turn.desk().reflections().discard(turn.any(ReflectionDraft.class)));
        act(
                "feedback.reply",
                turn -> turn.desk()
                        .feedback()
                        .reply(turn.dossier(), turn.any(Feedback.class).id(), turn.words()));
    }

    private NewMissionReport report(Turn turn) {
        return NewMissionReport.of(turn.line(), MISSION)
                .asked(turn.words())
                .done(turn.words())
                .met(turn.line())
                .help(turn.words())
                .next(turn.words());
    }

    private void reports() {
        act("reports.draft", turn -> turn.desk().reports().draft(turn.dossier(), report(turn)));
        act("reports.share-draft", turn -> turn.desk().reports().share(turn.any(MissionReportDraft.class)));
        act(
                "reports.share",
                turn -> turn.desk().reports().share(turn.dossier(), report(turn).citing(turn.any(Production.class))));
        act("reports.revise", turn -> turn.desk().reports().revise(turn.any(MissionReport.class), report(turn)));
    }

    private void recordings() {
        for (int often = 0; often < 2; often++)
            act(
                    "authorisations.give",
                    turn -> turn.desk()
                            .authorisations()
                            .give(turn.dossier(), turn.any(Authorisation.class).id()));
        act(
                "authorisations.withdraw",
                turn -> turn.desk()
                        .authorisations()
                        .withdraw(turn.dossier(), turn.any(Authorisation.class).id()));
        for (int often = 0; often < 2; often++)
            act(
                    "recordings.add",
                    turn -> turn.desk()
                            .recordings()
                            .add(
                                    turn.dossier(),
                                    turn.any(Reflection.class).id(),
                                    NewRecording.of(turn.spoken(), Duration.ofSeconds(9))
                                            .forProject("Explicitations")));
        deed(
                "recordings.discard",
                turn -> turn.desk()
                        .recordings()
                        .discard(turn.dossier(), turn.any(Playback.class).id()));
    }

    private void projects() {
        act(
                "projects.open",
                turn -> turn.desk()
                        .projects()
                        .open(turn.dossier(), NewProject.titled(turn.line()).aiming(turn.words())));
        act(
                "projects.task",
                turn -> turn.desk()
                        .projects()
                        .task(turn.dossier(), turn.any(Project.class).id(), NewTask.of(turn.line())));
        act(
                "projects.note",
                turn -> turn.desk()
                        .projects()
                        .note(turn.dossier(), turn.any(Project.class).id(), turn.words()));
        act(
                "projects.cite",
                turn -> turn.desk()
                        .projects()
                        .cite(turn.dossier(), turn.any(Project.class).id(), turn.production()));
        act(
                "watch.log",
                turn -> turn.desk()
                        .watch()
                        .log(
                                turn.dossier(),
                                NewWatchEntry.titled(turn.line())
                                        .judged(Reliability.RELIABLE, turn.words())
                                        .concluding(turn.words())));
        deed("watch.remove", turn -> turn.desk().watch().remove(turn.any(WatchEntry.class)));
        act(
                "watch.cite",
                turn -> turn.desk()
                        .watch()
                        .cite(
                                turn.dossier(),
                                turn.production(),
                                turn.any(WatchEntry.class).id()));
        deed("home", turn -> turn.desk().home().of(turn.dossier()));
        act(
                "productions.list",
                turn -> turn.desk()
                        .productions()
                        .list(turn.dossier(), PageRequest.first(20))
                        .items());
        act(
                "reviews.received",
                turn -> turn.desk()
                        .reviews()
                        .received(turn.dossier(), PageRequest.first(20))
                        .items());
        deed("nudges.seen", turn -> turn.desk().nudges().seen(turn.dossier()));
    }
}
