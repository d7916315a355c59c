package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refused.stale;
import static org.eportfolio.core.learner.PeerClass.FRIDAY;
import static org.eportfolio.core.learner.PeerClass.refused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;

/** Row A8: what reviewers write and the reviewed receive, and each refusal. */
class A8PeerReviewTest extends PeerStory {
    @Test
    void a_review_is_read_answered_and_rated_once_the_campaign_is_over() throws IOException {
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        ReviewAssignment task = peers.task("malo");
        assertThat(school.malo.reviews().work(task.id()).title()).isEqualTo("Carte mentale");
        Piece.File file =
                (Piece.File) school.malo.reviews().work(task.id()).pieces().get(0);
        try (InputStream bytes = school.malo.reviews().download(task.id(), file.content())) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Mercanet, PayPal");
        }

        ReviewAssignment draft = school.malo.reviews().save(task, Remarks.none().on(1, "Oui."));
        assertThat(school.durand
                        .campaigns()
                        .assignments(campaign.id(), PageRequest.first(100))
                        .items())
                .extracting(ReviewAssignment::remarks)
                .containsOnlyNulls();
        refused(
                () -> school.malo.reviews().save(task, PeerClass.GOOD),
                ConflictException.class,
                "was changed meanwhile",
                "a changé entre-temps");
        school.malo.reviews().submit(school.malo.reviews().save(draft, PeerClass.GOOD));
        assertThat(peers.received("emma")).isEmpty();

