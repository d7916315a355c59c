package org.eportfolio.core.calls;

import static org.eportfolio.school.Members.learners;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.agenda.Queue;
import org.eportfolio.archive.ArchiveSink;
import org.eportfolio.archive.ArchiveSource;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewFormerLevels;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Given;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.dossier.Version;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Scale;
import org.eportfolio.framework.Succession;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.DraftId;
import org.eportfolio.id.EmbargoId;
import org.eportfolio.id.FormerImportId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.IdChangeId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.Ref;
import org.eportfolio.id.ReviewId;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Cursor;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.privacy.NewBreach;
import org.eportfolio.privacy.NewBreachSettlement;
import org.eportfolio.privacy.NewErasures;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.privacy.NoticeAudience;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.project.NewMilestone;
import org.eportfolio.project.NewProject;
import org.eportfolio.project.NewTask;
import org.eportfolio.project.NewWatchEntry;
import org.eportfolio.project.Reliability;
import org.eportfolio.project.TaskStatus;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewMissionReport;
import org.eportfolio.reflection.NewOralNote;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.NewReflection;
import org.eportfolio.scenario.MissionHandIn;
import org.eportfolio.scenario.NewDatedPiece;
import org.eportfolio.school.Actor;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.Members;
import org.eportfolio.school.MembershipChange;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.search.SearchFilters;
import org.eportfolio.search.SearchRequest;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.workplace.Contact;
import org.eportfolio.workplace.NewAskDates;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewContact;
import org.eportfolio.workplace.NewConvention;
import org.eportfolio.workplace.NewPlannedDays;
import org.eportfolio.workplace.NewShownWork;
import org.eportfolio.year.NewYearEnd;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a desk may be given for each type of its arguments: the one catalogue for tests that make every call.
 * It has values for what people write and choose; a test adds the ids and records of its own class, which come in place of
 * those given here.
 */
public final class CallArguments {
    private final Map<Class<?>, List<Supplier<Object>>> ordinary = new LinkedHashMap<>();
    private final Map<Class<?>, List<Supplier<Object>>> known = new LinkedHashMap<>();
    private Map<Class<?>, List<Supplier<Object>>> kept = ordinary;

    public CallArguments(VosReves school) {
        work();
        judgements(school.cohort);
        guidance();
        together(school.cohort);
        frameworks();
        privacy();
        plain(school);
        kept = known;
    }

    /** What may be given for an argument of this type, the best first. */
    public List<Supplier<Object>> of(Class<?> type) {
        List<Supplier<Object>> some = known.getOrDefault(type, ordinary.get(type));
        if (some == null) throw new AssertionError("give CallArguments a plausible " + type);
        return some;
    }

    /** For each argument of this call the first of what may be given. */
    @Nullable
    public Object[] of(Method call) {
        return Stream.of(call.getParameterTypes())
                .map(type -> of(type).get(0).get())
                .toArray();
    }

    @SafeVarargs
    public final <T> void know(Class<T> type, T... values) {
        for (T value : values) fresh(type, () -> value);
    }

    /** What is made anew for each call. */
    public <T> void fresh(Class<T> type, Supplier<Object> value) {
        kept.computeIfAbsent(type, some -> new ArrayList<>()).add(value);
    }

    private void work() {
        know(
                NewProduction.class,
                NewProduction.titled("Autre")
                        .linking(URI.create("https://example.org"), null)
                        .attaching(VosReves.file("a.txt", "a")));
        know(NewAttachment[].class, new NewAttachment[] {VosReves.file("charte.txt", "Vert.")});
        know(NewShowcase.class, NewShowcase.titled("Vitrine"));
        know(NewReflection.class, Given.INSTALLING);
        know(NewOralNote.class, oral());
        know(MissionHandIn.class, MissionHandIn.saying("Fait.").stating(HelpStatement.none()));
        fresh(NewDatedPiece.class, () -> NewDatedPiece.of(1, shown()));
        know(NewMissionReport.class, Given.REPORT);
        know(NewRecording.class, recording());
        know(NewAuthorisation.class, authorising("emma"));
        know(NewProject.class, NewProject.titled("Projet"));
        know(NewTask.class, NewTask.of("Images"));
        know(TaskStatus.class, TaskStatus.DONE);
        know(NewMilestone.class, NewMilestone.of("Recette", VosReves.TODAY.plusDays(9)));
        know(NewWatchEntry.class, watched());
    }

    private void judgements(CohortId cohort) {
        know(NewSelfAssessment.class, NewSelfAssessment.of("C3.1", "acquis").because("Vu."));
        know(NewPositioning.class, positioning());
        know(NewClassEntry.class, NewClassEntry.of(cohort, "C3.1", "acquis").because("Vu."));
        know(NewGoal.class, goal());
        know(
                NewFormerLevels.class,
                NewFormerLevels.from("Pronote, 2024-2025")
                        .with(NewFormerLevels.Given.of("emma", "Câbler", "Acquis", VosReves.TODAY)));
        know(FormerImportId.class, new FormerImportId(VosReves.nowhere()));
        know(
                Embargo.class,
                Embargo.declared(
                        new EmbargoId(new UUID(0x7000, Long.MIN_VALUE)),
                        cohort,
                        VosReves.TODAY,
                        PersonId.of("proviseure"),
                        VosReves.BEGINNING,
                        VosReves.PARIS));
    }

