package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.Refused.stale;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.WorkplaceDesk;
import org.eportfolio.core.calls.CallArguments;
import org.eportfolio.core.privacy.WaysOut;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.Kind;
import org.eportfolio.workplace.Contact;
import org.eportfolio.workplace.Contact.Means;
import org.eportfolio.workplace.Convention;
import org.eportfolio.workplace.NewContact;
import org.eportfolio.workplace.NewConvention;
import org.eportfolio.workplace.Signatory.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J1, J2: what was agreed on a workplace period, the teacher who follows it, and the visits. */
class ConventionTest extends Story {
    private static final LocalDate SIGNED = VosReves.TODAY.minusDays(3);
    private static final NewConvention AGREED = NewConvention.followedBy("mme.petit")
            .aimingAt("C3.1")
            .aimingAt("C1.1")
            .signed(Quality.EMPLOYER, "Zoé Exemple", SIGNED);

    private WorkplacePeriod opened() {
        return school.durand.tutoring().open(school.dossier, CallArguments.period());
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    @Test
    void a_convention_says_who_follows_the_period_what_it_aims_at_and_who_signed() {
        WorkplacePeriod period = opened();
        assertThat(school.emma.workplaces().convention(school.dossier, period.id()))
                .isEmpty();
        Convention agreed = school.durand.workplaces().agree(school.dossier, period.id(), AGREED);
        Convention signed = school.petit
                .workplaces()
                .revise(agreed, NewConvention.of(agreed).signed(Quality.LEARNER, "Emma Exemple", VosReves.TODAY));
        assertThat(school.emma.workplaces().convention(school.dossier, period.id()))
                .hasValueSatisfying(each -> {
                    assertThat(each).isEqualTo(signed);
                    assertThat(each.referent()).isEqualTo(PersonId.of("mme.petit"));
                    assertThat(each.objectives()).containsExactly(Code.of("C3.1"), Code.of("C1.1"));
                    assertThat(each.signed()).hasSize(2);
                });
        stale(school, () -> school.durand.workplaces().revise(agreed, AGREED));
        refused(
                ConflictException.class,
                "was written down before",
                "a déjà été saisie",
                () -> school.durand.workplaces().agree(school.dossier, period.id(), AGREED));
    }

    @Test
    void several_teachers_of_one_class_follow_each_their_learners() {
        WorkplacePeriod hers = opened();
        WorkplacePeriod his = school.durand.tutoring().open(school.malos, CallArguments.period());
        school.durand.workplaces().agree(school.dossier, hers.id(), AGREED);
        school.durand.workplaces().agree(school.malos, his.id(), NewConvention.followedBy("m.durand"));
        assertThat(Stream.of(
                                school.durand.workplaces().convention(school.dossier, hers.id()),
                                school.durand.workplaces().convention(school.malos, his.id()))
                        .map(each -> each.orElseThrow().referent().value()))
                .containsExactly("mme.petit", "m.durand");
    }

    @Test
    void objectives_are_of_the_framework_each_once_and_signatures_are_not_of_tomorrow() {
        WorkplacePeriod period = opened();
        WorkplaceDesk desk = school.durand.workplaces();
        refused(
                InvalidInputException.class,
                "C9.9",
                "C9.9",
                () -> desk.agree(school.dossier, period.id(), AGREED.aimingAt("C9.9")));
        refused(
                InvalidInputException.class,
                "C3.1",
                "C3.1",
                () -> desk.agree(school.dossier, period.id(), AGREED.aimingAt("C3.1")));
        refused(
                InvalidInputException.class,
                "or of a day before",
                "ou d'un jour passé",
                () -> desk.agree(
                        school.dossier,
                        period.id(),
                        AGREED.signed(Quality.SCHOOL, "La proviseure", VosReves.TODAY.plusDays(1))));
        refused(
                InvalidInputException.class,
                "is the learner",
                "est l'apprenant",
                () -> desk.agree(school.dossier, period.id(), AGREED.nowFollowedBy("emma")));
        assertThatThrownBy(() -> school.emma.workplaces().agree(school.dossier, period.id(), AGREED))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> desk.agree(school.malos, period.id(), AGREED)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_teacher_logs_visits_and_contacts_that_the_learner_reads_and_the_tutor_does_not() {
        WorkplacePeriod period = opened();
        school.clock.set("2026-09-16T09:00:00Z");
        Contact visit = school.petit
                .workplaces()
                .log(
                        school.dossier,
                        period.id(),
                        NewContact.by(Means.VISIT)
                                .on(VosReves.TODAY.plusDays(2))
                                .noting("Poste bien équipé."));
        Contact call = school.durand.workplaces().log(school.dossier, period.id(), NewContact.by(Means.CALL));
        assertThat(contacts(period)).containsExactly(visit, call);
        assertThat(visit.by()).isEqualTo(PersonId.of("mme.petit"));
        assertThat(call.on()).isEqualTo(LocalDate.of(2026, 9, 16));
        String token = school.durand
                .tutoring()
                .invite(school.dossier, period.id())
                .token()
                .text();
        assertThat(school.portfolio
                        .as(Actor.bearing(token))
                        .shared()
                        .workplace()
                        .toString())
                .doesNotContain("Poste bien équipé");
        for (LocalDate wrong : List.of(VosReves.TODAY.minusDays(1), LocalDate.of(2026, 9, 17))) {
            refused(
                    InvalidInputException.class,
                    "a day of the period that has come",
                    "un jour déjà venu de la période",
                    () -> school.petit
                            .workplaces()
                            .log(
                                    school.dossier,
                                    period.id(),
                                    NewContact.by(Means.VISIT).on(wrong)));
        }
        assertThatThrownBy(
                        () -> school.emma.workplaces().log(school.dossier, period.id(), NewContact.by(Means.MESSAGE)))
                .isInstanceOf(DeniedException.class);
    }

    private List<Contact> contacts(WorkplacePeriod period) {
        return school.emma
                .workplaces()
                .contacts(school.dossier, period.id(), PageRequest.first(10))
                .items();
    }

    @Test
    void they_travel_with_the_dossier_and_lose_the_name_of_a_teacher_who_is_erased() throws IOException {
        WorkplacePeriod period = opened();
        Convention agreed = school.durand.workplaces().agree(school.dossier, period.id(), AGREED);
        Contact visit = school.petit
                .workplaces()
                .log(school.dossier, period.id(), NewContact.by(Means.VISIT).noting("Vu."));
        assertThat(WaysOut.takenAway(school)).contains(new Kind("convention"), new Kind("workplace-contact"));
        assertThat(WaysOut.exported(school)).anyMatch(each -> each.contains("Zoé Exemple"));
        try (Portfolio elsewhere = WaysOut.elsewhere(school)) {
            WorkplaceDesk emma = elsewhere.as(Actor.of("emma")).workplaces();
            assertThat(emma.convention(school.dossier, period.id())).hasValue(agreed);
            assertThat(emma.contacts(school.dossier, period.id(), PageRequest.first(5))
                            .items())
                    .containsExactly(visit);
        }
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("mme.petit")));
        assertThat(contacts(period)).noneMatch(each -> each.by().equals(PersonId.of("mme.petit")));
        assertThat(school.emma.workplaces().convention(school.dossier, period.id()))
                .hasValueSatisfying(each -> assertThat(each.referent()).isNotEqualTo(PersonId.of("mme.petit")));
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("emma")));
        assertThatThrownBy(() -> school.head.workplaces().contacts(school.dossier, period.id(), PageRequest.first(5)))
                .isInstanceOf(NotFoundException.class);
    }
}
