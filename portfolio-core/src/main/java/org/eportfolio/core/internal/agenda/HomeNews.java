package org.eportfolio.core.internal.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.access.ExceptionalAccess;
import org.eportfolio.agenda.News;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.AgreementStatus;
import org.eportfolio.interview.Interview;
import org.eportfolio.peer.Review;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/** What others did in a dossier since an instant. */
final class HomeNews {
    private final HomeFacts facts;
    private final List<News> news = new ArrayList<>();

    HomeNews(HomeFacts facts) {
        this.facts = facts;
    }

    List<News> latestFirst() {
        positionings();
        facts.feedback().forEach(this::feedback);
        facts.goals().forEach(this::goal);
        facts.interviews().forEach(this::interview);
        peers();
        facts.missions().forEach(this::mission);
        facts.pathway().steps().forEach(this::step);
        facts.openings().forEach(this::opened);
        Collections.reverse(news); // of one instant, too, the latest first
        news.sort(Comparator.comparing(News::at).reversed());
        return news;
    }

    /** Adds it if it is new and done by another person. */
    private void add(
            News.What what, Object about, @Nullable PersonId by, @Nullable Instant at, String key, Object... said) {
        if (at == null
                || at.isBefore(facts.since())
                || facts.dossier().learner().equals(by)) return;
        news.add(new News(what, about.toString(), by, at, Message.of(key, said)));
    }

    private void positionings() {
        List<Assessment> shown = facts.shown().now();
        Set<AssessmentId> superseded = shown.stream()
                .map(Assessment::supersedes)
                .filter(Objects::nonNull)
                .map(Supersession::earlier)
                .collect(Collectors.toSet());
        for (Assessment each : shown) {
            boolean theirs = each.perspective() == Perspective.TEACHER || each.perspective() == Perspective.TUTOR;
            if (!theirs || superseded.contains(each.id())) continue;
            add(
                    News.What.POSITIONED,
                    each.id(),
                    each.author(),
                    facts.shown().shownFrom(each),
                    "news.positioned." + each.outcome(),
                    each.competency(),
                    each.outcome() == Outcome.LEVEL ? level(each) : "");
        }
    }

    /** A companion's levels are those of its own scale. */
    private String level(Assessment each) {
        String id = Objects.requireNonNull(each.level()).value();
        return each.adoption().equals(facts.adopted().adoption().id())
                ? facts.adopted().adoption().scale().require(each.level()).label()
                : id;
    }

    private void feedback(Feedback each) {
        if (each.role() == Role.LEARNER || each.withdrawn()) return;
        add(News.What.FEEDBACK, each.id(), each.author(), each.at(), "news.feedback." + each.kind(), each.text());
    }

    private void goal(Goal goal) {
        Goal.Answer answer = goal.answer();
        if (answer == null) return;
        add(
                News.What.GOAL_ANSWERED,
                goal.id(),
                answer.by(),
                answer.at(),
                answer.confirmed() ? "news.goal.confirmed" : "news.goal.declined",
                goal.competency(),
                answer.note());
    }

    private void interview(Interview each) {
        String purpose = each.purpose();
        add(
                News.What.INTERVIEW,
                each.id(),
                each.scheduledBy(),
                each.scheduledAt(),
                "news.interview.scheduled",
                purpose);
        if (each.minutes() != null) {
            add(
                    News.What.INTERVIEW,
                    each.id(),
                    each.minutes().by(),
                    each.minutes().at(),
                    "news.interview.held",
                    purpose);
        }
        each.agreements().forEach(agreement -> agreement(each, agreement));
        if (each.closing() != null) {
            add(
                    News.What.INTERVIEW,
                    each.id(),
                    each.closing().by(),
                    each.closing().at(),
                    "news.interview.closed",
                    purpose);
        }
        if (each.cancellation() != null) {
            add(
                    News.What.INTERVIEW,
                    each.id(),
                    each.cancellation().by(),
                    each.cancellation().at(),
                    "news.interview.cancelled",
                    purpose,
                    each.cancellation().reason());
        }
    }

    private void agreement(Interview each, Agreement agreement) {
        add(
                News.What.AGREEMENT,
                each.id(),
                agreement.proposedBy(),
                agreement.proposedAt(),
                "news.agreement.proposed",
                agreement.text());
        if (agreement.status() != AgreementStatus.WITHDRAWN) return;
        add(News.What.AGREEMENT, each.id(), null, agreement.settledAt(), "news.agreement.withdrawn", agreement.text());
    }

    /** Campaign by campaign, so that neither order nor time reveals anything of an author. */
    private void peers() {
        Map<CampaignId, Long> readable = facts.received().stream()
                .filter(each -> !each.withheld())
                .collect(Collectors.groupingBy(Review::campaign, LinkedHashMap::new, Collectors.counting()));
        readable.forEach((id, count) -> {
            var campaign = Objects.requireNonNull(facts.campaigns().get(id));
            add(News.What.PEER_REVIEWS, id, null, campaign.endsAt(), "news.peers", campaign.title(), count);
        });
    }

    private void mission(LearnerMission each) {
        MissionWork work = each.work();
        if (work == null) return;
        for (MissionWork.Move move : work.moves()) {
            boolean answer = move.to() == MissionStatus.DONE || move.to() == MissionStatus.TO_REWORK;
            if (!answer) continue;
            add(
                    News.What.MISSION_ANSWERED,
                    each.mission().id(),
                    move.by(),
                    move.at(),
                    "news.mission." + move.to(),
                    each.mission().title(),
                    move.note());
        }
    }

    private void opened(ExceptionalAccess each) {
        add(
                News.What.OPENED_FOR_REASON,
                each.id(),
                each.openedBy(),
                each.openedAt(),
                "news.opened-for-reason",
                each.reason());
    }

    private void step(PathwayStep step) {
        if (step.dropped() != null) return;
        add(
                News.What.PATHWAY_STEP,
                step.number(),
                step.by(),
                step.addedAt(),
                "news.pathway-step",
                step.competency(),
                step.reason());
    }
}
