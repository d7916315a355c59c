package org.eportfolio.core.internal.work;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.certification.Advice;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupAppraisal;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Original;
import org.eportfolio.framework.Succession;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NudgeDigest;
import org.eportfolio.guidance.NudgeSettings;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ProjectId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewNote;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Draw;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.privacy.Departure;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.project.ProgressNote;
import org.eportfolio.project.Project;
import org.eportfolio.project.WatchEntry;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.Recording;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.reflection.Subject;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Handover;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.LinkReading;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Scope;

/** Every kind of record, where it lives and how it is found. */
public final class Kinds {
    public static final RecordKind<Founding> FOUNDING =
            RecordKind.of("founding", Founding.class, Founding::id, each -> Scope.ORGANISATION, each -> Set.of());

    public static final RecordKind<Framework> FRAMEWORK = RecordKind.of(
            "framework",
            Framework.class,
            each -> named("framework " + each.id()),
            each -> Scope.ORGANISATION,
            each -> Set.of());

    public static final RecordKind<Original> ORIGINAL = RecordKind.of(
            "original",
            Original.class,
            each -> originalId(each.framework(), each.format()),
            each -> Scope.ORGANISATION,
            each -> Set.of());

    public static final RecordKind<Crosswalk> CROSSWALK = RecordKind.of(
            "crosswalk",
            Crosswalk.class,
            each -> crosswalkId(each.from(), each.to()),
            each -> Scope.ORGANISATION,
            each -> Set.of());

    public static final RecordKind<Adoption> ADOPTION = RecordKind.of(
            "adoption", Adoption.class, each -> each.id().value(), each -> Scope.ORGANISATION, each -> Set.of());

    public static final RecordKind<KeptName> PERSON = RecordKind.of(
            "person", KeptName.class, KeptName::row, each -> Scope.ORGANISATION, each -> Set.of(namesOf(each.id())));

    public static final RecordKind<Cohort> COHORT = RecordKind.of(
            "cohort",
            Cohort.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(cohortNamed(each.name())));

    public static final RecordKind<Membership> MEMBERSHIP = RecordKind.of(
            "membership",
            Membership.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(membersOf(each.cohort()), membershipsOf(each.learner())));

    public static final RecordKind<Grant> GRANT =
            RecordKind.of("grant", Grant.class, each -> each.id().value(), each -> Scope.ORGANISATION, Kinds::keysOf);

    public static final RecordKind<Dossier> DOSSIER = RecordKind.of(
            "dossier",
            Dossier.class,
            each -> each.id().value(),
            each -> scope(each.id()),
            each -> Set.of(dossiersOf(each.learner())));

