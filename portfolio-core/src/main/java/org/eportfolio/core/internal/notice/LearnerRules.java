package org.eportfolio.core.internal.notice;

import static org.eportfolio.access.Permission.READ_BADGE;
import static org.eportfolio.access.Permission.READ_FEEDBACK;
import static org.eportfolio.access.Permission.READ_INTERVIEW;
import static org.eportfolio.access.Permission.READ_LINKS;
import static org.eportfolio.access.Permission.READ_PATHWAY;
import static org.eportfolio.access.Permission.READ_PROGRESS;
import static org.eportfolio.access.Permission.READ_WORKPLACE;
import static org.eportfolio.access.Permission.SEE_READERS;

import java.util.List;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.core.internal.kind.BadgeKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.AgreementStatus;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.LinkReading;
import org.jspecify.annotations.Nullable;

/** What others do in a dossier, for its learner. Levels and peer reviews are apart, since they are not shown at once. */
final class LearnerRules {
    static final List<NoticeRule<?>> ALL = List.of(
            NoticeRule.of(
                    READ_FEEDBACK,
                    FeedbackKinds.FEEDBACK,
                    LearnerRules::feedback,
                    "feedback.prompted",
                    "feedback.commented",
                    "feedback.replied"),
            NoticeRule.of(READ_PROGRESS, GuidanceKinds.GOAL, LearnerRules::goal, "goal.confirmed", "goal.declined"),
            NoticeRule.of(
                    READ_INTERVIEW,
                    InterviewKinds.INTERVIEW,
                    LearnerRules::interview,
                    "interview.scheduled",
                    "interview.rescheduled",
                    "interview.conducted",
                    "interview.closed",
                    "interview.cancelled"),
            NoticeRule.of(
                    READ_INTERVIEW,
                    InterviewKinds.INTERVIEW,
                    LearnerRules::agreement,
                    "interview.agreement-proposed",
                    "interview.agreement-withdrawn"),
            NoticeRule.of(
                    READ_PROGRESS,
                    ScenarioKinds.MISSION_WORK,
                    LearnerRules::mission,
                    "mission.done",
                    "mission.returned"),
            NoticeRule.of(READ_PATHWAY, GuidanceKinds.PATHWAY, LearnerRules::step, "pathway.step-added"),
            NoticeRule.of(
                    SEE_READERS,
                    PrivacyKinds.EXCEPTIONAL_ACCESS,
                    (each, moment) -> opened(each),
                    "access.opened-for-reason"),
            NoticeRule.of(READ_LINKS, SharingKinds.READING, (each, moment) -> read(each), "link.read"),
            NoticeRule.of(
                    READ_WORKPLACE,
                    GuidanceKinds.WORKPLACE,
                    LearnerRules::workplace,
                    "workplace.opened",
                    "workplace.rescheduled",
                    "workplace.broken-off",
                    "workplace.concluded"),
            NoticeRule.of(
                    READ_BADGE,
                    BadgeKinds.AWARD,
                    LearnerRules::badge,
                    "badge.offered",
                    "badge.refused",
                    "badge.revoked"),
            TeamRules.TUTOR_ANSWERED,
            TeamRules.AUTHORISATION_ANSWERED);

    private LearnerRules() {}

    private static @Nullable NoticeContent feedback(Feedback each, ActContext moment) {
        boolean ofTheTeam = each.role() != Role.LEARNER && moment.role() != Role.LEARNER;
        if (!ofTheTeam || each.withdrawn() || !moment.is(each.at())) return null;
        return NoticeContent.of(
                NoticeKind.FEEDBACK,
                Ref.in(moment.dossier().id(), Ref.Kind.FEEDBACK, each.id()),
                each.author(),
                "notices.feedback." + each.kind());
    }

    private static @Nullable NoticeContent goal(Goal goal, ActContext moment) {
        Goal.Answer answer = goal.answer();
        if (answer == null || !moment.is(answer.at())) return null;
        return NoticeContent.of(
                NoticeKind.GOAL_ANSWERED,
                Ref.in(goal.dossier(), Ref.Kind.GOAL, goal.id()),
                answer.by(),
                answer.confirmed() ? "notices.goal.confirmed" : "notices.goal.declined",
                goal.competency());
    }

