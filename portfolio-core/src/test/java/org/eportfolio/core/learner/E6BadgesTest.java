package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PortfolioException;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeChoice;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.BadgePlace;
import org.eportfolio.badge.BadgeStatus;
import org.eportfolio.badge.ClassBadges;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.badge.RevokedBadges;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** E6: the school defines badges; a learner accepts one under a name of their own and takes it along, if all agreed who must. */
class E6BadgesTest extends Story {
    private static final LevelId ACQUIRED = LevelId.of("acquis");
    private static final LocalDate MAJORITY = LocalDate.of(2027, 1, 15);

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private BadgeDefinition defined() {
        return school.head.badges().define(Given.commerce(school));
    }

    private BadgeAward offered() {
        return school.durand.badges().offer(school.dossier, defined().id(), ACQUIRED, "Vu deux fois en TP.");
    }

    private BadgeAward accepted() {
        return school.emma.badges().accept(offered(), NewBadgeAcceptance.as("Emma Exemplaire"));
    }

    private Authorisation asked(NewAuthorisation begun) {
        return school.durand
                .authorisations()
                .request(
                        school.dossier,
                        begun.forProject("Badges")
                                .use("Emporter ses badges")
                                .recipients("Qui les reçoit de l'élève")
                                .until(LocalDate.of(2027, 6, 30)));
    }

    private Desk mother() {
        school.head
                .grants()
                .give(NewGrant.of("mme.martin-mere", Role.REPRESENTATIVE).over(school.dossier));
        return school.as("mme.martin-mere");
    }

