package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.school.Members.leadTeachers;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.HeldPermissions;
import org.eportfolio.access.HeldRole;
import org.eportfolio.access.Me;
import org.eportfolio.access.Permission;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** H1: who am I here, and what may I do? */
class H1MeTest extends Story {
    @Test
    void a_learner_reads_their_name_their_class_and_their_dossier() {
        school.head.people().name(PersonId.of("emma"), "Emma Martin");

        Me me = school.emma.me().get();

        assertThat(me.name()).isEqualTo(PersonName.shown("Emma Martin"));
        assertThat(me.roles()).singleElement().satisfies(held -> {
            assertThat(held.role()).isEqualTo(Role.LEARNER);
            assertThat(held.reach()).isEqualTo(new Reach.OfCohort(school.cohort));
            assertThat(held.period().from()).isEqualTo(VosReves.BEGINNING);
        });
        assertThat(me.cohorts()).extracting(Cohort::name).containsExactly(VosReves.CLASS);
        assertThat(me.dossiers()).extracting(Dossier::id).containsExactly(school.dossier);
        assertThat(me.acting()).isNull();
        assertThat(me.readableUntil()).isNull();
    }

    @Test
    void without_a_name_a_person_is_called_by_their_id() {
        assertThat(school.durand.me().get().name().display()).isEqualTo("m.durand");
    }

    @Test
    void a_role_that_begins_later_is_coming_and_one_that_ended_is_not_told() {
        CohortId next =
                school.head.cohorts().enrol("CS SNO 2027", teachers("m.durand").from(VosReves.TODAY.plusDays(300)));
        school.head.grants().give(NewGrant.of("m.durand", Role.CERTIFIER).until(VosReves.TODAY));
        school.clock.advance(Duration.ofDays(2));

        Me me = school.durand.me().get();

        assertThat(me.roles()).extracting(HeldRole::role).containsExactly(Role.TEACHER);
        assertThat(me.coming()).extracting(HeldRole::reach).containsExactly(new Reach.OfCohort(next));
        assertThat(me.cohorts()).extracting(Cohort::id).containsExactly(school.cohort);
    }

