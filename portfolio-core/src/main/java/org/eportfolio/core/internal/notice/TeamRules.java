package org.eportfolio.core.internal.notice;

import static org.eportfolio.access.Permission.READ_AUTHORISATION;
import static org.eportfolio.access.Permission.READ_BADGE;
import static org.eportfolio.access.Permission.READ_FEEDBACK;
import static org.eportfolio.access.Permission.READ_INTERVIEW;
import static org.eportfolio.access.Permission.READ_PROGRESS;
import static org.eportfolio.access.Permission.READ_REFLECTION;
import static org.eportfolio.access.Permission.READ_WORKPLACE;

import java.util.List;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.core.internal.kind.BadgeKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.AgreementStatus;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.AuthorisationSignature;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/** What learners, tutors and representatives do in a dossier, for the learner's teachers; some of it for the learner too. */
final class TeamRules {
    static final NoticeRule<?> TUTOR_ANSWERED =
            NoticeRule.of(READ_WORKPLACE, GuidanceKinds.WORKPLACE, TeamRules::tutor, "tutor.answered");

    static final NoticeRule<?> AUTHORISATION_ANSWERED = NoticeRule.of(
            READ_AUTHORISATION,
            RecordingKinds.AUTHORISATION,
            TeamRules::authorisation,
            "authorisation.given",
            "authorisation.confirmed",
            "authorisation.withdrawn");

    static final List<NoticeRule<?>> TEACHERS = List.of(
            NoticeRule.of(READ_PROGRESS, GuidanceKinds.GOAL, TeamRules::claim, "goal.claimed"),
            NoticeRule.of(
                    READ_REFLECTION,
                    ReflectionKinds.REFLECTION,
                    (each, moment) -> reflection(each),
                    "reflection.shared"),
            NoticeRule.of(
                    READ_REFLECTION, ReflectionKinds.MISSION_REPORT, (each, moment) -> report(each), "report.shared"),
            NoticeRule.of(READ_PROGRESS, ScenarioKinds.MISSION_WORK, TeamRules::handedIn, "mission.handed-in"),
            NoticeRule.of(READ_FEEDBACK, FeedbackKinds.FEEDBACK, TeamRules::reply, "feedback.replied"),
            NoticeRule.of(READ_BADGE, BadgeKinds.AWARD, TeamRules::asked, "badge.asked"),
            NoticeRule.of(
                    READ_INTERVIEW,
                    InterviewKinds.INTERVIEW,
                    TeamRules::agreement,
                    "interview.agreement-accepted",
                    "interview.agreement-declined"),
            NoticeRule.of(
                    READ_INTERVIEW,
                    InterviewKinds.INTERVIEW_REPLY,
                    (each, moment) -> answer(each),
                    "interview.acknowledged",
                    "interview.dissented"),
            TUTOR_ANSWERED,
            AUTHORISATION_ANSWERED);

    static final List<NoticeRule<?>> REPRESENTATIVES = List.of(NoticeRule.of(
            READ_AUTHORISATION, RecordingKinds.AUTHORISATION, TeamRules::toSign, "authorisation.requested"));

    private TeamRules() {}

    private static @Nullable NoticeContent claim(Goal goal, ActContext moment) {
        Goal.Claim claim = goal.claim();
        if (claim == null || !moment.is(claim.at())) return null;
        return NoticeContent.of(
                NoticeKind.GOAL_CLAIMED,
                Ref.in(goal.dossier(), Ref.Kind.GOAL, goal.id()),
                moment.dossier().learner(),
                "notices.goal.claimed",
                goal.competency());
    }

    private static NoticeContent reflection(Reflection each) {
        return NoticeContent.of(
                NoticeKind.REFLECTION,
                Ref.in(each.dossier(), Ref.Kind.REFLECTION, each.id()),
                each.author(),
                "notices.reflection");
    }

    private static NoticeContent report(MissionReport each) {
        return NoticeContent.of(
                NoticeKind.MISSION_REPORT,
                Ref.in(each.dossier(), Ref.Kind.MISSION_REPORT, each.id()),
                each.author(),
                "notices.mission-report");
    }

    private static @Nullable NoticeContent handedIn(MissionWork work, ActContext moment) {
        for (MissionWork.Move move : work.moves()) {
            if (move.to() != MissionStatus.HANDED_IN || !moment.is(move.at())) continue;
            return NoticeContent.of(
                    NoticeKind.MISSION_HANDED_IN,
                    Ref.in(work.dossier(), Ref.Kind.MISSION, work.mission()),
                    move.by(),
                    "notices.mission.HANDED_IN",
                    moment.title(work.mission()));
        }
        return null;
    }

