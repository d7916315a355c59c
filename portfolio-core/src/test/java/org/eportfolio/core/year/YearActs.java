package org.eportfolio.core.year;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Project;
import org.eportfolio.project.Reliability;
import org.eportfolio.project.TaskStatus;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;

/** What can happen in a random year: calls of most desks, with arguments that are right or wrong as the dice fall. */
public final class YearActs {
    /** A call; everything that it decides, it decides by the dice. */
    public interface Act {
        Object by(Desk desk, LivedYear year, Random dice);
    }

    /** A call about something that some call made before. */
    public interface ActOn<T> {
        Object by(Desk desk, T thing, LivedYear year, Random dice);
    }

    private static final List<String> LEARNERS = List.of("emma", "emma", "emma", "malo", "malo", "lina");
    private static final List<String> TEACHERS = List.of("m.durand", "m.durand", "mme.petit");
    private static final List<String> ACTORS = List.of(
            "emma",
            "malo",
            "lina",
            "yanis",
            "m.durand",
            "mme.petit",
            "proviseure",
            "mme.roux",
            "k.tuteur",
            "mme.martin-mere",
            "passant");

    private static final List<String> LEVELS = List.of("decouverte", "en-cours", "acquis", "maitrise", "seul", " ");
    private static final List<String> CODES = List.of("C3.1", "C3.1", "C1.1", "C2.1", "C1.1/1", "C9.9", "Bloc 1");
    private static final List<String> WORDS = List.of("Vu en TP.", "Parce que.", "Quatre offres.", "", " ", "a\uD800");
    private static final Object DONE = "done";

    private final Map<String, Act> acts = new LinkedHashMap<>();
    private final Map<String, List<String>> usual = new HashMap<>();

    public YearActs() {
        productions();
        assessments();
        guidance();
        learning();
        peers();
        showing();
        school();
        learner("together", this::together);
    }

    /** The names of all acts. */
    public List<String> names() {
        return List.copyOf(acts.keySet());
    }

    public Act get(String name) {
        return Objects.requireNonNull(acts.get(name));
    }

    /** Somebody who usually does this, or anybody. */
    public String actor(String act, Random dice) {
        return one(dice.nextInt(5) == 0 ? ACTORS : Objects.requireNonNull(usual.get(act)), dice);
    }

    private void put(List<String> actors, String name, Act act) {
        acts.put(name, act);
        usual.put(name, actors);
    }

    private void learner(String name, Act act) {
        put(LEARNERS, name, act);
    }

    private <T> void learner(String name, Class<T> kind, ActOn<T> act) {
        learner(name, (desk, year, dice) -> act.by(desk, year.any(kind, dice), year, dice));
    }

    private void teacher(String name, Act act) {
        put(TEACHERS, name, act);
    }

    private <T> void teacher(String name, Class<T> kind, ActOn<T> act) {
        teacher(name, (desk, year, dice) -> act.by(desk, year.any(kind, dice), year, dice));
    }

    private void head(String name, Act act) {
        put(List.of("proviseure"), name, act);
    }

    private static <T> T one(List<T> of, Random dice) {
        return of.get(dice.nextInt(of.size()));
    }

    /** Mostly right words. */
    private static String words(Random dice) {
        return WORDS.get(dice.nextInt(4) > 0 ? dice.nextInt(3) : dice.nextInt(WORDS.size()));
    }

    private static String level(Random dice) {
        return LEVELS.get(dice.nextInt(5) > 0 ? dice.nextInt(4) : dice.nextInt(LEVELS.size()));
    }

    private static String code(Random dice) {
        return CODES.get(dice.nextInt(5) > 0 ? dice.nextInt(5) : dice.nextInt(CODES.size()));
    }

    private static LocalDate day(LivedYear year, Random dice) {
        return LocalDate.ofInstant(year.school.clock.instant(), VosReves.PARIS).plusDays(dice.nextInt(60) - 5);
    }

    private static NewProduction production(Random dice) {
        String title = dice.nextInt(8) == 0 ? " " : "Réalisation " + dice.nextInt(100);
        NewProduction made = NewProduction.titled(title).writing("Texte");
        if (dice.nextBoolean()) made = made.showing(code(dice));
        if (dice.nextInt(4) == 0) made = made.attaching(VosReves.file(dice.nextInt(6) == 0 ? "a/b" : "a.txt", "a"));
        if (dice.nextInt(8) == 0) made = made.attaching(VosReves.spoken("Moi."));
        return dice.nextInt(8) == 0 ? made.confidentialToTheCompany() : made;
    }

