package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.core.PeopleDesk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.PrivacyRequest.Right;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.reflection.NewAuthorisation;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;

/** A legal representative's role ends when the learner comes of age, wherever that day stands. */
class MajorityTest extends Story {
    private static final PersonId MOTHER = PersonId.of("mme.martin-mere");
    private static final LocalDate MAJORITY = LocalDate.of(2027, 1, 12);
    private static final String BEGINS = "2027-01-11T23:00:00Z";

    private Grant guardian() {
        school.head.grants().give(NewGrant.of(MOTHER, Role.REPRESENTATIVE).over(school.malos));
        return now();
    }

    private Grant now() {
        List<Grant> all = school.head.grants().of(MOTHER);
        return all.get(all.size() - 1);
    }

    private void shutOutAfterwards() {
        Desk mother = school.as(MOTHER.value());
        school.clock.set("2027-01-11T22:59:00Z");
        mother.dossiers().get(school.malos);
        school.clock.set(BEGINS);
        refused(
                DeniedException.class,
                "ended on",
                "a pris fin le",
                () -> mother.dossiers().get(school.malos));
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void until_then_the_representative_reads_the_learners_name_and_no_other() {
        PersonId malo = PersonId.of("malo");
        PersonId emma = PersonId.of("emma");
        school.head.people().name(malo, "Malo Exemple");
        school.head.people().name(emma, "Emma Exemple");
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("malo").comingOfAgeOn(MAJORITY));
        guardian();
        PeopleDesk people = school.as(MOTHER.value()).people();
        assertThat(people.named(List.of(malo, emma))).isEqualTo(Map.of(malo, "Malo Exemple", emma, "emma"));
        assertThat(people.get(malo).name().display()).isEqualTo("Malo Exemple");
        refused(NotFoundException.class, "emma", "emma", () -> people.get(emma));
        school.clock.set(BEGINS);
        refused(DeniedException.class, "needs a role", "rôle", () -> people.named(List.of(malo)));
    }

