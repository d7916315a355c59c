package org.eportfolio.core;

import static org.eportfolio.access.Permission.FIND_DOSSIER;
import static org.eportfolio.access.Permission.HAND_OVER;
import static org.eportfolio.access.Permission.READ_HANDOVER;
import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;
import static org.eportfolio.core.internal.kind.FeedbackKinds.FEEDBACK;
import static org.eportfolio.core.internal.kind.GuidanceKinds.GOAL;
import static org.eportfolio.core.internal.kind.InterviewKinds.INTERVIEW;
import static org.eportfolio.core.internal.kind.PeerKinds.CAMPAIGN;
import static org.eportfolio.core.internal.kind.SchoolKinds.GRANT;
import static org.eportfolio.core.internal.kind.SchoolKinds.HANDOVER;
import static org.eportfolio.core.internal.kind.SchoolKinds.MEMBERSHIP;
import static org.eportfolio.core.internal.kind.SharingKinds.LINK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.PeopleOnly;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.GrantId;
import org.eportfolio.id.HandoverId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.peer.Campaign;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Handover;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A teacher is replaced in mid-year: roles over the cohort pass on at a date, and what is open is listed for the
 * successor. Nothing that was written changes, and learners' drafts stay theirs. Thread-safe.
 */
public final class HandoverDesk {
    private final DeskContext desk;

    HandoverDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * What a hand-over would hold; nothing is done.
     *
     * @param on the successor's first day, today at the earliest
     */
    public Handover preview(CohortId cohort, PersonId from, PersonId to, LocalDate on) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Inputs.requireBounded("on", on);
        return desk.read(cohort, HAND_OVER, call -> gathered(new Asked(cohort, from, to, on), call));
    }

    /**
     * Ends the predecessor's roles over the cohort at the beginning of that day, gives the successor the same from then
     * on to the end of the cohort's year, and records what was open. The year ends with the last of the learners'
     * memberships; the predecessor's roles may have ended before. Interviews that take place before that day stay with the predecessor.
     * Links that the predecessor made, to tutors and juries, go on: whoever has the token answers in the tutor's name, so the
     * successor makes each anew ({@link TutoringDesk#invite}), which ends the old one, or takes it back.
     *
     * @param on the successor's first day, today at the earliest
     */
    public Handover handOver(CohortId cohort, PersonId from, PersonId to, LocalDate on) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Inputs.requireBounded("on", on);
        return desk.write(cohort, HAND_OVER, call -> {
            Asked asked = new Asked(cohort, from, to, on);
            Handover handover = gathered(asked, call);
            passOn(asked, call.work());
            return call.save("cohort.handed-over", HANDOVER, handover);
        });
    }

    /** The hand-overs of a cohort, the oldest first: one for each change of teacher, a few in the life of a cohort. */
    public List<Handover> of(CohortId cohort) {
        return desk.read(cohort, READ_HANDOVER, call -> call.where(HANDOVER, SchoolKinds.handoversIn(cohort)));
    }

    private record Asked(CohortId cohort, PersonId from, PersonId to, LocalDate on) {}

    private Handover gathered(Asked asked, Call call) {
        InvalidInputException.unless(!asked.on().isBefore(call.today()), "on", "handover.past", asked.on());
        Instant start = begins(asked, call.work());
        if (roles(asked, call.work()).isEmpty()) {
            throw ConflictException.state("handover.no-role", asked.from(), asked.on());
        }
        Set<Key> learners = new HashSet<>();
        for (Membership each : call.where(MEMBERSHIP, SchoolKinds.membersOf(asked.cohort()))) {
            if (each.period().endsAfter(call.now())) learners.add(DossierKinds.dossiersOf(each.learner()));
        }
        List<Dossier> dossiers = call.work().whereAny(DOSSIER, learners);
        // Ids only, which say nothing of what lies there: the head passes on what the head does not read.
        List<Scope> found = scopes(dossiers, FIND_DOSSIER, call.many(List.of()));
        return new Handover(
                new HandoverId(call.newId()),
                asked.cohort(),
                asked.from(),
                asked.to(),
                asked.on(),
                call.work().among(INTERVIEW, found).stream()
                        .filter(each -> each.scheduledBy().equals(asked.from()) && passesOn(each, start, call.now()))
                        .map(Interview::id)
                        .toList(),
                call.work().among(GOAL, found).stream()
                        .filter(each -> each.status() == Goal.Status.CLAIMED)
                        .map(Goal::id)
                        .toList(),
                call.where(CAMPAIGN, PeerKinds.campaignsOf(asked.cohort())).stream()
                        .filter(each -> each.openedBy().equals(asked.from()) && !each.endedAt(start))
                        .map(Campaign::id)
                        .toList(),
                call.work().among(FEEDBACK, found).stream()
                        .filter(each -> each.author().equals(asked.from()) && each.awaitsLearner())
                        .map(Feedback::id)
                        .toList(),
                call.work().among(LINK, found).stream()
                        .filter(each -> each.issuedBy().equals(asked.from()) && each.standsAt(start))
                        .map(ShareLink::id)
                        .toList(),
                call.person(),
                call.now());
    }

    private static List<Scope> scopes(List<Dossier> dossiers, Permission permission, ManyDossiers many) {
        return many.required(dossiers, permission).stream()
                .map(each -> DossierKinds.scope(each.id()))
                .toList();
    }

    private static boolean passesOn(Interview interview, Instant start, Instant now) {
        if (interview.status() == InterviewStatus.CONDUCTED) return true;
        boolean before =
                interview.startsAt().isBefore(start) && !interview.startsAt().isBefore(now);
        return interview.status() == InterviewStatus.SCHEDULED && !before;
    }

    /** The beginning of that day; now, when it is today. */
    private Instant begins(Asked asked, Work work) {
        Instant start = asked.on().atStartOfDay(desk.zone()).toInstant();
        return start.isBefore(work.now()) ? work.now() : start;
    }

    /**
     * The predecessor's roles over this cohort: those that would still hold on that day, and those that have ended, as
     * long as the cohort goes on.
     */
    private List<Grant> roles(Asked asked, Work work) {
        Instant start = begins(asked, work);
        boolean goesOn = work.where(MEMBERSHIP, SchoolKinds.membersOf(asked.cohort())).stream()
                .anyMatch(each -> each.period().endsAfter(start));
        Set<Role> passed = grants(asked.to(), asked, work).stream()
                .filter(each -> each.period().holdsAt(start))
                .map(Grant::role)
                .collect(Collectors.toSet());
        return grants(asked.from(), asked, work).stream()
                .filter(each -> each.period().endsAfter(start) || goesOn && !passed.contains(each.role()))
                .toList();
    }

    /**
     * When the cohort's year ends: with the last of its learners' memberships; {@code null} when no end is set. A role over
     * a cohort without learners keeps its own end.
     */
    private static @Nullable Instant endOfYear(Asked asked, Grant role, Instant start, Work work) {
        Instant end = null;
        boolean learnsOn = false;
        for (Membership each : work.where(MEMBERSHIP, SchoolKinds.membersOf(asked.cohort()))) {
            if (!each.period().endsAfter(start)) continue;
            Instant until = each.period().until();
            learnsOn = true;
            if (until == null) return null;
            if (end == null || until.isAfter(end)) end = until;
        }
        return learnsOn ? end : role.period().until();
    }

    private List<Grant> grants(PersonId holder, Asked asked, Work work) {
        return work.where(GRANT, SchoolKinds.grantsOf(holder)).stream()
                .filter(each -> each.role() == Role.TEACHER || each.role() == Role.LEAD_TEACHER)
                .filter(each -> each.reach().equals(new Reach.OfCohort(asked.cohort())))
                .toList();
    }

    private void passOn(Asked asked, Work work) {
        Instant end = begins(asked, work);
        List<Grant> held = grants(asked.to(), asked, work);
        Set<Role> passed = EnumSet.noneOf(Role.class);
        for (Grant each : roles(asked, work)) {
            if (!each.asEnded(end).equals(each)) work.put(GRANT, each.asEnded(end));
            if (!passed.add(each.role())) continue;
            boolean has = held.stream()
                    .anyMatch(other ->
                            other.role() == each.role() && other.period().holdsAt(end));
            if (has) continue;
            work.put(
                    GRANT,
                    new Grant(
                            new GrantId(work.newId()),
                            PeopleOnly.require(asked.to()),
                            each.role(),
                            each.reach(),
                            new Period(end, endOfYear(asked, each, end, work))));
        }
    }
}