    private static Citation cited(LivedYear year, Random dice) {
        Production production = year.any(Production.class, dice);
        int version = dice.nextInt(8) == 0 ? 9 : production.current().number();
        return new Citation(production.dossier(), production.id(), version);
    }

    private static NewPositioning positioning(LivedYear year, Random dice) {
        NewPositioning given = NewPositioning.of(code(dice), level(dice)).because(words(dice));
        if (dice.nextInt(3) == 0) given = given.observedOn(day(year, dice)).confirmingTheDay();
        return dice.nextInt(3) == 0 ? given.citing(cited(year, dice)) : given;
    }

    private void productions() {
        learner(
                "productions.add",
                (desk, year, dice) -> desk.productions().add(year.dossier(desk, dice), production(dice)));
        learner(
                "productions.revise",
                (desk, year, dice) -> desk.productions().revise(year.any(Production.class, dice), production(dice)));
        learner(
                "productions.extend",
                (desk, year, dice) -> desk.productions().extend(year.any(Production.class, dice), production(dice)));
        learner("productions.remove", (desk, year, dice) -> {
            desk.productions().remove(year.any(Production.class, dice));
            return DONE;
        });
        learner(
                "productions.mark",
                Production.class,
                (desk, thing, year, dice) -> desk.productions().mark(year.home(thing.dossier(), dice), thing.id()));
        teacher(
                "productions.clear",
                Production.class,
                (desk, thing, year, dice) -> desk.productions().clear(year.home(thing.dossier(), dice), thing.id()));
        learner(
                "groups.start",
                (desk, year, dice) -> desk.groups()
                        .start(
                                year.dossier(desk, dice),
                                NewGroup.of(production(dice)).with(dice.nextBoolean() ? "malo" : one(ACTORS, dice))));
        put(
                List.of("malo"),
                "groups.accept",
                (desk, year, dice) -> desk.groups()
                        .accept(year.any(GroupProduction.class, dice).id(), year.dossier(desk, dice)));
        learner(
                "groups.contribute",
                (desk, year, dice) -> desk.groups()
                        .contribute(
                                year.any(GroupContribution.class, dice),
                                "PART-DE-" + desk.actor().person().orElseThrow()));
        learner("groups.leave", (desk, year, dice) -> {
            desk.groups().leave(year.any(GroupProduction.class, dice).id());
            return DONE;
        });
        teacher(
                "groups.appraise",
                (desk, year, dice) -> desk.groups()
                        .appraise(year.any(GroupProduction.class, dice).id(), "APPRECIATION"));
        learner(
                "watch.log",
                (desk, year, dice) -> desk.watch()
                        .log(
                                year.dossier(desk, dice),
                                NewWatchEntry.titled("Guide")
                                        .judged(Reliability.RELIABLE, words(dice))
                                        .concluding("Utile.")));
        learner(
                "projects.open",
                (desk, year, dice) -> desk.projects().open(year.dossier(desk, dice), NewProject.titled("Projet")));
        learner(
                "projects.task",
                Project.class,
                (desk, thing, year, dice) ->
                        desk.projects().task(year.home(thing.dossier(), dice), thing.id(), NewTask.of("Images")));
        learner(
                "projects.move",
                Project.class,
                (desk, thing, year, dice) ->
                        desk.projects().move(thing, dice.nextInt(3), one(List.of(TaskStatus.values()), dice)));
    }