    private void guidance() {
        know(NewInterview.class, interview());
        know(NewMinutes.class, NewMinutes.of("Vu.").present("emma"));
        know(NewAgreement.class, NewAgreement.of("Relire", goal()));
        know(NewPathwayStep.class, NewPathwayStep.on("C3.1").because("Rien encore."));
        know(NewAdaptation.class, adaptation());
        know(NewWorkplacePeriod.class, period());
        know(NewPlannedDays.class, NewPlannedDays.weekdays(VosReves.TODAY, VosReves.TODAY.plusDays(4)));
        know(NewAttestedDays.class, NewAttestedDays.upToToday());
        know(NewAskDates.class, NewAskDates.on(VosReves.TODAY.plusDays(7)));
        know(NewConvention.class, convention());
        know(NewContact.class, contact());
        fresh(NewShownWork.class, () -> NewShownWork.of(shown()));
        know(NewBilan.class, NewBilan.with("Karim Exemple").andTheLearner().concluding("Bien."));
        know(
                NewTutorAnswer.class,
                NewTutorAnswer.by("Karim Exemple")
                        .alone("Tout.")
                        .withHelp("Un peu.")
                        .advising("Continuer."));
    }

    private void together(CohortId cohort) {
        know(NewGroup.class, NewGroup.of(NewProduction.titled("Site")).with("lina", "malo"));
        know(NewCampaign.class, campaign(cohort));
        know(Remarks.class, Remarks.strength("La carte est claire."));
        know(Review.Usefulness.class, Review.Usefulness.USEFUL);
    }

    private void frameworks() {
        know(BundledFrameworks.class, BundledFrameworks.TRANSVERSAL);
        know(Framework.class, BundledFrameworks.TRANSVERSAL.framework());
        know(
                FrameworkId.class,
                BundledFrameworks.MC_SNO.framework().id(),
                BundledFrameworks.CS_SNO.framework().id());
        know(Crosswalk.class, BundledFrameworks.crosswalks().get(0));
        know(
                Original.class,
                new Original(BundledFrameworks.TRANSVERSAL.framework().id(), "case", "{}"));
        know(Succession.class, BundledFrameworks.successions().get(0));
        know(Scale.class, ExampleScales.FOUR_STEPS);
        know(LevelPolicy.class, LevelPolicies.latestTeacherPositioning());
    }

    private void privacy() {
        know(RestoreGrounds.class, RestoreGrounds.because("Panne du disque."));
        know(NewPrivacyRequest.class, NewPrivacyRequest.of("emma", PrivacyRequest.Right.ERASURE, VosReves.TODAY));
        know(
                NewRectification.class,
                NewRectification.takenBack().asked("2026-1").because("Confondu."));
        know(
                NewBadge.class,
                NewBadge.ofParticipation("Forum des métiers")
                        .describedAs("Un forum.")
                        .requiring("Y tenir un stand."));
        know(LevelId.class, LevelId.of("acquis"));
        know(BadgeChoice.class, new BadgeChoice(List.of(new BadgeAwardId(VosReves.nowhere()))));
        know(NewBadgeAcceptance.class, NewBadgeAcceptance.as("Emma Exemplaire"));
        know(NewErasures.class, NewErasures.of("lina"));
        know(NewBreach.class, Given.lostKey());
        know(NewBreachSettlement.class, Given.ended());
        know(PrivacyRequest.Right.class, PrivacyRequest.Right.ERASURE);
        know(PrivacyRequest.Answer.class, PrivacyRequest.Answer.GRANTED);
        know(Anchor.class, Anchor.EMPTY);
        know(Cursor.class, Cursor.START);
        fresh(ArchiveSink.class, KeptArchive::new);
        fresh(ArchiveSource.class, KeptArchive::new);
    }

