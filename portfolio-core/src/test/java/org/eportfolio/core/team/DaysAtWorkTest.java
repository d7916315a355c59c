package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.TutoringDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.WorkplaceDesk;
import org.eportfolio.core.privacy.WaysOut;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Kind;
import org.eportfolio.workplace.DayCount;
import org.eportfolio.workplace.DayLine;
import org.eportfolio.workplace.DayState;
import org.eportfolio.workplace.LearnerDays;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewPlannedDays;
import org.eportfolio.workplace.WorkplaceDay;
import org.eportfolio.workplace.WorkplaceRequirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J1: days planned, done, missed and made up, attested by the tutor, against the weeks that the diploma asks. */
class DaysAtWorkTest extends Story {
    private static final LocalDate MONDAY = VosReves.TODAY;
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    /** Three weeks, of which the first is planned; it is Friday evening. */
    private WorkplacePeriod week() {
        WorkplacePeriod period = school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("VosRêves")
                                .lasting(MONDAY, MONDAY.plusDays(20))
                                .readableFor(10)
                                .tutoredBy(PersonId.of("k.un")));
        school.durand.workplaces().plan(school.dossier, period.id(), NewPlannedDays.weekdays(MONDAY, FRIDAY));
        school.clock.set("2026-09-11T16:00:00Z");
        return period;
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

    private DayCount count() {
        return school.emma.workplaces().count(school.dossier).count();
    }

    private List<DayLine> ledger(WorkplacePeriod period) {
        return school.emma
                .workplaces()
                .ledger(school.dossier, period.id(), PageRequest.first(100))
                .items();
    }