    private void emmaIsOfAge() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma").comingOfAgeOn(VosReves.TODAY));
    }

    private static BadgePlace place(BadgeAward award) {
        return Objects.requireNonNull(award.acceptance()).place();
    }

    @Test
    void a_teacher_offers_a_badge_and_the_learner_takes_it_along_with_what_they_chose() {
        emmaIsOfAge();
        Production map = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte mentale")
                                .showing("C3.1")
                                .attaching(VosReves.file("carte.txt", "Mercanet")));
        BadgeAward offered = offered();
        assertThat(offered.status()).isEqualTo(BadgeStatus.OFFERED);
        BadgeAward accepted = school.emma
                .badges()
                .accept(
                        offered,
                        NewBadgeAcceptance.as("Emma Exemplaire")
                                .citing(map)
                                .linking("Ma vitrine", URI.create("https://vosreves.example/vitrine/1")));
        long before = school.journalLength();
        IssuedBadge issued = school.emma.badges().issue(school.dossier, accepted.id());
        assertThat(school.journalLength()).isGreaterThan(before);

        assertThat(issued.award()).isEqualTo(accepted);
        assertThat(issued.items()).singleElement().satisfies(item -> {
            assertThat(item.code().value()).isEqualTo("C3.1");
            assertThat(item.address().toString()).endsWith("#C3.1");
        });
        assertThat(Objects.requireNonNull(issued.scale()).find(ACQUIRED)).isPresent();
        assertThat(issued.files()).singleElement().satisfies(file -> {
            assertThat(file.title()).isEqualTo("Carte mentale");
            assertThat(file.content()).isEqualTo(map.contents().findFirst().orElseThrow());
        });
        assertThat(school.durand.badges().get(school.dossier, accepted.id())).isEqualTo(accepted);
        assertThat(Page.all(next -> school.emma.badges().list(school.dossier, next)))
                .containsExactly(accepted);
        assertThat(school.head.badges().revoked()).containsExactly(new RevokedBadges(1, List.of()));
    }

    @Test
    void the_learner_asks_and_a_teacher_answers_once() {
        BadgeDefinition badge = school.head
                .badges()
                .define(NewBadge.ofProject("Site VosRêves")
                        .describedAs("Un site.")
                        .requiring("Un site en ligne."));
        BadgeAward asked = school.emma.badges().ask(school.dossier, badge.id(), "Le site est en ligne.");
        refused(
                ConflictException.class,
                "asked for already",
                "déjà demandé",
                () -> school.emma.badges().ask(school.dossier, badge.id(), ""));
        BadgeAward offered = school.durand.badges().offer(school.dossier, badge.id(), null, "Vu en ligne.");
        assertThat(offered.id()).isEqualTo(asked.id());
        refused(
                ConflictException.class,
                "offered already",
                "déjà proposé",
                () -> school.durand.badges().offer(school.dossier, badge.id(), null, "Encore."));
        assertThatThrownBy(() -> school.durand.badges().refuse(asked, "Non.")).isInstanceOf(ConflictException.class);
        BadgeAward had = accepted();
        refused(
                ConflictException.class,
                "accepted already",
                "déjà accepté",
                () -> school.durand.badges().offer(school.dossier, had.definition(), ACQUIRED, "Encore."));
        school.durand.badges().offer(school.dossier, had.definition(), LevelId.of("maitrise"), "Plus loin.");
        BadgeAward declined = school.emma.badges().decline(offered, "");
        assertThat(declined.status()).isEqualTo(BadgeStatus.DECLINED);
        assertThatThrownBy(() -> school.emma.badges().accept(declined, NewBadgeAcceptance.as("Emma")))
                .isInstanceOf(ConflictException.class);
        BadgeAward again = school.emma.badges().ask(school.dossier, badge.id(), "");
        assertThat(school.durand
                        .badges()
                        .refuse(again, "Il manque la page d'accueil.")
                        .status())
                .isEqualTo(BadgeStatus.DECLINED);
    }

    @Test
    void both_hear_of_it_and_a_reference_opens_it() {
        BadgeDefinition badge = defined();
        Cursor begin = school.head.changes().after(Cursor.START, 1_000).next();
        BadgeAward asked = school.emma.badges().ask(school.dossier, badge.id(), "");
        school.durand.badges().offer(school.dossier, badge.id(), ACQUIRED, "Vu deux fois.");

        List<Notice> teachers = school.durand.notices().after(begin, 10).notices();
        assertThat(teachers).extracting(Notice::kind).containsExactly(NoticeKind.BADGE_ASKED);
        List<Notice> learners = school.emma.notices().after(begin, 10).notices();
        assertThat(learners).extracting(Notice::kind).containsExactly(NoticeKind.BADGE);
        assertThat(learners.get(0).text().in(Locale.FRENCH)).contains("proposé", "Commerce en ligne");
        BadgeAward there = school.emma.badges().get(school.dossier, asked.id());
        assertThat(school.emma.refs().open(learners.get(0).about()).record()).isEqualTo(there);
        assertThat(school.durand.refs().open(teachers.get(0).about()).record()).isEqualTo(there);
        assertThat(school.malo.notices().after(begin, 10).notices()).isEmpty();
    }

    @Test
    void no_badge_says_that_a_bloc_is_acquired() {
        String bloc = BundledFrameworks.MC_SNO.framework().blocs().get(0).code().value();
        refused(
                InvalidInputException.class,
                "recteur",
                "recteur",
                () -> school.head.badges().define(Given.commerce(school).showing(school.sno, bloc)));
        refused(
                InvalidInputException.class,
                "exactly one",
                "une seule",
                () -> school.head.badges().define(Given.commerce(school).showing(school.sno, "C3.1", "C3.2")));
    }

    @Test
    void a_minors_badge_leaves_once_they_and_a_representative_agreed_and_is_confirmed_at_majority() {
        BadgeAward accepted = accepted();
        Runnable issue = () -> school.emma.badges().issue(school.dossier, accepted.id());
        refused(ConflictException.class, "counts as a minor", "compte comme mineur", issue::run);
        Authorisation asked = asked(NewAuthorisation.toHaveBadges("emma").comingOfAgeOn(MAJORITY));
        school.emma.authorisations().give(school.dossier, asked.id());
        refused(ConflictException.class, "is not given", "représentant légal", issue::run);
        mother().authorisations().give(school.dossier, asked.id());
        issue.run();

        school.clock.set("2027-01-20T08:00:00Z");
        refused(ConflictException.class, "came of age", "majorité", issue::run);
        school.emma.authorisations().confirm(school.dossier, asked.id());
        issue.run();
    }

    private BadgeAward acceptedProject(String title) {
        BadgeDefinition badge = school.head
                .badges()
                .define(NewBadge.ofProject(title).describedAs("Un site.").requiring("Un site en ligne."));
        BadgeAward offered = school.durand.badges().offer(school.dossier, badge.id(), null, "Vu en ligne.");
        return school.emma.badges().accept(offered, NewBadgeAcceptance.as("Emma Exemplaire"));
    }

    @Test
    void several_badges_leave_in_the_order_of_the_choice_or_none_does() {
        BadgeAward first = accepted();
        List<BadgeAward> sites =
                List.of(acceptedProject("Site 1"), acceptedProject("Site 2"), acceptedProject("Site 3"));
        BadgeChoice all = BadgeChoice.of(sites.get(2), first, sites.get(0), sites.get(2), sites.get(1));
        refused(
                ConflictException.class,
                "counts as a minor",
                "compte comme mineur",
                () -> school.emma.badges().issueAll(school.dossier, all));
        assertThatThrownBy(() -> school.emma.badges().readyToIssue(school.dossier, all))
                .isInstanceOf(ConflictException.class);
        emmaIsOfAge();
        long before = school.journalLength();

        List<IssuedBadge> ready = school.emma.badges().readyToIssue(school.dossier, all);
        assertThat(school.journalLength()).as("nothing left by that").isEqualTo(before);
        List<IssuedBadge> issued = school.emma.badges().issueAll(school.dossier, all);
        assertThat(ready).isEqualTo(issued);

        assertThat(issued)
                .extracting(IssuedBadge::award)
                .containsExactly(sites.get(2), first, sites.get(0), sites.get(1));
        assertThat(issued.get(1)).isEqualTo(school.emma.badges().issue(school.dossier, first.id()));
        assertThat(school.journalLength() - before)
                .as("one commit, then another")
                .isEqualTo(2);
        school.durand.badges().revoke(first, "Donné par erreur.");
        assertThatThrownBy(() -> school.emma.badges().issueAll(school.dossier, all))
                .isInstanceOf(ConflictException.class);
        for (BadgeChoice wrong :
                List.of(new BadgeChoice(List.of()), new BadgeChoice(Collections.nCopies(101, first.id())))) {
            assertThatThrownBy(() -> school.emma.badges().issueAll(school.dossier, wrong))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> school.durand.badges().issueAll(school.dossier, all))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.durand.badges().readyToIssue(school.dossier, all))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void the_badges_of_a_class_leave_in_one_commit_but_for_those_of_learners_who_have_not_agreed() {
        school.head.grants().give(NewGrant.of("principale", Role.LEAD_TEACHER).over(school.cohort));
        BadgeDefinition badge = defined();
        BadgeAward emmas = acceptedBy(school.emma, school.dossier, badge);
        BadgeAward malos = acceptedBy(school.malo, school.malos, badge);
        BadgeAward open =
                school.durand.badges().offer(school.dossier, badge.id(), LevelId.of("maitrise"), "Plus loin.");
        emmaIsOfAge();
        Desk lead = school.as("principale");
        Cursor begin = school.head.changes().after(Cursor.START, 1_000).next();

        ClassBadges ready = lead.badges().readyToIssueClass(school.cohort);
        assertThat(school.head.changes().after(begin, 100).entries())
                .as("nothing left by that")
                .isEmpty();
        ClassBadges badges = lead.badges().issueClass(school.cohort);

        assertThat(ready).isEqualTo(badges);
        assertThat(badges.issued()).extracting(IssuedBadge::award).containsExactly(emmas);
        assertThat(badges.withheld()).singleElement().satisfies(each -> {
            assertThat(each.badge()).isEqualTo(malos.id());
            assertThat(each.dossier()).isEqualTo(school.malos);
            assertThat(each.why().in(Locale.FRENCH)).contains("compte comme mineur");
        });
        assertThat(open.status()).isEqualTo(BadgeStatus.OFFERED);
        assertThat(school.head.changes().after(begin, 100).entries()).hasSize(1);
        assertThat(badges.issued().get(0)).isEqualTo(school.emma.badges().issue(school.dossier, emmas.id()));
        assertThatThrownBy(() -> school.durand.badges().issueClass(school.cohort))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.durand.badges().readyToIssueClass(school.cohort))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.badges().issueClass(school.cohort)).isInstanceOf(NotFoundException.class);
        school.durand.badges().revoke(emmas, "Donné par erreur.");
        assertThat(lead.badges().issueClass(school.cohort).issued()).isEmpty();
    }

    private BadgeAward acceptedBy(Desk learner, DossierId dossier, BadgeDefinition badge) {
        BadgeAward offered = school.durand.badges().offer(dossier, badge.id(), ACQUIRED, "Vu deux fois.");
        return learner.badges().accept(offered, NewBadgeAcceptance.as("Élève"));
    }

    @Test
    void withdrawing_the_authorisation_revokes_what_was_issued() {
        BadgeAward accepted = accepted();
        Authorisation asked = asked(NewAuthorisation.toHaveBadges("emma").comingOfAgeOn(MAJORITY));
        school.emma.authorisations().give(school.dossier, asked.id());
        Desk mother = mother();
        mother.authorisations().give(school.dossier, asked.id());
        school.emma.badges().issue(school.dossier, accepted.id());
        mother.authorisations().withdraw(school.dossier, asked.id());

        assertThat(school.emma.badges().get(school.dossier, accepted.id()).status())
                .isEqualTo(BadgeStatus.REVOKED);
        assertThat(school.head.badges().revoked().get(0).revoked())
                .containsExactly(place(accepted).index());
        assertThatThrownBy(() -> school.emma.badges().issue(school.dossier, accepted.id()))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void badges_are_authorised_by_the_learner_whose_they_are() {
        refused(
                InvalidInputException.class,
                "learner's own",
                "à l'apprenant",
                () -> asked(NewAuthorisation.toHaveBadges("malo").alreadyOfAge()));
    }

    @Test
    void the_team_or_the_learner_revokes_and_says_why() {
        BadgeAward accepted = accepted();
        refused(
                InvalidInputException.class,
                "blank",
                "vide",
                () -> school.durand.badges().revoke(accepted, " "));
        BadgeAward revoked = school.durand.badges().revoke(accepted, "Donné par erreur.");
        assertThat(revoked.status()).isEqualTo(BadgeStatus.REVOKED);
        assertThat(school.head.badges().revoked().get(0).revoked())
                .containsExactly(place(accepted).index());
        assertThatThrownBy(() -> school.emma.badges().revoke(revoked, "Encore."))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void an_erasure_leaves_the_place_alone_and_its_plan_says_so() {
        BadgeAward accepted = accepted();
        ErasurePlan plan = school.head.privacy().planErasure(PersonId.of("emma"));
        assertThat(plan.records())
                .filteredOn(each -> each.kind().equals("badge-award"))
                .singleElement()
                .satisfies(each -> assertThat(each.reason().in(Locale.FRENCH)).contains("liste des badges révoqués"));
        school.head.privacy().erase(plan);
        assertThat(school.head.badges().revoked().get(0).revoked())
                .containsExactly(place(accepted).index());
    }

    @Test
    void a_badge_names_the_learner_by_a_name_alone_and_shows_nothing_confidential() {
        BadgeAward offered = offered();
        for (String name : List.of("emma@lycee.example", "Emma 2008")) {
            refused(
                    InvalidInputException.class,
                    "neither @",
                    "ni @",
                    () -> school.emma.badges().accept(offered, NewBadgeAcceptance.as(name)));
        }
        refused(
                InvalidInputException.class,
                "https",
                "https",
                () -> school.emma
                        .badges()
                        .accept(
                                offered,
                                NewBadgeAcceptance.as("Emma")
                                        .linking("Vitrine", URI.create("http://vosreves.example"))));
        Production secret = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Tarifs de l'entreprise")
                                .showing("C3.1")
                                .writing("…")
                                .confidentialToTheCompany());
        refused(
                ConflictException.class,
                "confidential",
                "confidentiels",
                () -> school.emma
                        .badges()
                        .accept(offered, NewBadgeAcceptance.as("Emma").citing(secret)));
    }

    @Test
    void what_was_offered_says_what_it_said_whatever_becomes_of_the_definition() {
        BadgeDefinition badge = defined();
        BadgeAward offered = school.durand.badges().offer(school.dossier, badge.id(), ACQUIRED, "Vu deux fois.");
        BadgeDefinition revised =
                school.head.badges().revise(badge, Given.commerce(school).titled("Vente en ligne"));
        assertThatThrownBy(() -> school.head.badges().revise(badge, Given.commerce(school)))
                .isInstanceOf(ConflictException.class);
        BadgeAward accepted = school.emma.badges().accept(offered, NewBadgeAcceptance.as("Emma"));
        assertThat(accepted.statement().title()).isEqualTo("Commerce en ligne");
        school.head.badges().close(revised);
        refused(
                ConflictException.class,
                "given no more",
                "n'est plus donné",
                () -> school.durand.badges().offer(school.malos, badge.id(), ACQUIRED, "Vu."));
        assertThat(Page.all(next -> school.emma.badges().definitions(next)))
                .singleElement()
                .satisfies(each -> assertThat(each.closed()).isTrue());
    }

    @Test
    void neither_peers_nor_the_head_read_them_and_no_learner_gives_one_to_themselves() {
        BadgeAward offered = offered();
        assertThatThrownBy(() -> school.malo.badges().get(school.dossier, offered.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.head.badges().get(school.dossier, offered.id()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.badges().offer(school.dossier, offered.definition(), ACQUIRED, "Moi."))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.durand.badges().accept(offered, NewBadgeAcceptance.as("Emma")))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.durand.badges().define(Given.commerce(school)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.badges().revoked()).isInstanceOf(DeniedException.class);
    }

    @Test
    void a_copy_of_the_dossier_elsewhere_issues_nothing_and_its_erasure_revokes_nothing_there() throws IOException {
        emmaIsOfAge();
        BadgeAward accepted = accepted();
        KeptArchive taken = new KeptArchive();
        school.head.archives().dossier(school.dossier, taken);
        try (VosReves other = VosReves.over(new InMemoryStore())) {
            other.head.archives().importFrom(taken);
            assertThatThrownBy(() -> other.emma.badges().issue(school.dossier, accepted.id()))
                    .isInstanceOf(PortfolioException.class);
            other.head.privacy().erase(other.head.privacy().planErasure(PersonId.of("emma")));
            assertThat(other.head.badges().revoked()).containsExactly(new RevokedBadges(1, List.of()));
        }
    }

    @Test
    void they_stand_again_in_a_copy_of_the_school_and_so_does_what_is_revoked() throws IOException {
        BadgeAward revoked = school.emma.badges().revoke(accepted(), "Je n'en veux plus.");
        KeptArchive whole = new KeptArchive();
        school.head.archives().organisation(whole);
        try (Portfolio copy =
                Portfolio.with(new InMemoryStore()).clock(school.clock).build()) {
            copy.as(Actor.system()).archives().importFrom(whole);
            assertThat(copy.as(Actor.of("emma")).badges().get(school.dossier, revoked.id()))
                    .isEqualTo(revoked);
            assertThat(copy.as(Actor.of("proviseure")).badges().revoked())
                    .isEqualTo(school.head.badges().revoked());
        }
    }
}
