package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refused.stale;
import static org.eportfolio.core.learner.PeerClass.refused;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.core.Desk;
import org.eportfolio.id.InterviewId;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.PeerLevels;
import org.eportfolio.peer.Remarks;
import org.eportfolio.peer.Review;
import org.eportfolio.peer.ReviewAssignment;
import org.junit.jupiter.api.Test;

/** Row A8: what peers' levels amount to, and what withholding takes away. */
class A8PeerLevelsTest extends PeerStory {
    @Test
    void a_withheld_review_is_known_of_and_not_read() {
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma"));
        ReviewAssignment rude = peers.task("malo");
        refused(
                () -> school.durand.reviews().withhold(peers.task("malo"), "Insultes."),
                ConflictException.class,
                "not submitted yet",
                "pas encore remise");
        school.malo
                .reviews()
                .submit(rude.id(), Remarks.strength("Aucune, GROSSIERETE").on(2, "Nul.", "decouverte"));
        school.as("lina").reviews().submit(peers.task("lina").id(), PeerClass.GOOD);
        refused(
                () -> school.durand.reviews().withhold(peers.task("malo"), " "),
                InvalidInputException.class,
                "takes a reason",
                "demande une raison");
        refused(
                () -> school.as("lina").reviews().withhold(peers.task("malo"), "Pour rire."),
                DeniedException.class,
                "moderate",
                "modérer");
        stale(school, () -> school.durand.reviews().withhold(rude, "Lu avant d'être remise."));
        school.durand.reviews().withhold(peers.task("malo"), "MOTIF-DU-PROFESSEUR");
        refused(
                () -> school.petit.reviews().withhold(peers.task("malo"), "Insultes."),
                ConflictException.class,
                "withheld already",
                "déjà retenue");
        peers.over();

        List<Review> received = peers.received("emma");
        assertThat(received).hasSize(2).filteredOn(Review::withheld).hasSize(1);
        assertThat(received.toString()).doesNotContain("GROSSIERETE", "MOTIF");
        assertThat(counts(school.emma, "emma")).containsExactly("en-cours 1");
        assertThat(peerPoints(school.emma)).hasSize(1);
        Review hidden = received.stream().filter(Review::withheld).findFirst().orElseThrow();
        refused(
                () -> school.emma.reviews().reply(hidden, "Pourquoi ?"),
                ConflictException.class,
                "was withheld",
                "a été retenue");
        refused(
                () -> school.emma.reviews().rate(hidden, Review.Usefulness.NOT_USEFUL),
                ConflictException.class,
                "was withheld",
                "a été retenue");
        assertThat(school.durand
                        .campaigns()
                        .assignments(campaign.id(), PageRequest.first(100))
                        .items()
                        .toString())
                .contains("malo", "GROSSIERETE", "MOTIF-DU-PROFESSEUR");
        assertThat(peers.task("malo").withholding()).isNotNull();
    }

