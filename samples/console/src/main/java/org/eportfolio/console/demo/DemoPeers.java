package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;

/** Learners read one another's work: drawn, without names, with a strength first, and moderated. */
record DemoPeers(DemoStage stage) implements DemoPart {
    private static final int MOST = 100;

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "campaign", (event, desk) -> Outcome.of(desk.campaigns().open(campaign(event))),
                "collect", (event, desk) -> collect(event),
                "draw", (event, desk) -> draw(event, desk),
                "review", (event, desk) -> review(event),
                "withhold", (event, desk) -> withhold(event, desk),
                "received", (event, desk) -> received(event, desk),
                "rate", (event, desk) -> rate(event, desk));
    }

    private NewCampaign campaign(DemoEvent event) {
        NewCampaign campaign = NewCampaign.of(stage.cohort(), event.tree().text("title"))
                .asking(Criterion.of(event.tree().text("question"))
                        .about(event.tree().text("competency"))
                        .withLevel())
                .until(stage.evening(LocalDate.parse(event.tree().text("until"))));
        return event.tree().has("named") ? campaign : campaign.anonymously();
    }

    /** Each makes their own and hands it in. */
    private Outcome collect(DemoEvent event) {
        Campaign campaign = stage.of(Campaign.class, event);
        for (String each : authors(event)) {
            Desk own = stage.as(each);
            Production made = own.productions().add(stage.dossier(each), event.production());
            own.campaigns().handIn(campaign.id(), stage.dossier(each), NewHandIn.of(made));
        }
        return Outcome.of(null);
    }

    private static List<String> authors(DemoEvent event) {
        List<String> authors = new ArrayList<>(List.of(event.who()));
        authors.addAll(event.tree().texts("with"));
        return authors;
    }

    private Outcome draw(DemoEvent event, Desk desk) {
        int each = Integer.parseInt(event.tree().text("each"));
        return Outcome.of(null)
                .with(
                        "reviews",
                        desk.campaigns()
                                .draw(stage.of(Campaign.class, event).id(), each)
                                .size());
    }

    /**
     * All learners write the reviews that they were assigned. Who reviews whom was drawn; what is said of a work is in the script, so
     * that the story is the same each time.
     */
    private Outcome review(DemoEvent event) {
        Map<PersonId, List<ReviewAssignment>> byReviewed = assignments(
                        event, stage.as(event.tree().text("teacher")))
                .collect(Collectors.groupingBy(ReviewAssignment::reviewed));
        byReviewed.forEach((reviewed, assigned) -> {
            List<String> words = new ArrayList<>(event.tree().texts(reviewed.value()));
            for (ReviewAssignment each : assigned) {
                String text = words.isEmpty() ? event.tree().text("otherwise") : words.remove(0);
                Remarks remarks = reviewed.value().equals(event.tree().text("levelled"))
                        ? Remarks.strength(text).on(1, text, event.tree().text("level"))
                        : Remarks.strength(text);
                stage.as(each.reviewer().value()).reviews().submit(each.id(), remarks);
            }
        });
        return Outcome.of(null);
    }

    private Stream<ReviewAssignment> assignments(DemoEvent event, Desk teacher) {
        return teacher
                .campaigns()
                .assignments(stage.of(Campaign.class, event).id(), PageRequest.first(MOST))
                .items()
                .stream();
    }

    private Outcome withhold(DemoEvent event, Desk desk) {
        ReviewAssignment abuse = assignments(event, desk)
                .filter(each -> each.reviewed().value().equals(event.tree().text("learner")))
                .filter(each -> Remarks.strength(event.tree().text("text")).equals(each.remarks()))
                .findFirst()
                .orElseThrow();
        return Outcome.of(desk.reviews().withhold(abuse, event.tree().text("reason")));
    }

    private Outcome received(DemoEvent event, Desk desk) {
        List<Review> reviews = desk.reviews()
                .received(stage.dossier(event), PageRequest.first(MOST))
                .items();
        if (reviews.stream().anyMatch(each -> each.reviewer() != null)) {
            throw new IllegalStateException("a review that was to be anonymous names its author");
        }
        String said = reviews.stream()
                .map(Review::remarks)
                .filter(Objects::nonNull)
                .map(each -> "« " + each.strength() + " »")
                .sorted()
                .collect(Collectors.joining(", "));
        return Outcome.of(reviews.get(0)).with("reviews", reviews.size()).with("said", said);
    }

    private Outcome rate(DemoEvent event, Desk desk) {
        Review.Usefulness word = Review.Usefulness.valueOf(event.tree().text("word"));
        for (Review each : desk.reviews()
                .received(stage.dossier(event), PageRequest.first(MOST))
                .items()) {
            desk.reviews().rate(each, word);
        }
        return Outcome.of(null).with("rated", word);
    }
}
