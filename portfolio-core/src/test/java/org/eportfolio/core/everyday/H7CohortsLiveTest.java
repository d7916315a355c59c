package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.time.Duration;
import java.time.LocalDate;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.school.StaffMember;
import org.junit.jupiter.api.Test;

/** H7: the class changes. */
class H7CohortsLiveTest extends Story {
    private static final PersonId EMMA = PersonId.of("emma");

    @Test
    void a_class_gets_another_name_and_keeps_its_learners() {
        school.head.cohorts().rename(school.cohort, "CS SNO A");
        assertThat(school.durand.cohorts().find("CS SNO A").map(Cohort::id)).contains(school.cohort);
        assertThat(school.durand.cohorts().find(VosReves.CLASS)).isEmpty();
        assertThat(school.durand.progress().matrix(school.cohort).lines()).hasSize(4);
    }

    @Test
    void two_classes_of_a_year_never_have_one_name() {
        SchoolYear year = SchoolYear.of(VosReves.TODAY);
        CohortId one = school.head.cohorts().enrol("2SNO", year, learners("zoe"));
        CohortId other = school.head.cohorts().enrol("2CIEL", year, learners("noe"));
        assertThatThrownBy(() -> school.head.cohorts().rename(other, "2SNO")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.head.cohorts().rename(other, " ")).isInstanceOf(InvalidInputException.class);
        assertThat(school.head.cohorts().rename(one, "2SNO").name()).isEqualTo("2SNO");
    }

