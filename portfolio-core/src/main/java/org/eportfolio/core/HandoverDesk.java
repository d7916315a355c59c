package org.eportfolio.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
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
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A teacher is replaced in mid-year: roles over the cohort pass on at a date, and what is open is listed for the
 * successor. Nothing that was written changes, and learners' drafts stay theirs. Thread-safe.
 */
public final class HandoverDesk {
    private final Session session;
    private final Gate gate;
    private final ZoneId zone;

    HandoverDesk(Session session, Gate gate, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.zone = engine.clock().getZone();
    }

    /**
     * What a hand-over would hold; nothing is done.
     *
     * @param on the successor's first day, today at the earliest
     */
    public Handover preview(CohortId cohort, PersonId from, PersonId to, LocalDate on) {
        return session.read(work -> {
            Entitled by = gate.cohort(cohort, Permission.HAND_OVER, work);
            return gathered(new Asked(cohort, from, to, on), by, work);
        });
    }

    /**
     * Ends the predecessor's roles over the cohort at the beginning of that day, gives the successor the same from then
     * on to the end of the cohort's year, and records what was open. The year ends with the last of the learners'
     * memberships; the predecessor's roles may have ended before. Interviews that take place before that day stay with the predecessor.
     *
     * @param on the successor's first day, today at the earliest
     */
    public Handover handOver(CohortId cohort, PersonId from, PersonId to, LocalDate on) {
        return session.write(Scope.ORGANISATION, work -> {
            Entitled by = gate.cohort(cohort, Permission.HAND_OVER, work);
            Asked asked = new Asked(cohort, from, to, on);
            Handover handover = gathered(asked, by, work);
            passOn(asked, work);
            work.put(SchoolKinds.HANDOVER, handover);
            work.journal("cohort.handed-over", by.person(), by.role());
            return handover;
        });
    }

    /** The hand-overs of a cohort, the oldest first. */
    public List<Handover> of(CohortId cohort) {
        return session.read(work -> {
            gate.cohort(cohort, Permission.READ_HANDOVER, work);
            return work.where(SchoolKinds.HANDOVER, SchoolKinds.handoversIn(cohort));
        });
    }

    private record Asked(CohortId cohort, PersonId from, PersonId to, LocalDate on) {}

    private Handover gathered(Asked asked, Entitled by, Work work) {
        InvalidInputException.unless(!asked.on().isBefore(work.today()), "on", "handover.past", asked.on());
        Instant start = begins(asked, work);
        if (roles(asked, work).isEmpty()) {
            throw ConflictException.state("handover.no-role", asked.from(), asked.on());
        }
        Set<Key> learners = new HashSet<>();
        for (Membership each : work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(asked.cohort()))) {
            if (each.period().endsAfter(work.now())) learners.add(DossierKinds.dossiersOf(each.learner()));
        }
        List<Scope> scopes = work.whereAny(DossierKinds.DOSSIER, learners).stream()
                .map(each -> DossierKinds.scope(each.id()))
                .toList();
        return new Handover(
                new HandoverId(work.newId()),
                asked.cohort(),
                asked.from(),
                asked.to(),
                asked.on(),
                work.among(InterviewKinds.INTERVIEW, scopes).stream()
                        .filter(each -> each.scheduledBy().equals(asked.from()) && passesOn(each, start, work.now()))
                        .map(Interview::id)
                        .toList(),
                work.among(GuidanceKinds.GOAL, scopes).stream()
                        .filter(each -> each.status() == Goal.Status.CLAIMED)
                        .map(Goal::id)
                        .toList(),
                work.where(PeerKinds.CAMPAIGN, PeerKinds.campaignsOf(asked.cohort())).stream()
                        .filter(each -> each.openedBy().equals(asked.from()) && !each.endedAt(start))
                        .map(Campaign::id)
                        .toList(),
                work.among(FeedbackKinds.FEEDBACK, scopes).stream()
                        .filter(each -> each.author().equals(asked.from()) && each.awaitsLearner())
                        .map(Feedback::id)
                        .toList(),
                by.person(),
                work.now());
    }

    private static boolean passesOn(Interview interview, Instant start, Instant now) {
        if (interview.status() == InterviewStatus.CONDUCTED) return true;
        boolean before =
                interview.startsAt().isBefore(start) && !interview.startsAt().isBefore(now);
        return interview.status() == InterviewStatus.SCHEDULED && !before;
    }

    /** The beginning of that day; now, when it is today. */
    private Instant begins(Asked asked, Work work) {
        Instant start = asked.on().atStartOfDay(zone).toInstant();
        return start.isBefore(work.now()) ? work.now() : start;
    }

    /**
     * The predecessor's roles over this cohort: those that would still hold on that day, and those that have ended, as
     * long as the cohort goes on.
     */
    private List<Grant> roles(Asked asked, Work work) {
        Instant start = begins(asked, work);
        boolean goesOn = work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(asked.cohort())).stream()
                .anyMatch(each -> each.period().endsAfter(start));
        return grants(asked.from(), asked, work).stream()
                .filter(each -> goesOn || each.period().endsAfter(start))
                .toList();
    }

    /**
     * When the cohort's year ends: with the last of its learners' memberships; {@code null} when no end is set. A role over
     * a cohort without learners keeps its own end.
     */
    private static @Nullable Instant endOfYear(Asked asked, Grant role, Instant start, Work work) {
        Instant end = null;
        boolean learnsOn = false;
        for (Membership each : work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(asked.cohort()))) {
            if (!each.period().endsAfter(start)) continue;
            Instant until = each.period().until();
            learnsOn = true;
            if (until == null) return null;
            if (end == null || until.isAfter(end)) end = until;
        }
        return learnsOn ? end : role.period().until();
    }

    private List<Grant> grants(PersonId holder, Asked asked, Work work) {
        return work.where(SchoolKinds.GRANT, SchoolKinds.grantsOf(holder)).stream()
                .filter(each -> each.role() == Role.TEACHER || each.role() == Role.LEAD_TEACHER)
                .filter(each -> each.reach().equals(new Reach.OfCohort(asked.cohort())))
                .toList();
    }

    private void passOn(Asked asked, Work work) {
        Instant end = begins(asked, work);
        List<Grant> held = grants(asked.to(), asked, work);
        Set<Role> passed = EnumSet.noneOf(Role.class);
        for (Grant each : roles(asked, work)) {
            if (!each.endedAt(end).equals(each)) work.put(SchoolKinds.GRANT, each.endedAt(end));
            if (!passed.add(each.role())) continue;
            boolean has = held.stream()
                    .anyMatch(other ->
                            other.role() == each.role() && other.period().holdsAt(end));
            if (has) continue;
            work.put(
                    SchoolKinds.GRANT,
                    new Grant(
                            new GrantId(work.newId()),
                            asked.to(),
                            each.role(),
                            each.reach(),
                            new Period(end, endOfYear(asked, each, end, work))));
        }
    }
}
