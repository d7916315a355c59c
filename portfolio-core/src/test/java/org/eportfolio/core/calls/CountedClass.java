package org.eportfolio.core.calls;

import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewFormerLevels;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Given;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdaptationId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.BadgeDefinitionId;
import org.eportfolio.id.BreachId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.DraftId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.ExceptionalAccessId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.FormerImportId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.IdChangeId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.MissionReportId;
import org.eportfolio.id.OralNoteId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ProjectId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.id.ReviewId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.id.SealId;
import org.eportfolio.id.ShowcaseId;
import org.eportfolio.id.StaffNoteId;
import org.eportfolio.id.WatchEntryId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.Breach;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasuresPlan;
import org.eportfolio.privacy.NewErasures;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.Project;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewMissionReport;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.reflection.OralNote;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.Subject;
import org.eportfolio.scenario.Condition;
import org.eportfolio.scenario.ConditionType;
import org.eportfolio.scenario.NewDatedPiece;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.Situation;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Stored;
import org.eportfolio.workplace.Convention;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewPlannedDays;
import org.eportfolio.workplace.NewShownWork;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.NewYearEnd;
import org.eportfolio.year.YearChanges;
import org.jspecify.annotations.Nullable;

/**
 * A class of any size in which everybody did as much of everything as is wished, and its ids and records
 * as {@link CallArguments}: the same in the same order, whatever the size. Long, because it has something for each call of
 * each desk.
 */
public final class CountedClass implements AutoCloseable {
    public static final PrivacySettings SETTINGS = PrivacySettings.of(new Party("Lycée VosRêves", ""))
            .retention(new RetentionRule(
                    "dossiers",
                    "Règle donnée en exemple",
                    RetentionRule.Start.LEARNER_LEFT,
                    Period.ofDays(1),
                    RetentionRule.FinalOutcome.DESTROY));

    public final CountingStore store = new CountingStore();
    public final VosReves school =
            VosReves.over(store, each -> each.privacy(SETTINGS).readingsKept(12));

    /** Those in whose name a call may work. */
    public final List<Actor> actors = new ArrayList<>();

    private final int each;
    private final List<String> names = new ArrayList<>(VosReves.LEARNERS);
    private final Map<String, DossierId> dossiers = new LinkedHashMap<>();
    private final CallArguments arguments = new CallArguments(school);

    /** What Emma made with Malo, in his dossier. */
    private final List<Production> elsewhere = new ArrayList<>();

    private @Nullable ProductionId ofTheGroup;

    /**
     * @param size how many learners, at least four
     * @param each how much of everything the four whom every test knows have; the others have two of each
     */
    public CountedClass(int size, int each) throws IOException {
        this.each = each;
        for (int i = names.size(); i < size; i++) names.add("learner-" + i);
        people();
        organisation();
        for (String name : names) records(name, of(name), VosReves.LEARNERS.contains(name) ? each : 2);
        together();
        school();
        plain();
    }

    public DossierId of(String learner) {
        return dossiers.computeIfAbsent(
                learner, name -> school.as(name).dossiers().open(school.sno));
    }

    /** What may be given for an argument of this type. */
    public List<Supplier<Object>> arguments(Class<?> type) {
        return arguments.of(type);
    }

    @SafeVarargs
    private <T> void know(Class<T> type, T... values) {
        arguments.know(type, values);
    }

    private <T> void fresh(Class<T> type, Supplier<T> value) {
        arguments.fresh(type, value::get);
    }

    private String[] everybody() {
        return names.toArray(String[]::new);
    }

    private void people() {
        school.head.cohorts().enrol(VosReves.CLASS, learners(everybody()));
        school.head.cohorts().enrol(VosReves.CLASS, learners("parti"));
        school.head.cohorts().leave(school.cohort, PersonId.of("parti"));
        school.head.grants().give(NewGrant.of("dpd", Role.DPO));
        school.head.grants().give(NewGrant.of("adjointe", Role.HEAD));
        school.head.grants().give(NewGrant.of("admin", Role.ADMINISTRATOR));
        school.head.grants().give(NewGrant.of("referente", Role.LEAD_TEACHER).over(school.cohort));
        school.head.grants().give(NewGrant.of("jury", Role.CERTIFIER).over(school.dossier));
        school.head.grants().give(NewGrant.of("parent", Role.REPRESENTATIVE).over(school.dossier));
        school.head.grants().give(NewGrant.of("parent", Role.REPRESENTATIVE).over(school.malos));
        school.head.grants().give(NewGrant.of("tutrice", Role.TUTOR).over(school.dossier));
        for (int i = 0; i < each; i++) {
            school.head.grants().give(NewGrant.of("emma", Role.LEARNER).over(school.dossier));
            school.head.cohorts().enrol("Autre classe " + i, learners("emma"), teachers("m.durand"));
            school.head.embargoes().lift(school.head.embargoes().declare(school.cohort, VosReves.TODAY));
        }
        CohortId quiet = school.head.cohorts().enrol("Classe sous embargo", learners("lina"));
        know(CohortId.class, school.cohort, quiet);
        know(Embargo.class, school.head.embargoes().declare(quiet, VosReves.TODAY.plusDays(30)));
        for (String person : List.of(
                "emma",
                "m.durand",
                "proviseure",
                "referente",
                "lina",
                "malo",
                "dpd",
                "admin",
                "jury",
                "parent",
                "tutrice")) {
            actors.add(Actor.of(person));
        }
    }

