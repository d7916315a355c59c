package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.Oversight;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.BreachId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Breach;
import org.eportfolio.privacy.BreachSheet;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.NewBreach;
import org.eportfolio.privacy.NewBreachSettlement;
import org.eportfolio.privacy.SchoolOversight;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J16 and J19: the controller documents breaches of personal data, and the DPO of many schools sees which are open. */
class BreachDeskTest extends Story {
    private static final Instant NOTICED =
            VosReves.TODAY.minusDays(1).atTime(8, 30).atZone(VosReves.PARIS).toInstant();

    @BeforeEach
    void the_school_has_a_dpo() {
        school.head.grants().give(NewGrant.of("dpd", Role.DPO));
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private List<Breach> all(String person) {
        return Page.all(next -> school.as(person).breaches().list(next));
    }

    private void refusedInput(String english, String french, Runnable call) {
        refused(InvalidInputException.class, english, french, call::run);
    }

    @Test
    void the_dpo_records_a_breach_and_settles_it_once() {
        Breach breach = school.as("dpd").breaches().record(Given.lostKey());
        assertThat(breach.settlement()).isNull();
        assertThat(breach.notifyBy()).isEqualTo(NOTICED.plus(Duration.ofHours(72)));
        assertThat(breach.categories()).containsExactly(DataCategory.IDENTITY, DataCategory.WORK);
        school.clock.advance(Duration.ofDays(1));
        Breach settled = school.head.breaches().settle(breach, Given.ended());
        assertThat(Objects.requireNonNull(settled.settlement()).by()).isEqualTo(PersonId.of("proviseure"));
        assertThat(all("dpd")).containsExactly(settled);
        assertThat(school.head.breaches().get(BreachId.of(breach.id().toString())))
                .isEqualTo(settled);
        assertThatThrownBy(() -> school.head.breaches().settle(breach, Given.ended()))
                .isInstanceOf(ConflictException.class);
        refused(
                ConflictException.class,
                "settled once",
                "qu'une fois",
                () -> school.head.breaches().settle(settled, Given.ended()));
    }

    @Test
    void who_does_not_notify_the_authority_or_notifies_it_late_says_why() {
        Breach breach = school.head.breaches().record(Given.lostKey());
        NewBreachSettlement silent = NewBreachSettlement.of("", "Exports chiffrés.");
        school.clock.advance(Duration.ofDays(10));
        refusedInput(
                "not notified", "pas été prévenue", () -> school.head.breaches().settle(breach, silent));
        Instant late = NOTICED.plus(Duration.ofHours(72)).plusSeconds(1);
        refusedInput("72 hours", "72 heures", () -> school.head.breaches().settle(breach, silent.notified(late)));
        refusedInput(
                "before the breach was noticed",
                "avant la découverte",
                () -> school.head.breaches().settle(breach, silent.notified(NOTICED.minusSeconds(1))));
        LocalDate tomorrow = VosReves.TODAY.plusDays(11);
        refusedInput(
                "done already",
                "déjà fait",
                () -> school.head.breaches().settle(breach, Given.ended().informed(tomorrow)));
        refusedInput(
                "must not be blank",
                "vide",
                () -> school.head
                        .breaches()
                        .settle(breach, NewBreachSettlement.of("", " ").because("x")));
        Instant inTime = NOTICED.plus(Duration.ofHours(72));
        Breach settled =
                school.head.breaches().settle(breach, silent.notified(inTime).informed(VosReves.TODAY));
        assertThat(Objects.requireNonNull(settled.settlement()).notifiedAt()).isEqualTo(inTime);
    }

    @Test
    void nothing_is_recorded_that_cannot_be() {
        NewBreach fine = Given.lostKey();
        refusedInput(
                "in the future",
                "dans le futur",
                () -> school.head
                        .breaches()
                        .record(new NewBreach(
                                VosReves.TODAY.plusDays(1), NOTICED, fine.facts(), fine.categories(), 1)));
        refusedInput(
                "now at the latest",
                "maintenant au plus tard",
                () -> school.head
                        .breaches()
                        .record(new NewBreach(
                                fine.since(), NOTICED.plus(Duration.ofDays(3)), fine.facts(), fine.categories(), 1)));
        refusedInput(
                "after it was noticed",
                "après sa découverte",
                () -> school.head
                        .breaches()
                        .record(new NewBreach(VosReves.TODAY, NOTICED, fine.facts(), fine.categories(), 1)));
        assertThatThrownBy(() ->
                        school.head.breaches().record(new NewBreach(fine.since(), NOTICED, fine.facts(), Set.of(), 1)))
                .isInstanceOf(InvalidInputException.class);
        refusedInput(
                "there are none",
                "aucune",
                () -> school.head
                        .breaches()
                        .record(new NewBreach(fine.since(), NOTICED, fine.facts(), Set.of(DataCategory.NONE), 1)));
        assertThat(all("dpd")).isEmpty();
    }

    @Test
    void a_sheet_is_what_a_record_begins_with() {
        school.mindMap();
        BreachSheet sheet = school.head
                .breaches()
                .sheet(List.of(PersonId.of("emma"), PersonId.of("malo")), VosReves.TODAY.minusDays(1), Locale.FRENCH);
        Breach breach = school.head
                .breaches()
                .record(NewBreach.of(sheet, NOTICED, "Un compte d'enseignant a été utilisé par un tiers."));
        assertThat(breach.people()).isEqualTo(2);
        assertThat(breach.categories()).contains(DataCategory.WORK);
        assertThat(breach.toString()).doesNotContain("emma", "malo");
    }

    @Test
    void neither_teachers_nor_learners_read_them() {
        Breach breach = school.head.breaches().record(Given.lostKey());
        for (Desk other : List.of(school.emma, school.durand)) {
            assertThatThrownBy(() -> other.breaches().record(Given.lostKey())).isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.breaches().get(breach.id())).isInstanceOf(DeniedException.class);
            assertThatThrownBy(() -> other.breaches().settle(breach, Given.ended()))
                    .isInstanceOf(DeniedException.class);
        }
    }

