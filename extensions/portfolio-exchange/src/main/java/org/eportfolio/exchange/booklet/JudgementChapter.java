package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Level;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;

/** What was said along the way: self-assessments, the team's positionings, what peers wrote. */
record JudgementChapter(Edition edition, Map<AdoptionId, Adoption> adoptions, Map<CampaignId, Campaign> campaigns) {
    JudgementChapter(Edition edition, Map<AdoptionId, Adoption> adoptions) {
        this(edition, adoptions, new HashMap<>());
    }

    void assessments(List<Progress> progress) throws IOException {
        Set<AssessmentId> corrected = new HashSet<>();
        progress.stream()
                .flatMap(Progress::all)
                .flatMap(each -> each.trajectories().stream())
                .flatMap(each -> each.points().stream())
                .filter(each -> each.supersededBy() != null)
                .map(Trajectory.Point::assessment)
                .forEach(corrected::add);
        edition.each(
                next -> edition.desk.assessments().list(edition.dossier.id(), next),
                each -> assessment(each, corrected.contains(each.id())));
    }

    private void assessment(Assessment of, boolean corrected) throws IOException {
        if (of.outcome() == Outcome.RETRACTED) return;
        Markup out = edition.out;
        Adoption adoption = adoptions.get(of.adoption());
        Level level = of.level() == null || adoption == null
                ? null
                : adoption.scale().find(of.level()).orElse(null);
        String said =
                of.level() != null && level == null ? of.level().value() : edition.words.level(of.outcome(), level);
        out.open("article", "class", "judgement");
        out.element("h3", edition.say("booklet.judgement", of.competency(), said));
        String by = edition.name(of.author());
        edition.fact("booklet.judged", edition.words.name(of.perspective()), by, edition.words.day(of.observedOn()));
        if (corrected) edition.out.element("p", edition.say("booklet.corrected"), "class", "quiet");
        if (of.because() != null) out.prose(of.because());
        edition.said("booklet.strengths", of.strengths());
        edition.said("booklet.gaps", of.gaps());
        edition.evidence(of.evidence());
        out.end();
    }

    void reviews() throws IOException {
        edition.each(next -> edition.desk.reviews().received(edition.dossier.id(), next), this::review);
    }

    private void review(Review review) throws IOException {
        Remarks remarks = review.remarks();
        Markup out = edition.out;
        out.open("article", "class", "judgement").element("h3", edition.say("booklet.peer", review.peer()));
        if (remarks == null) {
            out.element("p", edition.say("booklet.withheld"), "class", "quiet").end();
            return;
        }
        edition.said("booklet.strength", remarks.strength());
        List<Criterion> questions = campaigns
                .computeIfAbsent(
                        review.campaign(), id -> edition.desk.campaigns().get(id))
                .criteria();
        for (Remarks.OnCriterion each : remarks.onCriteria()) {
            out.element("h4", questions.get(each.criterion() - 1).question(), "dir", "auto")
                    .prose(each.text());
        }
        if (review.reply() != null) edition.said("booklet.reply", review.reply().text());
        out.end();
    }
}
