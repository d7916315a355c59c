package org.eportfolio.core.internal.agenda;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.agenda.Waiting.What;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.AgreementStatus;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Scope;

/**
 * All that a cohort's queue is made of, read once.
 *
 * @param since when each learner belongs to the cohort, by id; those whose progress is open to the person of the call
 * @param answered the ids of the reflections and reports on which the team has said something
 * @param reviewable the dossiers of which the person may read the reviews
 * @param titles of the missions that were handed in
 * @param traces when each learner last left one
 */
public record QueueFacts(
        CohortId cohort,
        Instant from,
        Instant now,
        TreeMap<PersonId, Instant> since,
        Map<DossierId, PersonId> learners,
        List<Production> productions,
        List<Reflection> reflections,
        List<MissionReport> reports,
        Set<UUID> answered,
        List<MissionWork> missions,
        Map<MissionId, String> titles,
        List<Goal> goals,
        List<Interview> interviews,
        Map<CampaignId, Campaign> campaigns,
        List<ReviewAssignment> assignments,
        Set<DossierId> reviewable,
        Map<PersonId, Instant> traces) {

    /** Some twenty readings, however many learners. Each kind of record is of the dossiers in which it opens. */
    public static QueueFacts of(Call call, CohortId cohort, Instant from) {
        return of(call, cohort, from, EnumSet.allOf(Queue.Part.class), true);
    }

    /** The same for who left no trace. */
    public static QueueFacts traces(Call call, CohortId cohort, Instant from) {
        return of(call, cohort, from, EnumSet.noneOf(Queue.Part.class), true);
    }

    /** The same for one of the lists: of the class, nothing is read but what can stand there. */
    public static QueueFacts of(Call call, CohortId cohort, Instant from, Queue.Part part) {
        return of(call, cohort, from, EnumSet.of(part), false);
    }

    /** @param traces whether to find the learners who left none; needs more kinds of record */
    private static QueueFacts of(Call call, CohortId cohort, Instant from, Set<Queue.Part> parts, boolean traces) {
        Work work = call.work();
        List<Membership> memberships = work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort));
        ManyDossiers many = call.many(memberships);
        TreeMap<PersonId, Instant> since = members(memberships, work);
        List<Dossier> dossiers = work.whereAny(
                DossierKinds.DOSSIER,
                since.keySet().stream().map(DossierKinds::dossiersOf).toList());
        since.keySet().retainAll(many.learners(since.keySet(), Permission.READ_PROGRESS));
        List<Scope> scopes = scopes(dossiers, Permission.READ_PROGRESS, many);
        boolean owed = traces || parts.contains(Queue.Part.OWED);
        List<Scope> reflected = owed ? scopes(dossiers, Permission.READ_REFLECTION, many) : List.of();
        List<Reflection> reflections = work.among(ReflectionKinds.REFLECTION, reflected);
        List<MissionReport> reports = work.among(ReflectionKinds.MISSION_REPORT, reflected);
        List<MissionWork> missions = work.among(ScenarioKinds.MISSION_WORK, owed ? scopes : List.of());
        boolean reviewed = traces || parts.contains(Queue.Part.REVIEWS);
        Map<CampaignId, Campaign> campaigns = reviewed ? campaigns(cohort, work) : Map.of();
        QueueFacts facts = new QueueFacts(
                cohort,
                from,
                work.now(),
                since,
                dossiers.stream().collect(Collectors.toMap(Dossier::id, Dossier::learner)),
                traces || parts.contains(Queue.Part.PRODUCTIONS)
                        ? work.among(DossierKinds.PRODUCTION, scopes(dossiers, Permission.READ_PRODUCTION, many))
                        : List.of(),
                reflections,
                reports,
                answered(reflections, reports, work),
                missions,
                titles(missions, work),
                work.among(GuidanceKinds.GOAL, traces || parts.contains(Queue.Part.CLAIMS) ? scopes : List.of()),
                parts.contains(Queue.Part.INTERVIEWS)
                        ? work.among(InterviewKinds.INTERVIEW, scopes(dossiers, Permission.READ_INTERVIEW, many))
                        : List.of(),
                campaigns,
                assignments(campaigns.keySet(), work),
                parts.contains(Queue.Part.REVIEWS)
                        ? many.open(dossiers, Permission.READ_REVIEWS).stream()
                                .map(Dossier::id)
                                .collect(Collectors.toSet())
                        : Set.of(),
                new HashMap<>());
        if (traces) facts.traces.putAll(LastTraces.of(facts, scopes, work));
        return facts;
    }

    /** Since when each learner of today belongs to the cohort. */
    private static TreeMap<PersonId, Instant> members(List<Membership> memberships, Work work) {
        TreeMap<PersonId, Instant> since = new TreeMap<>();
        memberships.stream()
                .filter(each -> each.period().holdsAt(work.now()))
                .forEach((Membership each) ->
                        since.merge(each.learner(), each.period().from(), QueueFacts::earlier));
        return since;
    }

    private static Map<CampaignId, Campaign> campaigns(CohortId cohort, Work work) {
        return work.where(PeerKinds.CAMPAIGN, PeerKinds.campaignsOf(cohort)).stream()
                .collect(Collectors.toMap(Campaign::id, each -> each));
    }

    private static List<ReviewAssignment> assignments(Set<CampaignId> campaigns, Work work) {
        return work.whereAny(
                PeerKinds.REVIEW_ASSIGNMENT,
                campaigns.stream().map(PeerKinds::assignmentsOf).toList());
    }

    private static List<Scope> scopes(List<Dossier> dossiers, Permission permission, ManyDossiers many) {
        return many.open(dossiers, permission).stream()
                .map(each -> DossierKinds.scope(each.id()))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Set<UUID> answered(List<Reflection> reflections, List<MissionReport> reports, Work work) {
        List<Subject> subjects = Stream.concat(
                        reflections.stream().map(Subject::of), reports.stream().map(Subject::of))
                .toList();
        return work
                .whereAny(
                        FeedbackKinds.FEEDBACK,
                        subjects.stream().map(FeedbackKinds::threadsOn).toList())
                .stream()
                .filter(each -> !each.withdrawn())
                .map(Feedback::subject)
                .map(Subject::value)
                .collect(Collectors.toSet());
    }

    private static Map<MissionId, String> titles(List<MissionWork> missions, Work work) {
        Map<MissionId, String> titles = new HashMap<>();
        PlannedMissions.revisions(
                        missions.stream()
                                .filter(each -> each.status() == MissionStatus.HANDED_IN)
                                .map(each -> ScenarioKinds.missionRevision(each.mission(), each.revision()))
                                .distinct()
                                .toList(),
                        work)
                .values()
                .forEach((PublishedMission each) -> titles.put(each.id(), each.title()));
        return titles;
    }

    public Queue queue(int weeks) {
        return new Queue(
                cohort,
                from,
                now,
                longestFirst(Queue.Part.PRODUCTIONS),
                longestFirst(Queue.Part.OWED),
                longestFirst(Queue.Part.CLAIMS),
                longestFirst(Queue.Part.INTERVIEWS),
                longestFirst(Queue.Part.REVIEWS),
                weeks,
                Excerpt.of(silent(weeks), Queue.MOST));
    }

    /** All that waits, in no order. */
    Stream<Waiting> waiting() {
        return Stream.of(Queue.Part.values()).flatMap(this::waiting);
    }

    private Stream<Waiting> waiting(Queue.Part part) {
        return switch (part) {
            case PRODUCTIONS -> fresh();
            case OWED -> owed();
            case CLAIMS -> claimed();
            case INTERVIEWS -> interviews.stream().flatMap(this::interview);
            case REVIEWS -> assignments.stream().flatMap(this::review);
        };
    }

    /** One list page by page, by when things began to wait. */
    public Page<Waiting> page(Queue.Part part, PageRequest request) {
        return FilteredPages.among(QueueFacts::place, waiting(part).toList(), request);
    }

    /** Where something stands by time, for a page to go on after it even when it waits no more. */
    private static UUID place(Waiting each) {
        UUID name = UUID.nameUUIDFromBytes(each.ref().toString().getBytes(StandardCharsets.UTF_8));
        // Instants before 1970 come first too.
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, each.at()) ^ Long.MIN_VALUE;
        return new UUID(micros, name.getMostSignificantBits());
    }

    /** Whose dossier it is. */
    PersonId learner(DossierId dossier) {
        return Objects.requireNonNull(learners.get(dossier));
    }

    private Stream<Waiting> fresh() {
        return productions.stream()
                .filter(each -> !each.current().at().isBefore(from))
                .map(each -> waiting(
                        What.PRODUCTION,
                        each.dossier(),
                        each.id(),
                        each.title(),
                        each.current().at()));
    }

    private Stream<Waiting> claimed() {
        return goals.stream()
                .filter(each -> each.status() == Goal.Status.CLAIMED)
                .map(each -> waiting(
                        What.GOAL_CLAIMED,
                        each.dossier(),
                        each.id(),
                        each.competency().value(),
                        Objects.requireNonNull(each.claim()).at()));
    }

    private Stream<Waiting> owed() {
        Stream<Waiting> unansweredReflections = reflections.stream()
                .filter(each -> !answered.contains(each.id().value()))
                .map(each -> waiting(What.REFLECTION, each.dossier(), each.id(), each.action(), each.sharedAt()));
        Stream<Waiting> unansweredReports = reports.stream()
                .filter(each -> !answered.contains(each.id().value()))
                .map(each -> waiting(
                        What.MISSION_REPORT,
                        each.dossier(),
                        each.id(),
                        each.mission(),
                        each.versions().get(0).at()));
        Stream<Waiting> handedIn = missions.stream()
                .filter(each -> each.status() == MissionStatus.HANDED_IN)
                .map(each -> waiting(
                        What.MISSION_HANDED_IN,
                        each.dossier(),
                        each.mission(),
                        titles.getOrDefault(each.mission(), each.mission().toString()),
                        Objects.requireNonNull(each.latest()).at()));
        return Stream.of(unansweredReflections, unansweredReports, handedIn).flatMap(each -> each);
    }

    private Stream<Waiting> interview(Interview each) {
        if (each.status() == InterviewStatus.SCHEDULED) {
            return Stream.of(
                    waiting(What.INTERVIEW_TO_HOLD, each.dossier(), each.id(), each.purpose(), each.startsAt()));
        }
        boolean settled = each.agreements().stream().noneMatch(one -> one.status() == AgreementStatus.PROPOSED);
        if (each.status() != InterviewStatus.CONDUCTED || !settled) return Stream.of();
        return Stream.of(waiting(
                What.INTERVIEW_TO_CLOSE,
                each.dossier(),
                each.id(),
                each.purpose(),
                Objects.requireNonNull(each.minutes()).at()));
    }

    private Stream<Waiting> review(ReviewAssignment each) {
        Instant at = each.submittedAt();
        boolean fresh = at != null && !at.isBefore(from) && each.withholding() == null;
        Campaign campaign = campaigns.get(each.campaign());
        boolean readable = reviewable.contains(each.dossier());
        if (at == null || !fresh || campaign == null || !readable) return Stream.of();
        return Stream.of(new Waiting(
                What.REVIEW, each.reviewed(), each.dossier(), each.id().toString(), campaign.title(), at));
    }

    private Waiting waiting(What what, DossierId dossier, Object about, String title, Instant at) {
        return new Waiting(what, Objects.requireNonNull(learners.get(dossier)), dossier, about.toString(), title, at);
    }

    private Excerpt<Waiting> longestFirst(Queue.Part part) {
        return Excerpt.of(
                waiting(part)
                        .sorted(Comparator.comparing(Waiting::at).thenComparing(Waiting::learner))
                        .toList(),
                Queue.MOST);
    }

    /** Who left no trace for so many weeks, by their ids. */
    public List<Queue.Silent> silent(int weeks) {
        Instant before = now.minus(Duration.ofDays(7L * weeks));
        List<Queue.Silent> silent = new ArrayList<>();
        since.forEach((learner, member) -> {
            Instant last = traces.get(learner);
            if ((last == null ? member : last).isBefore(before)) silent.add(new Queue.Silent(learner, last));
        });
        return silent;
    }
}