    public static final RecordKind<Production> PRODUCTION = RecordKind.of(
            "production", Production.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<SelfAssessmentDraft> DRAFT = RecordKind.of(
            "draft",
            SelfAssessmentDraft.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<Assessment> ASSESSMENT = RecordKind.of(
            "assessment",
            Assessment.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> each.entry() == null ? Set.of() : Set.of(assessmentsOf(each.entry())));

    public static final RecordKind<Goal> GOAL = RecordKind.of(
            "goal", Goal.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<Interview> INTERVIEW = RecordKind.of(
            "interview", Interview.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<PreparationSheet> PREPARATION_SHEET = RecordKind.of(
            "preparation-sheet",
            PreparationSheet.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<GroupProduction> GROUP = RecordKind.of(
            "group", GroupProduction.class, each -> each.id().value(), each -> scope(each.dossier()), Kinds::keysOf);

    public static final RecordKind<GroupContribution> GROUP_CONTRIBUTION = RecordKind.of(
            "group-contribution",
            GroupContribution.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(contributionsTo(each.group())));

    public static final RecordKind<GroupAppraisal> GROUP_APPRAISAL = RecordKind.of(
            "group-appraisal",
            GroupAppraisal.class,
            each -> each.id().value(),
            each -> scope(each.home()),
            each -> Set.of(appraisalsOf(each.group())));

    public static final RecordKind<Project> PROJECT = RecordKind.of(
            "project", Project.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<ProgressNote> PROGRESS_NOTE = RecordKind.of(
            "progress-note",
            ProgressNote.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(notesOf(each.project())));

    public static final RecordKind<WatchEntry> WATCH_ENTRY = RecordKind.of(
            "watch-entry",
            WatchEntry.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    /** One to an interview: kept under the interview's own id. */
    public static final RecordKind<InterviewReply> INTERVIEW_REPLY = RecordKind.of(
            "interview-reply",
            InterviewReply.class,
            each -> each.interview().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<InterviewNote> INTERVIEW_NOTE = RecordKind.of(
            "interview-note",
            InterviewNote.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<StaffNote> STAFF_NOTE = RecordKind.of(
            "staff-note",
            StaffNote.class,
            each -> each.id().value(),
            each -> scope(each.subject().dossier()),
            each -> Set.of(notesOn(each.subject())));

    /** One to a dossier: kept under the dossier's own id. */
    public static final RecordKind<Pathway> PATHWAY = RecordKind.of(
            "pathway", Pathway.class, each -> each.dossier().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<Adaptation> ADAPTATION = RecordKind.of(
            "adaptation", Adaptation.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<NudgeDigest> NUDGE_DIGEST = RecordKind.of(
            "nudge-digest",
            NudgeDigest.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    /** One to a dossier: kept under the dossier's own id. */
    public static final RecordKind<NudgeSettings> NUDGE_SETTINGS = RecordKind.of(
            "nudge-settings",
            NudgeSettings.class,
            each -> each.dossier().value(),
            each -> scope(each.dossier()),
            each -> Set.of(nudgeSettingsOf(each.learner())));

    public static final RecordKind<Campaign> CAMPAIGN = RecordKind.of(
            "review-campaign",
            Campaign.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(campaign(each.id()), campaignsOf(each.cohort())));

    public static final RecordKind<HandIn> HAND_IN = RecordKind.of(
            "review-hand-in",
            HandIn.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(handInsOf(each.campaign())));

    public static final RecordKind<Draw> DRAW = RecordKind.of(
            "review-draw", Draw.class, each -> each.campaign().value(), each -> Scope.ORGANISATION, each -> Set.of());

    public static final RecordKind<ReviewAssignment> REVIEW_ASSIGNMENT = RecordKind.of(
            "review-assignment",
            ReviewAssignment.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(assignmentsOf(each.campaign()), assignmentsTo(each.reviewer())));

    public static final RecordKind<Review> REVIEW = RecordKind.of(
            "review", Review.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());
    public static final RecordKind<Succession> SUCCESSION = RecordKind.of(
            "succession",
            Succession.class,
            each -> successionId(each.from(), each.to()),
            each -> Scope.ORGANISATION,
            each -> Set.of());

    public static final RecordKind<ScenarioDraft> SCENARIO = RecordKind.of(
            "scenario",
            ScenarioDraft.class,
            each -> scenarioId(each.id()),
            each -> Scope.ORGANISATION,
            each -> Set.of(scenarioNamed(each.id())));

    public static final RecordKind<PublishedMission> MISSION = RecordKind.of(
            "mission",
            PublishedMission.class,
            each -> named("mission " + each.id() + " " + each.revision()),
            each -> Scope.ORGANISATION,
            each -> Set.of(missionRevision(each.id(), each.revision())));

    public static final RecordKind<YearPlan> YEAR_PLAN = RecordKind.of(
            "year-plan",
            YearPlan.class,
            each -> each.cohort().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(planOf(each.cohort())));

    public static final RecordKind<MissionWork> MISSION_WORK = RecordKind.of(
            "mission-work",
            MissionWork.class,
            each -> missionWorkId(each.dossier(), each.mission()),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<ReflectionDraft> REFLECTION_DRAFT = RecordKind.of(
            "reflection-draft",
            ReflectionDraft.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<Reflection> REFLECTION = RecordKind.of(
            "reflection", Reflection.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<MissionReportDraft> MISSION_REPORT_DRAFT = RecordKind.of(
            "mission-report-draft",
            MissionReportDraft.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<MissionReport> MISSION_REPORT = RecordKind.of(
            "mission-report",
            MissionReport.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<Feedback> FEEDBACK = RecordKind.of(
            "feedback",
            Feedback.class,
            each -> each.id().value(),
            each -> scope(each.subject().dossier()),
            Kinds::keysOf);

    public static final RecordKind<Authorisation> AUTHORISATION = RecordKind.of(
            "authorisation",
            Authorisation.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(authorisationsOf(each.person()), authorisationsIn(each.dossier(), each.person())));

    public static final RecordKind<Recording> RECORDING = RecordKind.of(
            "recording",
            Recording.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(recordingsOf(each.reflection())));

    public static final RecordKind<Showcase> SHOWCASE = RecordKind.of(
            "showcase", Showcase.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<ShareLink> LINK = RecordKind.of(
            "link",
            ShareLink.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(linkOf(each.token())));

    public static final RecordKind<LinkReading> READING = RecordKind.of(
            "reading",
            LinkReading.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(readingsOf(each.link())));

    public static final RecordKind<WorkplacePeriod> WORKPLACE = RecordKind.of(
            "workplace",
            WorkplacePeriod.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of());

    public static final RecordKind<ExamFile> EXAM_FILE = RecordKind.of(
            "exam-file", ExamFile.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<Advice> ADVICE = RecordKind.of(
            "advice",
            Advice.class,
            each -> each.id().value(),
            each -> scope(each.dossier()),
            each -> Set.of(adviceOn(each.file())));

    public static final RecordKind<Seal> SEAL = RecordKind.of(
            "seal", Seal.class, each -> each.id().value(), each -> scope(each.dossier()), each -> Set.of());

    public static final RecordKind<LevelsCard> LEVELS = RecordKind.of(
                    "levels",
                    LevelsCard.class,
                    each -> named("levels " + each.dossier() + " " + each.adoption()),
                    each -> scope(each.dossier()),
                    each -> Set.of())
            .upgradedBy(LevelsCard.UPGRADES)
            .unjournalled();

    public static final RecordKind<Alias> ALIAS = RecordKind.of(
                    "alias",
                    Alias.class,
                    Alias::id,
                    each -> new Scope(each.scope()),
                    each -> Set.of(aliasOf(new Scope(each.scope()), each.person())))
            .unjournalled();

    /** One to a person and a place. */
    public static final RecordKind<Visit> VISIT = RecordKind.of(
                    "visit",
                    Visit.class,
                    each -> visitId(each.place(), each.person()),
                    each -> new Scope(each.scope()),
                    each -> Set.of(visitsOf(each.person())))
            .unjournalled();

    public static final RecordKind<PrivacyRequest> PRIVACY_REQUEST = RecordKind.of(
            "privacy-request",
            PrivacyRequest.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of());

    public static final RecordKind<ErasureReceipt> ERASURE = RecordKind.of(
            "erasure", ErasureReceipt.class, each -> each.id().value(), each -> Scope.ORGANISATION, each -> Set.of());

    public static final RecordKind<Departure> DEPARTURE = RecordKind.of(
            "departure",
            Departure.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(departuresOf(each.learner())));

    public static final RecordKind<Handover> HANDOVER = RecordKind.of(
            "handover",
            Handover.class,
            each -> each.id().value(),
            each -> Scope.ORGANISATION,
            each -> Set.of(handoversIn(each.cohort())));

    /** All that the journal speaks of. */
    public static final List<RecordKind<?>> JOURNALLED = List.of(
            FOUNDING,
            FRAMEWORK,
            ORIGINAL,
            CROSSWALK,
            ADOPTION,
            PERSON,
            COHORT,
            MEMBERSHIP,
            GRANT,
            DOSSIER,
            PRODUCTION,
            DRAFT,
            ASSESSMENT,
            GOAL,
            INTERVIEW,
            PREPARATION_SHEET,
            INTERVIEW_REPLY,
            INTERVIEW_NOTE,
            STAFF_NOTE,
            PATHWAY,
            ADAPTATION,
            NUDGE_DIGEST,
            NUDGE_SETTINGS,
            CAMPAIGN,
            HAND_IN,
            DRAW,
            REVIEW_ASSIGNMENT,
            REVIEW,
            GROUP,
            GROUP_CONTRIBUTION,
            GROUP_APPRAISAL,
            PROJECT,
            PROGRESS_NOTE,
            WATCH_ENTRY,
            SUCCESSION,
            SCENARIO,
            MISSION,
            YEAR_PLAN,
            MISSION_WORK,
            REFLECTION_DRAFT,
            REFLECTION,
            MISSION_REPORT_DRAFT,
            MISSION_REPORT,
            FEEDBACK,
            AUTHORISATION,
            RECORDING,
            SHOWCASE,
            LINK,
            READING,
            WORKPLACE,
            EXAM_FILE,
            ADVICE,
            SEAL,
            PRIVACY_REQUEST,
            ERASURE,
            DEPARTURE,
            HANDOVER);

    /** Every kind there is. */
    public static final List<RecordKind<?>> ALL =
            Stream.concat(JOURNALLED.stream(), Stream.of(LEVELS, ALIAS, VISIT)).toList();

    /** Those that change without an entry, so that no head tells of it. */
    static final Set<Kind> UNCHAINED = Set.of(VISIT.kind());

    /** Those that belong to no dossier. */
    public static final Set<Kind> OF_ORGANISATION = List.<RecordKind<?>>of(
                    FOUNDING,
                    FRAMEWORK,
                    ORIGINAL,
                    CROSSWALK,
                    ADOPTION,
                    PERSON,
                    COHORT,
                    MEMBERSHIP,
                    GRANT,
                    CAMPAIGN,
                    DRAW,
                    REVIEW_ASSIGNMENT,
                    SUCCESSION,
                    SCENARIO,
                    MISSION,
                    YEAR_PLAN,
                    PRIVACY_REQUEST,
                    ERASURE,
                    DEPARTURE,
                    HANDOVER)
            .stream()
            .map(RecordKind::kind)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Those whose records nothing is lost of when they are written, so that the one at hand is the one that will be read:
     * all of their instants are the library's own.
     */
    static final Set<Kind> KEPT_AS_MADE = Set.of(ASSESSMENT.kind(), LEVELS.kind());

    /**
     * Those that never come, change or go without an entry in the organisation's chain: as long as it has not moved, what
     * a key leads to is what it led to before.
     */
    static final Set<Kind> TOLD_BY_ORGANISATION =
            Stream.concat(OF_ORGANISATION.stream(), Stream.of(DOSSIER.kind())).collect(Collectors.toUnmodifiableSet());

    private Kinds() {}

    public static Scope scope(DossierId dossier) {
        return new Scope(dossier.value());
    }

    public static UUID frameworkId(FrameworkId framework) {
        return named("framework " + framework);
    }

    public static UUID originalId(FrameworkId framework, String format) {
        return named("original " + framework + " " + format);
    }

    public static UUID crosswalkId(FrameworkId from, FrameworkId to) {
        return named("crosswalk " + from + " " + to);
    }

    public static Key namesOf(PersonId person) {
        return new Key("person", person.value());
    }

    public static Key cohortNamed(String name) {
        return new Key("cohort.name", name);
    }

    public static Key membersOf(CohortId cohort) {
        return new Key("membership.cohort", cohort.toString());
    }

    public static Key membershipsOf(PersonId learner) {
        return new Key("membership.learner", learner.value());
    }

    public static Key grantsOf(PersonId holder) {
        return new Key("grant.holder", holder.value());
    }

    /** All grants that reach exactly as far; those over single productions go with their dossier's. */
    public static Key grantsOver(Reach reach) {
        String over = "organisation";
        if (reach instanceof Reach.OfCohort of) over = "cohort " + of.cohort();
        if (reach instanceof Reach.OfDossier of) over = "dossier " + of.dossier();
        if (reach instanceof Reach.OfProduction of) over = "dossier " + of.dossier();
        return new Key("grant.over", over);
    }

    private static Set<Key> keysOf(Grant grant) {
        Key holder = grantsOf(grant.holder());
        Key over = grantsOver(grant.reach());
        return grant.role() == Role.HEAD ? Set.of(holder, over, headGrants()) : Set.of(holder, over);
    }

    public static Key headGrants() {
        return new Key("grant.role", Role.HEAD.name());
    }

    public static Key dossiersOf(PersonId learner) {
        return new Key("dossier.learner", learner.value());
    }

    public static Key assessmentsOf(ClassEntryId entry) {
        return new Key("assessment.entry", entry.toString());
    }

    public static Key nudgeSettingsOf(PersonId learner) {
        return new Key("nudge-settings.learner", learner.value());
    }

    public static Key campaign(CampaignId campaign) {
        return new Key("review-campaign", campaign.toString());
    }

    public static Key campaignsOf(CohortId cohort) {
        return new Key("review-campaign.cohort", cohort.toString());
    }

    public static Key handInsOf(CampaignId campaign) {
        return new Key("review-hand-in.campaign", campaign.toString());
    }

    public static Key assignmentsOf(CampaignId campaign) {
        return new Key("review-assignment.campaign", campaign.toString());
    }

    public static Key assignmentsTo(PersonId reviewer) {
        return new Key("review-assignment.reviewer", reviewer.value());
    }

    public static Key aliasOf(Scope scope, PersonId person) {
        return new Key("alias.person", scope.id() + " " + person);
    }

    /** The visit of this person to a dossier or a cohort. */
    public static UUID visitId(UUID place, PersonId person) {
        return named("visit " + place + " " + person);
    }

    public static Key visitsOf(PersonId person) {
        return new Key("visit.person", person.value());
    }

    public static UUID successionId(FrameworkId from, FrameworkId to) {
        return named("succession " + from + " " + to);
    }

    public static Key group(GroupId group) {
        return new Key("group", group.toString());
    }

    /** The group that makes this production; most productions have none. */
    public static Key groupMaking(ProductionId production) {
        return new Key("group.production", production.toString());
    }

    public static Key groupsInviting(PersonId learner) {
        return new Key("group.invited", learner.value());
    }

    private static Set<Key> keysOf(GroupProduction group) {
        Set<Key> keys = new HashSet<>(Set.of(group(group.id()), groupMaking(group.production())));
        for (GroupProduction.Member each : group.members()) {
            if (!each.joined()) keys.add(groupsInviting(each.person()));
        }
        return keys;
    }

    public static Key contributionsTo(GroupId group) {
        return new Key("group-contribution.group", group.toString());
    }

    public static Key appraisalsOf(GroupId group) {
        return new Key("group-appraisal.group", group.toString());
    }

    public static Key notesOf(ProjectId project) {
        return new Key("progress-note.project", project.toString());
    }

    public static Key linkOf(Hash token) {
        return new Key("link.token", token.toString());
    }

    public static Key readingsOf(LinkId link) {
        return new Key("reading.link", link.toString());
    }

    public static Key adviceOn(ExamFileId file) {
        return new Key("advice.exam-file", file.toString());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static UUID scenarioId(ScenarioId scenario) {
        return named("scenario " + scenario);
    }

    public static UUID missionWorkId(DossierId dossier, MissionId mission) {
        return named("mission-work " + dossier + " " + mission);
    }

    public static Key scenarioNamed(ScenarioId scenario) {
        return new Key("scenario.id", scenario.value());
    }

    public static Key missionRevision(MissionId mission, int revision) {
        return new Key("mission.revision", mission + " " + revision);
    }

    public static Key planOf(CohortId cohort) {
        return new Key("plan.cohort", cohort.toString());
    }

    /** Threads about this, by the message that opened each. */
    public static Key threadsOn(Subject subject) {
        return new Key("feedback.subject", subject.value().toString());
    }

    public static Key repliesTo(FeedbackId opener) {
        return new Key("feedback.thread", opener.toString());
    }

    /** Prompts that await the learner of this dossier. */
    public static Key openPromptsOf(DossierId dossier) {
        return new Key("feedback.open", dossier.toString());
    }

    private static Set<Key> keysOf(Feedback message) {
        if (message.thread() != null) return Set.of(repliesTo(message.thread()));
        Key threads = threadsOn(message.subject());
        return message.awaitsLearner()
                ? Set.of(threads, openPromptsOf(message.subject().dossier()))
                : Set.of(threads);
    }

    public static Key notesOn(Subject subject) {
        return new Key("staff-note.subject", subject.value().toString());
    }

    /** Everything that somebody was asked to authorise, wherever. */
    public static Key authorisationsOf(PersonId person) {
        return new Key("authorisation.person", person.value());
    }

    public static Key authorisationsIn(DossierId dossier, PersonId person) {
        return new Key("authorisation.in", dossier + " " + person);
    }

    public static Key departuresOf(PersonId learner) {
        return new Key("departure.learner", learner.value());
    }

    public static Key handoversIn(CohortId cohort) {
        return new Key("handover.cohort", cohort.toString());
    }

    public static Key recordingsOf(ReflectionId reflection) {
        return new Key("recording.reflection", reflection.toString());
    }
}
