package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.access.HostService;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.archive.ArchiveSource;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.DossierDesk;
import org.eportfolio.core.Given;
import org.eportfolio.core.NoArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdaptationId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.BadgeDefinitionId;
import org.eportfolio.id.BreachId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.ExceptionalAccessId;
import org.eportfolio.id.FeedbackId;
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
import org.eportfolio.interview.NewInterview;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
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
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Project;
import org.eportfolio.project.Reliability;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.OralNote;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.Subject;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Stored;
import org.eportfolio.workplace.Convention;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.YearChanges;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D1: every public method of every desk, tried by those who hold no grant over what they ask for. */
class DenyByDefaultTest extends Story {
    private @Nullable CallArguments plausible;

    @BeforeEach
    void emmaHasSomethingToHide() {
        Production map = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte mentale")
                                .showing("C3.1")
                                .attaching(VosReves.file("carte.txt", "Mercanet")));
        SelfAssessmentDraft draft =
                school.emma.assessments().draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        Goal goal = school.emma
                .goals()
                .set(
                        school.dossier,
                        NewGoal.of("C3.1", "acquis").by(VosReves.TODAY).step("Lire"));
        school.malo.dossiers().open(school.sno);
        school.as("lina").dossiers().open(school.sno);
        school.as("yanis").dossiers().open(school.sno);
        Assessment assessment = school.positioned(school.durand, "C3.1", "en-cours");
        ClassEntry entry = school.durand
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP"));
        Stored file = map.contents().findFirst().orElseThrow();
        Framework framework = BundledFrameworks.CRCN.framework();
        ScenarioDraft scenario = school.durand.scenarios().draft(Given.complete("premier", "p"));
        school.durand.scenarios().publish(scenario, "p-m");
        know(YearPlan.class, school.durand.plans().choose(school.cohort, scenario.id()));
        school.emma.missions().start(school.dossier, MissionId.of("premier", "p-m"));