    @Test
    void the_tutor_attests_a_week_in_one_call_but_for_what_was_missed() {
        WorkplacePeriod period = week();
        SharedDesk tutor = tutor(period);
        assertThat(tutor.workplace().days()).hasSize(5).noneMatch(WorkplaceDay::attested);

        assertThat(tutor.attest(NewAttestedDays.upToToday().missed(TUESDAY).missedHalf(FRIDAY))
                        .days())
                .extracting(WorkplaceDay::day, WorkplaceDay::done, WorkplaceDay::missed)
                .contains(tuple(MONDAY, 2, 0), tuple(TUESDAY, 0, 2), tuple(FRIDAY, 1, 1));
        assertThat(count()).isEqualTo(new DayCount(10, 7, 3, 0));
        assertThat(ledger(period))
                .filteredOn(each -> each.state() == DayState.DONE)
                .allMatch(each -> each.by().equals(PersonId.of("k.un")) && each.role() == Role.TUTOR);

        long before = school.journalLength();
        tutor.attest(NewAttestedDays.upToToday());
        school.durand.workplaces().attest(school.dossier, period.id(), NewAttestedDays.upToToday());
        assertThat(ledger(period)).as("what stands is not said twice").hasSize(5 + 6);
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void a_correction_reverses_and_keeps_both_values() {
        WorkplacePeriod period = week();
        SharedDesk tutor = tutor(period);
        tutor.attest(NewAttestedDays.upToToday().missed(TUESDAY));
        school.durand
                .workplaces()
                .attest(school.dossier, period.id(), NewAttestedDays.upToToday().missedHalf(TUESDAY));

        assertThat(count()).isEqualTo(new DayCount(10, 9, 1, 0));
        List<DayLine> tuesday = ledger(period).stream()
                .filter(each -> each.day().equals(TUESDAY) && each.state() != DayState.PLANNED)
                .toList();
        assertThat(tuesday)
                .extracting(DayLine::state, DayLine::halves, each -> each.reverses() != null)
                .containsExactly(
                        tuple(DayState.MISSED, 2, false),
                        tuple(DayState.MISSED, 2, true),
                        tuple(DayState.MISSED, 1, false),
                        tuple(DayState.DONE, 1, false));
        assertThat(tuesday.get(1).reverses()).isEqualTo(tuesday.get(0).id());
        assertThat(tuesday.get(2).by()).isEqualTo(PersonId.of("m.durand"));
        tutor.attest(NewAttestedDays.upToToday().done(TUESDAY));
        assertThat(count()).isEqualTo(new DayCount(10, 10, 0, 0));
    }

    @Test
    void a_day_is_made_up_beside_the_plan_and_never_more_than_a_day_in_a_day() {
        WorkplacePeriod period = week();
        SharedDesk tutor = tutor(period);
        LocalDate saturday = FRIDAY.plusDays(1);
        school.clock.set("2026-09-12T16:00:00Z");
        tutor.attest(NewAttestedDays.upToToday().missed(TUESDAY).madeUpHalf(saturday));
        assertThat(count()).isEqualTo(new DayCount(10, 8, 2, 1));
        assertThat(count().present()).isEqualTo(9);
        refused(
                InvalidInputException.class,
                "more than two half-days",
                "plus de deux demi-journées",
                () -> tutor.attest(NewAttestedDays.upToToday().madeUp(MONDAY)));
        tutor.attest(NewAttestedDays.upToToday().notMadeUp(saturday));
        assertThat(count().madeUp()).isZero();
        refused(
                InvalidInputException.class,
                "was not planned",
                "n'était pas prévu",
                () -> tutor.attest(NewAttestedDays.upToToday().missed(saturday)));
        refused(
                InvalidInputException.class,
                "has not come",
                "n'est pas venu",
                () -> tutor.attest(NewAttestedDays.upTo(saturday.plusDays(1))));
        refused(
                InvalidInputException.class,
                "lies outside the period",
                "en dehors de la période",
                () -> tutor.attest(NewAttestedDays.upToToday().madeUp(MONDAY.minusDays(2))));
    }

    @Test
    void another_plan_reverses_what_was_attested_of_the_day_and_stays_within_the_period() {
        WorkplacePeriod period = week();
        tutor(period).attest(NewAttestedDays.upToToday());
        WorkplaceDesk durand = school.durand.workplaces();
        durand.plan(
                school.dossier,
                period.id(),
                NewPlannedDays.none().without(TUESDAY).half(FRIDAY));
        assertThat(count()).isEqualTo(new DayCount(7, 6, 0, 0));
        assertThat(count().open()).as("Friday's half is to be attested anew").isEqualTo(1);
        refused(
                InvalidInputException.class,
                "lies outside the period",
                "en dehors de la période",
                () -> durand.plan(
                        school.dossier, period.id(), NewPlannedDays.none().day(MONDAY.minusDays(1))));
        durand.plan(school.dossier, period.id(), NewPlannedDays.weekdays(MONDAY.plusDays(7), MONDAY.plusDays(11)));
        assertThat(count().planned()).isEqualTo(17);
        school.durand
                .tutoring()
                .reschedule(school.durand.tutoring().get(school.dossier, period.id()), MONDAY, MONDAY.plusDays(8));
        assertThat(count().planned())
                .as("what lies outside and was only planned goes")
                .isEqualTo(11);
    }

    @Test
    void a_learner_sees_how_many_of_the_twelve_weeks_of_mc_sno_are_lacking_and_the_text_that_asks_them() {
        WorkplacePeriod period = week();
        tutor(period).attest(NewAttestedDays.upToToday().missed(TUESDAY));
        LearnerDays days = school.emma.workplaces().count(school.dossier);
        WorkplaceRequirement asked = Objects.requireNonNull(days.required()).requirement();
        assertThat(asked.weeks()).isEqualTo(12);
        assertThat(asked.source().what()).contains("14 décembre 2020", "MENE2035350A");
        assertThat(days.required().halves()).isEqualTo(120);
        assertThat(days.lacking()).isEqualTo(112);
        assertThat(days.unplanned()).isEqualTo(112);
    }

    @Test
    void the_class_sees_who_lacks_how_many_days_in_the_order_of_ids_and_no_rank() {
        WorkplacePeriod period = week();
        tutor(period).attest(NewAttestedDays.upToToday());
        List<LearnerDays> days = school.durand.workplaces().cohort(school.cohort);
        assertThat(days)
                .extracting(each -> each.learner().value() + " " + each.lacking())
                .containsExactly("emma 110", "lina 120", "malo 120", "yanis 120");
        assertThat(days.get(1).dossier()).isNull();
        assertThatThrownBy(() -> school.emma.workplaces().cohort(school.cohort)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void where_no_text_is_known_nothing_is_asked_and_a_host_states_its_own() {
        var crcn = school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS);
        var other = school.as("lina").dossiers().open(crcn);
        assertThat(school.as("lina").workplaces().count(other).required()).isNull();
        assertThat(school.as("lina").workplaces().count(other).lacking()).isZero();
        WorkplaceRequirement own = new WorkplaceRequirement(
                BundledFrameworks.MC_SNO.framework().id(),
                10,
                new org.eportfolio.framework.Source("Règle donnée en exemple", null));
        Portfolio stating = Portfolio.with(school.store)
                .clock(school.clock)
                .workplace(own)
                .workplaceWeekOf(4)
                .build();
        assertThat(stating.as(Actor.of("emma"))
                        .workplaces()
                        .count(school.dossier)
                        .lacking())
                .isEqualTo(80);
        assertThatThrownBy(() -> Portfolio.with(school.store).workplaceWeekOf(8))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_is_no_place_for_the_reason_of_an_absence() {
        Set<String> fields = Stream.of(DayLine.class, WorkplaceDay.class, NewAttestedDays.class, NewPlannedDays.class)
                .flatMap(each -> Stream.of(each.getRecordComponents()))
                .filter(each -> each.getType() == String.class)
                .map(Objects::toString)
                .collect(Collectors.toSet());
        assertThat(fields).isEmpty();
    }

    @Test
    void the_tutor_attests_from_the_first_day_until_the_link_closes_and_the_team_by_paper_at_any_time() {
        WorkplacePeriod later = school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("Agence")
                                .lasting(TUESDAY, FRIDAY)
                                .readableFor(2)
                                .tutoredBy(PersonId.of("k.un")));
        school.head.grants().give(NewGrant.of("k.un", Role.TUTOR).over(school.dossier));
        school.durand.workplaces().plan(school.dossier, later.id(), NewPlannedDays.weekdays(TUESDAY, FRIDAY));
        SharedDesk tutor = tutor(later);
        TutoringDesk account = school.as("k.un").tutoring();
        assertThatThrownBy(() -> tutor.attest(NewAttestedDays.upToToday())).isInstanceOf(ConflictException.class);
        school.clock.set("2026-09-12T09:00:00Z");
        assertThat(account.attest(
                                school.dossier,
                                later.id(),
                                NewAttestedDays.upToToday().missed(TUESDAY))
                        .days())
                .allMatch(WorkplaceDay::attested);
        school.clock.set("2026-09-14T09:00:00Z");
        assertThatThrownBy(() -> tutor.attest(NewAttestedDays.upToToday())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> account.attest(school.dossier, later.id(), NewAttestedDays.upToToday()))
                .isInstanceOf(ConflictException.class);
        school.durand
                .workplaces()
                .attest(school.dossier, later.id(), NewAttestedDays.upToToday().done(TUESDAY));
        assertThat(count()).isEqualTo(new DayCount(8, 8, 0, 0));
        assertThatThrownBy(
                        () -> school.emma.workplaces().attest(school.dossier, later.id(), NewAttestedDays.upToToday()))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void days_travel_with_the_dossier_are_in_what_the_learner_asks_for_and_go_with_the_learner() throws IOException {
        WorkplacePeriod period = week();
        tutor(period).attest(NewAttestedDays.upToToday().missed(TUESDAY));
        DayCount counted = count();
        assertThat(WaysOut.takenAway(school)).contains(new Kind("workplace-day"));
        assertThat(WaysOut.exported(school)).anyMatch(each -> each.contains("2026-09-08"));
        try (Portfolio elsewhere = WaysOut.elsewhere(school)) {
            assertThat(elsewhere
                            .as(Actor.of("emma"))
                            .workplaces()
                            .count(school.dossier)
                            .count())
                    .isEqualTo(counted);
        }
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("m.durand")));
        assertThat(ledger(period)).noneMatch(each -> each.by().equals(PersonId.of("m.durand")));
        assertThat(count()).isEqualTo(counted);
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("emma")));
        assertThatThrownBy(() -> school.head.workplaces().count(school.dossier)).isInstanceOf(NotFoundException.class);
    }
}