    private void assessments() {
        learner(
                "assessments.draft",
                (desk, year, dice) -> desk.assessments()
                        .draft(year.dossier(desk, dice), NewSelfAssessment.of(code(dice), level(dice))));
        learner(
                "assessments.publish-draft",
                (desk, year, dice) -> desk.assessments().publish(year.any(SelfAssessmentDraft.class, dice)));
        learner(
                "assessments.publish",
                (desk, year, dice) -> desk.assessments()
                        .publish(
                                year.dossier(desk, dice),
                                NewSelfAssessment.of(code(dice), level(dice)).because(words(dice))));
        teacher(
                "assessments.position",
                (desk, year, dice) -> desk.assessments().position(year.dossier(desk, dice), positioning(year, dice)));
        teacher(
                "assessments.correct",
                Assessment.class,
                (desk, thing, year, dice) -> desk.assessments()
                        .correct(year.home(thing.dossier(), dice), thing.id(), positioning(year, dice), words(dice)));
        teacher(
                "assessments.retract",
                Assessment.class,
                (desk, thing, year, dice) ->
                        desk.assessments().retract(year.home(thing.dossier(), dice), thing.id(), words(dice)));
        head("assessments.rectify", (desk, year, dice) -> {
            Assessment wrong = year.any(Assessment.class, dice);
            NewRectification right = NewRectification.to(level(dice))
                    .asked("2026-" + dice.nextInt(100))
                    .because(words(dice));
            return desk.assessments().rectify(wrong.dossier(), wrong.id(), right);
        });
        teacher(
                "assessments.position-class",
                (desk, year, dice) -> desk.assessments()
                        .positionClass(NewClassEntry.of(year.school.cohort, code(dice), level(dice))
                                .because(words(dice))
                                .absent("yanis")
                                .except(one(ACTORS, dice), level(dice))));
        teacher(
                "assessments.undo",
                (desk, year, dice) -> desk.assessments()
                        .undo(
                                year.school.cohort,
                                year.any(ClassEntry.class, dice).id(),
                                words(dice))
                        .retractions());
        learner(
                "goals.set",
                (desk, year, dice) -> desk.goals()
                        .set(
                                year.dossier(desk, dice),
                                NewGoal.of(code(dice), level(dice))
                                        .by(day(year, dice))
                                        .step("Lire")));
        learner(
                "goals.complete-step",
                Goal.class,
                (desk, thing, year, dice) -> desk.goals().completeStep(thing, dice.nextInt(2)));
        learner(
                "goals.reopen-step",
                Goal.class,
                (desk, thing, year, dice) -> desk.goals().reopenStep(thing, dice.nextInt(2)));
        learner(
                "goals.claim",
                Goal.class,
                (desk, thing, year, dice) -> desk.goals().claim(thing, words(dice), cited(year, dice)));
        teacher(
                "goals.confirm",
                Goal.class,
                (desk, thing, year, dice) -> desk.goals().confirm(thing, words(dice)));
        teacher(
                "goals.decline",
                Goal.class,
                (desk, thing, year, dice) -> desk.goals().decline(thing, words(dice)));
        learner(
                "goals.abandon",
                Goal.class,
                (desk, thing, year, dice) -> desk.goals().abandon(thing));
    }