        know(ScenarioDraft.class, scenario);
        know(Scenario.class, scenario.scenario());
        know(ScenarioId.class, scenario.id());
        know(ScenarioId[].class, new ScenarioId[] {scenario.id()});
        know(MissionId.class, MissionId.of("premier", "p-m"));
        know(String[].class, new String[] {"p-m"});
        know(Production.class, map);
        NewYear year = NewYear.of("CS SNO 2027").with(learners("zoe"));
        know(NewYear.class, year);
        know(YearChanges.class, school.head.year().preview(year));
        know(ProductionId.class, map.id());
        know(Stored.class, file);
        know(SelfAssessmentDraft.class, draft);
        know(Goal.class, goal);
        know(AssessmentId.class, assessment.id());
        know(ClassEntryId.class, entry.id());
        know(PersonId.class, PersonId.of("emma"));
        know(
                GrantId.class,
                school.head.grants().of(PersonId.of("m.durand")).get(0).id());
        know(String.class, VosReves.CLASS);
        know(Actor.class, Actor.of("emma"));
        know(Path.class, folder.resolve("backup"));
        know(Citation[].class, new Citation[] {Citation.of(map)});
        Showcase showcase = school.emma
                .showcases()
                .publish(school.emma
                        .showcases()
                        .begin(school.dossier, NewShowcase.titled("Vitrine").showing(map, "")));
        IssuedLink link = school.emma.shares().share(school.dossier, showcase.id(), VosReves.TODAY);
        NewWorkplacePeriod period =
                NewWorkplacePeriod.pfmp("VosRêves").lasting(VosReves.TODAY, VosReves.TODAY.plusDays(20));
        NewExamFile choices = NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(map);
        ExamFile examFile = school.emma.seals().begin(school.dossier, choices);
        know(Showcase.class, showcase);
        know(ShowcaseId.class, showcase.id());
        know(LinkId.class, link.link().id());
        WorkplacePeriod workplace = school.durand.tutoring().open(school.dossier, period);
        know(WorkplacePeriod.class, workplace);
        know(WorkplacePeriodId.class, workplace.id());
        know(
                Convention.class,
                school.durand.workplaces().agree(school.dossier, workplace.id(), CallArguments.convention()));
        know(NewExamFile.class, choices);
        know(ExamFile.class, examFile);
        know(ExamFileId.class, examFile.id());
        know(SealId.class, school.emma.seals().seal(examFile).id());
        know(ArchiveSink.class, new NoArchive());
        know(ArchiveSource.class, new NoArchive());
        workTogether();
        know(Collection.class, List.of(PersonId.of("emma")));
        know(Map.class, Map.of(PersonId.of("emma"), "Emma"));
        know(
                Iterator.class,
                List.of(new LearnerHistory(
                                PersonId.of("intrus"), school.sno, LearnerStatus.SCHOOL, List.of(), List.of()))
                        .iterator());
    }

    /** Emma is guided, and Lina is to review what she made. */
    @BeforeEach
    void emmaIsGuidedAndReviewed() {
        NewInterview planned = NewInterview.about("Bilan").at(VosReves.BEGINNING.plusSeconds(3_600));
        Interview interview = school.durand.interviews().schedule(school.dossier, planned);
        NewAdaptation adaptation =
                NewAdaptation.of("Un écran de plus").choosing("oral").because("Pour comparer deux documents.");
        know(Interview.class, interview);
        know(InterviewId.class, interview.id());
        know(
                AdaptationId.class,
                school.durand.pathways().adapt(school.dossier, adaptation).id());
        know(Pathway.class, school.emma.pathways().get(school.dossier));
        know(List.class, List.of(Candidate.of("m1", "Mission", "C3.1")));
        NewCampaign opening = NewCampaign.of(school.cohort, "Relire")
                .asking(Criterion.of("Est-ce clair ?"))
                .until(VosReves.BEGINNING.plusSeconds(86_400));
        CampaignId campaign = school.durand.campaigns().open(opening).id();
        NewHandIn handIn = NewHandIn.of(school.mindMap());
        school.emma.campaigns().handIn(campaign, school.dossier, handIn);
        Pair pair = Pair.of("lina", "emma");
        ReviewAssignment assigned =
                school.durand.campaigns().assign(campaign, pair).get(0);
        know(Campaign.class, school.durand.campaigns().get(campaign));
        know(CampaignId.class, campaign);
        know(NewHandIn.class, handIn);
        know(Pair[].class, new Pair[] {pair});
        know(
                Review.class,
                new Review(
                        new ReviewId(VosReves.nowhere()),
                        campaign,
                        assigned.handIn(),
                        school.dossier,
                        1,
                        null,
                        Remarks.none(),
                        false,
                        null,
                        null,
                        1));
        know(ReviewAssignment.class, assigned);
        know(ReviewAssignmentId.class, assigned.id());
    }

    /** Emma makes something with Lina, follows up a project, and keeps watch. */
    private void workTogether() {
        NewGroup site = NewGroup.of(NewProduction.titled("Site")).with("lina");
        GroupId group = school.emma.groups().start(school.dossier, site).id();
        Desk lina = school.as("lina");
        lina.groups().accept(group, lina.dossiers().open(school.sno));
        NewProject followed = NewProject.titled("Projet");
        ProjectId project =
                school.emma.projects().open(school.dossier, followed).id();
        NewTask task = NewTask.of("Images");
        school.emma.projects().task(school.dossier, project, task);
        NewMilestone milestone = NewMilestone.of("Recette", VosReves.TODAY);
        school.emma.projects().milestone(school.dossier, project, milestone);
        NewWatchEntry guide = NewWatchEntry.titled("Guide")
                .judged(Reliability.RELIABLE, "Daté.")
                .concluding("Utile.");
        WatchEntry entry = school.emma.watch().log(school.dossier, guide);
        know(GroupId.class, group);
        know(GroupContribution.class, school.emma.groups().part(group));
        know(ProjectId.class, project);
        know(Project.class, school.emma.projects().get(school.dossier, project));
        know(WatchEntry.class, entry);
        know(WatchEntryId.class, entry.id());
        know(WatchEntryId[].class, new WatchEntryId[] {entry.id()});
        know(PersonId[].class, new PersonId[] {PersonId.of("emma")});
    }

    @BeforeEach
    void emmaHasReflectedToo() {
        ReflectionDraft draft = school.emma.reflections().draft(school.dossier, Given.INSTALLING);
        Reflection reflection = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        MissionReportDraft reportDraft = school.emma.reports().draft(school.dossier, Given.REPORT);
        MissionReport report = school.emma.reports().share(school.dossier, Given.REPORT);
        Subject subject = Subject.of(reflection);
        NewAuthorisation request = NewAuthorisation.toRecord("emma")
                .alreadyOfAge()
                .forProject("Explicitations")
                .use("Entretiens")
                .recipients("L'équipe")
                .until(VosReves.TODAY);
        Authorisation authorisation = school.durand.authorisations().request(school.dossier, request);
        OralNote note = school.durand.oralNotes().note(school.dossier, CallArguments.oral());
        know(OralNote.class, note);
        ExceptionalAccess opened = school.head.access().openForReason(school.dossier, "Motif", 1);
        know(ExceptionalAccess.class, school.head.access().endEarly(opened));
        know(ExceptionalAccessId.class, opened.id());
        know(OralNoteId.class, note.id());
        know(ReflectionDraft.class, draft);
        know(Reflection.class, reflection);
        know(ReflectionId.class, reflection.id());
        know(MissionReportDraft.class, reportDraft);
        know(MissionReport.class, report);
        know(MissionReportId.class, report.id());
        know(Subject.class, subject);
        know(
                FeedbackId.class,
                school.durand.feedback().prompt(subject, "Et ensuite ?").id());
        know(
                StaffNoteId.class,
                school.durand.feedback().note(subject, "À revoir.").id());
        know(AuthorisationId.class, authorisation.id());
        know(RecordingId.class, new RecordingId(VosReves.nowhere()));
    }

    /** Emma wants to be erased, and has asked for it. */
    @BeforeEach
    void emmaAsksForHerData() {
        know(LocalDate.class, VosReves.TODAY);
        know(ErasurePlan.class, school.head.privacy().planErasure(PersonId.of("emma")));
        know(ErasuresPlan.class, school.head.privacy().planErasures(NewErasures.of("emma")));
        NewPrivacyRequest request = NewPrivacyRequest.of("emma", PrivacyRequest.Right.ERASURE, VosReves.TODAY);
        know(PrivacyRequest.class, school.head.privacy().request(request));
        Breach breach = school.head.breaches().record(Given.lostKey());
        know(Breach.class, breach);
        know(BreachId.class, breach.id());
        BadgeDefinition badge = school.head.badges().define(Given.commerce(school));
        BadgeAward award = school.durand.badges().offer(school.dossier, badge.id(), LevelId.of("acquis"), "Vu.");
        know(BadgeDefinition.class, badge);
        know(BadgeDefinitionId.class, badge.id());
        know(BadgeAward.class, award);
        know(BadgeAwardId.class, award.id());
        school.head.people().name(PersonId.of("ancien-compte"), "Compte renommé");
        know(
                IdChangeId.class,
                school.head
                        .people()
                        .rename(PersonId.of("ancien-compte"), PersonId.of("nouveau-compte"))
                        .id());
    }

    @SafeVarargs
    private <T> void know(Class<T> type, T... values) {
        plausible().know(type, values);
    }

    private CallArguments plausible() {
        CallArguments made = plausible;
        if (made == null) {
            made = new CallArguments(school);
            plausible = made;
        }
        return made;
    }

    @Test
    void whoever_holds_no_grant_is_refused_every_call_and_nothing_is_written() {
        assertThat(refusals(school.as("passant"), call -> true)).hasSizeGreaterThan(45);
    }

    @Test
    void the_system_is_refused_every_call() {
        assertThat(refusals(school.portfolio.as(Actor.system()), call -> true)).hasSizeGreaterThan(45);
    }

    @Test
    void a_service_that_was_declared_with_nothing_is_refused_every_call() {
        // Not closed: the store is the school's.
        Portfolio declaring = Portfolio.with(school.store)
                .clock(school.clock)
                .service(HostService.named("idle", "Ne fait rien encore"))
                .build();
        assertThat(refusals(declaring.asService("idle"), call -> true)).hasSizeGreaterThan(45);
    }

    @Test
    void the_bearer_of_a_link_that_opens_nothing_is_refused_every_call() {
        assertThat(refusals(school.portfolio.as(Actor.bearing("nowhere")), call -> true))
                .hasSizeGreaterThan(45);
    }

    @Test
    void somebody_whose_grant_has_ended_is_refused_every_call_but_to_ask_about_their_own_data() {
        school.head
                .grants()
                .revoke(school.head.grants().of(PersonId.of("m.durand")).get(0).id());
        assertThat(refusals(
                        school.durand,
                        call -> call.getDeclaringClass() != PrivacyDesk.class
                                || !call.getName().equals("ask")))
                .hasSizeGreaterThan(45);
        assertThat(school.durand.privacy().ask(PrivacyRequest.Right.ACCESS, "").person())
                .isEqualTo(PersonId.of("m.durand"));
    }

    @Test
    void a_fellow_learner_sees_and_changes_nothing_of_anothers_dossier() {
        List<String> refused = refusals(school.malo, DenyByDefaultTest::inADossier);
        assertThat(refused).hasSizeGreaterThan(20);
        assertThat(refused).allMatch(each -> each.endsWith("NotFoundException"));
    }

    @Test
    void a_teacher_of_another_class_sees_and_changes_nothing_of_this_dossier() {
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"), Members.teachers("m.autre"));
        List<String> refused = refusals(school.as("m.autre"), DenyByDefaultTest::inADossier);
        assertThat(refused).hasSizeGreaterThan(20);
        assertThat(refused).allMatch(each -> each.endsWith("NotFoundException"));
    }

    private static boolean inADossier(Method call) {
        return List.of(call.getParameterTypes()).stream()
                .anyMatch(type -> type == DossierId.class
                        || type == Production.class
                        || type == SelfAssessmentDraft.class
                        || type == Showcase.class
                        || type == ExamFile.class
                        || type == ReflectionDraft.class
                        || type == Reflection.class
                        || type == MissionReportDraft.class
                        || type == Goal.class
                        || type == Pathway.class
                        || type == Project.class
                        || type == GroupContribution.class
                        || type == Review.class
                        || type == Interview.class
                        || type == WorkplacePeriod.class
                        || type == Convention.class
                        || type == OralNote.class
                        || type == ExceptionalAccess.class
                        || type == MissionReport.class
                        || type == Subject.class
                        || (type == PersonId.class && call.getDeclaringClass() == DossierDesk.class));
    }

    @Test
    void the_matrix_in_the_docs_says_what_the_code_does() throws IOException {
        new AccessMatrix(school, this::arguments).isWhatTheDocsSay();
    }

    @Test
    void each_role_gets_in_where_the_permission_table_says_and_nowhere_else() {
        new AccessMatrix(school, this::arguments).agreesWithThePermissionTable();
    }

    @Test
    void of_another_class_nobody_learns_not_even_that_an_id_exists() {
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"), Members.teachers("m.autre"));
        List<String> compared = new ArrayList<>();
        for (String outsider : List.of("m.autre", "zoe")) {
            calls((door, call) -> {
                if (Stream.of(call.getParameterTypes()).noneMatch(elsewhere::containsKey)) return;
                if (!inADossier(call) && call.getParameterTypes()[0] != CohortId.class) return;
                String name = outsider + ": " + AccessMatrix.name(door, call);
                String there = told(refusal(name, door, call, arguments(call), school.as(outsider)));
                assertThat(told(refusal(name, door, call, elsewhere(call), school.as(outsider))))
                        .as(name)
                        .isEqualTo(there);
                compared.add(name);
            });
        }
        assertThat(compared).hasSizeGreaterThan(100);
    }

    /** What the outsider reads in both languages, whichever ids they asked for. */
    private static String told(Throwable refusal) {
        PortfolioException told = (PortfolioException) refusal;
        return (refusal.getClass() + told.message(Locale.ENGLISH) + told.message(Locale.FRENCH))
                .replaceAll("…[0-9a-f]{8}", "ID")
                .replace("nobody-here", "emma");
    }

    /** The same call about things that never were. */
    private @Nullable Object[] elsewhere(Method call) {
        @Nullable Object[] arguments = arguments(call);
        for (int i = 0; i < arguments.length; i++) {
            Object other = elsewhere.get(call.getParameterTypes()[i]);
            if (other != null) arguments[i] = other;
        }
        return arguments;
    }

    private final Map<Class<?>, Object> elsewhere = Map.ofEntries(
            Map.entry(DossierId.class, new DossierId(VosReves.nowhere())),
            Map.entry(CohortId.class, new CohortId(VosReves.nowhere())),
            Map.entry(PersonId.class, PersonId.of("nobody-here")),
            Map.entry(ProductionId.class, new ProductionId(VosReves.nowhere())),
            Map.entry(AssessmentId.class, new AssessmentId(VosReves.nowhere())),
            Map.entry(CampaignId.class, new CampaignId(VosReves.nowhere())),
            Map.entry(ReviewAssignmentId.class, new ReviewAssignmentId(VosReves.nowhere())),
            Map.entry(InterviewId.class, new InterviewId(VosReves.nowhere())),
            Map.entry(ReflectionId.class, new ReflectionId(VosReves.nowhere())));

    /** J3: calls that an employer gets through to: they write or read what is the tutor's own, or show no content. */
    private static final Set<String> OPEN_TO_AN_EMPLOYER = Set.of(
            "assessments().position(DossierId, NewPositioning)",
            "tutoring().mine(DossierId, PageRequest)",
            "access().opening(DossierId, ExceptionalAccessId)",
            "access().openings(DossierId, PageRequest)",
            "access().readers(DossierId, PageRequest)",
            "access().whoCanRead(DossierId)",
            "access().whoCanRead(DossierId, Instant)");

    @Test
    void an_employer_who_is_a_learner_elsewhere_reads_no_gap_of_the_apprentice() {
        school.head.cohorts().enrol("CS SNO 2025", learners("k.employeur"));
        anEmployerReadsNothing(Role.LEARNER);
    }

    @Test
    void an_employer_who_teaches_another_class_reads_no_gap_of_the_apprentice() {
        anEmployerReadsNothing(overAnotherClass(Role.TEACHER));
    }

    @Test
    void an_employer_who_leads_another_class_reads_no_gap_of_the_apprentice() {
        anEmployerReadsNothing(overAnotherClass(Role.LEAD_TEACHER));
    }

    @Test
    void an_employer_who_is_the_tutor_reads_no_gap_of_the_apprentice() {
        anEmployerReadsNothing(Role.TUTOR);
    }

    @Test
    void an_employer_who_certifies_another_class_reads_no_gap_of_the_apprentice() {
        anEmployerReadsNothing(overAnotherClass(Role.CERTIFIER));
    }

    @Test
    void an_employer_who_represents_another_learner_reads_no_gap_of_the_apprentice() {
        school.head
                .grants()
                .give(NewGrant.of("k.employeur", Role.REPRESENTATIVE).over(school.malos));
        anEmployerReadsNothing(Role.REPRESENTATIVE);
    }

    @Test
    void an_employer_who_heads_another_class_reads_no_gap_of_the_apprentice() {
        anEmployerReadsNothing(overAnotherClass(Role.HEAD));
    }

    @Test
    void an_employer_who_runs_the_machine_reads_no_gap_of_the_apprentice() {
        school.head.grants().give(NewGrant.of("k.employeur", Role.ADMINISTRATOR));
        anEmployerReadsNothing(Role.ADMINISTRATOR);
    }

    @Test
    void an_employer_who_is_the_data_protection_officer_reads_no_gap_of_the_apprentice() {
        school.head.grants().give(NewGrant.of("k.employeur", Role.DPO));
        anEmployerReadsNothing(Role.DPO);
    }

    private Role overAnotherClass(Role role) {
        CohortId other = school.head.cohorts().enrol("CS SNO 2025", learners("zoe"));
        school.head.grants().give(NewGrant.of("k.employeur", role).over(other));
        return role;
    }

    /** By an account, whichever role the employer names, and by the link. */
    private void anEmployerReadsNothing(Role column) {
        school.head.grants().give(NewGrant.of("k.employeur", Role.TUTOR).over(school.dossier));
        WorkplacePeriod own = school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("Entreprise")
                                .lasting(VosReves.TODAY, VosReves.TODAY.plusDays(20))
                                .tutoredBy(PersonId.of("k.employeur")));
        IssuedLink link = school.durand.tutoring().invite(school.dossier, own.id());
        Actor employer = Actor.of("k.employeur");
        List<Actor> actors = Stream.concat(
                        Stream.of(employer, Actor.bearing(link.token().text())),
                        Stream.of(Role.values()).map(employer::acting))
                .toList();
        int tried = 0;
        for (Actor actor : actors) {
            for (Map.Entry<Method, Method> each : AccessMatrix.calls().entrySet()) {
                String name = AccessMatrix.name(each.getValue(), each.getKey());
                if (!inADossier(each.getKey()) || OPEN_TO_AN_EMPLOYER.contains(name)) continue;
                refusal(
                        column + ": " + actor + " " + name,
                        each.getValue(),
                        each.getKey(),
                        arguments(each.getKey()),
                        school.portfolio.as(actor));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(1_000);
        assertThat(school.as("k.employeur")
                        .tutoring()
                        .mine(school.dossier, PageRequest.first(10))
                        .items())
                .as("their own period, and not the other employer's")
                .containsExactly(own);
        assertThat(school.as("k.employeur")
                        .tutoring()
                        .form(school.dossier, own.id())
                        .shown())
                .isEmpty();
    }

    private static void calls(BiConsumer<Method, Method> each) {
        AccessMatrix.calls().forEach((call, door) -> each.accept(door, call));
    }

    private List<String> refusals(Desk desk, Function<Method, Boolean> wanted) {
        long before = school.journalLength();
        int kept = filesKept();
        List<String> refused = new ArrayList<>();
        calls((door, call) -> {
            if (!wanted.apply(call)) return;
            String name = door.getName() + "()." + call.getName() + List.of(call.getParameterTypes());
            refused.add(name + " "
                    + refusal(name, door, call, arguments(call), desk)
                            .getClass()
                            .getSimpleName());
        });
        assertThat(school.journalLength()).as("nothing is written").isEqualTo(before);
        assertThat(filesKept()).as("no file is kept").isEqualTo(kept);
        return refused;
    }

    private int filesKept() {
        return school.store.contents().list(null, 100).size();
    }

    private static Throwable refusal(String name, Method door, Method call, @Nullable Object[] arguments, Desk desk) {
        try {
            call.invoke(door.invoke(desk), arguments);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).as(name).isInstanceOfAny(DeniedException.class, NotFoundException.class);
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(name, e);
        }
        throw new AssertionError(name + " let somebody in");
    }

    private @Nullable Object[] arguments(Method call) {
        return plausible().of(call);
    }
}
