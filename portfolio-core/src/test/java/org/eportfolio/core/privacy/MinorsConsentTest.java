package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.Asked;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.reflection.NewRecording;
import org.eportfolio.reflection.Standing;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J5: a minor agrees, and so do their legal representatives; each of them ends it alone. */
class MinorsConsentTest extends Story {
    private static final PersonId MOTHER = PersonId.of("mme.martin-mere");
    private static final PersonId FATHER = PersonId.of("m.martin-pere");
    private static final LocalDate MAJORITY = LocalDate.of(2027, 1, 15);
    private static final String OF_AGE = "2027-01-14T23:00:00Z";
    private static final String PROJECT = "Oraux";

    private ReflectionId reflection;

    @BeforeEach
    void emmaIsAMinorWithTwoRepresentatives() {
        reflection = school.emma
                .reflections()
                .share(school.dossier, Given.INSTALLING)
                .id();
        school.head.grants().give(NewGrant.of(MOTHER, Role.REPRESENTATIVE).over(school.dossier));
        school.head.grants().give(NewGrant.of(FATHER, Role.REPRESENTATIVE).over(school.dossier));
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private Desk mother() {
        return school.as(MOTHER.value());
    }

    private Desk father() {
        return school.as(FATHER.value());
    }

    private Authorisation request(NewAuthorisation begun) {
        return school.durand
                .authorisations()
                .request(
                        school.dossier,
                        begun.forProject(PROJECT)
                                .use("Entretiens")
                                .recipients("L'équipe")
                                .until(LocalDate.of(2027, 6, 30)));
    }

    private Authorisation toRecord() {
        return request(NewAuthorisation.toRecord("emma").comingOfAgeOn(MAJORITY));
    }

    private Authorisation toDiffuse() {
        return request(NewAuthorisation.toDiffuse("emma").comingOfAgeOn(MAJORITY));
    }

    private Authorisation sign(Desk desk, Authorisation asked) {
        return desk.authorisations().give(school.dossier, asked.id());
    }

    private Standing standing(Authorisation asked) {
        return school.durand.authorisations().standing(school.dossier, asked.id());
    }

    private void record() {
        school.emma
                .recordings()
                .add(
                        school.dossier,
                        reflection,
                        NewRecording.of(VosReves.spoken("J'ai lu la documentation."), Duration.ofSeconds(40))
                                .forProject(PROJECT));
    }

    @Test
    void a_minor_is_recorded_once_they_and_one_representative_agreed() {
        Authorisation asked = toRecord();
        refused(
                DeniedException.class,
                "the agreement of emma, and the signature of one",
                "l'accord de emma",
                this::record);
        sign(mother(), asked);
        refused(DeniedException.class, "the agreement of emma as well", "aussi l'accord de emma", this::record);
        assertThat(standing(asked)).isEqualTo(Standing.REQUESTED);
        sign(school.emma, asked);
        record();
        assertThat(standing(asked)).isEqualTo(Standing.HOLDS);
    }

    @Test
    void the_minor_may_sign_first_and_is_asked_at_home() {
        Authorisation asked = toRecord();
        assertThat(agreementsAsked()).hasSize(1);
        sign(school.emma, asked);
        assertThat(agreementsAsked()).isEmpty();
        refused(
                DeniedException.class,
                "the signature of one more legal representative",
                "la signature d'un représentant légal de plus",
                this::record);
        refused(
                ConflictException.class,
                "emma has signed this authorisation already",
                "emma a déjà signé",
                () -> sign(school.emma, asked));
        sign(father(), asked);
        record();
    }

    private List<Asked> agreementsAsked() {
        return school.emma.home().of(school.dossier).asked().items().stream()
                .filter(each -> each.what() == Asked.What.AUTHORISATION)
                .toList();
    }

    @Test
    void showing_it_to_others_takes_two_representatives_each_for_themselves() {
        Authorisation asked = toDiffuse();
        sign(school.emma, asked);
        sign(mother(), asked);
        assertThatThrownBy(() -> sign(mother(), asked)).isInstanceOf(ConflictException.class);
        assertThat(standing(asked)).isEqualTo(Standing.REQUESTED);
        assertThat(school.durand
                        .authorisations()
                        .get(school.dossier, asked.id())
                        .awaitedRepresentatives(VosReves.TODAY))
                .isEqualTo(1);
        Authorisation given = sign(father(), asked);
        assertThat(given.signatures())
                .extracting(each -> each.by().value())
                .containsExactly("emma", MOTHER.value(), FATHER.value());
        assertThat(standing(asked)).isEqualTo(Standing.HOLDS);
    }

    @Test
    void the_controller_sets_one_or_two_signatures_for_each() {
        Portfolio strict = Portfolio.with(school.store)
                .clock(school.clock)
                .privacy(PrivacySettings.NONE.representativesSigning(2, 1))
                .build();
        Desk durand = strict.as(org.eportfolio.school.Actor.of("m.durand"));
        NewAuthorisation begun = NewAuthorisation.toRecord("emma")
                .comingOfAgeOn(MAJORITY)
                .forProject(PROJECT)
                .use("Entretiens")
                .recipients("L'équipe")
                .until(LocalDate.of(2027, 6, 30));
        assertThat(durand.authorisations().request(school.dossier, begun).representatives())
                .isEqualTo(2);
        refused(
                InvalidInputException.class,
                "one or two legal representatives",
                "un ou deux représentants légaux",
                () -> PrivacySettings.NONE.representativesSigning(0, 2));
    }

    @Test
    void the_head_states_with_a_reason_that_one_person_holds_parental_authority() {
        Authorisation asked = toDiffuse();
        sign(school.emma, asked);
        sign(mother(), asked);
        assertThatThrownBy(() -> school.durand
                        .authorisations()
                        .stateOneRepresentative(school.dossier, asked.id(), "Vu au dossier."))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.head.authorisations().stateOneRepresentative(school.dossier, asked.id(), " "))
                .isInstanceOf(InvalidInputException.class);
        Authorisation stated =
                school.head.authorisations().stateOneRepresentative(school.dossier, asked.id(), "Pièce 2026-14.");
        assertThat(stated.on(VosReves.TODAY)).isEqualTo(Standing.HOLDS);
        assertThat(stated.one()).isNotNull();
        Authorisation later = toRecord();
        assertThat(later.representatives()).isEqualTo(1);
        assertThat(later.one()).as("taken over").isEqualTo(stated.one());
        assertThat(mother().authorisations().get(school.dossier, later.id()).one())
                .isNotNull();
    }