    private void guidance() {
        teacher(
                "interviews.schedule",
                (desk, year, dice) -> desk.interviews()
                        .schedule(
                                year.dossier(desk, dice),
                                NewInterview.about("Bilan").at(year.school.clock.instant())));
        teacher(
                "interviews.prepare",
                Interview.class,
                (desk, thing, year, dice) -> desk.interviews().prepare(year.home(thing.dossier(), dice), thing.id()));
        teacher(
                "interviews.conduct",
                Interview.class,
                (desk, thing, year, dice) -> desk.interviews()
                        .conduct(
                                desk.interviews().get(year.home(thing.dossier(), dice), thing.id()),
                                NewMinutes.of(words(dice)).present(dice.nextInt(4) == 0 ? "lina" : "emma")));
        teacher(
                "interviews.propose",
                Interview.class,
                (desk, thing, year, dice) -> desk.interviews()
                        .propose(
                                year.home(thing.dossier(), dice),
                                thing.id(),
                                NewAgreement.of(
                                        "Relire",
                                        NewGoal.of(code(dice), level(dice)).by(day(year, dice)))));
        learner(
                "interviews.accept",
                Interview.class,
                (desk, thing, year, dice) ->
                        desk.interviews().accept(year.home(thing.dossier(), dice), thing.id(), 1 + dice.nextInt(2)));
        teacher(
                "interviews.close",
                Interview.class,
                (desk, thing, year, dice) -> desk.interviews()
                        .close(desk.interviews().get(year.home(thing.dossier(), dice), thing.id()), null));
        learner(
                "interviews.dissent",
                Interview.class,
                (desk, thing, year, dice) ->
                        desk.interviews().dissent(year.home(thing.dossier(), dice), thing.id(), words(dice)));
        teacher(
                "interviews.note",
                Interview.class,
                (desk, thing, year, dice) ->
                        desk.interviews().note(year.home(thing.dossier(), dice), thing.id(), "NOTE-INTERNE"));
        teacher(
                "pathways.add",
                (desk, year, dice) -> desk.pathways()
                        .add(
                                year.dossier(desk, dice),
                                NewPathwayStep.on(code(dice)).because(words(dice))));
        learner(
                "pathways.completeStep",
                (desk, year, dice) ->
                        desk.pathways().completeStep(desk.pathways().get(year.dossier(desk, dice)), dice.nextInt(3)));
        learner(
                "pathways.reopenStep",
                (desk, year, dice) ->
                        desk.pathways().reopenStep(desk.pathways().get(year.dossier(desk, dice)), dice.nextInt(3)));
        teacher(
                "pathways.adapt",
                (desk, year, dice) -> desk.pathways()
                        .adapt(
                                year.dossier(desk, dice),
                                NewAdaptation.of("ADAPTATION").choosing("oral").because(words(dice))));
        teacher(
                "pathways.suggest",
                (desk, year, dice) -> desk.pathways().suggest(year.dossier(desk, dice), dice.nextInt(6)));
        learner("nudges.mute", (desk, year, dice) -> desk.nudges().muteAll(year.dossier(desk, dice)));
        learner("nudges.seen", (desk, year, dice) -> desk.nudges().seen(year.dossier(desk, dice)));
    }

    private void learning() {
        NewReflection installing = Given.INSTALLING;
        learner(
                "reflections.draft",
                (desk, year, dice) -> desk.reflections().draft(year.dossier(desk, dice), installing));
        learner(
                "reflections.share-draft",
                (desk, year, dice) -> desk.reflections().share(year.any(ReflectionDraft.class, dice)));
        learner(
                "reflections.share",
                (desk, year, dice) -> desk.reflections()
                        .share(
                                year.dossier(desk, dice),
                                dice.nextBoolean() ? installing : installing.citing(cited(year, dice))));
        learner("reflections.revise", (desk, year, dice) -> {
            Reflection seen = year.any(Reflection.class, dice);
            return desk.reflections().revise(seen, NewReflection.of(seen).answering("difficulty", words(dice)));
        });
        learner(
                "reports.share",
                (desk, year, dice) -> desk.reports().share(year.dossier(desk, dice), Given.REPORT.help(words(dice))));
        teacher(
                "feedback.prompt",
                (desk, year, dice) ->
                        desk.feedback().prompt(Subject.of(year.any(Production.class, dice)), words(dice)));
        learner(
                "feedback.reply",
                (desk, year, dice) -> desk.feedback()
                        .reply(
                                year.dossier(desk, dice),
                                year.any(Feedback.class, dice).id(),
                                words(dice)));
        teacher(
                "feedback.note",
                (desk, year, dice) ->
                        desk.feedback().note(Subject.of(year.any(Reflection.class, dice)), "NOTE-INTERNE"));
        List<MissionId> missions = List.of(
                MissionId.of("vosreves", "vr-1-m1"), MissionId.of("vosreves", "vr-2-m1"), MissionId.of("rien", "m"));
        learner(
                "missions.start",
                (desk, year, dice) -> desk.missions().start(year.dossier(desk, dice), one(missions, dice)));
        learner(
                "missions.hand-in",
                (desk, year, dice) ->
                        desk.missions().handIn(year.dossier(desk, dice), one(missions, dice), words(dice)));
        teacher(
                "missions.rework",
                (desk, year, dice) ->
                        desk.missions().rework(year.dossier(desk, dice), one(missions, dice), words(dice), 1));
        teacher(
                "missions.done",
                (desk, year, dice) -> desk.missions().done(year.dossier(desk, dice), one(missions, dice), ""));
        teacher(
                "authorisations.request",
                (desk, year, dice) -> desk.authorisations()
                        .request(
                                year.dossier(desk, dice),
                                (dice.nextBoolean()
                                                ? NewAuthorisation.toRecord("emma")
                                                        .alreadyOfAge()
                                                : NewAuthorisation.toDiffuse("emma")
                                                        .alreadyOfAge())
                                        .forProject("Explicitations")
                                        .use("Entretiens")
                                        .recipients("L'équipe")
                                        .until(day(year, dice).plusDays(30))));
        learner(
                "authorisations.give",
                Authorisation.class,
                (desk, thing, year, dice) -> desk.authorisations().give(year.home(thing.dossier(), dice), thing.id()));
        learner(
                "authorisations.withdraw",
                Authorisation.class,
                (desk, thing, year, dice) ->
                        desk.authorisations().withdraw(year.home(thing.dossier(), dice), thing.id()));
        learner(
                "authorisations.withdrawLeavingTranscript",
                Authorisation.class,
                (desk, thing, year, dice) ->
                        desk.authorisations().withdrawLeavingTranscript(year.home(thing.dossier(), dice), thing.id()));
        learner(
                "recordings.add",
                (desk, year, dice) -> desk.recordings()
                        .add(
                                year.dossier(desk, dice),
                                year.any(Reflection.class, dice).id(),
                                NewRecording.of(VosReves.spoken("J'ai lu."), Duration.ofSeconds(9))
                                        .forProject("Explicitations")));
        learner("recordings.discard", Playback.class, (desk, thing, year, dice) -> {
            desk.recordings().discard(year.home(thing.dossier(), dice), thing.id());
            return DONE;
        });
    }

