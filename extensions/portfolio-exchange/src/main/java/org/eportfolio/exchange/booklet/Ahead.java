package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.util.Map;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.Step;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.interview.Agreement;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.Minutes;

/** Goals, and the interviews in which they are agreed. */
record Ahead(Edition edition, Map<AdoptionId, Adoption> adoptions) {
    void goals() throws IOException {
        edition.each(next -> edition.desk.goals().list(edition.dossier.id(), next), this::goal);
    }

    private void goal(Goal goal) throws IOException {
        Markup out = edition.out;
        out.open("article", "class", "goal");
        out.element("h3", edition.say("booklet.target", goal.competency(), level(goal.adoption(), goal.target())));
        edition.fact("booklet.goal", edition.words.day(goal.dueOn()), goal.status());
        if (!goal.steps().isEmpty()) {
            out.open("ul");
            for (Step each : goal.steps()) {
                out.element("li", edition.say(each.done() ? "booklet.step.done" : "booklet.step.open", each.text()));
            }
            out.end();
        }
        Goal.Claim claim = goal.claim();
        if (claim != null) {
            edition.said("booklet.claim", claim.note());
            edition.evidence(claim.evidence());
        }
        Goal.Answer answer = goal.answer();
        if (answer != null) edition.said("booklet.answer", answer.note());
        out.end();
    }

    private String level(AdoptionId adoption, LevelId id) {
        Adoption under = adoptions.get(adoption);
        Level level = under == null ? null : under.scale().find(id).orElse(null);
        return level == null ? id.value() : edition.words.level(null, level);
    }

    void interviews() throws IOException {
        edition.each(next -> edition.desk.interviews().list(edition.dossier.id(), next), this::interview);
    }

    private void interview(Interview interview) throws IOException {
        Markup out = edition.out;
        out.open("article", "class", "interview").element("h3", interview.purpose(), "dir", "auto");
        edition.fact("booklet.interview", edition.words.day(interview.startsAt()), interview.status());
        Minutes minutes = interview.minutes();
        if (minutes != null) {
            edition.named(minutes.present());
            edition.fact(
                    "booklet.present",
                    minutes.present().stream().map(edition::name).toList());
            out.prose(minutes.notes());
        }
        if (!interview.agreements().isEmpty()) {
            out.element("h4", edition.say("booklet.agreements")).open("ul");
            for (Agreement each : interview.agreements()) {
                out.open("li").text(each.text() + " ");
                out.element("strong", edition.words.name(each.status())).end();
            }
            out.end();
        }
        InterviewReply reply = edition.desk
                .interviews()
                .reply(edition.dossier.id(), interview.id())
                .orElse(null);
        if (reply != null) {
            if (reply.acknowledged()) edition.fact("booklet.acknowledged");
            else edition.said("booklet.dissent", reply.dissent());
        }
        out.end();
    }
}