    @Test
    void stated_at_enrolment_after_the_role_was_given() {
        assertThat(guardian().period().until()).isNull();
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("malo").comingOfAgeOn(MAJORITY));
        assertThat(now().period().until()).isEqualTo(BEGINS);
        shutOutAfterwards();
    }

    @Test
    void stated_at_enrolment_before_the_role_was_given() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("malo").comingOfAgeOn(MAJORITY));
        assertThat(guardian().period().until()).isEqualTo(BEGINS);
        shutOutAfterwards();
    }

    @Test
    void stated_in_a_request_for_an_authorisation() {
        guardian();
        stated(MAJORITY);
        assertThat(now().period().until()).isEqualTo(BEGINS);
        shutOutAfterwards();
    }

    /** A teacher asks Malo to be recorded, and states the day. */
    private Authorisation stated(LocalDate day) {
        return school.durand
                .authorisations()
                .request(
                        school.malos,
                        NewAuthorisation.toRecord("malo")
                                .forProject("Oraux")
                                .use("Entretiens")
                                .recipients("L'équipe")
                                .until(LocalDate.of(2027, 6, 30))
                                .comingOfAgeOn(day));
    }

    @Test
    void the_day_counts_on_once_the_learner_of_age_withdraws_the_authorisation_that_stated_it() {
        guardian();
        Authorisation asked = stated(MAJORITY);
        shutOutAfterwards();
        school.malo.authorisations().withdraw(school.malos, asked.id());
        Desk mother = school.as(MOTHER.value());
        for (ThrowingCallable each : List.<ThrowingCallable>of(
                () -> mother.progress().of(school.malos),
                () -> mother.goals().list(school.malos, PageRequest.first(10)),
                () -> mother.privacy().askFor(school.malos, Right.ACCESS, ""))) {
            refused(DeniedException.class, "ended on", "a pris fin le", each);
        }
        school.malo.grants().openToRepresentative(school.malos, MOTHER, null);
        refused(
                DeniedException.class,
                "malo is of age now",
                "malo est majeur",
                () -> mother.privacy().askFor(school.malos, Right.ACCESS, ""));
        school.malo.grants().closeToRepresentative(school.malos, MOTHER);
    }

    @Test
    void a_representative_who_withdraws_the_evening_before_is_shut_out_all_the_same() {
        guardian();
        Authorisation asked = stated(MAJORITY);
        school.clock.set("2027-01-11T18:00:00Z");
        school.as(MOTHER.value()).authorisations().withdraw(school.malos, asked.id());
        shutOutAfterwards();
    }

    @Test
    void a_wrong_day_is_corrected_by_the_request_that_follows_the_withdrawal_and_by_nothing_before_it() {
        guardian();
        Authorisation wrong = stated(MAJORITY.minusYears(1));
        refused(
                DeniedException.class,
                "ended on",
                "a pris fin le",
                () -> school.as(MOTHER.value()).dossiers().get(school.malos));
        school.clock.advance(Duration.ofHours(1));
        school.malo.authorisations().withdraw(school.malos, wrong.id());
        assertThat(now().period().until()).isNotEqualTo(BEGINS);
        school.clock.advance(Duration.ofHours(1));
        Authorisation right = stated(MAJORITY);
        assertThat(now().period().until()).isEqualTo(BEGINS);
        school.malo.authorisations().withdraw(school.malos, right.id());
        shutOutAfterwards();
    }

    @Test
    void that_the_learner_was_of_age_is_known_on_once_the_authorisation_was_withdrawn() {
        Grant open = guardian();
        Authorisation asked = school.durand
                .authorisations()
                .request(
                        school.malos,
                        NewAuthorisation.toRecord("malo")
                                .forProject("Oraux")
                                .use("Entretiens")
                                .recipients("L'équipe")
                                .until(LocalDate.of(2027, 6, 30))
                                .alreadyOfAge());
        school.malo.authorisations().withdraw(school.malos, asked.id());
        school.head.grants().revoke(open.id());
        school.malo.grants().openToRepresentative(school.malos, MOTHER, null);
        refused(
                DeniedException.class,
                "malo is of age now",
                "malo est majeur",
                () -> school.as(MOTHER.value()).privacy().askFor(school.malos, Right.ACCESS, ""));
    }

    @Test
    void in_a_file_whose_version_let_the_role_go_on() {
        Row open = kept(guardian());
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("malo").comingOfAgeOn(MAJORITY));
        school.store.commit(new Change(Map.of(), List.of(), List.of(open), List.of()));
        Portfolio reopened = Portfolio.with(school.store).clock(school.clock).build();
        Desk head = reopened.as(Actor.of("proviseure"));
        Desk mother = reopened.as(Actor.of(MOTHER));
        assertThat(head.grants().of(MOTHER).get(0).period().until()).isEqualTo(BEGINS);
        Reach his = new Reach.OfDossier(school.malos);
        for (String instant : List.of("2027-01-11T22:59:59Z", BEGINS, "2027-02-01T08:00:00Z")) {
            school.clock.set(instant);
            boolean minor = instant.compareTo(BEGINS) < 0;
            assertThat(head.access()
                            .why(Actor.of(MOTHER), Permission.READ_PROGRESS, his)
                            .allowed())
                    .isEqualTo(minor);
            assertThat(readers(head, Instant.parse(instant))).isEqualTo(minor);
            assertThat(readers(head, Instant.parse(BEGINS))).isFalse();
        }
        refused(
                DeniedException.class,
                "ended on",
                "a pris fin le",
                () -> mother.dossiers().get(school.malos));
    }

    private Row kept(Grant grant) {
        return school.store.read(view -> view.find(
                        Scope.ORGANISATION, new Kind("grant"), grant.id().value())
                .orElseThrow());
    }

    private boolean readers(Desk head, Instant at) {
        return head.access().whoCanRead(school.malos, at).stream().anyMatch(each -> MOTHER.equals(each.person()));
    }

    @Test
    void other_roles_and_other_learners_representatives_go_on() {
        school.head.grants().give(NewGrant.of("k.tuteur", Role.TUTOR).over(school.malos));
        school.head.grants().give(NewGrant.of(MOTHER, Role.REPRESENTATIVE).over(school.dossier));
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("malo").comingOfAgeOn(MAJORITY));
        assertThat(now().period().until()).isNull();
        assertThat(school.head
                        .grants()
                        .of(PersonId.of("k.tuteur"))
                        .get(0)
                        .period()
                        .until())
                .isNull();
    }
}