    private void peers() {
        teacher(
                "campaigns.open",
                (desk, year, dice) -> desk.campaigns()
                        .open(NewCampaign.of(year.school.cohort, "Relire")
                                .asking(Criterion.of("Clair ?").about("C3.1").withLevel())
                                .until(year.school.clock.instant().plusSeconds(3_600L * (dice.nextInt(200) - 10)))));
        learner(
                "campaigns.hand-in",
                (desk, year, dice) -> desk.campaigns()
                        .handIn(
                                year.any(Campaign.class, dice).id(),
                                year.dossier(desk, dice),
                                new NewHandIn(cited(year, dice), List.of())));
        teacher(
                "campaigns.assign",
                (desk, year, dice) -> desk.campaigns()
                        .assign(year.any(Campaign.class, dice).id(), Pair.of(one(LEARNERS, dice), one(ACTORS, dice))));
        teacher(
                "campaigns.close",
                (desk, year, dice) ->
                        desk.campaigns().close(year.any(Campaign.class, dice).id()));
        put(
                List.of("malo", "lina"),
                "reviews.submit",
                (desk, year, dice) -> desk.reviews()
                        .submit(
                                year.any(ReviewAssignment.class, dice).id(),
                                Remarks.strength(words(dice)).on(1, "RELECTURE", level(dice))));
        teacher(
                "reviews.withhold",
                (desk, year, dice) -> desk.reviews().withhold(year.any(ReviewAssignment.class, dice), words(dice)));
    }

