package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.learner.PeerClass.FRIDAY;
import static org.eportfolio.core.learner.PeerClass.refused;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.CampaignDesk;
import org.eportfolio.core.Desk;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.peer.Campaign;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.Draw;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.peer.Pair;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.peer.RoundRobin;
import org.junit.jupiter.api.Test;

/** Row A8: who reviews whom, and who may not. */
class A8PeerCampaignTest extends PeerStory {
    @Test
    void a_draw_gives_everybody_as_many_as_they_get_and_can_be_repeated_from_its_seed() {
        Campaign campaign = peers.handedIn(peers.cards());
        List<ReviewAssignment> drawn = school.durand.campaigns().draw(campaign.id(), 3);

        assertThat(drawn).hasSize(21);
        assertThat(drawn.stream().collect(Collectors.groupingBy(ReviewAssignment::reviewer, Collectors.counting())))
                .hasSize(7)
                .allSatisfy((reviewer, count) -> assertThat(count).isEqualTo(3));
        assertThat(peers.task("emma").submitted()).isFalse();
        Draw draw = school.petit.campaigns().drawOf(campaign.id()).orElseThrow();
        Map<PersonId, Set<PersonId>> makers = new HashMap<>();
        for (HandIn each : school.petit
                .campaigns()
                .handIns(campaign.id(), PageRequest.first(100))
                .items()) {
            makers.put(each.author(), each.makers());
        }
        assertThat(RoundRobin.pairs(makers, makers.keySet(), draw.each(), draw.seed()))
                .isEqualTo(drawn.stream()
                        .map(each -> new Pair(each.reviewer(), each.reviewed()))
                        .toList());
        refused(
                () -> school.durand.campaigns().draw(campaign.id(), 3),
                ConflictException.class,
                "were assigned on",
                "ont été attribuées le");
    }

    @Test
    void a_running_campaign_may_get_another_deadline_or_be_closed_at_once() {
        Campaign campaign = peers.handedIn(peers.cards());
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        school.malo.reviews().submit(peers.task("malo").id(), PeerClass.GOOD);
        assertThat(school.petit
                        .campaigns()
                        .reschedule(school.petit.campaigns().get(campaign.id()), FRIDAY.plusSeconds(3600))
                        .deadline())
                .isEqualTo(FRIDAY.plusSeconds(3600));
        refused(
                () -> school.durand.campaigns().reschedule(campaign, FRIDAY.plusSeconds(7200)),
                ConflictException.class,
                "was changed meanwhile",
                "a changé entre-temps");
        peers.over();
        assertThat(peers.received("emma")).isEmpty();
        refused(
                () -> school.petit
                        .campaigns()
                        .reschedule(school.petit.campaigns().get(campaign.id()), FRIDAY),
                InvalidInputException.class,
                "not in the future",
                "n'est pas à venir");
        refused(
                () -> school.petit
                        .campaigns()
                        .reschedule(school.petit.campaigns().get(campaign.id()), FRIDAY.plusMillis(7_500)),
                InvalidInputException.class,
                "to the second",
                "à la seconde");
        school.petit.campaigns().close(campaign.id());
        assertThat(peers.received("emma")).hasSize(1);
        refused(() -> school.petit.campaigns().close(campaign.id()), ConflictException.class, "ended", "fin");
    }

    @Test
    void nobody_reviews_themselves_or_what_they_made_with_others() {
        Campaign campaign = peers.open(peers.cards());
        peers.handIn(campaign, "emma", "lina");
        peers.handIn(campaign, "malo");
        CampaignDesk desk = school.durand.campaigns();
        refused(
                () -> desk.assign(campaign.id(), Pair.of("emma", "emma")),
                InvalidInputException.class,
                "their own production",
                "sa propre réalisation");
        refused(
                () -> desk.assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma")),
                InvalidInputException.class,
                "cannot review it",
                "ne peut donc pas la relire");
        assertThat(desk.assignments(campaign.id(), PageRequest.first(10)).items())
                .isEmpty();
        refused(
                () -> peers.handIn(campaign, "emma", "emma"),
                InvalidInputException.class,
                "co-authors are the others",
                "les co-auteurs sont les autres");
        List<ReviewAssignment> drawn = desk.draw(campaign.id(), 4);
        assertThat(drawn)
                .filteredOn(each -> each.reviewed().equals(PersonId.of("emma")))
                .hasSize(4)
                .extracting(each -> each.reviewer().value())
                .doesNotContain("emma", "lina");
        refused(
                () -> desk.assign(
                        campaign.id(),
                        new Pair(drawn.get(0).reviewer(), drawn.get(0).reviewed())),
                ConflictException.class,
                "already",
                "déjà");
    }