    @Test
    void a_closed_class_takes_nobody_in_and_is_read_as_before_until_it_is_reopened() {
        assertThat(school.head.cohorts().close(school.cohort).closedOn()).isEqualTo(VosReves.TODAY);
        assertThat(school.head.cohorts().close(school.cohort).closedOn()).isEqualTo(VosReves.TODAY);
        assertThatThrownBy(() -> school.head.cohorts().enrol(school.cohort, learners("zoe")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.head.cohorts().enrol(VosReves.CLASS, teachers("m.autre")))
                .isInstanceOf(ConflictException.class);
        assertThat(school.durand.progress().matrix(school.cohort).lines()).hasSize(4);

        assertThat(school.head.cohorts().reopen(school.cohort).closedOn()).isNull();
        school.head.cohorts().enrol(school.cohort, learners("zoe"));
        assertThat(school.durand.progress().matrix(school.cohort).lines()).hasSize(5);
    }

    @Test
    void lists_of_today_leave_out_closed_classes_and_those_of_past_years() {
        CohortId past = school.head
                .cohorts()
                .enrol("2SNO", SchoolYear.beginningIn(2025), learners("emma"), teachers("m.durand"));
        CohortId now = school.head
                .cohorts()
                .enrol("2SNO", SchoolYear.beginningIn(2026), learners("emma"), teachers("m.durand"));
        CohortId closed = school.head.cohorts().enrol("Atelier", learners("emma"), teachers("m.durand"));
        school.head.cohorts().close(closed);
        for (Desk each : java.util.List.of(school.durand, school.emma, school.head)) {
            assertThat(each.cohorts().current()).extracting(Cohort::id).containsExactly(now, school.cohort);
        }
        assertThat(school.durand.me().get().cohorts()).extracting(Cohort::id).containsExactly(now, school.cohort);
        assertThat(school.durand.cohorts().list(PageRequest.first(10)).items())
                .extracting(Cohort::id)
                .contains(past, closed);
    }

    @Test
    void a_learner_moves_on_a_day_and_their_dossier_goes_with_them() {
        CohortId other = school.head.cohorts().enrol("2SNO", learners("zoe"), teachers("m.autre"));
        school.positioned(school.durand, "C3.1", "acquis");
        LocalDate first = VosReves.TODAY.plusDays(7);

        Membership joined = school.head.cohorts().move(EMMA, school.cohort, other, first);

        assertThat(joined.cohort()).isEqualTo(other);
        assertThat(school.durand.dossiers().get(school.dossier).learner()).isEqualTo(EMMA);
        school.clock.advance(Duration.ofDays(8));
        assertThat(school.as("m.autre").progress().of(school.dossier).all()).isNotEmpty();
        assertThatThrownBy(() -> school.durand.progress().of(school.dossier)).isInstanceOf(PortfolioException.class);
        assertThat(school.emma.cohorts().joined()).extracting(Cohort::id).containsExactly(other);
    }

    @Test
    void a_move_that_cannot_be_changes_nothing() {
        CohortId other = school.head.cohorts().enrol("2SNO", learners("zoe"));
        var cohorts = school.head.cohorts();
        long before = school.journalLength();
        assertThatThrownBy(() -> cohorts.move(EMMA, school.cohort, school.cohort, null))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> cohorts.move(EMMA, other, school.cohort, null)).isInstanceOf(PortfolioException.class);
        assertThatThrownBy(() -> cohorts.move(PersonId.of("zoe"), school.cohort, other, null))
                .isInstanceOf(PortfolioException.class);
        assertThatThrownBy(() -> cohorts.move(EMMA, school.cohort, new CohortId(VosReves.nowhere()), null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> cohorts.move(EMMA, school.cohort, other, LocalDate.MAX))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> cohorts.move(EMMA, school.cohort, other, VosReves.TODAY.minusDays(30)))
                .isInstanceOf(NotFoundException.class);
        cohorts.close(other);
        assertThatThrownBy(() -> cohorts.move(EMMA, school.cohort, other, null)).isInstanceOf(ConflictException.class);
        assertThat(school.journalLength()).isEqualTo(before + 1);
        assertThatThrownBy(() -> school.durand.cohorts().move(EMMA, school.cohort, other, null))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void a_membership_and_a_role_end_on_another_day() {
        LocalDate last = VosReves.TODAY.plusDays(3);
        school.head.cohorts().endOn(school.cohort, EMMA, last);
        StaffMember durand = school.head.classes().staff(school.cohort).get(0);
        Grant ending = school.head.grants().endOn(durand.grant(), last);
        assertThat(ending.role()).isEqualTo(Role.TEACHER);
        school.clock.advance(Duration.ofDays(4));
        assertThat(school.petit
                        .classes()
                        .screen(school.cohort, java.util.Locale.FRENCH)
                        .lines())
                .hasSize(3);
        assertThatThrownBy(() -> school.durand.progress().matrix(school.cohort)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.head.grants().endOn(durand.grant(), null))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.head.cohorts().endOn(school.cohort, EMMA, null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_end_that_is_taken_back_leaves_no_end() {
        school.head.cohorts().endOn(school.cohort, EMMA, VosReves.TODAY.plusDays(3));
        school.head.cohorts().endOn(school.cohort, EMMA, null);
        school.clock.advance(Duration.ofDays(10));
        assertThat(school.emma.cohorts().joined()).hasSize(1);
        assertThatThrownBy(() -> school.head.cohorts().endOn(school.cohort, EMMA, VosReves.TODAY.minusDays(30)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_co_teacher_comes_and_goes() {
        school.head.cohorts().enrol(school.cohort, teachers("m.autre"));
        Desk other = school.as("m.autre");
        assertThat(other.progress().matrix(school.cohort).lines()).hasSize(4);
        StaffMember there = school.head.classes().staff(school.cohort).stream()
                .filter(each -> each.person().value().equals("m.autre"))
                .findFirst()
                .orElseThrow();
        school.head.grants().revoke(there.grant());
        assertThatThrownBy(() -> other.progress().matrix(school.cohort)).isInstanceOf(DeniedException.class);
        assertThat(school.head.classes().staff(school.cohort))
                .extracting(each -> each.person().value())
                .containsExactly("m.durand", "mme.petit");
    }

    @Test
    void the_last_head_keeps_a_role_of_today() {
        Grant head = school.head.grants().of(PersonId.of("proviseure")).get(0);
        assertThatThrownBy(() -> school.head.grants().endOn(head.id(), VosReves.TODAY.minusDays(1)))
                .isInstanceOf(PortfolioException.class);
    }
}