    @Test
    void the_dpo_sees_how_many_are_open_and_since_when() {
        Breach breach = school.head.breaches().record(Given.lostKey());
        SchoolOversight page = Oversight.of(Map.of("Lycée", school.as("dpd"))).get(0);
        assertThat(page.breaches()).isEqualTo(1);
        assertThat(page.oldestBreach()).isEqualTo(VosReves.TODAY.minusDays(1));
        assertThat(page.toString()).doesNotContain("clé USB");
        school.head.breaches().settle(breach, Given.ended());
        assertThat(Oversight.of(Map.of("Lycée", school.as("dpd"))).get(0).breaches())
                .isZero();
    }

    @Test
    void who_recorded_it_is_erased_from_it_and_the_facts_stay() {
        school.head.grants().give(NewGrant.of("adjoint", Role.HEAD));
        school.as("adjoint").breaches().record(Given.lostKey());
        school.clock.advance(Duration.ofDays(1));
        school.head
                .grants()
                .of(PersonId.of("adjoint"))
                .forEach(each -> school.head.grants().revoke(each.id()));
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("adjoint")));
        Breach kept = all("dpd").get(0);
        assertThat(kept.recordedBy()).isNotEqualTo(PersonId.of("adjoint"));
        assertThat(kept.facts()).isEqualTo(Given.lostKey().facts());
    }

    @Test
    void they_stand_again_in_a_copy_of_the_school() throws IOException {
        Breach breach = school.head.breaches().settle(school.head.breaches().record(Given.lostKey()), Given.ended());
        KeptArchive whole = new KeptArchive();
        school.head.archives().organisation(whole);
        try (Portfolio copy =
                Portfolio.with(new InMemoryStore()).clock(school.clock).build()) {
            copy.as(Actor.system()).archives().importFrom(whole);
            assertThat(copy.as(school.head.actor()).breaches().get(breach.id())).isEqualTo(breach);
        }
    }
}