    @Test
    void peers_are_of_the_same_cohort() {
        var others = school.head.cohorts().enrol("CS SNO bis", learners("ali.exemple"), teachers("m.autre"));
        Desk ali = school.as("ali.exemple");
        DossierId alis = ali.dossiers().open(school.sno);
        Campaign campaign = peers.handedIn(peers.cards());
        var card = ali.productions().add(alis, NewProduction.titled("Carte"));
        CampaignDesk desk = school.durand.campaigns();
        refused(
                () -> ali.campaigns().handIn(campaign.id(), alis, NewHandIn.of(card)),
                NotFoundException.class,
                "no campaign",
                "campagne");
        refused(() -> ali.campaigns().get(campaign.id()), NotFoundException.class, "no campaign", "campagne");
        refused(
                () -> school.as("m.autre").campaigns().assignments(campaign.id(), PageRequest.first(10)),
                NotFoundException.class,
                "no campaign",
                "campagne");
        refused(
                () -> desk.open(NewCampaign.of(others, "Ailleurs")
                        .asking(Criterion.of("Clair ?"))
                        .until(FRIDAY)),
                NotFoundException.class,
                "no cohort",
                "cohorte");
        refused(
                () -> desk.assign(campaign.id(), Pair.of("ali.exemple", "emma")),
                InvalidInputException.class,
                "of the same cohort",
                "de la même cohorte");
        refused(
                () -> peers.handIn(campaign, "emma", "ali.exemple"),
                InvalidInputException.class,
                "of the same cohort",
                "de la même cohorte");
        desk.assign(campaign.id(), Pair.of("malo", "emma"), Pair.of("lina", "emma"));
        ReviewAssignment malos = peers.task("malo");
        ReviewAssignment linas = peers.task("lina");
        school.head.cohorts().leave(school.cohort, PersonId.of("malo"));
        refused(
                () -> school.malo.reviews().submit(malos.id(), PeerClass.GOOD),
                NotFoundException.class,
                "no review to write",
                "relecture à écrire");
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        refused(
                () -> school.as("lina").reviews().submit(linas.id(), PeerClass.GOOD),
                ConflictException.class,
                "no longer of the cohort",
                "n'est plus dans la cohorte");
    }

    @Test
    void anonymity_takes_five_possible_reviewers() {
        Campaign small = peers.open(peers.cards().anonymously());
        peers.handIn(small, "emma", "lina");
        peers.handIn(small, "malo");
        CampaignDesk desk = school.durand.campaigns();
        desk.assign(small.id(), Pair.of("malo", "emma"));
        Campaign smaller = peers.open(peers.cards().anonymously());
        peers.handIn(smaller, "emma", "lina", "yanis");
        refused(
                () -> desk.draw(smaller.id(), 1),
                InvalidInputException.class,
                "at least 5 possible reviewers",
                "au moins 5 relecteurs possibles");
        refused(
                () -> desk.assign(smaller.id(), Pair.of("malo", "emma")),
                InvalidInputException.class,
                "there are 4",
                "il y en a 4");
        for (String each : PeerClass.MORE) school.head.cohorts().leave(school.cohort, PersonId.of(each));
        refused(
                () -> desk.open(peers.cards().anonymously()),
                InvalidInputException.class,
                "there are 3",
                "il y en a 3");
        assertThat(desk.open(peers.cards()).anonymous()).isFalse();
    }