    @Test
    void the_withdrawal_of_any_one_of_them_ends_it_at_once() {
        for (Desk withdrawing : List.of(school.emma, mother(), father())) {
            Authorisation asked = toRecord();
            sign(school.emma, asked);
            sign(mother(), asked);
            assertThat(standing(asked)).isEqualTo(Standing.HOLDS);
            withdrawing.authorisations().withdraw(school.dossier, asked.id());
            assertThat(standing(asked)).isEqualTo(Standing.WITHDRAWN);
            assertThatThrownBy(this::record).isInstanceOf(DeniedException.class);
        }
    }

    @Test
    void an_unknown_age_counts_as_minor_and_the_day_of_enrolment_is_taken() {
        Authorisation unknown = request(NewAuthorisation.toRecord("emma"));
        sign(school.emma, unknown);
        assertThat(standing(unknown)).isEqualTo(Standing.REQUESTED);
        sign(mother(), unknown);
        assertThat(standing(unknown)).isEqualTo(Standing.HOLDS);
        refused(
                ConflictException.class,
                "The age of emma is not known",
                "L'âge de emma n'est pas connu",
                () -> school.emma.authorisations().confirm(school.dossier, unknown.id()));
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("emma").comingOfAgeOn(MAJORITY));
        assertThat(request(NewAuthorisation.toRecord("emma")).majorityOn()).isEqualTo(MAJORITY);
        Authorisation adult = request(NewAuthorisation.toDiffuse("malo").alreadyOfAge());
        assertThat(sign(school.malo, adult).on(VosReves.TODAY)).isEqualTo(Standing.HOLDS);
    }

    @Test
    void what_was_half_signed_at_majority_is_signed_by_the_person_alone() {
        Authorisation asked = toDiffuse();
        sign(school.emma, asked);
        sign(mother(), asked);
        school.clock.set(OF_AGE);
        assertThat(standing(asked)).isEqualTo(Standing.REQUESTED);
        assertThat(sign(school.emma, asked).byRepresentative()).isFalse();
        assertThat(standing(asked)).isEqualTo(Standing.HOLDS);
    }

    @Test
    void what_was_given_for_a_minor_waits_for_their_word_at_majority() {
        Authorisation asked = toRecord();
        sign(mother(), asked);
        sign(school.emma, asked);
        school.clock.set(OF_AGE);
        assertThat(standing(asked)).isEqualTo(Standing.TO_CONFIRM);
        school.emma.authorisations().confirm(school.dossier, asked.id());
        assertThat(standing(asked)).isEqualTo(Standing.HOLDS);
    }

    @Test
    void at_majority_their_access_ends_and_the_learner_may_open_it_again() {
        toRecord();
        refused(
                DeniedException.class,
                "once they are of age",
                "une fois majeur",
                () -> school.emma.grants().openToRepresentative(school.dossier, MOTHER, null));
        school.clock.set(OF_AGE);
        assertThatThrownBy(() -> mother().progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(
                        () -> school.emma.grants().openToRepresentative(school.dossier, PersonId.of("m.voisin"), null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.head.grants().openToRepresentative(school.dossier, MOTHER, null))
                .isInstanceOf(DeniedException.class);
        Grant opened = school.emma.grants().openToRepresentative(school.dossier, MOTHER, LocalDate.of(2027, 3, 31));
        assertThat(opened.openedByLearner()).isTrue();
        mother().progress().of(school.dossier);
        assertThatThrownBy(() -> father().progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThat(school.emma.access().whoCanRead(school.dossier)).anyMatch(each -> MOTHER.equals(each.person()));
        refused(
                ConflictException.class,
                "open to mme.martin-mere already",
                "déjà ouvert à mme.martin-mere",
                () -> school.emma.grants().openToRepresentative(school.dossier, MOTHER, null));
        school.emma.grants().closeToRepresentative(school.dossier, MOTHER);
        assertThatThrownBy(() -> mother().progress().of(school.dossier)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.grants().closeToRepresentative(school.dossier, MOTHER))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void each_representative_sees_what_was_asked_of_their_child() {
        Authorisation asked = toRecord();
        for (Desk each : List.of(mother(), father())) {
            assertThat(each.authorisations()
                            .list(school.dossier, PageRequest.first(10))
                            .items())
                    .containsExactly(asked);
        }
    }
}
