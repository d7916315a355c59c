package org.eportfolio.core.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.school.Members.learners;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Grant;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** D1: scoped grants with validity dates, checked in one place. */
class GateTest extends Story {
    private static final Set<Role> STAFF = Set.of(Role.TEACHER, Role.LEAD_TEACHER);

    @Test
    void each_role_over_the_dossier_may_do_what_its_row_says_and_nothing_else() {
        Production map = school.mindMap();
        Map<String, Consumer<Desk>> calls = new LinkedHashMap<>();
        Map<String, Set<Role>> allowed = new LinkedHashMap<>();
        calls.put("dossier", desk -> desk.dossiers().get(school.dossier));
        allowed.put("dossier", Set.of(Role.TEACHER, Role.LEAD_TEACHER, Role.HEAD, Role.REPRESENTATIVE));
        calls.put("progress", desk -> desk.progress().of(school.dossier));
        allowed.put("progress", Set.of(Role.TEACHER, Role.LEAD_TEACHER, Role.REPRESENTATIVE));
        calls.put("production", desk -> desk.productions().get(school.dossier, map.id()));
        allowed.put("production", Set.of(Role.TEACHER, Role.LEAD_TEACHER));
        calls.put(
                "position",
                desk -> desk.assessments()
                        .position(
                                school.dossier,
                                NewPositioning.of("C1.1", "acquis").because("Vu.")));
        allowed.put("position", Set.of(Role.TEACHER, Role.LEAD_TEACHER, Role.TUTOR));
        calls.put("edit", desk -> desk.productions().revise(map, NewProduction.titled("Corrigé")));
        allowed.put("edit", Set.of());
        calls.put(
                "assess oneself",
                desk -> desk.assessments().publish(school.dossier, NewSelfAssessment.of("C1.1", "acquis")));
        allowed.put("assess oneself", Set.of());
        calls.put("drafts", desk -> desk.assessments().drafts(school.dossier, PageRequest.first(10)));
        allowed.put("drafts", Set.of());
        calls.put(
                "goal",
                desk -> desk.goals()
                        .set(school.dossier, NewGoal.of("C1.1", "acquis").by(VosReves.TODAY)));
        allowed.put("goal", Set.of());

        for (Role role : Role.ofPeople()) {
            if (role == Role.LEARNER) continue;
            String person = "x." + role;
            school.head.grants().give(NewGrant.of(person, role).over(school.dossier));
            calls.forEach((name, call) -> outcome(
                    person + " " + name,
                    () -> call.accept(school.as(person)),
                    allowed.getOrDefault(name, Set.of()).contains(role)));
        }
    }

    @Test
    void each_role_over_the_organisation_may_do_what_its_row_says_and_nothing_else() {
        Map<String, Consumer<Desk>> calls = new LinkedHashMap<>();
        Map<String, Set<Role>> allowed = new LinkedHashMap<>();
        calls.put(
                "frameworks",
                desk -> desk.frameworks().list(PageRequest.first(100)).items());
        allowed.put("frameworks", Set.of(Role.values()));
        calls.put("publish", desk -> desk.frameworks().publish(BundledFrameworks.CRCN));
        allowed.put("publish", Set.of(Role.HEAD));
        calls.put("enrol", desk -> desk.cohorts().enrol("Autre", learners("zoe")));
        allowed.put("enrol", Set.of(Role.HEAD));
        calls.put("grant", desk -> desk.grants().give(NewGrant.of("zoe", Role.DPO)));
        allowed.put("grant", Set.of(Role.HEAD));
        calls.put("name", desk -> desk.people().name(PersonId.of("zoe"), "Zoé"));
        allowed.put("name", Set.of(Role.HEAD, Role.ADMINISTRATOR));
        calls.put("journal", desk -> desk.changes().after(Cursor.START, 10));
        allowed.put("journal", Set.of(Role.HEAD, Role.ADMINISTRATOR, Role.DPO));
        calls.put("verify", desk -> desk.journal().verify());
        allowed.put("verify", Set.of(Role.HEAD, Role.ADMINISTRATOR, Role.DPO));

        for (Role role : Role.ofPeople()) {
            String person = "y." + role;
            school.head.grants().give(NewGrant.of(person, role));
            calls.forEach((name, call) -> outcome(
                    person + " " + name,
                    () -> call.accept(school.as(person)),
                    allowed.getOrDefault(name, Set.of()).contains(role)));
        }
    }