    @Test
    void handing_in_freezes_the_version_and_ends_with_the_draw() {
        Campaign campaign = peers.open(peers.cards());
        HandIn first = peers.handIn(campaign, "emma");
        HandIn second = peers.handIn(campaign, "emma");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(school.emma.campaigns().handedIn(campaign.id())).contains(second);
        assertThat(school.malo.campaigns().handedIn(campaign.id())).isEmpty();
        assertThat(school.durand
                        .campaigns()
                        .handIns(campaign.id(), PageRequest.first(10))
                        .items())
                .containsExactly(second);
        var card = school.emma.productions().get(peers.of("emma"), second.work().production());
        assertThat(card.current().frozen()).isEqualTo(second.work().content());
        var secret = school.emma
                .productions()
                .add(peers.of("emma"), NewProduction.titled("Contrat du client").confidentialToTheCompany());
        refused(
                () -> school.emma.campaigns().handIn(campaign.id(), peers.of("emma"), NewHandIn.of(secret)),
                InvalidInputException.class,
                "have it cleared",
                "faites lever la confidentialité");
        school.emma.productions().revise(card, NewProduction.titled("Carte refaite"));
        school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "emma"));
        assertThat(school.malo.reviews().work(peers.task("malo").id()).title()).isEqualTo("Carte mentale");
        refused(
                () -> peers.handIn(campaign, "yanis"),
                ConflictException.class,
                "nothing is handed in",
                "plus rien ne se remet");
        refused(
                () -> school.durand.campaigns().assign(campaign.id(), Pair.of("malo", "yanis")),
                InvalidInputException.class,
                "has handed in nothing",
                "n'a rien remis");
    }

    @Test
    void refuses_a_campaign_that_is_not_as_the_row_says() {
        CampaignDesk desk = school.durand.campaigns();
        NewCampaign bare = NewCampaign.of(school.cohort, "Relire").until(FRIDAY);
        refused(() -> desk.open(bare), InvalidInputException.class, "1 to 8 criteria", "1 à 8 critères");
        NewCampaign nine = bare;
        for (int i = 1; i <= 9; i++) nine = nine.asking(Criterion.of("Question " + i));
        NewCampaign many = nine;
        refused(() -> desk.open(many), InvalidInputException.class, "not 9", "pas 9");
        refused(
                () -> desk.open(bare.asking(Criterion.of("Clair ?").about("C9.9"))),
                InvalidInputException.class,
                "no C9.9",
                "C9.9");
        refused(() -> desk.open(bare.asking(Criterion.of(" "))), InvalidInputException.class, "blank", "vide");
        refused(
                () -> desk.open(peers.cards().until(VosReves.BEGINNING)),
                InvalidInputException.class,
                "not in the future",
                "n'est pas à venir");
        refused(
                () -> desk.open(NewCampaign.of(school.cohort, "Relire").asking(Criterion.of("Clair ?"))),
                InvalidInputException.class,
                "has a deadline",
                "a une date limite");
        refused(() -> school.emma.campaigns().open(peers.cards()), NotFoundException.class, "no cohort", "cohorte");
        Campaign campaign = peers.open(peers.cards());
        refused(() -> desk.draw(campaign.id(), 1), InvalidInputException.class, "no learner", "personne");
        refused(() -> desk.draw(campaign.id(), 0), InvalidInputException.class, "1 to 10", "1 à 10");
        peers.handIn(campaign, "emma");
        refused(() -> desk.draw(campaign.id(), 7), InvalidInputException.class, "review it: 6", "possibles : 6");
        refused(() -> desk.assign(campaign.id()), InvalidInputException.class, "at least one", "au moins une");
        refused(
                () -> school.emma.campaigns().draw(campaign.id(), 1),
                DeniedException.class,
                "run a campaign",
                "mener une campagne");
        refused(() -> desk.get(new CampaignId(VosReves.nowhere())), NotFoundException.class, "no campaign", "campagne");
        assertThat(school.emma
                        .campaigns()
                        .list(school.cohort, PageRequest.first(10))
                        .items())
                .containsExactly(campaign);
    }

    @Test
    void who_made_a_production_in_a_group_never_reviews_it_named_or_not() {
        Campaign campaign = peers.open(peers.cards());
        GroupProduction group = school.emma
                .groups()
                .start(
                        peers.of("emma"),
                        NewGroup.of(NewProduction.titled("Site VosRêves")).with("malo", "lina"));
        school.malo.groups().accept(group.id(), peers.of("malo"));
        Citation site = new Citation(group.dossier(), group.production(), 1);
        HandIn byEmma = school.emma.campaigns().handIn(campaign.id(), peers.of("emma"), new NewHandIn(site, List.of()));
        assertThat(byEmma.makers())
                .as("who was invited and did not join made nothing")
                .containsExactlyInAnyOrder(PersonId.of("emma"), PersonId.of("malo"));
        HandIn byMalo = school.malo
                .campaigns()
                .handIn(campaign.id(), peers.of("malo"), new NewHandIn(site, List.of(PersonId.of("zoe.exemple"))));
        assertThat(byMalo.makers())
                .extracting(PersonId::value)
                .containsExactlyInAnyOrder("emma", "malo", "zoe.exemple");

        for (Pair pair : List.of(Pair.of("malo", "emma"), Pair.of("emma", "malo"), Pair.of("zoe.exemple", "malo"))) {
            refused(
                    () -> school.durand.campaigns().assign(campaign.id(), pair),
                    InvalidInputException.class,
                    "also made this production",
                    "a aussi fait cette réalisation");
        }
        List<ReviewAssignment> drawn = school.durand.campaigns().draw(campaign.id(), 3);
        assertThat(drawn)
                .hasSize(6)
                .noneMatch(each -> byEmma.makers().contains(each.reviewer())
                        && each.reviewed().value().equals("emma"))
                .noneMatch(each -> byMalo.makers().contains(each.reviewer())
                        && each.reviewed().value().equals("malo"));
    }
}
