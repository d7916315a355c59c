package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refused.key;
import static org.eportfolio.core.Refused.stale;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** Row C9: « Travailler en équipe », « Collaboration en mode projet ». */
class C9GroupProductionsTest extends Story {
    private static final NewProduction SITE =
            NewProduction.titled("Site VosRêves").showing("C1.1").writing("Maquette et arborescence");

    private GroupProduction started() {
        return school.emma.groups().start(school.dossier, NewGroup.of(SITE).with("malo"));
    }

    private GroupProduction joined() {
        return school.malo.groups().accept(started().id(), school.malos);
    }

    private Production production(GroupProduction group) {
        return school.emma.productions().get(group.dossier(), group.production());
    }

    private static List<String> said(Production production) {
        return production.current().contributions().stream()
                .map(each -> each.member() + ": " + each.text())
                .toList();
    }

    private Assessment positioned(Desk teacher, DossierId dossier, Production on) {
        return teacher.assessments()
                .position(dossier, NewPositioning.of("C1.1", "acquis").citing(Citation.of(on)));
    }

    @Test
    void each_member_says_in_their_own_words_what_they_did() {
        GroupProduction group = started();
        assertThat(school.malo.groups().invitations())
                .extracting(GroupProduction::title)
                .containsExactly("Site VosRêves");
        school.malo.groups().accept(group.id(), school.malos);
        school.emma.groups().contribute(school.emma.groups().part(group.id()), "J'ai fait l'arborescence.");
        school.malo.groups().contribute(school.malo.groups().part(group.id()), "J'ai choisi les images.");
        school.malo
                .groups()
                .contribute(school.malo.groups().part(group.id()), "J'ai choisi les images et leurs licences.");
        assertThat(school.malo.groups().invitations()).isEmpty();
        assertThat(said(production(group)))
                .containsExactly("emma: J'ai fait l'arborescence.", "malo: J'ai choisi les images et leurs licences.");
        GroupContribution malos = school.durand
                .groups()
                .of(school.malos, PageRequest.first(10))
                .items()
                .get(0);
        assertThat(malos.words()).isEqualTo("J'ai choisi les images et leurs licences.");
        assertThat(malos.production()).isEqualTo(group.production());
        assertThat(school.durand.groups().get(group.id()).members())
                .extracting(each -> each.person().value())
                .containsExactly("emma", "malo");
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void it_lives_once_and_is_cited_in_each_members_dossier() {
        GroupProduction group = joined();
        school.malo.groups().contribute(school.malo.groups().part(group.id()), "Les images.");
        Production shared = school.malo.productions().get(group.dossier(), group.production());
        Assessment onMalo = positioned(school.durand, school.malos, shared);
        Assessment onEmma = positioned(school.durand, school.dossier, shared);
        assertThat(onMalo.evidence()).isEqualTo(onEmma.evidence());
        Assessment own = school.malo
                .assessments()
                .publish(
                        school.malos,
                        NewSelfAssessment.of("C1.1", "acquis")
                                .because("Voir le site.")
                                .citing(Citation.of(shared)));
        assertThat(own.evidence()).isEqualTo(onMalo.evidence());
        Goal goal = school.malo
                .goals()
                .set(school.malos, NewGoal.of("C1.1", "acquis").by(LocalDate.of(2027, 3, 1)));
        assertThat(school.malo.goals().claim(goal, "Fait.", Citation.of(shared)).status())
                .isEqualTo(Goal.Status.CLAIMED);
        assertThat(school.durand
                        .productions()
                        .list(school.malos, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void whoever_reaches_one_member_reads_and_cites_it_and_nothing_else_of_the_others() {
        GroupProduction group = joined();
        school.head.grants().give(NewGrant.of("mme.roux", Role.TEACHER).over(school.malos));
        Desk roux = school.as("mme.roux");
        Production shared = roux.productions().get(group.dossier(), group.production());
        assertThat(positioned(roux, school.malos, shared).evidence()).hasSize(1);
        assertThat(roux.groups().get(group.id())).isNotNull();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> roux.dossiers().get(school.dossier));
        Production emmas = school.mindMap();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> roux.productions().get(school.dossier, emmas.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.malo.productions().get(school.dossier, emmas.id()));
    }

    @Test
    void what_is_frozen_stays_and_whoever_goes_on_begins_a_new_version() {
        GroupProduction group = joined();
        school.emma.groups().contribute(school.emma.groups().part(group.id()), "L'arborescence.");
        positioned(school.durand, school.malos, production(group));
        school.malo.groups().contribute(school.malo.groups().part(group.id()), "Les images.");
        Production after = production(group);
        assertThat(after.versions()).hasSize(2);
        assertThat(after.version(1).contributions())
                .extracting(Piece.Contribution::text)
                .containsExactly("L'arborescence.");
        assertThat(after.version(1).frozen()).isEqualTo(after.version(1).contentHash());
        assertThat(said(after)).containsExactly("emma: L'arborescence.", "malo: Les images.");
        Production revised =
                school.malo.groups().revise(group.id(), after, SITE.describedAs("Avec les mentions légales"));
        assertThat(said(revised)).isEqualTo(said(after));
        assertThat(revised.versions()).hasSize(2);
        assertThat(school.emma.groups().extend(group.id(), revised, SITE).versions())
                .hasSize(3);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> school.malo.groups().revise(group.id(), after, SITE));
    }

    @Test
    void nobody_writes_what_another_did() {
        GroupProduction group = joined();
        GroupContribution malos =
                school.malo.groups().contribute(school.malo.groups().part(group.id()), "Les images.");
        assertThatExceptionOfType(DeniedException.class)
                .isThrownBy(() -> school.durand.groups().contribute(malos, "Malo a fait les images."));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.as("yanis").groups().contribute(malos, "Moi aussi."));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.emma.groups().contribute(malos, "Malo a fait les images."));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.as("yanis").productions().get(group.dossier(), group.production()));
        Production whole = school.emma.productions().revise(production(group), SITE.writing("Tout par Emma"));
        assertThat(said(whole)).containsExactly("malo: Les images.");
        school.emma.groups().invite(group.id(), PersonId.of("lina"));
        assertThat(key(() -> school.as("lina").groups().contribute(malos, "Pas encore.")))
                .isEqualTo("group.not-joined");
        assertThat(key(() ->
                        school.emma.groups().contribute(school.emma.groups().part(group.id()), " ")))
                .isEqualTo("text.blank");
    }

    @Test
    void words_are_put_in_place_of_those_that_their_member_read() {
        GroupProduction group = joined();
        GroupContribution seen = school.malo.groups().part(group.id());
        GroupContribution said = school.malo.groups().contribute(seen, "Les images.");
        school.emma.groups().contribute(school.emma.groups().part(group.id()), "Le plan.");
        stale(school, () -> school.malo.groups().contribute(seen, "Les textes."));
        assertThat(school.malo.groups().part(group.id()))
                .as("what Emma did is hers")
                .isEqualTo(said);
        assertThat(school.malo
                        .groups()
                        .contribute(said, "Les images et les textes.")
                        .words())
                .isEqualTo("Les images et les textes.");
    }

    @Test
    void a_judgement_on_the_group_is_never_copied_onto_its_members() {
        GroupProduction group = joined();
        Progress emmas = school.durand.progress().of(school.dossier);
        Progress malos = school.durand.progress().of(school.malos);
        Matrix matrix = school.durand.progress().matrix(school.cohort);
        Production before = production(group);
        school.durand.groups().appraise(group.id(), "Une équipe qui a bien réparti le travail.");
        assertThat(school.malo
                        .groups()
                        .appraisals(group.id(), PageRequest.first(10))
                        .items())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.by()).isEqualTo(PersonId.of("m.durand"));
                    assertThat(each.content()).isEqualTo(before.current().contentHash());
                });
        assertThat(school.durand.progress().of(school.dossier)).isEqualTo(emmas);
        assertThat(school.durand.progress().of(school.malos)).isEqualTo(malos);
        assertThat(school.durand.progress().matrix(school.cohort)).isEqualTo(matrix);
        assertThat(production(group)).isEqualTo(before);
        positioned(school.durand, school.malos, before);
        assertThat(school.durand.progress().of(school.dossier)).isEqualTo(emmas);
        assertThat(key(() -> school.malo.groups().appraise(group.id(), "Bravo à nous.")))
                .isEqualTo("denied.permission");
    }

    @Test
    void a_group_has_two_to_four_members_of_one_cohort() {
        assertThat(key(() -> school.emma.groups().start(school.dossier, NewGroup.of(SITE))))
                .isEqualTo("group.size");
        assertThat(key(() -> school.emma
                        .groups()
                        .start(school.dossier, NewGroup.of(SITE).with("malo", "lina", "yanis", "m.durand"))))
                .isEqualTo("group.size");
        assertThat(key(() -> school.emma
                        .groups()
                        .start(school.dossier, NewGroup.of(SITE).with("malo", "emma"))))
                .isEqualTo("group.twice");
        school.head.cohorts().enrol("Une autre classe", Members.learners("zoe"));
        for (String stranger : List.of("zoe", "m.durand", "personne")) {
            assertThatThrownBy(() -> school.emma
                            .groups()
                            .start(school.dossier, NewGroup.of(SITE).with("malo", stranger)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(": " + stranger + ".");
        }
        GroupProduction four =
                school.emma.groups().start(school.dossier, NewGroup.of(SITE).with("malo", "lina", "yanis"));
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("nora"));
        assertThat(key(() -> school.emma.groups().invite(four.id(), PersonId.of("nora"))))
                .isEqualTo("group.size");
        GroupProduction two = started();
        assertThat(key(() -> school.emma.groups().invite(two.id(), PersonId.of("zoe"))))
                .isEqualTo("group.other-cohort");
        school.head.cohorts().leave(school.cohort, PersonId.of("malo"));
        school.head.cohorts().enrol("Une autre classe", Members.learners("malo"));
        assertThat(key(() -> school.malo.groups().accept(two.id(), school.malos)))
                .isEqualTo("group.other-cohort");
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(2);
    }

    @Test
    void it_is_cited_once_two_have_joined_and_only_for_those_who_have() {
        GroupProduction group = started();
        assertThat(key(() -> positioned(school.durand, school.dossier, production(group))))
                .isEqualTo("group.too-few");
        DossierId linas = school.as("lina").dossiers().open(school.sno);
        school.malo.groups().accept(group.id(), school.malos);
        school.emma.groups().invite(group.id(), PersonId.of("lina"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> positioned(school.durand, linas, production(group)));
    }

    @Test
    void who_made_it_is_settled_once_it_is_cited() {
        GroupProduction group = joined();
        school.emma.groups().invite(group.id(), PersonId.of("lina"));
        DossierId linas = school.as("lina").dossiers().open(school.sno);
        positioned(school.durand, school.dossier, production(group));
        assertThat(key(() -> school.malo.groups().leave(group.id()))).isEqualTo("group.settled");
        assertThat(key(() -> school.as("lina").groups().accept(group.id(), linas)))
                .isEqualTo("group.settled");
        assertThat(key(() -> school.malo.groups().invite(group.id(), PersonId.of("yanis"))))
                .isEqualTo("group.settled");
        assertThat(key(() -> school.emma.groups().remove(group.id()))).isEqualTo("group.settled");
        school.as("lina").groups().decline(group.id());
        assertThat(school.emma.groups().get(group.id()).members()).hasSize(2);
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void members_decline_and_leave_before_and_take_their_words_with_them() {
        GroupProduction group = joined();
        school.emma.groups().invite(group.id(), PersonId.of("lina"));
        school.as("lina").groups().decline(group.id());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.as("lina").groups().decline(group.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.as("yanis").groups().accept(group.id(), school.malos));
        school.malo.groups().contribute(school.malo.groups().part(group.id()), "Les images.");
        assertThat(key(() -> school.malo.groups().decline(group.id()))).isEqualTo("group.joined");
        assertThat(key(() -> school.malo.groups().accept(group.id(), school.malos)))
                .isEqualTo("group.joined");
        assertThat(key(() -> school.emma.groups().leave(group.id()))).isEqualTo("group.starter-stays");
        assertThat(key(() -> school.emma.groups().remove(group.id()))).isEqualTo("group.shared");
        assertThat(key(() -> school.emma.productions().remove(production(group))))
                .isEqualTo("production.of-group");
        school.malo.groups().leave(group.id());
        assertThat(said(production(group))).isEmpty();
        assertThat(school.malo.groups().of(school.malos, PageRequest.first(10)).items())
                .isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.malo.groups().get(group.id()));
        school.emma.groups().remove(group.id());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.emma.groups().get(group.id()));
        assertThat(school.emma
                        .productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void an_unknown_group_is_not_found() {
        GroupId nowhere = new GroupId(VosReves.nowhere());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> school.emma.groups().get(nowhere));
        assertThatExceptionOfType(PortfolioException.class)
                .isThrownBy(() -> school.as("inconnu").groups().invitations());
    }
}
