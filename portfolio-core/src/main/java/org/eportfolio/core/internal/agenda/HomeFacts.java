package org.eportfolio.core.internal.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.Unfinished;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.peer.PeerJudgements;
import org.eportfolio.core.internal.scenario.LearnerMissions;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/**
 * All that a learner's home is made of, read once.
 *
 * @param cohorts in which the learner learns now
 * @param shown what was said of the learner's levels in the dossier, as far as they are shown it
 * @param peers what peers said of them, in campaigns that are over
 * @param feedback the messages since
 * @param campaigns those of the cohorts, and those of what the learner received or is to review
 * @param openings when the head opened the dossier for a reason
 * @param received the reviews of campaigns that are over
 */
public record HomeFacts(
        Dossier dossier,
        Instant since,
        Instant now,
        ZoneId zone,
        Catalogue.Adopted adopted,
        Set<CohortId> cohorts,
        ShownAssessments shown,
        List<Assessment> peers,
        List<Goal> goals,
        List<Feedback> feedback,
        List<Feedback> openPrompts,
        List<Interview> interviews,
        Set<InterviewId> replied,
        List<LearnerMission> missions,
        Map<CampaignId, Campaign> campaigns,
        List<Review> received,
        List<ReviewAssignment> assignments,
        Set<CampaignId> handedIn,
        List<Authorisation> authorisations,
        List<GroupProduction> invitations,
        Pathway pathway,
        List<Unfinished> drafts,
        List<ExceptionalAccess> openings) {

    /** Some twenty readings, regardless of how much there is to read. */
    public static HomeFacts of(Dossier dossier, Instant since, Catalogue catalogue, ZoneId zone, Work work) {
        Scope scope = DossierKinds.scope(dossier.id());
        Catalogue.Adopted adopted = catalogue.of(dossier, null, work);
        Set<CohortId> cohorts = PlannedMissions.cohortsOf(dossier.learner(), work);
        work.ahead(ofOrganisation(dossier, cohorts));
        List<Review> reviews = work.list(PeerKinds.REVIEW, scope);
        List<ReviewAssignment> assignments =
                work.where(PeerKinds.REVIEW_ASSIGNMENT, PeerKinds.assignmentsTo(dossier.learner()));
        Map<CampaignId, Campaign> campaigns = campaigns(cohorts, reviews, assignments, work);
        Map<CampaignId, Campaign> ended = ended(campaigns, work);
        List<Review> received = reviews.stream()
                .filter(each -> ended.containsKey(each.campaign()))
                .toList();
        return new HomeFacts(
                dossier,
                since,
                work.now(),
                zone,
                adopted,
                cohorts,
                ShownAssessments.toLearner(dossier, work),
                PeerJudgements.judgements(received, ended, zone),
                work.list(GuidanceKinds.GOAL, scope),
                work.madeSince(FeedbackKinds.FEEDBACK, scope, since),
                work.where(FeedbackKinds.FEEDBACK, FeedbackKinds.openPromptsOf(dossier.id())),
                work.list(InterviewKinds.INTERVIEW, scope),
                replied(scope, work),
                LearnerMissions.of(dossier, frameworks(dossier, catalogue, work), work),
                campaigns,
                received,
                assignments,
                handedIn(scope, work),
                work.where(RecordingKinds.AUTHORISATION, RecordingKinds.authorisationsOf(dossier.learner())),
                work.where(GroupKinds.GROUP, GroupKinds.groupsInviting(dossier.learner())),
                work.find(GuidanceKinds.PATHWAY, scope, dossier.id().value())
                        .orElseGet(() -> Pathway.empty(dossier.id())),
                drafts(scope, work),
                work.list(PrivacyKinds.EXCEPTIONAL_ACCESS, scope));
    }

    /** What is asked of the organisation by keys that are known from the start. */
    private static Map<Key, RecordKind<?>> ofOrganisation(Dossier dossier, Set<CohortId> cohorts) {
        Map<Key, RecordKind<?>> asked = new HashMap<>();
        asked.put(PeerKinds.assignmentsTo(dossier.learner()), PeerKinds.REVIEW_ASSIGNMENT);
        asked.put(GroupKinds.groupsInviting(dossier.learner()), GroupKinds.GROUP);
        for (CohortId each : cohorts) {
            asked.put(PeerKinds.campaignsOf(each), PeerKinds.CAMPAIGN);
            asked.put(AssessmentKinds.embargoesOf(each), AssessmentKinds.EMBARGO);
        }
        return asked;
    }

    private static Set<FrameworkId> frameworks(Dossier dossier, Catalogue catalogue, Work work) {
        return dossier.adoptions()
                .map(each -> catalogue.adopted(each, work).framework().id())
                .collect(Collectors.toSet());
    }

    private static Map<CampaignId, Campaign> ended(Map<CampaignId, Campaign> campaigns, Work work) {
        Map<CampaignId, Campaign> ended = new HashMap<>(campaigns);
        ended.values().removeIf(each -> !each.endedAt(work.now()));
        return ended;
    }

    private static Set<InterviewId> replied(Scope scope, Work work) {
        return work.list(InterviewKinds.INTERVIEW_REPLY, scope).stream()
                .map(InterviewReply::interview)
                .collect(Collectors.toSet());
    }

    private static Set<CampaignId> handedIn(Scope scope, Work work) {
        return work.list(PeerKinds.HAND_IN, scope).stream()
                .map(HandIn::campaign)
                .collect(Collectors.toSet());
    }

    private static Map<CampaignId, Campaign> campaigns(
            Set<CohortId> cohorts, List<Review> reviews, List<ReviewAssignment> assignments, Work work) {
        Set<Key> keys = new HashSet<>();
        cohorts.forEach(each -> keys.add(PeerKinds.campaignsOf(each)));
        reviews.forEach(each -> keys.add(PeerKinds.campaign(each.campaign())));
        assignments.stream()
                .filter(each -> !each.submitted())
                .forEach(each -> keys.add(PeerKinds.campaign(each.campaign())));
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        work.whereAny(PeerKinds.CAMPAIGN, keys).forEach(each -> campaigns.put(each.id(), each));
        return campaigns;
    }

    private static List<Unfinished> drafts(Scope scope, Work work) {
        Stream<Unfinished> assessments = work.list(AssessmentKinds.DRAFT, scope).stream()
                .map(each -> new Unfinished(
                        Unfinished.What.SELF_ASSESSMENT,
                        each.id().toString(),
                        each.content().competency().value(),
                        each.savedAt()));
        Stream<Unfinished> reflections = work.list(ReflectionKinds.REFLECTION_DRAFT, scope).stream()
                .map(each -> new Unfinished(
                        Unfinished.What.REFLECTION,
                        each.id().toString(),
                        each.content().action(),
                        each.savedAt()));
        Stream<Unfinished> reports = work.list(ReflectionKinds.MISSION_REPORT_DRAFT, scope).stream()
                .map(each -> new Unfinished(
                        Unfinished.What.MISSION_REPORT,
                        each.id().toString(),
                        each.content().mission(),
                        each.savedAt()));
        return Stream.of(assessments, reflections, reports)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Unfinished::savedAt).reversed())
                .toList();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** The last microsecond of a day. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    public Home home() {
        Progress progress = progress(now);
        return new Home(
                dossier.id(),
                since,
                now,
                Excerpt.of(new HomeNews(this).latestFirst(), Home.MOST_NEWS),
                Excerpt.of(new HomeRequests(this).byUrgency(), Home.MOST_ASKED),
                Excerpt.of(drafts, Home.MOST_DRAFTS),
                adopted.adoption(),
                progress.since(progress(since.minus(1, ChronoUnit.MICROS))),
                shown.heldBack(progress));
    }

    /** The learner's levels as they were shown at an instant: of the dossier, and of peers whose campaign is over. */
    private Progress progress(Instant asOf) {
        List<Assessment> assessments = new ArrayList<>(shown.at(asOf));
        assessments.addAll(peers);
        return CurrentLevels.history(adopted, assessments, asOf).progress(dossier, goals, asOf);
    }
}