    private static @Nullable NoticeContent reply(Feedback each, ActContext moment) {
        if (each.role() != Role.LEARNER || each.withdrawn() || !moment.is(each.at())) return null;
        return NoticeContent.of(
                NoticeKind.FEEDBACK_ANSWERED,
                Ref.in(moment.dossier().id(), Ref.Kind.FEEDBACK, each.id()),
                each.author(),
                "notices.feedback.answered");
    }

    private static @Nullable NoticeContent asked(BadgeAward award, ActContext moment) {
        BadgeAward.Request request = award.request();
        if (request == null || !moment.is(request.at())) return null;
        return NoticeContent.of(
                NoticeKind.BADGE_ASKED,
                Ref.in(award.dossier(), Ref.Kind.BADGE, award.id()),
                moment.dossier().learner(),
                "notices.badge.asked",
                award.statement().title());
    }

    private static @Nullable NoticeContent agreement(Interview each, ActContext moment) {
        for (Agreement one : each.agreements()) {
            boolean accepted = one.status() == AgreementStatus.ACCEPTED;
            boolean answered = accepted || one.status() == AgreementStatus.DECLINED;
            if (!answered || !moment.is(one.settledAt())) continue;
            return NoticeContent.of(
                    NoticeKind.INTERVIEW_ANSWERED,
                    Ref.in(each.dossier(), Ref.Kind.INTERVIEW, each.id()),
                    moment.dossier().learner(),
                    accepted ? "notices.agreement.accepted" : "notices.agreement.declined",
                    each.purpose());
        }
        return null;
    }

    private static NoticeContent answer(InterviewReply each) {
        return NoticeContent.of(
                NoticeKind.INTERVIEW_ANSWERED,
                Ref.in(each.dossier(), Ref.Kind.INTERVIEW, each.interview()),
                each.by(),
                each.acknowledged() ? "notices.interview.acknowledged" : "notices.interview.dissented");
    }

    private static @Nullable NoticeContent tutor(WorkplacePeriod period, ActContext moment) {
        TutorAnswer answer = period.answer();
        if (answer == null || !moment.is(answer.at())) return null;
        return NoticeContent.of(
                NoticeKind.TUTOR_ANSWERED,
                Ref.in(period.dossier(), Ref.Kind.WORKPLACE_PERIOD, period.id()),
                period.tutor(),
                "notices.tutor-answered",
                period.employer());
    }

    private static @Nullable NoticeContent authorisation(Authorisation each, ActContext moment) {
        AuthorisationSignature given = each.given();
        AuthorisationSignature confirmed = each.confirmed();
        Authorisation.Withdrawal withdrawal = each.withdrawal();
        if (withdrawal != null) {
            return moment.is(withdrawal.at()) ? answered(each, withdrawal.by(), "withdrawn") : null;
        }
        if (confirmed != null && moment.is(confirmed.recordedAt()))
            return answered(each, confirmed.recordedBy(), "confirmed");
        return given != null && moment.is(given.recordedAt()) ? answered(each, given.recordedBy(), "given") : null;
    }

    private static NoticeContent answered(Authorisation each, PersonId by, String what) {
        return NoticeContent.of(
                NoticeKind.AUTHORISATION_ANSWERED,
                Ref.in(each.dossier(), Ref.Kind.AUTHORISATION, each.id()),
                by,
                "notices.authorisation." + what,
                each.project());
    }

    /** One that a representative of the minor whose dossier it is has to sign. */
    private static @Nullable NoticeContent toSign(Authorisation each, ActContext moment) {
        boolean theirs = each.person().equals(moment.dossier().learner());
        boolean open = each.withdrawal() == null && each.awaitedRepresentatives(moment.today()) > 0;
        return theirs && open && !each.until().isBefore(moment.today()) ? asked(each) : null;
    }

    static NoticeContent asked(Authorisation each) {
        return NoticeContent.of(
                NoticeKind.AUTHORISATION_ASKED,
                Ref.in(each.dossier(), Ref.Kind.AUTHORISATION, each.id()),
                null,
                "notices.authorisation.asked",
                each.project(),
                each.until());
    }
}