    @Test
    void peers_levels_are_counted_and_stand_beside_the_teachers_and_never_in_it() {
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand
                .campaigns()
                .assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma"), Pair.of("yanis", "emma"));
        school.positioned(school.durand, "C3.1", "decouverte");
        var before = school.emma.progress().of(peers.of("emma"));
        for (String each : List.of("malo", "lina")) {
            school.as(each).reviews().submit(peers.task(each).id(), PeerClass.GOOD);
        }
        assertThat(school.emma.progress().of(peers.of("emma")).competencies()).isEqualTo(before.competencies());
        school.as("yanis")
                .reviews()
                .submit(peers.task("yanis").id(), Remarks.strength("Net.").on(2, "Presque.", "acquis"));
        peers.over();

        assertThat(counts(school.emma, "emma")).containsExactly("en-cours 2", "acquis 1");
        assertThat(counts(school.durand, "emma")).containsExactly("en-cours 2", "acquis 1");
        assertThat(peerPoints(school.emma))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.observedOn()).isEqualTo(LocalDate.of(2026, 9, 11)))
                .extracting(each -> each.author().value())
                .allMatch(each -> each.startsWith("peer "));
        CompetencyProgress c31 = c31(school.emma);
        assertThat(c31.current().level()).isNotNull().hasFieldOrPropertyWithValue("label", "Découverte");
        assertThat(school.durand.progress().matrix(school.cohort).lines().toString())
                .doesNotContain("acquis");
        assertThat(school.emma.progress().of(peers.of("emma")).divergences())
                .as("peers who disagree diverge from nobody")
                .isEmpty();
        assertThat(school.emma
                        .progress()
                        .of(peers.of("emma"), LocalDate.of(2026, 9, 10))
                        .competencies())
                .isEqualTo(before.competencies());
        assertThat(school.emma
                        .assessments()
                        .list(peers.of("emma"), PageRequest.first(100))
                        .items())
                .extracting(each -> each.perspective())
                .containsOnly(Perspective.TEACHER);
    }

    @Test
    void peers_who_agree_diverge_from_the_teacher() {
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma"));
        school.positioned(school.durand, "C3.1", "decouverte");
        for (String each : List.of("malo", "lina")) {
            school.as(each).reviews().submit(peers.task(each).id(), PeerClass.GOOD);
        }
        peers.over();
        assertThat(school.emma.progress().of(peers.of("emma")).divergences())
                .hasToString("[C3.1: TEACHER ○ decouverte < PEER ◔ en-cours]");
    }

    private List<String> counts(Desk desk, String learner) {
        return desk.reviews().levels(peers.of(learner)).stream()
                .map(PeerLevels::counts)
                .flatMap(List::stream)
                .filter(each -> each.peers() > 0)
                .map(each -> each.level().id() + " " + each.peers())
                .toList();
    }

    private CompetencyProgress c31(Desk desk) {
        return desk.progress().of(peers.of("emma")).competencies().stream()
                .filter(each -> each.item().code().value().equals("C3.1"))
                .findFirst()
                .orElseThrow();
    }

    private List<Trajectory.Point> peerPoints(Desk desk) {
        return c31(desk).seenBy(Perspective.PEER).map(Trajectory::points).orElse(List.of());
    }

    @Test
    void an_interviews_sheet_counts_what_peers_said_and_names_and_quotes_nobody() {
        Campaign campaign = peers.handedIn(peers.cards().anonymously());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma"));
        ReviewAssignment rude = peers.task("malo");
        school.malo.reviews().submit(rude.id(), Remarks.strength("Rien.").on(2, "GROSSIERETE", "decouverte"));
        school.as("lina").reviews().submit(peers.task("lina").id(), PeerClass.GOOD);
        school.positioned(school.durand, "C3.1", "maitrise");
        InterviewId id = school.durand
                .interviews()
                .schedule(peers.of("emma"), NewInterview.about("Bilan").at(PeerClass.FRIDAY.plusSeconds(86_400)))
                .id();
        assertThat(school.durand.interviews().prepare(peers.of("emma"), id).peers())
                .as("a running campaign is told by nothing")
                .isEmpty();
        peers.over();

        PreparationSheet sheet = school.durand.interviews().prepare(peers.of("emma"), id);
        assertThat(said(sheet)).containsExactly("C3.1 decouverte 1", "C3.1 en-cours 1");
        assertThat(sheet.toString()).doesNotContain("malo", "lina", "GROSSIERETE", "deux dates");

        school.durand.reviews().withhold(peers.task("malo"), "Insultes.");
        assertThat(said(school.emma.interviews().sheet(peers.of("emma"), id).orElseThrow()))
                .as("frozen")
                .containsExactly("C3.1 decouverte 1", "C3.1 en-cours 1");
        PreparationSheet second = school.durand.interviews().prepare(peers.of("emma"), id);
        assertThat(said(second)).containsExactly("C3.1 en-cours 1");
        assertThat(second.divergences()).hasToString("[C3.1: PEER ◔ en-cours < TEACHER ● maitrise]");
    }

    private static List<String> said(PreparationSheet sheet) {
        return sheet.peers().stream()
                .flatMap(each -> each.counts().stream()
                        .map(count -> each.competency() + " " + count.level().id() + " " + count.peers()))
                .toList();
    }
}
