package org.eportfolio.core.internal.notice;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/**
 * What falls on certain days, for which there is no act in the journal: worked out from what the records say now. What would
 * show something before its time, such as levels under an embargo, is said once the moment is past.
 */
final class DueNotices {
    private static final Comparator<Notice> BY_TIME = Comparator.comparing(Notice::at)
            .thenComparing(Notice::kind)
            .thenComparing(each -> each.about().toString());

    private final NoticeReader reader;
    private final Work work;
    private final GatheredNotices gathered;
    private final DayRange days;
    private final Map<DossierId, Dossier> dossiers = new HashMap<>();

    DueNotices(NoticeReader reader, GatheredNotices gathered, DayRange days) {
        this.reader = reader;
        this.work = reader.work();
        this.gathered = gathered;
        this.days = days;
    }

    List<Notice> inOrder() {
        if (!reader.own().isEmpty()) {
            reader.own().forEach(each -> dossiers.put(each.id(), each));
            own();
            peers();
            signatures();
        }
        if (reader.teaches()) taught();
        return gathered.byPlace().values().stream()
                .flatMap(List::stream)
                .sorted(BY_TIME)
                .toList();
    }

    private void add(LocalDate day, DossierId dossier, NoticeContent said) {
        if (days.has(day)) gathered.add(day, days.begin(day), dossiers.get(dossier), said);
    }

    private void add(Instant at, DossierId dossier, NoticeContent said) {
        if (days.has(at)) gathered.add(days.of(at), at, dossiers.get(dossier), said);
    }

    private <T> List<T> ofOwn(RecordKind<T> kind, Permission permission) {
        return work.among(kind, scopes(reader.own(permission)));
    }

    private static Set<Scope> scopes(List<Dossier> open) {
        return open.stream().map(each -> DossierKinds.scope(each.id())).collect(toSet());
    }

    private void own() {
        ofOwn(GuidanceKinds.GOAL, Permission.READ_PROGRESS).forEach(this::goal);
        ofOwn(GuidanceKinds.PATHWAY, Permission.READ_PATHWAY).forEach(this::steps);
        ofOwn(InterviewKinds.INTERVIEW, Permission.READ_INTERVIEW).forEach(this::interview);
        ofOwn(GuidanceKinds.WORKPLACE, Permission.READ_WORKPLACE).forEach(this::workplace);
        reader.own(Permission.READ_PROGRESS).forEach(each -> new LevelNotices(each, work).addDays(gathered, days));
    }

    private void goal(Goal goal) {
        if (goal.status() != Goal.Status.OPEN) return;
        add(
                goal.dueOn(),
                goal.dossier(),
                NoticeContent.of(
                        NoticeKind.GOAL_DUE,
                        Ref.in(goal.dossier(), Ref.Kind.GOAL, goal.id()),
                        null,
                        "notices.goal-due",
                        goal.competency()));
    }

    private void steps(Pathway pathway) {
        for (PathwayStep each : pathway.steps()) {
            if (!each.open() || each.dueOn() == null) continue;
            add(
                    each.dueOn(),
                    pathway.dossier(),
                    NoticeContent.of(
                            NoticeKind.STEP_DUE,
                            Ref.in(pathway.dossier(), Ref.Kind.PATHWAY_STEP, each.number()),
                            null,
                            "notices.step-due",
                            each.competency()));
        }
    }

    private void interview(Interview each) {
        if (each.status() != InterviewStatus.SCHEDULED) return;
        add(
                each.startsAt(),
                each.dossier(),
                NoticeContent.of(
                        NoticeKind.INTERVIEW_DUE,
                        Ref.in(each.dossier(), Ref.Kind.INTERVIEW, each.id()),
                        null,
                        "notices.interview-due",
                        each.purpose(),
                        each.startsAt()));
    }

    private void workplace(WorkplacePeriod period) {
        add(
                period.until(),
                period.dossier(),
                NoticeContent.of(
                        NoticeKind.WORKPLACE_ENDS,
                        Ref.in(period.dossier(), Ref.Kind.WORKPLACE_PERIOD, period.id()),
                        null,
                        "notices.workplace-ends",
                        period.employer()));
    }

    /** Reviews to write, what is to be handed in, and the reviews of campaigns whose time is over. */
    private void peers() {
        OwnNotices own = new OwnNotices(reader, gathered);
        List<ReviewAssignment> assignments =
                work.where(PeerKinds.REVIEW_ASSIGNMENT, PeerKinds.assignmentsTo(reader.person()));
        Map<CampaignId, Long> received = own.received();
        Set<Key> keys = new HashSet<>();
        reader.learningIn().forEach(each -> keys.add(PeerKinds.campaignsOf(each)));
        received.keySet().forEach(each -> keys.add(PeerKinds.campaign(each)));
        Map<CampaignId, Campaign> campaigns = own.byId(keys);
        for (ReviewAssignment each : assignments) {
            Campaign campaign = campaigns.get(each.campaign());
            if (each.submitted() || campaign == null || !own.runsForReader(campaign)) continue;
            addAnywhere(campaign.deadline(), OwnNotices.toReview(NoticeKind.REVIEW_DUE, each, campaign));
        }
        Set<CampaignId> handedIn = ofOwn(PeerKinds.HAND_IN, Permission.READ_REVIEWS).stream()
                .map(HandIn::campaign)
                .collect(toSet());
        for (Campaign each : campaigns.values()) {
            if (own.isToHandIn(each) && !handedIn.contains(each.id())) {
                addAnywhere(each.deadline(), OwnNotices.toHandIn(NoticeKind.HAND_IN_DUE, each));
            }
            boolean over = each.closedAt() == null && each.endedAt(work.now());
            if (over && received.containsKey(each.id())) {
                addAnywhere(each.endsAt(), OwnNotices.reviews(each, received));
            }
        }
    }

    private void addAnywhere(Instant at, NoticeContent said) {
        if (days.has(at)) gathered.add(days.of(at), at, null, said);
    }

    private void signatures() {
        for (Authorisation each :
                work.where(RecordingKinds.AUTHORISATION, RecordingKinds.authorisationsOf(reader.person()))) {
            if (each.given() == null || each.withdrawal() != null) continue;
            add(
                    each.until(),
                    each.dossier(),
                    NoticeContent.of(
                            NoticeKind.AUTHORISATION_ENDS,
                            Ref.in(each.dossier(), Ref.Kind.AUTHORISATION, each.id()),
                            null,
                            "notices.authorisation-ends",
                            each.project()));
        }
    }

    /** What a teacher planned with learners of their cohorts. */
    private void taught() {
        Set<PersonId> learners = work
                .whereAny(
                        SchoolKinds.MEMBERSHIP,
                        reader.teachingIn().stream().map(SchoolKinds::membersOf).toList())
                .stream()
                .filter(each -> each.period().holdsAt(work.now()))
                .map(Membership::learner)
                .collect(toSet());
        List<Dossier> theirs = work.whereAny(
                DossierKinds.DOSSIER,
                learners.stream().map(DossierKinds::dossiersOf).toList());
        ManyDossiers many = reader.asTeacher();
        theirs.forEach(each -> dossiers.put(each.id(), each));
        work.among(InterviewKinds.INTERVIEW, scopes(many.open(theirs, Permission.READ_INTERVIEW))).stream()
                .filter(each -> each.scheduledBy().equals(reader.person()))
                .forEach(this::interview);
        work.among(GuidanceKinds.WORKPLACE, scopes(many.open(theirs, Permission.READ_WORKPLACE)))
                .forEach(this::workplace);
    }
}