    @Test
    void each_role_over_the_cohort_may_do_what_its_row_says_and_nothing_else() {
        for (String learner : VosReves.LEARNERS) school.as(learner).dossiers().open(school.sno);
        Map<Role, Set<String>> allowed = new EnumMap<>(Role.class);
        STAFF.forEach(role -> allowed.put(role, Set.of("matrix", "class")));
        for (Role role : Role.ofPeople()) {
            String person = "z." + role;
            school.head.grants().give(NewGrant.of(person, role).over(school.cohort));
            Set<String> may = allowed.getOrDefault(role, Set.of());
            outcome(
                    person + " matrix",
                    () -> school.as(person).progress().matrix(school.cohort),
                    may.contains("matrix"));
            outcome(
                    person + " class",
                    () -> school.as(person)
                            .assessments()
                            .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis")
                                    .because("TP")),
                    may.contains("class"));
        }
    }

    private static void outcome(String name, Runnable call, boolean allowed) {
        try {
            call.run();
        } catch (DeniedException e) {
            assertThat(allowed).as(name + " was refused: " + e.getMessage()).isFalse();
            return;
        }
        assertThat(allowed).as(name + " was let through").isTrue();
    }

    @Test
    void a_grant_counts_from_its_first_day_to_the_end_of_its_last_in_the_schools_time_zone() {
        school.head
                .grants()
                .give(NewGrant.of("m.remplacant", Role.TEACHER)
                        .over(school.cohort)
                        .from(LocalDate.of(2026, 10, 1))
                        .until(LocalDate.of(2026, 10, 2)));
        Desk substitute = school.as("m.remplacant");
        denied(() -> substitute.progress().of(school.dossier), "denied.grant-not-begun", "enseignant");
        school.clock.set("2026-09-30T21:59:59.999999Z");
        denied(() -> substitute.progress().of(school.dossier), "denied.grant-not-begun", "enseignant");
        school.clock.set("2026-09-30T22:00:00Z");
        assertThat(substitute.progress().of(school.dossier).competencies()).hasSize(9);
        school.clock.set("2026-10-02T21:59:59.999999Z");
        assertThat(substitute.progress().of(school.dossier).competencies()).hasSize(9);
        school.clock.set("2026-10-02T22:00:00Z");
        denied(() -> substitute.progress().of(school.dossier), "denied.grant-ended", "enseignant");
        denied(() -> substitute.progress().matrix(school.cohort), "denied.grant-ended", "enseignant");
        denied(
                () -> substitute
                        .assessments()
                        .position(
                                school.dossier,
                                NewPositioning.of("C1.1", "acquis")
                                        .because("Vu quand j'étais là.")
                                        .observedOn(LocalDate.of(2026, 10, 1))),
                "denied.grant-ended",
                "enseignant");
    }

    @Test
    void a_grant_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> school.head
                        .grants()
                        .give(NewGrant.of("x", Role.TEACHER)
                                .from(LocalDate.of(2026, 10, 2))
                                .until(LocalDate.of(2026, 10, 1).minusDays(1))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void revoking_takes_effect_on_the_next_call_and_leaves_what_was_assessed() {
        var positioned = school.positioned(school.durand, "C1.1", "acquis");
        Grant grant = school.head.grants().of(PersonId.of("m.durand")).get(0);
        school.clock.advance(Duration.ofMinutes(1));
        school.head.grants().revoke(grant.id());
        denied(() -> school.durand.progress().of(school.dossier), "denied.grant-ended", "enseignant");
        assertThat(school.emma
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(positioned);
        long before = school.journalLength();
        school.clock.advance(Duration.ofMinutes(1));
        school.head.grants().revoke(grant.id());
        assertThat(school.journalLength()).as("revoking twice does nothing").isEqualTo(before);
        assertThat(school.head.grants().of(PersonId.of("m.durand")))
                .singleElement()
                .satisfies(kept -> assertThat(kept.period().until()).isEqualTo(VosReves.BEGINNING.plusSeconds(60)));
    }

    @Test
    void a_person_with_two_roles_over_the_dossier_names_one_only_where_both_may_do_it() {
        school.head.grants().give(NewGrant.of("m.durand", Role.TUTOR).over(school.dossier));
        choice(() -> school.positioned(school.durand, "C1.1", "acquis"), Role.TEACHER, Role.TUTOR);
        assertThat(school.durand.progress().of(school.dossier).competencies())
                .as("only a teacher reads it")
                .isNotEmpty();
        Actor durand = Actor.of("m.durand");
        assertThat(school.portfolio
                        .as(durand.acting(Role.TUTOR))
                        .assessments()
                        .position(
                                school.dossier,
                                NewPositioning.of("C1.1", "acquis").because("Vu en PFMP."))
                        .role())
                .isEqualTo(Role.TUTOR);
        denied(
                () -> school.portfolio.as(durand.acting(Role.HEAD)).progress().of(school.dossier),
                "denied.role-not-held",
                "enseignant");
        denied(
                () -> school.portfolio.as(durand.acting(Role.TUTOR)).progress().of(school.malos),
                "denied.role-does-not-reach",
                "enseignant");
    }

    @Test
    void a_teacher_who_also_heads_the_school_positions_as_a_teacher_without_naming_a_role() {
        school.head.grants().give(NewGrant.of("m.durand", Role.HEAD));
        school.head.grants().give(NewGrant.of("m.durand", Role.DPO));
        assertThat(school.positioned(school.durand, "C1.1", "acquis").role()).isEqualTo(Role.TEACHER);
        assertThat(lastRole()).isEqualTo(Role.TEACHER);
        assertThat(school.durand.grants().give(NewGrant.of("zoe", Role.TUTOR).over(school.dossier)))
                .isNotNull();
        assertThat(lastRole()).as("only the head gives roles").isEqualTo(Role.HEAD);
    }

    private @Nullable Role lastRole() {
        List<JournalEntry> entries =
                school.as("proviseure").changes().after(Cursor.START, 1_000).entries();
        return entries.get(entries.size() - 1).role();
    }

    @Test
    void a_teacher_who_also_heads_the_school_reads_authorisations_only_as_one_of_the_two_and_the_rest_as_a_teacher() {
        school.head.grants().give(NewGrant.of("m.durand", Role.HEAD));
        school.head.grants().give(NewGrant.of("m.durand", Role.DPO));
        choice(
                () -> school.durand.authorisations().list(school.dossier, PageRequest.first(9)),
                Role.TEACHER,
                Role.HEAD);
        assertThat(school.durand.progress().of(school.dossier).competencies()).isNotEmpty();
        for (Role role : List.of(Role.TEACHER, Role.HEAD)) {
            assertThat(school.portfolio
                            .as(Actor.of("m.durand").acting(role))
                            .authorisations()
                            .list(school.dossier, PageRequest.first(9))
                            .items())
                    .isEmpty();
        }
        denied(
                () -> school.portfolio
                        .as(Actor.of("m.durand").acting(Role.DPO))
                        .progress()
                        .of(school.dossier),
                "denied.permission",
                "enseignant");
    }

    @Test
    void a_role_that_does_not_reach_the_dossier_is_no_choice() {
        school.head.cohorts().enrol("CAP 2026", org.eportfolio.school.Members.teachers("emma"));
        school.head.cohorts().enrol("CAP 2026", learners("m.durand"));
        assertThat(school.mindMap().dossier()).isEqualTo(school.dossier);
        assertThat(school.emma.progress().of(school.dossier).competencies()).isNotEmpty();
        assertThat(school.durand.progress().of(school.dossier).competencies()).isNotEmpty();
        denied(() -> school.positioned(school.emma, "C1.1", "acquis"), "denied.permission", "apprenant");
    }

    @Test
    void a_person_none_of_whose_roles_may_do_it_reads_which_may() {
        school.head.grants().give(NewGrant.of("m.durand", Role.TUTOR).over(school.dossier));
        assertThatThrownBy(() -> school.durand.productions().add(school.dossier, NewProduction.titled("À sa place")))
                .isInstanceOfSatisfying(DeniedException.class, refusal -> {
                    assertThat(refusal.choice())
                            .as("naming a role would not help")
                            .isEmpty();
                    assertThat(refusal.message(Locale.FRENCH)).contains("enseignant, tuteur", "apprenant");
                });
    }

    private static void choice(ThrowingCallable call, Role... roles) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DeniedException.class, refusal -> {
            assertThat(refusal.reason().key()).isEqualTo("denied.several-roles");
            assertThat(refusal.choice()).containsExactly(roles);
            assertThat(refusal.message(Locale.ENGLISH)).doesNotContain("DPO");
        });
    }

    @Test
    void outside_ones_scope_the_answer_is_that_of_an_id_that_never_was() {
        ProductionId map = school.mindMap().id();
        DossierId never = new DossierId(VosReves.nowhere());
        same(
                () -> school.malo.progress().of(school.dossier),
                () -> school.malo.progress().of(never),
                school.dossier,
                never);
        same(
                () -> school.malo.productions().get(school.dossier, map),
                () -> school.malo.productions().get(never, map),
                school.dossier,
                never);
        CohortId noCohort = new CohortId(VosReves.nowhere());
        same(
                () -> school.malo.progress().matrix(school.cohort),
                () -> school.malo.progress().matrix(noCohort),
                school.cohort,
                noCohort);
        same(
                () -> school.malo.dossiers().of(PersonId.of("emma")),
                () -> school.malo.dossiers().of(PersonId.of("personne")),
                "emma",
                "personne");
    }

    private static void same(ThrowingCallable hidden, ThrowingCallable never, Object hiddenId, Object neverId) {
        NotFoundException[] refusals = new NotFoundException[2];
        assertThatThrownBy(hidden).isInstanceOfSatisfying(NotFoundException.class, e -> refusals[0] = e);
        assertThatThrownBy(never).isInstanceOfSatisfying(NotFoundException.class, e -> refusals[1] = e);
        assertThat(refusals[0].what()).isEqualTo(refusals[1].what());
        assertThat(refusals[0].message(Locale.ENGLISH).replace(shown(hiddenId), "?"))
                .isEqualTo(refusals[1].message(Locale.ENGLISH).replace(shown(neverId), "?"));
        assertThat(refusals[0].reason().key()).isEqualTo(refusals[1].reason().key());
    }

    private static String shown(Object id) {
        return id.toString().replaceFirst("^.{28}(?=.{8}$)", "…");
    }

    @Test
    void a_grant_over_one_production_opens_that_one_and_nothing_else() {
        Production map = school.mindMap();
        Production other = school.emma.productions().add(school.dossier, NewProduction.titled("Autre"));
        school.head.grants().give(NewGrant.of("mme.invitee", Role.TEACHER).over(school.dossier, map.id()));
        Desk guest = school.as("mme.invitee");
        assertThat(guest.productions().get(school.dossier, map.id())).isEqualTo(map);
        assertThatThrownBy(() -> guest.productions().get(school.dossier, other.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> guest.productions().list(school.dossier, PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> guest.progress().of(school.dossier)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_learner_who_left_is_told_so_and_leaves_the_reach_of_the_classs_teachers() {
        school.positioned(school.durand, "C1.1", "acquis");
        school.clock.advance(Duration.ofDays(30));
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        denied(() -> school.emma.progress().of(school.dossier), "denied.membership-ended", "apprenant");
        assertThatThrownBy(() -> school.durand.progress().of(school.dossier)).isInstanceOf(NotFoundException.class);
        assertThat(school.headReading()
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .as("what was assessed stays")
                .hasSize(1);
        assertThatThrownBy(() -> school.head.cohorts().leave(school.cohort, PersonId.of("emma")))
                .isInstanceOf(NotFoundException.class);
        school.clock.advance(Duration.ofDays(1));
        school.head.cohorts().enrol(VosReves.CLASS, learners("emma"));
        assertThat(school.emma
                        .progress()
                        .of(school.dossier)
                        .on("C1.1")
                        .orElseThrow()
                        .current()
                        .level())
                .isNotNull();
    }

    @Test
    void a_grant_reaches_only_what_exists() {
        NewGrant nowhere = NewGrant.of("x", Role.TEACHER);
        assertThatThrownBy(() -> school.head.grants().give(nowhere.over(new CohortId(VosReves.nowhere()))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.head.grants().give(nowhere.over(new DossierId(VosReves.nowhere()))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        school.head.grants().give(nowhere.over(school.dossier, new ProductionId(VosReves.nowhere()))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void enrolling_the_same_people_again_changes_nothing() {
        long before = school.journalLength();
        assertThat(school.head
                        .cohorts()
                        .enrol(
                                VosReves.CLASS,
                                learners("emma", "emma", "malo"),
                                org.eportfolio.school.Members.teachers("m.durand")))
                .isEqualTo(school.cohort);
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.durand
                        .cohorts()
                        .members(school.cohort, PageRequest.first(100))
                        .items())
                .hasSize(4);
    }

    @Test
    void a_cohort_is_listed_to_its_own_staff_only() {
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"), org.eportfolio.school.Members.teachers("m.autre"));
        assertThat(school.head.cohorts().list(PageRequest.first(100)).items())
                .extracting(each -> each.name())
                .containsExactly(VosReves.CLASS, "CS SNO 2025");
        assertThat(school.as("m.autre").cohorts().list(PageRequest.first(100)).items())
                .extracting(each -> each.name())
                .containsExactly("CS SNO 2025");
        assertThat(school.as("m.autre").cohorts().find(VosReves.CLASS)).isEmpty();
        assertThat(school.emma.cohorts().list(PageRequest.first(100)).items()).isEmpty();
    }

    @Test
    void a_learner_knows_the_cohorts_they_learn_in_today_and_no_other() {
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe", "emma"));
        assertThat(school.emma.cohorts().joined())
                .extracting(each -> each.name())
                .containsExactly("CS SNO 2025", VosReves.CLASS);
        assertThat(school.malo.cohorts().joined())
                .extracting(each -> each.name())
                .containsExactly(VosReves.CLASS);
        assertThat(school.durand.cohorts().joined()).isEmpty();
        school.head.cohorts().leave(school.cohort, PersonId.of("emma"));
        assertThat(school.emma.cohorts().joined())
                .extracting(each -> each.name())
                .containsExactly("CS SNO 2025");
    }

    @Test
    void nobody_is_enrolled_in_a_cohort_as_head() {
        assertThatThrownBy(() ->
                        school.head.cohorts().enrol(VosReves.CLASS, org.eportfolio.school.Members.of(Role.HEAD, "m.x")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("head of school");
    }

    private static void denied(ThrowingCallable call, String key, String frenchWord) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DeniedException.class, refusal -> {
            assertThat(refusal.reason().key()).isEqualTo(key);
            assertThat(refusal.message(Locale.FRENCH)).contains(frenchWord).isNotEqualTo(refusal.getMessage());
        });
    }

    @Test
    void a_grant_over_one_dossier_finds_it_by_its_learner_and_no_other() {
        DossierId transversal = school.emma
                .dossiers()
                .open(school.head.frameworks().adopt(BundledFrameworks.TRANSVERSAL, ExampleScales.FOUR_STEPS));
        school.head.grants().give(NewGrant.of("mme.remplacante", Role.TEACHER).over(school.dossier));

        assertThat(school.as("mme.remplacante").dossiers().of(PersonId.of("emma")))
                .extracting(Dossier::id)
                .containsExactly(school.dossier)
                .doesNotContain(transversal);
        assertThatThrownBy(() -> school.as("mme.remplacante").dossiers().of(PersonId.of("malo")))
                .isInstanceOf(NotFoundException.class);
    }
}