    private void plain(VosReves school) {
        know(DossierId.class, school.dossier);
        know(CohortId.class, school.cohort);
        know(AdoptionId.class, school.sno);
        know(Reach.class, new Reach.OfDossier(school.dossier));
        know(ClassFilter.class, ClassFilter.ALL);
        know(SearchFilters.class, SearchFilters.ALL);
        know(SearchRequest.class, SearchRequest.first(20));
        know(Queue.Part.class, Queue.Part.values());
        know(Ref.class, Ref.of(school.dossier), Ref.of(school.cohort));
        know(GoalId.class, new GoalId(VosReves.nowhere()));
        know(DraftId.class, new DraftId(VosReves.nowhere()));
        know(ReviewId.class, new ReviewId(VosReves.nowhere()));
        know(LearnerStatus.class, LearnerStatus.SCHOOL);
        know(NoticeAudience.class, NoticeAudience.LEARNER);
        know(ByteRange.class, ByteRange.ALL);
        know(NoticeKind[].class, new NoticeKind[] {NoticeKind.LINK_READ});
        know(NewGrant.class, NewGrant.of("m.autre", Role.HEAD));
        know(Members[].class, new Members[] {learners("intrus")});
        know(MembershipChange[].class, new MembershipChange[0]);
        know(
                NamedPerson[].class,
                new NamedPerson[] {new NamedPerson(PersonId.of("emma"), PersonName.of("Emma", "Exemple"))});
        know(IdChangeId.class, new IdChangeId(VosReves.nowhere()));
        know(ExternalId[].class, new ExternalId[] {ExternalId.of("annuaire", "A-1")});
        know(
                IdentifiedPerson[].class,
                new IdentifiedPerson[] {IdentifiedPerson.of(PersonId.of("emma"), ExternalId.of("annuaire", "A-1"))});
        know(SchoolYear.class, SchoolYear.of(VosReves.TODAY));
        know(Actor.class, Actor.of("emma"));
        know(Permission.class, Permission.READ_PROGRESS);
        know(boolean.class, true, false);
        know(int.class, 1, 2, 0, 100);
        know(int[].class, new int[] {1}, new int[0]);
        know(String.class, "Vu en TP.", VosReves.CLASS, "case", "goal-due", "dossiers");
        know(Duration.class, Duration.ZERO);
        know(LocalDate.class, VosReves.TODAY.plusDays(2), VosReves.TODAY, VosReves.TODAY.plusDays(20));
        know(Instant.class, VosReves.BEGINNING.plusSeconds(7_200), VosReves.BEGINNING.plus(Duration.ofDays(5)));
        know(Locale.class, Locale.FRENCH);
        know(ProgressListener.class, ProgressListener.NONE);
        know(PageRequest.class, PageRequest.first(100));
        know(Path.class, Path.of("backup"));
        know(
                NewYearEnd.class,
                NewYearEnd.of(school.cohort, VosReves.TODAY.plusDays(90)).othersLeave());
        fresh(Consumer.class, () -> (Consumer<Object>) each -> {});
        know(InputStream.class, InputStream.nullInputStream());
        know(OutputStream.class, OutputStream.nullOutputStream());
    }

    /** A production that never was. */
    private static Production shown() {
        Version version = new Version(1, "Devis", "", List.of(), List.of(), null, null, VosReves.BEGINNING, null, null);
        return new Production(
                new ProductionId(VosReves.nowhere()),
                new DossierId(VosReves.nowhere()),
                PersonId.of("emma"),
                List.of(version),
                null,
                1);
    }

    public static NewGoal goal() {
        return NewGoal.of("C3.1", "acquis").by(VosReves.TODAY.plusDays(30)).step("Lire");
    }

    public static NewPositioning positioning() {
        return NewPositioning.of("C3.1", "acquis").because("Vu en TP.");
    }

    public static NewAdaptation adaptation() {
        return NewAdaptation.of("Un écran de plus").choosing("oral").because("Pour comparer deux documents.");
    }

    public static NewInterview interview() {
        return NewInterview.about("Bilan").at(VosReves.BEGINNING.plusSeconds(3_600));
    }

    public static NewWorkplacePeriod period() {
        return NewWorkplacePeriod.pfmp("VosRêves")
                .lasting(VosReves.TODAY, VosReves.TODAY.plusDays(20))
                .asking("C3.1");
    }

    public static NewConvention convention() {
        return NewConvention.followedBy("m.durand").aimingAt("C3.1");
    }

    public static NewContact contact() {
        return NewContact.by(Contact.Means.VISIT).noting("Tout va bien.");
    }

    public static NewOralNote oral() {
        return NewOralNote.on("Installer le module de paiement", new Setting.Workplace("VosRêves"))
                .asking("Comment t'y es-tu pris ?", "J'ai d'abord lu la notice.");
    }

    public static NewWatchEntry watched() {
        return NewWatchEntry.titled("Guide")
                .judged(Reliability.RELIABLE, "Daté.")
                .concluding("Utile.");
    }

    public static NewRecording recording() {
        return NewRecording.of(
                        VosReves.spoken("J'ai d'abord lu.")
                                .captioned(
                                        () -> new ByteArrayInputStream("WEBVTT\n\n00:00.000 --> 00:02.000\nJ'ai lu.\n"
                                                .getBytes(StandardCharsets.UTF_8))),
                        Duration.ofSeconds(9))
                .forProject("Explicitations");
    }

    public static NewAuthorisation authorising(String person) {
        return NewAuthorisation.toRecord(person)
                .alreadyOfAge()
                .forProject("Explicitations")
                .use("Entretiens")
                .recipients("L'équipe")
                .until(LocalDate.of(2027, 6, 30));
    }

    public static NewCampaign campaign(CohortId cohort) {
        return NewCampaign.of(cohort, "Relire")
                .asking(Criterion.of("Sources ?").about("C3.1").withLevel())
                .until(VosReves.BEGINNING.plus(Duration.ofDays(9)));
    }
}