    private void showing() {
        learner(
                "showcases.begin",
                (desk, year, dice) -> desk.showcases().begin(year.dossier(desk, dice), showcase(year, dice)));
        learner(
                "showcases.revise",
                (desk, year, dice) -> desk.showcases().revise(year.any(Showcase.class, dice), showcase(year, dice)));
        learner("showcases.publish", (desk, year, dice) -> desk.showcases().publish(year.any(Showcase.class, dice)));
        learner("showcases.withdraw", (desk, year, dice) -> desk.showcases().withdraw(year.any(Showcase.class, dice)));
        learner(
                "shares.share",
                Showcase.class,
                (desk, thing, year, dice) ->
                        desk.shares().share(year.home(thing.dossier(), dice), thing.id(), day(year, dice)));
        learner(
                "shares.revoke",
                (desk, year, dice) -> desk.shares()
                        .revoke(
                                year.dossier(desk, dice),
                                year.any(IssuedLink.class, dice).link().id()));
        learner("link.showcase", (desk, year, dice) -> bearing(year, dice).showcase());
        learner("link.sealed", (desk, year, dice) -> bearing(year, dice).sealed());
        learner(
                "link.answer",
                (desk, year, dice) -> bearing(year, dice)
                        .answer(NewTutorAnswer.by("Karim Exemple")
                                .alone(words(dice))
                                .withHelp("Un peu.")
                                .advising("Continuer.")
                                .level("C3.1", level(dice))));
        teacher(
                "tutoring.open",
                (desk, year, dice) -> desk.tutoring()
                        .open(
                                year.dossier(desk, dice),
                                NewWorkplacePeriod.pfmp("VosRêves")
                                        .lasting(
                                                day(year, dice), day(year, dice).plusDays(20))
                                        .asking("C3.1")));
        teacher(
                "tutoring.invite",
                WorkplacePeriod.class,
                (desk, thing, year, dice) -> desk.tutoring().invite(year.home(thing.dossier(), dice), thing.id()));
        teacher("tutoring.reschedule", (desk, year, dice) -> {
            WorkplacePeriod period = year.any(WorkplacePeriod.class, dice);
            return desk.tutoring().reschedule(period, period.from(), day(year, dice));
        });
        teacher(
                "tutoring.conclude",
                WorkplacePeriod.class,
                (desk, thing, year, dice) -> desk.tutoring()
                        .conclude(
                                thing,
                                NewBilan.with("Karim Exemple").andTheLearner().concluding("Bien.")));
        learner("seals.begin", (desk, year, dice) -> desk.seals().begin(year.dossier(desk, dice), chosen(year, dice)));
        learner(
                "seals.choose",
                (desk, year, dice) -> desk.seals().choose(year.any(ExamFile.class, dice), chosen(year, dice)));
        learner("seals.seal", (desk, year, dice) -> desk.seals().seal(year.any(ExamFile.class, dice)));
        learner(
                "seals.send",
                Seal.class,
                (desk, thing, year, dice) ->
                        desk.seals().sendToJury(year.home(thing.dossier(), dice), thing.id(), null, day(year, dice)));
    }

    private static SharedDesk bearing(LivedYear year, Random dice) {
        String token = year.any(IssuedLink.class, dice).token().text();
        String presented = dice.nextInt(6) == 0 ? token.substring(1) : token;
        return year.school.portfolio.as(Actor.bearing(presented)).shared();
    }

    private static NewShowcase showcase(LivedYear year, Random dice) {
        NewShowcase content = NewShowcase.titled("Vitrine").telling("Mon histoire.");
        if (dice.nextInt(3) > 0) content = content.showing(cited(year, dice), "Ceci.");
        return dice.nextInt(3) == 0 ? content.showing(year.any(Playback.class, dice), "Moi.") : content;
    }

    private static NewExamFile chosen(LivedYear year, Random dice) {
        NewExamFile content = NewExamFile.forUnit("Épreuve", "Bloc 1");
        if (dice.nextInt(3) > 0) content = content.presenting(cited(year, dice));
        if (dice.nextInt(3) == 0) content = content.disclosing(year.any(Reflection.class, dice));
        if (dice.nextInt(4) == 0) content = content.reporting(year.any(MissionReport.class, dice));
        return dice.nextInt(4) == 0 ? content.disclosing(year.any(Playback.class, dice)) : content;
    }

    private void school() {
        head("cohorts.leave", (desk, year, dice) -> {
            desk.cohorts().leave(year.school.cohort, PersonId.of(one(List.of("lina", "yanis", "passant"), dice)));
            return DONE;
        });
        head(
                "cohorts.enrol",
                (desk, year, dice) ->
                        desk.cohorts().enrol(VosReves.CLASS, Members.learners(one(List.of("lina", "yanis"), dice))));
        head(
                "grants.give",
                (desk, year, dice) -> desk.grants()
                        .give(NewGrant.of("mme.petit", Role.TEACHER).over(year.school.cohort)));
        head("grants.revoke", (desk, year, dice) -> {
            desk.grants().revoke(year.any(Grant.class, dice).id());
            return DONE;
        });
    }

    /** Two acts as one commit, by the same actor; if the second is refused, the first never was. */
    private Object together(Desk desk, LivedYear year, Random dice) {
        List<String> some = names().stream()
                .filter(each -> !each.equals("together") && !each.startsWith("link."))
                .toList();
        Act first = get(one(some, dice));
        Act second = get(one(some, dice));
        return desk.together(joined -> List.of(first.by(joined, year, dice), second.by(joined, year, dice)));
    }
}
