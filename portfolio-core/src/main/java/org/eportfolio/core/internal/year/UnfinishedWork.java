package org.eportfolio.core.internal.year;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.Recording;
import org.eportfolio.reflection.ReflectionDraft;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/**
 * What is open in the dossiers of a class, counted by learner: how much, never what. A number of readings that does not grow
 * with the class.
 */
final class UnfinishedWork {
    private final Map<PersonId, List<Dossier>> dossiers;
    private final Work work;
    private final Map<DossierId, PersonId> learners = new HashMap<>();
    private final List<Message> campaigns = new ArrayList<>();
    private final Map<PersonId, Map<String, Integer>> counts = new HashMap<>();

    UnfinishedWork(CohortId cohort, Map<PersonId, List<Dossier>> dossiers, Work work) {
        this.dossiers = dossiers;
        this.work = work;
        dossiers.forEach((learner, own) -> own.forEach(each -> learners.put(each.id(), learner)));
        guidance();
        reviews(cohort);
        drafts();
        recordings();
    }

    /** The campaigns of the class that still run. */
    List<Message> campaigns() {
        return campaigns;
    }

    /** What is open of a learner's. */
    List<Message> of(PersonId learner, boolean leaves) {
        List<Message> open = new ArrayList<>();
        if (!dossiers.containsKey(learner)) open.add(Message.of("year-end.no-dossier"));
        Map<String, Integer> counted = counts.getOrDefault(learner, Map.of());
        Stream.of("goals", "interviews", "reviews").forEach(each -> say(each, counted, open));
        if (leaves) Stream.of("drafts", "recordings").forEach(each -> say(each, counted, open));
        return open;
    }

    private static void say(String what, Map<String, Integer> counted, List<Message> open) {
        Integer many = counted.get(what);
        if (many != null) open.add(Message.of("year-end." + what, many));
    }

    private void count(PersonId learner, String what) {
        if (!dossiers.containsKey(learner)) return;
        counts.computeIfAbsent(learner, each -> new HashMap<>()).merge(what, 1, Integer::sum);
    }

    private void guidance() {
        for (Goal each : all(GuidanceKinds.GOAL)) {
            if (each.status() == Goal.Status.CLAIMED) count(of(each.dossier()), "goals");
        }
        for (Interview each : all(InterviewKinds.INTERVIEW)) {
            boolean open = each.status() == InterviewStatus.SCHEDULED || each.status() == InterviewStatus.CONDUCTED;
            if (open) count(of(each.dossier()), "interviews");
        }
    }

    private void reviews(CohortId cohort) {
        List<Campaign> running = work.where(PeerKinds.CAMPAIGN, PeerKinds.campaignsOf(cohort)).stream()
                .filter(each -> !each.endedAt(work.now()))
                .toList();
        running.forEach(
                each -> campaigns.add(Message.of("year-end.campaign-runs", each.title(), work.dayOf(each.endsAt()))));
        Set<Key> handedIn = new HashSet<>();
        Set<Key> assigned = new HashSet<>();
        for (Campaign each : running) {
            handedIn.add(PeerKinds.handInsOf(each.id()));
            assigned.add(PeerKinds.assignmentsOf(each.id()));
        }
        for (HandIn each : work.whereAny(PeerKinds.HAND_IN, handedIn)) {
            PersonId learner = learners.get(each.dossier());
            if (learner != null) count(learner, "reviews");
        }
        for (ReviewAssignment each : work.whereAny(PeerKinds.REVIEW_ASSIGNMENT, assigned)) {
            if (!each.submitted()) count(each.reviewer(), "reviews");
        }
    }

    private void drafts() {
        for (SelfAssessmentDraft each : all(AssessmentKinds.DRAFT)) count(of(each.dossier()), "drafts");
        for (ReflectionDraft each : all(ReflectionKinds.REFLECTION_DRAFT)) count(of(each.dossier()), "drafts");
        for (MissionReportDraft each : all(ReflectionKinds.MISSION_REPORT_DRAFT)) count(of(each.dossier()), "drafts");
        Predicate<Showcase> hidden = each -> !each.published();
        all(SharingKinds.SHOWCASE).stream().filter(hidden).forEach(each -> count(of(each.dossier()), "drafts"));
    }

    private void recordings() {
        List<Recording> all = all(RecordingKinds.RECORDING);
        Set<RecordingId> silenced = RecordingVisibility.silenced(all, work.today(), work);
        for (Recording each : all) if (silenced.contains(each.id())) count(of(each.dossier()), "recordings");
    }

    private <T> List<T> all(RecordKind<T> kind) {
        Collection<Scope> scopes =
                learners.keySet().stream().map(DossierKinds::scope).toList();
        return work.among(kind, scopes);
    }

    private PersonId of(DossierId dossier) {
        return java.util.Objects.requireNonNull(learners.get(dossier));
    }
}
