package org.eportfolio.core.team;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.Refused.stale;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.privacy.WaysOut;
import org.eportfolio.guidance.EarlierAnswer;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.workplace.DayCount;
import org.eportfolio.workplace.NewAskDates;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewPlannedDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J14: one link a contract, asked again on days that are set; a broken contract closes it and keeps all that was said. */
class ApprenticesTest extends Story {
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final NewTutorAnswer AUTUMN =
            NewTutorAnswer.by("Karim Exemple").alone("Le site.").level("C3.1", "en-cours");
    private static final NewTutorAnswer WINTER =
            NewTutorAnswer.by("Karim Exemple").alone("Le parc.").level("C3.1", "acquis");

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private WorkplacePeriod contract() {
        return school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.apprenticeship("VosRêves")
                                .lasting(VosReves.TODAY, VosReves.TODAY.plusYears(1))
                                .asking("C3.1"));
    }

    private SharedDesk tutor(WorkplacePeriod period) {
        return school.portfolio
                .as(Actor.bearing(school.durand
                        .tutoring()
                        .invite(school.dossier, period.id())
                        .token()
                        .text()))
                .shared();
    }

    private List<EarlierAnswer> earlier(WorkplacePeriod period) {
        return school.emma
                .workplaces()
                .earlierAnswers(school.dossier, period.id(), PageRequest.first(10))
                .items();
    }

    private List<Assessment> levels() {
        return school.emma
                .assessments()
                .list(school.dossier, PageRequest.first(10))
                .items();
    }

    private WorkplacePeriod now(WorkplacePeriod period) {
        return school.durand.tutoring().get(school.dossier, period.id());
    }

    @Test
    void the_same_link_asks_again_on_the_days_set_and_each_answer_is_kept_with_its_levels() {
        WorkplacePeriod contract = contract();
        school.durand.workplaces().askOn(school.dossier, contract.id(), NewAskDates.on(DECEMBER));
        SharedDesk tutor = tutor(contract);
        tutor.answer(AUTUMN);
        school.clock.set("2026-11-30T09:00:00Z");
        tutor.answer(AUTUMN.advising("Oser demander."));
        assertThat(earlier(contract)).as("not asked again yet").isEmpty();

        school.clock.set("2026-12-01T09:00:00Z");
        assertThat(tutor.workplace().answer()).as("asked anew").isNull();
        TutorForm form = tutor.answer(WINTER);

        assertThat(requireNonNull(form.answer()).alone()).isEqualTo("Le parc.");
        assertThat(earlier(contract)).singleElement().satisfies(each -> {
            assertThat(each.answer().advice()).isEqualTo("Oser demander.");
            assertThat(each.recorded()).hasSize(1);
        });
        assertThat(levels())
                .hasSize(2)
                .allMatch(each -> each.supersedes() == null)
                .extracting(each -> requireNonNull(each.level()).value())
                .containsExactly("en-cours", "acquis");
        tutor.answer(WINTER.advising("Continuer."));
        assertThat(earlier(contract)).hasSize(1);
    }

    @Test
    void a_broken_contract_closes_the_link_and_keeps_answers_days_and_dossier() {
        WorkplacePeriod contract = contract();
        SharedDesk tutor = tutor(contract);
        school.durand
                .workplaces()
                .plan(
                        school.dossier,
                        contract.id(),
                        NewPlannedDays.weekdays(VosReves.TODAY, VosReves.TODAY.plusDays(11)));
        school.clock.set("2026-09-09T16:00:00Z");
        tutor.answer(AUTUMN);
        tutor.attest(NewAttestedDays.upToToday());

        WorkplacePeriod seen = now(contract);
        WorkplacePeriod ended = school.durand.tutoring().breakOff(seen);

        assertThat(ended.until()).isEqualTo(LocalDate.of(2026, 9, 9));
        assertThatThrownBy(tutor::workplace).isInstanceOf(NotFoundException.class);
        assertThat(ended.answer()).isNotNull();
        assertThat(levels()).hasSize(1);
        assertThat(school.emma.workplaces().count(school.dossier).count()).isEqualTo(new DayCount(6, 6, 0, 0));
        stale(school, () -> school.durand.tutoring().breakOff(seen));
        assertThatThrownBy(() -> school.emma.tutoring().breakOff(ended)).isInstanceOf(DeniedException.class);
        school.clock.set("2026-09-10T09:00:00Z");
        refused(
                ConflictException.class,
                "was closed after 9 September 2026",
                "close depuis le 9 septembre 2026",
                () -> school.durand.tutoring().breakOff(ended));
    }

    @Test
    void days_to_ask_again_are_of_the_contract_and_set_by_the_team() {
        WorkplacePeriod contract = contract();
        refused(
                InvalidInputException.class,
                "lies outside the period",
                "en dehors de la période",
                () -> school.durand
                        .workplaces()
                        .askOn(school.dossier, contract.id(), NewAskDates.on(VosReves.TODAY.minusDays(1))));
        assertThatThrownBy(
                        () -> school.emma.workplaces().askOn(school.dossier, contract.id(), NewAskDates.on(DECEMBER)))
                .isInstanceOf(DeniedException.class);
        school.durand.workplaces().askOn(school.dossier, contract.id(), NewAskDates.on(DECEMBER, DECEMBER));
        assertThat(school.emma.workplaces().askDates(school.dossier, contract.id()))
                .hasValueSatisfying(each -> assertThat(each.on()).containsExactly(DECEMBER));
        school.durand.workplaces().askOn(school.dossier, contract.id(), NewAskDates.on());
        assertThat(school.emma.workplaces().askDates(school.dossier, contract.id()))
                .hasValueSatisfying(each -> assertThat(each.on()).isEmpty());
    }

    @Test
    void a_tutor_who_is_erased_is_named_by_no_answer_earlier_ones_included() {
        WorkplacePeriod contract = contract();
        school.durand.workplaces().askOn(school.dossier, contract.id(), NewAskDates.on(DECEMBER));
        SharedDesk tutor = tutor(contract);
        tutor.answer(AUTUMN);
        school.clock.set("2026-12-01T09:00:00Z");
        tutor.answer(WINTER);
        assertThat(earlier(contract)).singleElement().asString().contains(AUTUMN.name());

        school.head.privacy().erase(school.head.privacy().planErasure(contract.tutor()));
        assertThat(now(contract).toString()).doesNotContain(AUTUMN.name());
        assertThat(earlier(contract)).singleElement().satisfies(each -> {
            assertThat(each.tutor()).isEqualTo(now(contract).tutor()).isNotEqualTo(contract.tutor());
            assertThat(each.toString()).doesNotContain(AUTUMN.name()).contains("Le site.");
        });
    }

    @Test
    void earlier_answers_travel_with_the_dossier_and_go_with_the_learner() throws IOException {
        WorkplacePeriod contract = contract();
        school.durand.workplaces().askOn(school.dossier, contract.id(), NewAskDates.on(DECEMBER));
        SharedDesk tutor = tutor(contract);
        tutor.answer(AUTUMN);
        school.clock.set("2026-12-01T09:00:00Z");
        tutor.answer(WINTER);
        assertThat(WaysOut.exported(school)).anyMatch(each -> each.contains("Le site."));
        List<EarlierAnswer> kept = earlier(contract);
        try (Portfolio elsewhere = WaysOut.elsewhere(school)) {
            assertThat(elsewhere
                            .as(Actor.of("emma"))
                            .workplaces()
                            .earlierAnswers(school.dossier, contract.id(), PageRequest.first(5))
                            .items())
                    .isEqualTo(kept);
        }
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("emma")));
        assertThatThrownBy(() -> earlier(contract)).isInstanceOfAny(NotFoundException.class, DeniedException.class);
    }
}