    private static @Nullable NoticeContent interview(Interview each, ActContext moment) {
        boolean planned = each.status() == InterviewStatus.SCHEDULED;
        Interview.Closing closing = each.closing();
        Interview.Cancellation cancellation = each.cancellation();
        return switch (moment.act()) {
            case "interview.scheduled" ->
                planned ? interview(each, each.scheduledBy(), "notices.interview.scheduled") : null;
            case "interview.rescheduled" -> planned ? interview(each, null, "notices.interview.moved") : null;
            case "interview.conducted" ->
                each.minutes() == null ? null : interview(each, each.minutes().by(), "notices.interview.held");
            case "interview.closed" ->
                closing == null ? null : interview(each, closing.by(), "notices.interview.closed");
            default -> cancellation == null ? null : interview(each, cancellation.by(), "notices.interview.cancelled");
        };
    }

    private static NoticeContent interview(Interview each, @Nullable PersonId by, String key) {
        return NoticeContent.of(
                NoticeKind.INTERVIEW,
                Ref.in(each.dossier(), Ref.Kind.INTERVIEW, each.id()),
                by,
                key,
                each.purpose(),
                each.startsAt());
    }

    private static @Nullable NoticeContent agreement(Interview each, ActContext moment) {
        boolean proposal = moment.act().equals("interview.agreement-proposed");
        for (Agreement one : each.agreements()) {
            boolean proposed = proposal && moment.is(one.proposedAt()) && one.status() == AgreementStatus.PROPOSED;
            boolean withdrawn = !proposal && moment.is(one.settledAt()) && one.status() == AgreementStatus.WITHDRAWN;
            if (!proposed && !withdrawn) continue;
            return NoticeContent.of(
                    NoticeKind.AGREEMENT,
                    Ref.in(each.dossier(), Ref.Kind.INTERVIEW, each.id()),
                    proposed ? one.proposedBy() : null,
                    proposed ? "notices.agreement.proposed" : "notices.agreement.withdrawn",
                    each.purpose());
        }
        return null;
    }

    private static @Nullable NoticeContent mission(MissionWork work, ActContext moment) {
        for (MissionWork.Move move : work.moves()) {
            boolean answer = move.to() == MissionStatus.DONE || move.to() == MissionStatus.TO_REWORK;
            if (!answer || !moment.is(move.at())) continue;
            return NoticeContent.of(
                    NoticeKind.MISSION_ANSWERED,
                    Ref.in(work.dossier(), Ref.Kind.MISSION, work.mission()),
                    move.by(),
                    "notices.mission." + move.to(),
                    moment.title(work.mission()));
        }
        return null;
    }

    private static @Nullable NoticeContent step(Pathway pathway, ActContext moment) {
        return pathway.steps().stream()
                .filter(each -> moment.is(each.addedAt()) && each.dropped() == null)
                .map(each -> NoticeContent.of(
                        NoticeKind.PATHWAY_STEP,
                        Ref.in(pathway.dossier(), Ref.Kind.PATHWAY_STEP, each.number()),
                        each.by(),
                        "notices.pathway-step",
                        each.competency()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable NoticeContent badge(BadgeAward award, ActContext moment) {
        BadgeAward.Offer offer = award.offer();
        BadgeAward.Ending ending = award.ending();
        if (moment.act().equals("badge.offered")) {
            return offer != null && moment.is(offer.at()) ? badge(award, offer.by(), moment) : null;
        }
        boolean byAnother = ending != null && ending.role() != Role.LEARNER && moment.is(ending.at());
        return ending != null && byAnother ? badge(award, ending.by(), moment) : null;
    }

    private static NoticeContent badge(BadgeAward award, PersonId by, ActContext moment) {
        return NoticeContent.of(
                NoticeKind.BADGE,
                Ref.in(award.dossier(), Ref.Kind.BADGE, award.id()),
                by,
                "notices." + moment.act(),
                award.statement().title());
    }

    private static NoticeContent opened(ExceptionalAccess each) {
        return NoticeContent.of(
                NoticeKind.OPENED_FOR_REASON,
                Ref.in(each.dossier(), Ref.Kind.EXCEPTIONAL_ACCESS, each.id()),
                each.openedBy(),
                "notices.opened-for-reason",
                each.closedFrom());
    }

    private static NoticeContent read(LinkReading each) {
        return NoticeContent.of(
                NoticeKind.LINK_READ, Ref.in(each.dossier(), Ref.Kind.LINK, each.link()), null, "notices.link-read");
    }

    private static NoticeContent workplace(WorkplacePeriod period, ActContext moment) {
        boolean opened = moment.act().equals("workplace.opened");
        return NoticeContent.of(
                NoticeKind.WORKPLACE,
                Ref.in(period.dossier(), Ref.Kind.WORKPLACE_PERIOD, period.id()),
                opened ? period.openedBy() : null,
                "notices." + moment.act(),
                period.employer(),
                period.from(),
                period.until());
    }
}