    private void organisation() {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.CS_SNO);
        school.head.successions().publish(BundledFrameworks.successions().get(0));
        List<ScenarioId> scenarios = new ArrayList<>();
        for (int i = 0; i <= each; i++) {
            ScenarioDraft draft = school.durand
                    .scenarios()
                    .draft(illustrated("scenario-" + i, "p" + i), VosReves.file("charte.txt", "Bleu."));
            if (i == 0) know(Stored.class, draft.files().get(0).content());
            school.durand.scenarios().publish(draft, "p" + i + "-m");
            school.durand.plans().choose(school.cohort, draft.id());
            scenarios.add(draft.id());
        }
        Scenario complete = illustrated("brouillon", "b");
        ScenarioDraft draft = school.durand.scenarios().draft(complete, VosReves.file("charte.txt", "Bleu."));
        ScenarioDraft withdrawn =
                school.durand.scenarios().withdraw(school.durand.scenarios().draft(Given.complete("retire", "r")));
        know(ScenarioDraft.class, draft, withdrawn);
        know(Scenario.class, complete, illustrated("nouveau", "n"));
        know(ScenarioId.class, scenarios.get(0), draft.id());
        know(ScenarioId[].class, scenarios.toArray(ScenarioId[]::new));
        know(
                MissionId.class,
                MissionId.of("scenario-0", "p0-m"),
                MissionId.of("scenario-1", "p1-m"),
                MissionId.of("scenario-" + each, "p" + each + "-m"));
        know(String[].class, new String[] {"b-m"});
    }

    private static Scenario illustrated(String id, String prefix) {
        return Scenario.titled(id, "Scénario " + id, Given.SNO)
                .where("Un contexte.")
                .with(Situation.in(prefix, "Bloc 1")
                        .with(Given.mission(prefix + "-m", "C1.1")
                                .given(Condition.of(ConditionType.DOCUMENT, "La charte", "charte.txt"))
                                .expectingContinuously("Le journal est tenu")));
    }

    private void records(String name, DossierId dossier, int each) {
        Desk learner = school.as(name);
        Desk durand = school.durand;
        List<Production> made = learner.together(desk -> productions(desk, dossier, each));
        List<Reflection> reflections = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            Production map = made.get(i);
            String level = i % 2 == 0 ? "acquis" : "en-cours";
            learner.together(desk -> {
                desk.assessments().draft(dossier, NewSelfAssessment.of("C3.1", level));
                desk.assessments()
                        .publish(
                                dossier,
                                NewSelfAssessment.of("C3.1", level)
                                        .because("Vu.")
                                        .citing(map));
                var goal = desk.goals().set(dossier, CallArguments.goal());
                desk.goals().set(dossier, CallArguments.goal());
                desk.goals().claim(goal, "Fait.", Citation.of(map));
                desk.reflections().draft(dossier, Given.INSTALLING);
                reflections.add(desk.reflections().share(dossier, Given.INSTALLING.citing(map)));
                desk.reports().draft(dossier, Given.REPORT);
                desk.reports().share(dossier, Given.REPORT.citing(map));
                desk.watch().log(dossier, CallArguments.watched());
                Showcase showcase = desk.showcases()
                        .begin(dossier, NewShowcase.titled("Vitrine").showing(map, "Ceci."));
                return desk.showcases().publish(showcase);
            });
            durand.together(desk -> {
                desk.assessments().position(dossier, CallArguments.positioning().citing(map));
                desk.feedback().comment(Subject.of(map), "Bien.");
                desk.feedback().note(Subject.of(map), "À revoir.");
                desk.pathways().add(dossier, NewPathwayStep.on("C2.1").because("Rien encore."));
                desk.pathways().adapt(dossier, CallArguments.adaptation());
                desk.tutoring().open(dossier, CallArguments.period());
                return desk.interviews().schedule(dossier, CallArguments.interview());
            });
        }
        for (Reflection reflection : reflections) {
            var prompt = durand.feedback().prompt(Subject.of(reflections.get(0)), "Et ensuite ?");
            durand.feedback().prompt(Subject.of(reflection), "Et encore ?");
            learner.feedback().reply(dossier, prompt.id(), "Ensuite, j'ai relu.");
        }
    }

    private List<Production> productions(Desk desk, DossierId dossier, int each) {
        List<Production> made = new ArrayList<>();
        for (int i = 0; i <= each; i++) {
            made.add(desk.productions()
                    .add(
                            dossier,
                            NewProduction.titled("Carte " + i)
                                    .showing("C3.1")
                                    .attaching(VosReves.file("carte.txt", "Mercanet " + i))));
        }
        return made;
    }

    /** What several do together or one after the other, and then one thing in each state. */
    private void together() throws IOException {
        DossierId dossier = school.dossier;
        Desk emma = school.emma;
        Desk durand = school.durand;
        know(DossierId.class, dossier, of("lina"), school.malos);
        productions(dossier, emma, durand);
        assessments(dossier, emma, durand);
        guidance(dossier, emma, durand);
        learning(dossier, emma, durand);
        groups(dossier, emma, durand);
        peers(dossier, emma, durand);
        showing(dossier, emma, durand);
    }

    private void productions(DossierId dossier, Desk emma, Desk durand) {
        Production last = emma.productions()
                .list(dossier, PageRequest.first(1_000))
                .items()
                .get(each);
        Production secret =
                emma.productions().add(dossier, NewProduction.titled("Secret").confidentialToTheCompany());
        Production cited =
                emma.productions().list(dossier, PageRequest.first(1)).items().get(0);

        know(ProductionId.class, last.id(), secret.id());
        know(
                Stored.class,
                cited.contents().findFirst().orElseThrow(),
                last.contents().findFirst().orElseThrow());
    }

    private void assessments(DossierId dossier, Desk emma, Desk durand) {
        for (int i = 0; i < each; i++) {
            durand.assessments()
                    .positionClass(
                            NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP"));
        }
        ClassEntry entry = durand.assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP"));
        know(ClassEntryId.class, entry.id());
        SelfAssessmentDraft own = emma.assessments()
                .draft(dossier, NewSelfAssessment.of("C3.1", "acquis").because("Vu."));
        know(SelfAssessmentDraft.class, own);
        know(DraftId.class, own.id());
        for (int i = 0; i < each; i++) {
            Assessment wrong = school.positioned(durand, "C2.1", "acquis");
            school.head
                    .assessments()
                    .rectify(
                            dossier,
                            wrong.id(),
                            NewRectification.takenBack().asked("2026-1").because("Confondu."));
        }
        Assessment positioned = school.positioned(durand, "C3.1", "acquis");
        know(AssessmentId.class, positioned.id());
        Goal open = emma.goals().set(dossier, CallArguments.goal());
        Citation shown = Citation.of(
                emma.productions().list(dossier, PageRequest.first(1)).items().get(0));
        Goal claimed = emma.goals().claim(emma.goals().set(dossier, CallArguments.goal()), "Fait.", shown);
        know(Goal.class, open, claimed);
        know(GoalId.class, open.id());
    }

    private void guidance(DossierId dossier, Desk emma, Desk durand) {
        Interview scheduled = durand.interviews().schedule(dossier, CallArguments.interview());
        List<Interview> held = new ArrayList<>();
        for (int i = 0; i <= each; i++) {
            Interview planned = durand.interviews().schedule(dossier, CallArguments.interview());
            durand.interviews().prepare(dossier, planned.id());
            durand.interviews()
                    .conduct(
                            durand.interviews().get(dossier, planned.id()),
                            NewMinutes.of("Vu.").present("emma"));
            durand.interviews().note(dossier, planned.id(), "À suivre.");
            durand.interviews().propose(dossier, planned.id(), NewAgreement.of("Relire", CallArguments.goal()));
            emma.interviews().accept(dossier, planned.id(), 1);
            if (i < each) {
                held.add(durand.interviews().close(durand.interviews().get(dossier, planned.id()), null));
                if (i > 0) emma.interviews().acknowledge(dossier, planned.id());
            } else {
                held.add(durand.interviews()
                        .propose(dossier, planned.id(), NewAgreement.of("Relire", CallArguments.goal())));
            }
        }
        Interview prepared = durand.interviews().schedule(dossier, CallArguments.interview());
        durand.interviews().prepare(dossier, prepared.id());
        Interview agreed = durand.interviews().schedule(dossier, CallArguments.interview());
        durand.interviews().prepare(dossier, agreed.id());
        durand.interviews()
                .conduct(
                        durand.interviews().get(dossier, agreed.id()),
                        NewMinutes.of("Vu.").present("emma"));
        Interview conducted = held.get(each);
        know(Interview.class, conducted, scheduled);
        fresh(Interview.class, () -> durand.interviews().get(dossier, prepared.id()));
        fresh(Interview.class, () -> durand.interviews().get(dossier, agreed.id()));
        fresh(Pathway.class, () -> emma.pathways().get(dossier));
        know(
                InterviewId.class,
                scheduled.id(),
                prepared.id(),
                conducted.id(),
                agreed.id(),
                held.get(0).id());
        know(
                AdaptationId.class,
                durand.pathways().adapt(dossier, CallArguments.adaptation()).id());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < each; i++) candidates.add(Candidate.of("m" + i, "Mission", "C3.1"));
        know(List.class, candidates, SETTINGS.retention(), List.of(dossier));
        emma.nudges().seen(dossier);
        for (String rule : emma.nudges().rules(dossier)) emma.nudges().mute(dossier, rule);
    }

    private void learning(DossierId dossier, Desk emma, Desk durand) {
        for (int i = 0; i <= each; i++) {
            emma.missions().start(dossier, MissionId.of("scenario-" + i, "p" + i + "-m"));
        }
        emma.missions().putBack(dossier, MissionId.of("scenario-0", "p0-m"));
        emma.missions().handIn(dossier, MissionId.of("scenario-1", "p1-m"), "Fait.");
        NewDatedPiece there =
                NewDatedPiece.of(2, emma.productions().add(dossier, NewProduction.titled("Première page")));
        emma.missions().addPiece(dossier, MissionId.of("scenario-" + each, "p" + each + "-m"), there);
        know(
                NewDatedPiece.class,
                NewDatedPiece.of(2, emma.productions().add(dossier, NewProduction.titled("Seconde page"))),
                there);
        ReflectionDraft draft = emma.reflections().draft(dossier, Given.INSTALLING);
        MissionReportDraft reportDraft = emma.reports().draft(dossier, Given.REPORT);
        MissionReport report = emma.reports().share(dossier, Given.REPORT);
        NewAuthorisation request = CallArguments.authorising("emma");
        Authorisation asked = durand.authorisations().request(dossier, request);
        Authorisation minor = durand.authorisations()
                .request(dossier, CallArguments.authorising("lina").comingOfAgeOn(VosReves.TODAY.plusDays(1)));
        durand.authorisations().recordGiven(dossier, minor.id(), PersonId.of("mere"), VosReves.TODAY);
        durand.authorisations().recordGiven(dossier, minor.id(), PersonId.of("lina"), VosReves.TODAY);
        for (String former : List.of("ancienne", "rouverte")) {
            school.head
                    .grants()
                    .revoke(school.head
                            .grants()
                            .give(NewGrant.of(former, Role.REPRESENTATIVE).over(dossier))
                            .id());
        }
        emma.grants().openToRepresentative(dossier, PersonId.of("rouverte"), null);
        Playback playback = school.recorded();
        Reflection reflection = emma.reflections().list(dossier, PageRequest.first(1_000)).items().stream()
                .reduce((a, b) -> b)
                .orElseThrow();
        List<Playback> playbacks = new ArrayList<>(List.of(playback));
        for (int i = 0; i < each; i++) {
            durand.authorisations().request(dossier, request);
            durand.authorisations().request(of("lina"), request);
            if (i < 12) playbacks.add(emma.recordings().add(dossier, reflection.id(), CallArguments.recording()));
        }
        Subject subject = Subject.of(
                emma.reflections().list(dossier, PageRequest.first(1)).items().get(0));
        know(ReflectionDraft.class, draft);
        know(Reflection.class, reflection);
        know(ReflectionId.class, reflection.id(), draft.id());

        know(MissionReportDraft.class, reportDraft);
        know(MissionReport.class, report);
        know(MissionReportId.class, report.id(), reportDraft.id());

        know(Subject.class, subject, Subject.of(report));
        know(FeedbackId.class, durand.feedback().prompt(subject, "Et ensuite ?").id());
        know(StaffNoteId.class, durand.feedback().note(subject, "À revoir.").id());
        know(AuthorisationId.class, asked.id(), minor.id());
        know(RecordingId.class, playbacks.get(1).id());
    }

    /** A group to which Emma invites, one that she may leave and one that invites her, of as many as there may be. */
    private void groups(DossierId dossier, Desk emma, Desk durand) {
        NewGroup site = NewGroup.of(NewProduction.titled("Site")).with("lina", "malo");
        List<GroupProduction> started = new ArrayList<>();
        for (int i = 0; i <= each; i++) {
            GroupProduction group = emma.groups().start(dossier, site);
            school.malo.groups().accept(group.id(), school.malos);
            emma.groups().contribute(emma.groups().part(group.id()), "Le plan.");
            durand.groups().appraise(group.id(), "Bien.");
            durand.groups()
                    .appraise(started.isEmpty() ? group.id() : started.get(0).id(), "Bien.");
            school.as("lina")
                    .groups()
                    .start(of("lina"), NewGroup.of(NewProduction.titled("Site")).with("emma"));
            GroupProduction joined = school.malo
                    .groups()
                    .start(
                            school.malos,
                            NewGroup.of(NewProduction.titled("Chez Malo")).with("emma"));
            emma.groups().accept(joined.id(), dossier);
            elsewhere.add(emma.productions().get(school.malos, joined.production()));
            started.add(group);
        }
        GroupId theirs = school.as("lina")
                .groups()
                .start(of("lina"), NewGroup.of(NewProduction.titled("Site")).with("malo"))
                .id();
        school.malo.groups().accept(theirs, school.malos);
        GroupProduction lonely = emma.groups()
                .start(dossier, NewGroup.of(NewProduction.titled("Seule")).with("lina"));
        know(
                GroupId.class,
                started.get(0).id(),
                emma.groups().invitations().get(0).id(),
                theirs,
                lonely.id());
        ofTheGroup = started.get(0).production();
        know(GroupContribution.class, emma.groups().part(started.get(0).id()));
        List<WatchEntryId> watched = new ArrayList<>();
        Project project = emma.projects().open(dossier, NewProject.titled("Projet"));
        for (int i = 0; i < each; i++) {
            emma.projects().open(dossier, NewProject.titled("Projet"));
            emma.projects().note(dossier, project.id(), "Avancé.");
            emma.projects().task(dossier, project.id(), NewTask.of("Images"));
            emma.projects().milestone(dossier, project.id(), NewMilestone.of("Recette", VosReves.TODAY.plusDays(9)));
            watched.add(emma.watch().log(dossier, CallArguments.watched()).id());
        }
        WatchEntry entry = emma.watch().log(dossier, CallArguments.watched());
        know(ProjectId.class, project.id());
        fresh(Project.class, () -> emma.projects().get(dossier, project.id()));
        know(WatchEntry.class, entry);
        know(WatchEntryId.class, entry.id());
        know(WatchEntryId[].class, watched.toArray(WatchEntryId[]::new));
    }

    /** A campaign that takes hand-ins, one in which reviews are written, and some that are over. */
    private void peers(DossierId dossier, Desk emma, Desk durand) {
        Campaign taking = handedIn(dossier);
        for (int i = 0; i < each; i++) {
            Campaign over = handedIn(dossier);
            assign(over);
            for (String reviewer : List.of("emma", "lina", "malo")) {
                Desk desk = school.as(reviewer);
                for (ReviewAssignment task :
                        desk.reviews().assigned(PageRequest.first(1_000)).items()) {
                    if (task.campaign().equals(over.id()))
                        desk.reviews()
                                .submit(task.id(), Remarks.strength("Clair.").on(1, "Des dates ?", "acquis"));
                }
            }
            durand.campaigns().close(over.id());
        }
        List<Review> received =
                emma.reviews().received(dossier, PageRequest.first(1_000)).items();
        for (Review review : received) {
            if (received.indexOf(review) > 0) emma.reviews().reply(review, "Merci.");
        }
        Campaign running = handedIn(dossier);
        assign(running);
        List<ReviewAssignment> tasks =
                emma.reviews().assigned(PageRequest.first(1_000)).items();
        ReviewAssignment begun = emma.reviews()
                .save(tasks.get(tasks.size() - 1), Remarks.strength("Clair.").on(1, "Des dates ?", "acquis"));
        know(Campaign.class, durand.campaigns().get(running.id()));
        know(CampaignId.class, taking.id(), running.id());
        know(
                NewHandIn.class,
                NewHandIn.of(emma.productions()
                        .list(dossier, PageRequest.first(1))
                        .items()
                        .get(0)));
        know(Pair[].class, pairs());
        know(ReviewAssignment.class, begun, tasks.get(0));
        know(ReviewAssignmentId.class, begun.id(), tasks.get(0).id());
        know(Review.class, received.get(0));
        know(ReviewId.class, received.get(0).id());
    }

    private Campaign handedIn(DossierId dossier) {
        Campaign campaign = school.durand.campaigns().open(CallArguments.campaign(school.cohort));
        for (String name : names) {
            Desk desk = school.as(name);
            desk.campaigns()
                    .handIn(
                            campaign.id(),
                            of(name),
                            NewHandIn.of(desk.productions()
                                    .list(of(name), PageRequest.first(1))
                                    .items()
                                    .get(0)));
        }
        return campaign;
    }

    /** Everybody reviews the next one. */
    private Pair[] pairs() {
        Pair[] pairs = new Pair[names.size()];
        for (int i = 0; i < pairs.length; i++) pairs[i] = Pair.of(names.get(i), names.get((i + 1) % pairs.length));
        return pairs;
    }

    private void assign(Campaign campaign) {
        school.durand.campaigns().assign(campaign.id(), pairs());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
    }

    private void showing(DossierId dossier, Desk emma, Desk durand) {
        List<Production> cards = Stream.concat(
                        emma.productions().list(dossier, PageRequest.first(20)).items().stream(),
                        elsewhere.stream().limit(10))
                .filter(card -> card.confidentiality() == null && !card.title().equals("Seule"))
                .toList();
        NewShowcase all = NewShowcase.titled("Vitrine");
        NewExamFile chosen = NewExamFile.forUnit("Épreuve exemple", "Bloc 1");
        NewSelfAssessment self = NewSelfAssessment.of("C3.1", "acquis").because("Vu.");
        NewPositioning positioning = CallArguments.positioning();
        NewReflection reflection = Given.INSTALLING;
        NewMissionReport report = Given.REPORT;
        for (Production card : cards) {
            self = self.citing(card);
            positioning = positioning.citing(card);
            reflection = reflection.citing(card);
            report = report.citing(card);
            all = all.showing(card, "Ceci.");
            chosen = chosen.presenting(card);
        }
        for (Reflection shared :
                emma.reflections().list(dossier, PageRequest.first(10)).items()) chosen = chosen.disclosing(shared);
        for (MissionReport shared :
                emma.reports().list(dossier, PageRequest.first(10)).items()) chosen = chosen.reporting(shared);
        for (Assessment own :
                emma.assessments().list(dossier, PageRequest.first(10)).items()) {
            if (own.perspective() == Perspective.SELF) chosen = chosen.disclosing(own);
        }
        for (Showcase told :
                emma.showcases().list(dossier, PageRequest.first(10)).items()) chosen = chosen.telling(told);
        Showcase begun = emma.showcases().begin(dossier, all);
        Showcase showcase = emma.showcases().publish(emma.showcases().begin(dossier, all));
        IssuedLink link = emma.shares().share(dossier, showcase.id(), VosReves.TODAY.plusDays(30));
        WorkplacePeriod period = atWork(dossier, emma, durand, cards);
        IssuedLink tutors = durand.tutoring().invite(dossier, period.id());
        ExamFile file = emma.seals().begin(dossier, chosen);
        Seal seal = emma.seals().seal(file);
        IssuedLink jury = emma.seals().sendToJury(dossier, seal.id(), null, VosReves.TODAY.plusDays(30));
        for (int i = 0; i < each; i++) {
            emma.shares().share(dossier, showcase.id(), VosReves.TODAY.plusDays(30));
            bearing(link).shared().showcase();
            emma.seals().seal(emma.seals().begin(dossier, chosen));
            durand.seals().advise(dossier, file.id(), "Choisis moins.");
        }
        for (IssuedLink each : List.of(link, tutors, jury))
            actors.add(Actor.bearing(each.token().text()));
        know(Citation[].class, cards.stream().map(Citation::of).toArray(Citation[]::new));
        know(NewSelfAssessment.class, self);
        know(NewPositioning.class, positioning);
        know(NewReflection.class, reflection);
        know(NewMissionReport.class, report);
        know(NewShowcase.class, all);
        know(Showcase.class, begun, showcase);
        know(ShowcaseId.class, showcase.id());
        know(LinkId.class, link.link().id());
        know(WorkplacePeriod.class, durand.tutoring().get(dossier, period.id()));
        know(NewExamFile.class, chosen);
        know(ExamFile.class, file);
        know(ExamFileId.class, file.id());
        know(SealId.class, seal.id());
    }

    /** A period with a tutor, of which everything was said; and one of which nothing was. */
    private WorkplacePeriod atWork(DossierId dossier, Desk emma, Desk durand, List<Production> cards) {
        WorkplacePeriod bare = durand.tutoring().open(dossier, CallArguments.period());
        WorkplacePeriod period =
                durand.tutoring().open(dossier, CallArguments.period().tutoredBy(PersonId.of("tutrice")));
        for (Production card : cards) {
            emma.tutoring().show(dossier, period.id(), NewShownWork.of(card).saying("Fait seule."));
        }
        durand.workplaces()
                .plan(dossier, period.id(), NewPlannedDays.weekdays(VosReves.TODAY, VosReves.TODAY.plusDays(each)));
        durand.workplaces().attest(dossier, period.id(), NewAttestedDays.upToToday());
        for (int i = 0; i < each; i++) durand.workplaces().log(dossier, period.id(), CallArguments.contact());
        for (int i = 0; i < each; i++) durand.oralNotes().note(dossier, CallArguments.oral());
        OralNote note = durand.oralNotes().note(dossier, CallArguments.oral());
        know(OralNote.class, note);
        Desk deputy = school.as("adjointe");
        for (int i = 0; i < each; i++) deputy.access().endEarly(deputy.access().openForReason(dossier, "Motif", 1));
        ExceptionalAccess opened = deputy.access().openForReason(dossier, "Motif", 72);
        know(ExceptionalAccess.class, opened);
        know(ExceptionalAccessId.class, opened.id());
        know(OralNoteId.class, note.id());
        know(Convention.class, durand.workplaces().agree(dossier, period.id(), CallArguments.convention()));
        know(NewShownWork.class, NewShownWork.of(cards.get(0)));
        know(WorkplacePeriodId.class, period.id(), bare.id());
        return period;
    }

    private Desk bearing(IssuedLink link) {
        return school.portfolio.as(Actor.bearing(link.token().text()));
    }

    private void school() throws IOException {
        NewYear year = NewYear.of("CS SNO 2027")
                .with(learners(everybody()), teachers("m.durand"))
                .adopting(BundledFrameworks.MC_SNO.framework().id(), ExampleScales.FOUR_STEPS)
                .copyingThePlanOf(school.cohort);
        for (String name : names) year = year.naming(PersonId.of(name), "Personne " + name);
        know(YearPlan.class, school.durand.plans().of(school.cohort));
        know(NewYear.class, year);
        know(YearChanges.class, school.head.year().preview(year));
        Map<PersonId, String> called = new LinkedHashMap<>();
        for (String name : names) called.put(PersonId.of(name), "Personne " + name);
        know(Map.class, called);
        know(Collection.class, List.copyOf(called.keySet()));
        know(PersonId[].class, called.keySet().toArray(PersonId[]::new));
        know(
                AdoptionId.class,
                school.sno,
                school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS),
                school.head.frameworks().adopt(BundledFrameworks.CS_SNO, ExampleScales.FOUR_STEPS));
        know(
                PersonId.class,
                PersonId.of("lina"),
                PersonId.of("emma"),
                PersonId.of("m.durand"),
                PersonId.of("mme.petit"),
                PersonId.of("parti"),
                PersonId.of("sortie"),
                PersonId.of("ancienne"),
                PersonId.of("rouverte"),
                PersonId.of("compte-double"),
                PersonId.of("ancien-compte"),
                PersonId.of("pas-encore"));
        school.head.people().name(PersonId.of("compte-double"), "Compte double");
        school.head.people().name(PersonId.of("ancien-compte"), "Compte renommé");
        know(
                IdChangeId.class,
                school.head
                        .people()
                        .rename(PersonId.of("ancien-compte"), PersonId.of("nouveau-compte"))
                        .id());
        know(
                GrantId.class,
                school.head.grants().of(PersonId.of("m.durand")).get(0).id());
        NewPrivacyRequest request = NewPrivacyRequest.of("emma", PrivacyRequest.Right.ERASURE, VosReves.TODAY);
        for (int i = 0; i < each; i++) school.head.privacy().request(request);
        school.head.cohorts().enrol(VosReves.CLASS, learners("efface"));
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("efface")));
        know(PrivacyRequest.class, school.head.privacy().request(request));
        for (int i = 0; i < each; i++) school.head.breaches().record(Given.lostKey());
        Breach breach = school.head.breaches().record(Given.lostKey());
        know(Breach.class, breach);
        know(BreachId.class, breach.id());
        badges();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        school.head.departures().pack(PersonId.of("lina"), Locale.FRENCH, packed);
        school.head.departures().verify(PersonId.of("lina"), new ByteArrayInputStream(packed.toByteArray()));
        arguments.fresh(InputStream.class, () -> new ByteArrayInputStream(packed.toByteArray()));
        june();

        List<LearnerHistory> histories = new ArrayList<>();
        for (String name : names) {
            histories.add(new LearnerHistory(
                    PersonId.of("new-" + name), school.sno, LearnerStatus.SCHOOL, List.of(), List.of()));
        }
        arguments.fresh(Iterator.class, histories::iterator);
    }

    /** Somebody left with last year's class, and levels came from sheets. */
    /** Each badge was accepted by Emma, who is of age; another one is offered to her, and one asked for. */
    private void badges() {
        school.authorised(NewAuthorisation.toHaveBadges("emma").alreadyOfAge());
        BadgeDefinition badge = school.head.badges().define(Given.commerce(school));
        BadgeAward accepted = accepted(badge);
        for (int i = 1; i < each; i++) accepted(school.head.badges().define(Given.commerce(school)));
        BadgeAward offered = offered(school.head.badges().define(Given.commerce(school)));
        BadgeDefinition another = school.head.badges().define(Given.commerce(school));
        BadgeAward asked = school.emma.badges().ask(school.dossier, another.id(), "");
        know(BadgeDefinition.class, badge);
        know(
                BadgeDefinitionId.class,
                badge.id(),
                school.head.badges().define(Given.commerce(school)).id());
        know(BadgeAward.class, offered, asked, accepted);
        know(BadgeAwardId.class, accepted.id());
        know(BadgeChoice.class, BadgeChoice.of(accepted));
    }

    private BadgeAward accepted(BadgeDefinition badge) {
        return school.emma.badges().accept(offered(badge), NewBadgeAcceptance.as("Emma Exemplaire"));
    }

    private BadgeAward offered(BadgeDefinition badge) {
        return school.durand.badges().offer(school.dossier, badge.id(), LevelId.of("acquis"), "Vu deux fois.");
    }

    private void june() {
        CohortId over = school.head.cohorts().enrol("CS SNO 2025", learners("sortie"));
        school.as("sortie").dossiers().open(school.sno);
        HandedPackage handed = school.head
                .year()
                .end(NewYearEnd.of(over, VosReves.TODAY.plusDays(90)).othersLeave(), each -> {}, ProgressListener.NONE)
                .packages()
                .get(0);
        actors.add(Actor.bearing(handed.link().token().text()));
        know(
                String.class,
                "Vu en TP.",
                VosReves.CLASS,
                "case",
                "goal-due",
                "dossiers",
                handed.code().text());
        NewFormerLevels levels = NewFormerLevels.from("Pronote, 2024-2025");
        for (int i = 0; i < each; i++) {
            for (String name : List.of("emma", "malo")) {
                levels = levels.with(NewFormerLevels.Given.of(name, "Câbler " + i, "Acquis", VosReves.TODAY));
            }
            know(
                    FormerImportId.class,
                    Objects.requireNonNull(
                                    school.head.formerLevels().take(levels).made())
                            .id());
        }
        know(NewFormerLevels.class, levels.with(NewFormerLevels.Given.of("emma", "Souder", "Acquis", VosReves.TODAY)));
    }

    private void plain() {
        know(Members[].class, new Members[] {learners(everybody()), teachers(everybody())});
        school.clock.set(VosReves.BEGINNING.plus(Duration.ofDays(2)).toString());
        Production free = school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Libre").attaching(VosReves.file("libre.txt", "Libre")));
        know(Production.class, free, school.emma.productions().get(school.dossier, Objects.requireNonNull(ofTheGroup)));
        know(
                ErasurePlan.class,
                school.head.privacy().planErasure(PersonId.of("emma")),
                school.head.privacy().planErasure(PersonId.of("lina")));
        know(ErasuresPlan.class, school.head.privacy().planErasures(NewErasures.of("lina")));
        var erased = open(store.copy()).as(Actor.of("proviseure")).privacy();
        know(List.class, List.of(erased.erase(erased.planErasure(PersonId.of("lina")))));
    }

    /** Another portfolio over a store, with nothing remembered. */
    public Portfolio open(CountingStore over) {
        return Portfolio.with(over)
                .examUse(VosReves.EXAMS)
                .clock(school.clock)
                .privacy(SETTINGS)
                .readingsKept(12)
                .build();
    }

    @Override
    public void close() {
        school.close();
    }
}