        peers.over();
        Review review = peers.received("emma").get(0);
        assertThat(review.reviewer()).isEqualTo(PersonId.of("malo"));
        assertThat(review.remarks()).isEqualTo(PeerClass.GOOD);
        Review replied = school.emma.reviews().reply(review, "Merci, j'ajoute les dates.");
        stale(school, () -> school.emma.reviews().reply(review, "Merci encore."));
        stale(school, () -> school.emma.reviews().rate(review, Review.Usefulness.NOT_USEFUL));
        Review rated = school.emma.reviews().rate(replied, Review.Usefulness.USEFUL);
        Review told = school.malo.reviews().delivered(task.id());
        assertThat(told.usefulness()).isEqualTo(Review.Usefulness.USEFUL);
        assertThat(told.reply()).isNotNull();
        refused(
                () -> school.emma.reviews().reply(rated, "Encore."),
                ConflictException.class,
                "there is one reply",
                "une seule réponse");
        refused(
                () -> school.malo.reviews().reply(rated, "Moi aussi."),
                NotFoundException.class,
                "no dossier",
                "dossier");
        refused(
                () -> school.durand.reviews().reply(rated, "Moi aussi."),
                DeniedException.class,
                "answer a peer review",
                "répondre à une évaluation");
    }

    @Test
    void what_became_confidential_after_the_hand_in_is_shown_to_no_reviewer_until_it_is_cleared() throws IOException {
        Campaign campaign = peers.open(peers.cards());
        Production card = peers.card("emma");
        school.emma.campaigns().handIn(campaign.id(), peers.of("emma"), NewHandIn.of(card));
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        ReviewAssignmentId task = peers.task("malo").id();
        Stored file = ((Piece.File) school.malo.reviews().work(task).pieces().get(0)).content();

        school.durand.productions().mark(peers.of("emma"), card.id());
        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> school.malo.reviews().work(task),
                () -> school.malo.reviews().download(task, file),
                () -> school.malo.reviews().preview(task, file))) {
            refused(
                    reading,
                    ConflictException.class,
                    "company's confidential matters",
                    "confidentiels d'une entreprise");
        }

        school.durand.productions().clear(peers.of("emma"), card.id());
        try (InputStream bytes = school.malo.reviews().download(task, file)) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Mercanet, PayPal");
        }
    }

    @Test
    void the_last_second_counts_to_its_end() {
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand
                .campaigns()
                .assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma"), Pair.of("yanis", "emma"));
        school.clock.set("2026-09-11T16:00:00Z");
        school.malo.reviews().submit(peers.task("malo").id(), PeerClass.GOOD);
        school.clock.set("2026-09-11T16:00:00.999999Z");
        school.as("lina").reviews().submit(peers.task("lina").id(), PeerClass.GOOD);
        assertThat(peers.received("emma")).isEmpty();
        school.clock.set("2026-09-11T16:00:01Z");
        ReviewAssignment late = peers.task("yanis");
        refused(
                () -> school.as("yanis").reviews().submit(late.id(), PeerClass.GOOD),
                ConflictException.class,
                "ended on",
                "a pris fin le");
        refused(() -> school.as("yanis").reviews().save(late, PeerClass.GOOD), ConflictException.class, "ended", "fin");
        refused(() -> school.as("yanis").reviews().work(late.id()), ConflictException.class, "ended", "fin");
        assertThat(peers.received("emma")).hasSize(2);
        refused(
                () -> school.durand
                        .campaigns()
                        .reschedule(school.durand.campaigns().get(campaign.id()), FRIDAY.plusSeconds(60)),
                ConflictException.class,
                "ended",
                "fin");
    }

    @Test
    void refuses_a_review_that_is_not_as_the_row_says() {
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        ReviewAssignment task = peers.task("malo");
        Desk malo = school.malo;
        refused(
                () -> malo.reviews().submit(task.id(), Remarks.none().on(1, "Oui.")),
                InvalidInputException.class,
                "begins with a strength",
                "commence par un point fort");
        refused(
                () -> malo.reviews().submit(task.id(), Remarks.strength("  ")),
                InvalidInputException.class,
                "strength",
                "point fort");
        refused(() -> malo.reviews().submit(task), InvalidInputException.class, "strength", "point fort");
        refused(
                () -> malo.reviews()
                        .submit(task.id(), Remarks.strength("Clair.").on(2, "Bien.", "transmet")),
                InvalidInputException.class,
                "is not a level of the scale",
                "n'est pas un niveau de l'échelle");
        refused(
                () -> malo.reviews()
                        .submit(task.id(), Remarks.strength("Clair.").on(1, "Bien.", "acquis")),
                InvalidInputException.class,
                "asks for no level",
                "ne demande pas de niveau");
        refused(
                () -> malo.reviews()
                        .submit(task.id(), Remarks.strength("Clair.").on(3, "Bien.")),
                InvalidInputException.class,
                "no criterion 3",
                "pas de critère 3");
        refused(
                () -> malo.reviews()
                        .submit(
                                task.id(),
                                Remarks.strength("Clair.").on(1, "Bien.").on(1, "Moins.")),
                InvalidInputException.class,
                "answered twice",
                "traité deux fois");
        refused(
                () -> malo.reviews()
                        .submit(task.id(), Remarks.strength("Clair.").on(1, "x".repeat(10_001))),
                InvalidInputException.class,
                "at most 10000",
                "10000 caractères au plus");
        malo.reviews().submit(task.id(), PeerClass.GOOD);
        refused(
                () -> malo.reviews().submit(task.id(), PeerClass.GOOD),
                ConflictException.class,
                "never changes",
                "ne change plus");
        refused(
                () -> malo.reviews().save(peers.task("malo"), PeerClass.GOOD),
                ConflictException.class,
                "never changes",
                "ne change plus");
    }

    @Test
    void only_who_was_assigned_may_review() {
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        ReviewAssignment task = peers.task("malo");
        for (String other : List.of("lina", "emma", "m.durand")) {
            assertThatThrownBy(() -> school.as(other).reviews().submit(task.id(), PeerClass.GOOD))
                    .as(other)
                    .isInstanceOfAny(NotFoundException.class, DeniedException.class)
                    .hasMessageNotContaining("malo");
        }
        refused(
                () -> school.as("lina").reviews().work(task.id()),
                NotFoundException.class,
                "no review to write",
                "relecture à écrire");
        refused(
                () -> school.malo.reviews().submit(new ReviewAssignmentId(VosReves.nowhere()), PeerClass.GOOD),
                NotFoundException.class,
                "no review to write",
                "relecture à écrire");
        refused(
                () -> school.malo.productions().list(peers.of("emma"), PageRequest.first(10)),
                NotFoundException.class,
                "dossier",
                "dossier");
        refused(
                () -> school.durand.reviews().assigned(PageRequest.first(10)),
                DeniedException.class,
                "review peers",
                "évaluer");
    }

    @Test
    void only_the_teachers_of_the_cohort_read_who_wrote() {
        Campaign campaign = peers.handedIn(peers.cards().anonymously());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        school.head.grants().give(NewGrant.of("tutrice", Role.TUTOR).over(peers.of("emma")));
        assertThat(school.petit
                        .campaigns()
                        .assignments(campaign.id(), PageRequest.first(10))
                        .items())
                .extracting(each -> each.reviewer().value())
                .containsExactly("malo");
        for (Desk other : List.of(school.emma, school.malo, school.head, school.as("tutrice"))) {
            assertThatThrownBy(() -> other.campaigns().assignments(campaign.id(), PageRequest.first(10)))
                    .isInstanceOfAny(DeniedException.class, NotFoundException.class);
            assertThatThrownBy(() -> other.campaigns().drawOf(campaign.id()))
                    .isInstanceOfAny(DeniedException.class, NotFoundException.class);
        }
        for (Desk other : List.of(school.malo, school.head, school.as("tutrice"))) {
            assertThatThrownBy(() -> other.reviews().received(peers.of("emma"), PageRequest.first(10)))
                    .isInstanceOfAny(DeniedException.class, NotFoundException.class);
        }
    }
}
