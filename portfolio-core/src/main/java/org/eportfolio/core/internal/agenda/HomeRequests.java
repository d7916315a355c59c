package org.eportfolio.core.internal.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.agenda.Asked;
import org.eportfolio.agenda.Asked.What;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.AgreementStatus;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.Standing;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.jspecify.annotations.Nullable;

/** What is asked of a learner today. */
final class HomeRequests {
    /** From how many days before it is due on a goal is spoken of. */
    private static final int GOAL_DAYS = 14;

    private final HomeFacts facts;
    private final List<Asked> asked = new ArrayList<>();

    HomeRequests(HomeFacts facts) {
        this.facts = facts;
    }

    List<Asked> byUrgency() {
        facts.openPrompts().forEach(each -> add(What.PROMPT, each.id(), each.at(), null, each.text()));
        facts.missions().forEach(this::mission);
        facts.assignments().forEach(this::review);
        facts.campaigns().values().forEach(this::handIn);
        facts.interviews().forEach(this::interview);
        facts.goals().forEach(this::goal);
        facts.authorisations().forEach(this::authorisation);
        facts.invitations().forEach(this::invitation);
        facts.pathway().steps().forEach(this::step);
        return Asked.byUrgency(asked);
    }

    private void add(What what, Object about, Instant since, @Nullable Instant due, Object... said) {
        asked.add(new Asked(what, about.toString(), since, due, Message.of("asked." + what, said)));
    }

    private @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : facts.endOf(day);
    }

    private void mission(LearnerMission each) {
        MissionWork.Move latest = each.work() == null ? null : each.work().latest();
        Instant since = latest == null ? each.mission().at() : latest.at();
        String title = each.mission().title();
        if (each.status() == MissionStatus.TO_REWORK) {
            add(What.MISSION_TO_REWORK, each.mission().id(), since, null, title);
        } else if (each.status() == MissionStatus.STARTED) {
            add(What.MISSION_TO_FINISH, each.mission().id(), since, null, title);
        } else if (each.status() == MissionStatus.TO_DO && each.offered()) {
            add(What.MISSION_TO_DO, each.mission().id(), since, null, title);
        }
    }

    private void review(ReviewAssignment each) {
        Campaign campaign = facts.campaigns().get(each.campaign());
        if (each.submitted() || campaign == null || !runsHere(campaign)) return;
        add(
                What.PEER_REVIEW,
                each.id(),
                Objects.requireNonNullElse(campaign.assignedAt(), campaign.openedAt()),
                campaign.deadline(),
                campaign.title());
    }

    private void handIn(Campaign campaign) {
        boolean mine = facts.dossier().adoptions().anyMatch(campaign.adoption()::equals);
        boolean open = runsHere(campaign) && campaign.assignedAt() == null;
        if (!mine || !open || facts.handedIn().contains(campaign.id())) return;
        add(What.HAND_IN, campaign.id(), campaign.openedAt(), campaign.deadline(), campaign.title());
    }

    private boolean runsHere(Campaign campaign) {
        return !campaign.endedAt(facts.now()) && facts.cohorts().contains(campaign.cohort());
    }

    private void interview(Interview each) {
        LocalDate day = LocalDate.ofInstant(each.startsAt(), facts.zone());
        if (each.status() == InterviewStatus.SCHEDULED && !day.isBefore(facts.today())) {
            add(What.INTERVIEW, each.id(), each.scheduledAt(), each.startsAt(), each.purpose());
        }
        for (Agreement agreement : each.agreements()) {
            if (agreement.status() != AgreementStatus.PROPOSED) continue;
            add(What.AGREEMENT, each.id(), agreement.proposedAt(), null, agreement.text());
        }
        if (each.closing() != null && !facts.replied().contains(each.id())) {
            add(What.ACKNOWLEDGEMENT, each.id(), each.closing().at(), null, each.purpose());
        }
    }

    private void goal(Goal goal) {
        boolean near = !goal.dueOn().isAfter(facts.today().plusDays(GOAL_DAYS));
        if (goal.status() != Goal.Status.OPEN || !near) return;
        add(What.GOAL_DUE, goal.id(), goal.setAt(), endOf(goal.dueOn()), goal.competency());
    }

    private void authorisation(Authorisation each) {
        Standing standing = each.on(facts.today());
        if (standing == Standing.TO_CONFIRM) {
            LocalDate majority = Objects.requireNonNull(each.majorityOn());
            Instant since = majority.atStartOfDay(facts.zone()).toInstant();
            add(What.AUTHORISATION, each.id(), since, null, each.project());
        } else if (standing == Standing.REQUESTED && answerable(each)) {
            add(What.AUTHORISATION, each.id(), each.requestedAt(), null, each.project());
        }
    }

    /** A minor who agreed waits for the representatives; and what is over needs no answer. */
    private boolean answerable(Authorisation each) {
        boolean own = each.awaitsPerson() || !each.minorOn(facts.today());
        return own && !each.until().isBefore(facts.today());
    }

    private void invitation(GroupProduction group) {
        group.members().stream()
                .filter(each -> each.person().equals(facts.dossier().learner()) && !each.joined())
                .forEach(each -> add(What.GROUP_INVITATION, group.id(), each.since(), null, group.title()));
    }

    private void step(PathwayStep step) {
        if (!step.open()) return;
        add(What.PATHWAY_STEP, step.number(), step.addedAt(), endOf(step.dueOn()), step.competency(), step.reason());
    }
}