    @Test
    void a_person_of_several_roles_sees_among_which_they_switch() {
        school.head.cohorts().enrol(VosReves.CLASS, leadTeachers("m.durand"));

        Me me = school.durand.me().get();

        assertThat(me.choice()).containsExactly(Role.TEACHER, Role.LEAD_TEACHER);
        Desk lead = school.portfolio.as(school.durand.actor().acting(Role.LEAD_TEACHER));
        assertThat(lead.me().get().acting()).isEqualTo(Role.LEAD_TEACHER);
        assertThatThrownBy(() -> school.portfolio
                        .as(school.durand.actor().acting(Role.HEAD))
                        .me()
                        .get())
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void what_several_roles_would_carry_names_the_roles_to_choose_from() {
        school.head.cohorts().enrol(VosReves.CLASS, leadTeachers("m.durand"));
        Reach dossier = new Reach.OfDossier(school.dossier);

        HeldPermissions undecided = school.durand.me().may(dossier);
        HeldPermissions lead = school.portfolio
                .as(school.durand.actor().acting(Role.LEAD_TEACHER))
                .me()
                .may(dossier);

        assertThat(undecided.byRole().get(Permission.POSITION)).containsOnly(Role.TEACHER, Role.LEAD_TEACHER);
        assertThat(undecided.held()).containsOnly(Permission.REVOKE_SHARE, Permission.SEND_TO_JURY);
        assertThat(lead.has(Permission.POSITION)).isTrue();
        assertThat(lead.byRole()).isEmpty();
    }

    @Test
    void each_role_holds_over_a_dossier_what_the_permission_table_says() {
        for (Role role : Role.ofPeople()) {
            if (role == Role.LEARNER) continue;
            String person = "somebody." + role;
            school.head.grants().give(NewGrant.of(person, role).over(school.dossier));
            assertThat(school.as(person)
                            .me()
                            .may(new Reach.OfDossier(school.dossier))
                            .held())
                    .as(role.name())
                    .isEqualTo(over(Permission.Over.DOSSIER, role));
        }
        assertThat(school.emma.me().may(new Reach.OfDossier(school.dossier)).held())
                .isEqualTo(over(Permission.Over.DOSSIER, Role.LEARNER));
    }

    private static Set<Permission> over(Permission.Over over, Role role) {
        return Arrays.stream(Permission.values())
                .filter(each -> each.over() == over && each.heldBy(role))
                .collect(Collectors.toSet());
    }

    @Test
    void over_a_class_its_teacher_and_its_learners_hold_their_own_permissions() {
        Reach cohort = new Reach.OfCohort(school.cohort);
        assertThat(school.durand.me().may(cohort).held()).isEqualTo(over(Permission.Over.COHORT, Role.TEACHER));
        assertThat(school.emma.me().may(cohort).held()).isEqualTo(over(Permission.Over.COHORT, Role.LEARNER));
        assertThat(school.head.me().may(new Reach.Organisation()).held())
                .containsAll(over(Permission.Over.ORGANISATION, Role.HEAD));
    }

    @Test
    void a_grant_over_one_production_shows_what_it_opens_there_and_nothing_of_the_rest() {
        Production map = school.mindMap();
        school.head.grants().give(NewGrant.of("m.autre", Role.TEACHER).over(school.dossier, map.id()));
        Desk other = school.as("m.autre");
        assertThat(other.me()
                        .may(new Reach.OfProduction(school.dossier, map.id()))
                        .has(Permission.READ_PRODUCTION))
                .isTrue();
        assertThatThrownBy(() -> other.me().may(new Reach.OfDossier(school.dossier)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void who_lacks_every_permission_within_their_reach_holds_none() {
        school.head.grants().give(NewGrant.of("admin", Role.ADMINISTRATOR));
        assertThat(school.as("admin")
                        .me()
                        .may(new Reach.OfCohort(school.cohort))
                        .held())
                .isEmpty();
    }

    @Test
    void of_another_class_nothing_is_said_not_even_that_it_is_there() {
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"), teachers("m.autre"));
        List<Reach> there = List.of(new Reach.OfDossier(school.dossier), new Reach.OfCohort(school.cohort));
        for (String outsider : List.of("m.autre", "zoe")) {
            for (Reach each : there) {
                assertThatThrownBy(() -> school.as(outsider).me().may(each)).isInstanceOf(NotFoundException.class);
            }
        }
    }

    @Test
    void a_call_gets_through_exactly_where_the_permission_is_held() {
        Reach dossier = new Reach.OfDossier(school.dossier);
        assertThat(school.durand.me().may(dossier).has(Permission.POSITION)).isTrue();
        school.positioned(school.durand, "C3.1", "acquis");
        assertThat(school.head.me().may(dossier).has(Permission.POSITION)).isFalse();
        assertThatThrownBy(() -> school.positioned(school.head, "C3.1", "acquis"))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void what_the_hosts_policy_is_against_is_not_held() {
        Portfolio strict = Portfolio.with(school.store)
                .clock(school.clock)
                .accessPolicy(question ->
                        question.permission() == Permission.POSITION ? Optional.of("Exams.") : Optional.empty())
                .build();
        HeldPermissions held = strict.as(Actor.of("m.durand")).me().may(new Reach.OfDossier(school.dossier));
        assertThat(held.has(Permission.POSITION)).isFalse();
        assertThat(held.has(Permission.READ_PROGRESS)).isTrue();
    }

    @Test
    void people_without_a_role_are_told_nothing() {
        assertThatThrownBy(() -> school.as("passant").me().get()).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.as("passant").me().may(new Reach.Organisation()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.portfolio.as(Actor.system()).me().get()).isInstanceOf(DeniedException.class);
    }
}
