package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refused.stale;
import static org.eportfolio.school.Members.learners;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Given;
import org.eportfolio.core.ScenarioDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.Alignment;
import org.eportfolio.scenario.Condition;
import org.eportfolio.scenario.ConditionType;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.ScenarioLink;
import org.eportfolio.scenario.ScenarioReport;
import org.eportfolio.scenario.Situation;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows C6 and C7: teachers write scenarios, publish missions, and see what a year's plan covers. */
class C6C7ScenariosTest extends Story {
    private static final String[] COMPLETE = {"vr-1-m1", "vr-2-m1", "vr-multi-m1", "vr-multi-m2", "vr-multi-m3"};

    private ScenarioDesk durand;

    @BeforeEach
    void theFrameworksArePublished() {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        durand = school.durand.scenarios();
    }

    @AfterEach
    void theJournalIsSound() {
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    private ScenarioDraft vosreves() {
        return durand.draft(BundledScenarios.VOS_REVES.scenario());
    }

    @Test
    void all_of_vosreves_loads_and_its_incomplete_missions_list_what_they_lack() {
        ScenarioReport report = durand.report(vosreves().id());

        assertThat(report.ready()).containsExactly(COMPLETE);
        assertThat(report.lacks())
                .extracting(lack -> lack.message().in(Locale.FRENCH))
                .containsExactly(
                        "la mission « Communiquer la nouvelle offre via les réseaux sociaux » ne nomme aucune compétence",
                        "la mission « Communiquer la nouvelle offre via les réseaux sociaux » n'a aucune condition de"
                                + " réalisation, ni à elle ni par sa situation",
                        "la mission « Communiquer la nouvelle offre via les réseaux sociaux » n'a aucune production"
                                + " attendue, ni à elle ni par sa situation",
                        "le lien « Lien scénario situation 3 » de « vr-3 » ne mène nulle part",
                        "la mission « Concevoir un support de formation à destination des salariés » ne nomme aucune"
                                + " compétence",
                        "la mission « Concevoir un support de formation à destination des salariés » n'a aucune condition"
                                + " de réalisation, ni à elle ni par sa situation",
                        "la mission « Concevoir un support de formation à destination des salariés » n'a aucune production"
                                + " attendue, ni à elle ni par sa situation");
    }

    @Test
    void an_incomplete_mission_is_not_published_and_everything_missing_is_named() {
        ScenarioDraft draft = vosreves();

        assertThatThrownBy(() -> durand.publish(draft, "vr-1-m1", "vr-1-m2", "vr-3-m1"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(
                                        each -> each.path() + " " + each.rule().key())
                                .containsExactly(
                                        "vr-1-m2 scenario.lacks.COMPETENCIES",
                                        "vr-1-m2 scenario.lacks.CONDITIONS",
                                        "vr-1-m2 scenario.lacks.PRODUCTIONS",
                                        "vr-3-m1 scenario.lacks.COMPETENCIES",
                                        "vr-3-m1 scenario.lacks.CONDITIONS",
                                        "vr-3-m1 scenario.lacks.PRODUCTIONS",
                                        "vr-3 scenario.lacks.LINK"));
        assertThat(durand.report(draft.id()).missions())
                .as("all of them or none")
                .allMatch(line -> line.revision() == 0);
    }

    @Test
    void a_mission_without_any_context_is_not_published() {
        ScenarioDraft draft = durand.draft(Scenario.titled("nu", "Sans contexte", Given.SNO)
                .with(Situation.in("s", "Bloc 1").with(Given.mission("m", "C1.1"))));

        assertThatThrownBy(() -> durand.publish(draft, "m"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no professional context");
    }

    @Test
    void empty_scenarios_and_situations_say_so() {
        ScenarioDraft empty = durand.draft(Scenario.titled("vide", "Vide", Given.SNO));
        ScenarioDraft hollow =
                durand.draft(Scenario.titled("creux", "Creux", Given.SNO).with(Situation.in("s", "Bloc 1")));

        assertThat(durand.report(empty.id()).lacks())
                .extracting(lack -> lack.section().name())
                .containsExactly("SITUATIONS");
        assertThat(durand.report(hollow.id()).lacks())
                .extracting(lack -> lack.section().name())
                .containsExactly("MISSIONS");
    }

    @Test
    void a_published_mission_inherits_from_its_situation_and_scenario() {
        PublishedMission mission = durand.publish(vosreves(), "vr-multi-m3").get(0);

        assertThat(mission.revision()).isEqualTo(1);
        assertThat(mission.order()).isEqualTo(3);
        assertThat(mission.context()).hasSize(5);
        assertThat(mission.context().get(0).text()).startsWith("La société VosRêves souhaite développer");
        assertThat(mission.conditions()).extracting(Condition::text).contains("Un accès à internet");
        assertThat(mission.productions()).hasSize(5);
        assertThat(mission.blocs()).extracting(code -> code.value()).containsExactly("Bloc 1", "Bloc 2", "Bloc 3");
        assertThat(mission.alignments()).hasSize(2);
        assertThat(mission.by().value()).isEqualTo("m.durand");
        assertThat(durand.mission(MissionId.of("vosreves", "vr-multi-m3"))).isEqualTo(mission);
    }

    @Test
    void publishing_what_says_the_same_changes_nothing_and_an_edited_one_is_the_next_revision() {
        ScenarioDraft draft = vosreves();
        durand.publish(draft, COMPLETE);
        long before = school.journalLength();
        durand.publish(draft, COMPLETE);
        assertThat(school.journalLength()).isEqualTo(before);

        ScenarioDraft edited = durand.revise(draft, Given.expecting(draft.scenario(), 1, "L'inventaire est signé"));
        assertThat(durand.report(draft.id()).missions())
                .extracting(ScenarioReport.Line::standing)
                .containsExactly(
                        ScenarioReport.MissionStanding.PUBLISHED,
                        ScenarioReport.MissionStanding.INCOMPLETE,
                        ScenarioReport.MissionStanding.EDITED,
                        ScenarioReport.MissionStanding.INCOMPLETE,
                        ScenarioReport.MissionStanding.PUBLISHED,
                        ScenarioReport.MissionStanding.PUBLISHED,
                        ScenarioReport.MissionStanding.PUBLISHED);
        assertThat(durand.publish(edited, "vr-2-m1"))
                .extracting(PublishedMission::revision)
                .containsExactly(2);
        assertThat(durand.mission(MissionId.of("vosreves", "vr-2-m1"), 1).productions())
                .hasSize(2);
        assertThat(durand.mission(MissionId.of("vosreves", "vr-2-m1")).productions())
                .hasSize(3);
    }

    @Test
    void a_mission_that_comes_back_after_it_was_taken_out_is_the_next_revision() {
        ScenarioDraft draft = vosreves();
        durand.publish(draft, "vr-2-m1");
        List<Situation> all = draft.scenario().situations();
        ScenarioDraft without = durand.revise(draft, draft.scenario().with(List.of(all.get(0))));
        assertThat(without.offered()).isEmpty();

        ScenarioDraft again = durand.revise(without, Given.expecting(draft.scenario(), 1, "L'inventaire est signé"));

        assertThat(durand.publish(again, "vr-2-m1").get(0).revision()).isEqualTo(2);
    }

    @Test
    void a_draft_is_kept_once_and_another_text_under_its_id_is_refused() {
        ScenarioDraft draft = vosreves();

        assertThat(durand.draft(BundledScenarios.VOS_REVES.scenario())).isEqualTo(draft);
        assertThatThrownBy(() -> durand.draft(Scenario.titled("vosreves", "Autre chose", Given.SNO)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Another text is kept as the scenario vosreves");
    }

    @Test
    void two_authors_do_not_overwrite_each_other() {
        ScenarioDraft seen = vosreves();
        school.petit.scenarios().revise(seen, Given.expecting(seen.scenario(), 1, "Relu"));

        assertThatThrownBy(() -> durand.revise(seen, seen.scenario()))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        stale -> assertThat(stale.actual()).isEqualTo(2));
        assertThatThrownBy(() -> durand.publish(seen, "vr-1-m1")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> durand.withdraw(seen)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_revision_keeps_the_scenarios_id() {
        ScenarioDraft draft = vosreves();

        assertThatThrownBy(() -> durand.revise(draft, Scenario.titled("autre", "Autre", Given.SNO)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a revision keeps its id");
    }

    @Test
    void wrong_codes_are_named_all_at_once_each_with_its_place() {
        Scenario wrong = Scenario.titled("faux", "Codes faux", Given.SNO)
                .with(Situation.in("s", "Bloc 1", "Bloc 9")
                        .with(Given.mission("m1", "C9.9"))
                        .with(Given.mission("m2", "C1.1", "C2.1/1"))
                        .with(Given.mission("m3", "C2.1"))
                        .serving(Alignment.of(new FrameworkId("crcn", "2019"), "9.9"))
                        .serving(Alignment.of(new FrameworkId("crcn", "1066"), "1.1")));

        assertThatThrownBy(() -> durand.draft(wrong))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(each -> each.in(Locale.ENGLISH))
                                .containsExactly(
                                        "situations[0].blocs[1]: there is no bloc Bloc 9 in the framework mc-sno@2020",
                                        "situations[0].missions[0].competencies[0]: there is no competency C9.9 in the framework"
                                                + " mc-sno@2020",
                                        "situations[0].missions[1].competencies[0].subCompetencies: C2.1/1 is not a sub-competency"
                                                + " of C1.1; it lists: C1.1/1, C1.1/2, C1.1/3",
                                        "situations[0].missions[2].competencies[0]: C2.1 belongs to Bloc 2, which the situation"
                                                + " does not name; it names: Bloc 1, Bloc 9",
                                        "situations[0].alignments[0].codes: there is no competency 9.9 in the framework crcn@2019",
                                        "situations[0].alignments[1].framework: the framework crcn@1066 is not published here;"
                                                + " have the head of the school publish it first"));
        assertThatThrownBy(() -> durand.get(ScenarioId.of("faux"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_link_lives_while_its_scenario_does() {
        ScenarioDraft first = durand.draft(Given.complete("premier", "a"));
        ScenarioDraft second = durand.draft(Given.complete("second", "b"));
        Situation linked = second.scenario()
                .situations()
                .get(0)
                .linking(ScenarioLink.to("premier#a-m", "la mission d'avant"))
                .linking(ScenarioLink.to("premier", "le premier scénario"))
                .linking(ScenarioLink.to("#b", "ici même"));
        ScenarioDraft revised = durand.revise(second, second.scenario().with(List.of(linked)));
        assertThat(durand.report(revised.id()).lacks()).isEmpty();

        durand.withdraw(first);

        assertThat(durand.report(revised.id()).lacks())
                .extracting(lack -> lack.section() + " " + lack.detail())
                .containsExactly("LINK la mission d'avant", "LINK le premier scénario");
        assertThatThrownBy(() -> durand.publish(revised, "b-m"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("leads nowhere");
    }

    @Test
    void a_document_is_attached_once_and_a_missing_one_keeps_its_mission_from_being_published() throws IOException {
        Scenario text = Scenario.titled("doc", "Documents", Given.SNO)
                .where("Un contexte.")
                .with(Situation.in("s", "Bloc 1")
                        .with(Given.mission("m", "C1.1")
                                .given(Condition.of(ConditionType.DOCUMENT, "La charte", "charte.txt"))));
        ScenarioDraft draft = durand.draft(text);
        assertThatThrownBy(() -> durand.publish(draft, "m"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("charte.txt");

        ScenarioDraft attached = durand.revise(draft, text, VosReves.file("charte.txt", "Bleu."));
        PublishedMission mission = durand.publish(attached, "m").get(0);

        assertThat(mission.files()).hasSize(1);
        try (InputStream in =
                durand.download(attached.id(), attached.files().get(0).content())) {
            assertThat(in).hasContent("Bleu.");
        }
        ScenarioDraft replaced = durand.revise(attached, text, VosReves.file("charte.txt", "Vert."));
        assertThat(replaced.files()).hasSize(1);
        assertThat(durand.publish(replaced, "m").get(0).revision()).isEqualTo(2);
        assertThat(durand.mission(mission.id(), 1).files()).isEqualTo(mission.files());
    }

    @Test
    void a_document_that_no_condition_names_or_that_comes_twice_is_refused() {
        ScenarioDraft draft = vosreves();

        assertThatThrownBy(() -> durand.revise(draft, draft.scenario(), VosReves.file("perdu.txt", "?")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no condition names the file “perdu.txt”");
        Scenario text = Scenario.titled("deux", "Deux", Given.SNO)
                .with(Situation.in("s").given(Condition.of(ConditionType.DOCUMENT, "La charte", "charte.txt")));
        assertThatThrownBy(() -> durand.draft(text, VosReves.file("charte.txt", "1"), VosReves.file("charte.txt", "2")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("given twice");
    }

    @Test
    void a_mission_that_is_not_there_is_refused_and_so_is_naming_none() {
        ScenarioDraft draft = vosreves();

        assertThatThrownBy(() -> durand.publish(draft, "vr-9-m9"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no mission vr-9-m9");
        assertThatThrownBy(() -> durand.publish(draft))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("name at least one");
    }

    @Test
    void only_teachers_write_the_head_reads_and_learners_do_neither() {
        ScenarioDraft draft = vosreves();

        assertThat(school.head.scenarios().get(draft.id())).isEqualTo(draft);
        assertThat(school.head.scenarios().list(PageRequest.first(10)).items()).containsExactly(draft);
        assertThatThrownBy(() -> school.head.scenarios().draft(Given.complete("directeur", "d")))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.head.scenarios().publish(draft, "vr-1-m1"))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.scenarios().get(draft.id())).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.scenarios().draft(Given.complete("emma", "e")))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.as("inconnue").scenarios().list(PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void any_reach_is_enough_for_a_teacher_and_none_for_any_other_role() {
        for (Role role : Role.ofPeople()) {
            String person = "x." + role;
            school.head.grants().give(NewGrant.of(person, role).over(school.dossier));
            ScenarioDesk desk = school.as(person).scenarios();
            Scenario scenario = Given.complete("de-" + role, "d-" + role);
            if (role == Role.TEACHER || role == Role.LEAD_TEACHER) {
                assertThat(desk.publish(desk.draft(scenario), "d-" + role + "-m"))
                        .hasSize(1);
            } else {
                assertThatThrownBy(() -> desk.draft(scenario))
                        .as(person)
                        .isInstanceOf(DeniedException.class)
                        .hasMessageContaining("write and publish scenarios");
            }
        }
    }

    @Test
    void a_plans_coverage_tells_what_is_covered_in_part_in_drafts_or_left_out() {
        ScenarioDraft draft = vosreves();
        durand.publish(draft, "vr-1-m1", "vr-2-m1", "vr-multi-m1", "vr-multi-m2");
        school.durand.plans().choose(school.cohort, draft.id());

        Coverage coverage = school.durand.plans().coverage(school.cohort);

        assertThat(coverage.lines())
                .extracting(line -> line.item().code() + " " + line.extent())
                .containsExactly(
                        "C1.1 WHOLE",
                        "C1.2 LEFT_OUT",
                        "C1.3 WHOLE",
                        "C2.1 IN_PART",
                        "C2.2 LEFT_OUT",
                        "C2.3 IN_PART",
                        "C3.1 WHOLE",
                        "C3.2 IN_DRAFTS",
                        "C3.3 LEFT_OUT");
        assertThat(coverage.leftOut())
                .extracting(item -> item.code().value())
                .containsExactly(
                        "C1.2", "C2.1/2", "C2.2", "C2.2/1", "C2.2/2", "C2.2/3", "C2.3/1", "C3.2", "C3.2/1", "C3.3");
        assertThat(coverage.lines().get(2).cells().get(0).published())
                .containsExactly(MissionId.of("vosreves", "vr-1-m1"));
        assertThat(coverage.lines().get(2).cells().get(0).drafts())
                .containsExactly(MissionId.of("vosreves", "vr-multi-m3"));
        assertThat(durand.coverage(draft.id()).lines()).isEqualTo(coverage.lines());
    }

    @Test
    void a_competency_without_listed_sub_competencies_is_never_covered_whole() {
        ScenarioDraft draft = durand.draft(Scenario.titled("reseaux", "Réseaux sociaux", Given.SNO)
                .where("Un contexte.")
                .with(Situation.in("s", "Bloc 1").with(Given.mission("m", "C1.2"))));
        durand.publish(draft, "m");

        Coverage.Line line = durand.coverage(draft.id()).lines().get(1);

        assertThat(line.item().code().value()).isEqualTo("C1.2");
        assertThat(line.extent()).isEqualTo(Coverage.Degree.NONE_LISTED);
        assertThat(line.parts()).isEmpty();
        assertThat(durand.coverage(draft.id()).lines().get(0).extent()).isEqualTo(Coverage.Degree.LEFT_OUT);
    }

    @Test
    void a_plan_is_the_cohorts_own_and_can_be_copied_without_its_people() {
        ScenarioDraft draft = vosreves();
        ScenarioDraft gone = durand.draft(Given.complete("ancien", "a"));
        school.durand.plans().choose(school.cohort, draft.id(), gone.id());
        durand.withdraw(gone);
        CohortId next = school.head.cohorts().enrol("CS Given.SNO 2027", learners("zoe"));

        assertThatThrownBy(() -> school.durand.plans().of(next)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand.plans().choose(next, draft.id())).isInstanceOf(NotFoundException.class);
        assertThat(school.head.plans().copy(school.cohort, next).scenarios())
                .as("the withdrawn one stays behind")
                .containsExactly(draft.id());
        assertThatThrownBy(() -> school.durand.plans().choose(school.cohort, ScenarioId.of("jamais")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.emma.plans().choose(school.cohort, draft.id()))
                .isInstanceOfAny(NotFoundException.class, DeniedException.class);
        YearPlan seen = school.durand.plans().of(school.cohort);
        YearPlan dropped = school.durand.plans().drop(seen, draft.id());
        assertThat(dropped.scenarios()).containsExactly(gone.id());
        assertThatThrownBy(() -> school.durand.plans().drop(dropped, draft.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand.plans().choose(school.cohort, gone.id()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("withdrawn");
    }

    @Test
    void a_plan_that_changed_since_it_was_read_is_refused() {
        ScenarioDraft draft = school.durand.scenarios().draft(Given.complete("premier", "p"));
        ScenarioDraft other = school.durand.scenarios().draft(Given.complete("second", "s"));
        YearPlan seen = school.durand.plans().choose(school.cohort, draft.id());
        YearPlan chosen = school.durand.plans().choose(school.cohort, other.id());
        stale(school, () -> school.durand.plans().drop(seen, draft.id()));
        assertThat(school.durand.plans().of(school.cohort)).isEqualTo(chosen);
    }

    @Test
    void coverage_of_an_empty_plan_or_of_one_under_several_frameworks_asks_which() {
        assertThatThrownBy(() -> school.durand.plans().coverage(school.cohort))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no scenario");
        assertThat(school.durand.plans().coverage(school.cohort, Given.SNO).leftOut())
                .hasSize(22);
        Scenario other = Scenario.titled("numerique", "Numérique", new FrameworkId("crcn", "2019"))
                .where("Un contexte.")
                .with(Situation.in("n", "1").with(Given.mission("n-m", "1.1")));
        durand.draft(other);
        school.durand.plans().choose(school.cohort, vosreves().id(), other.id());

        assertThatThrownBy(() -> school.durand.plans().coverage(school.cohort))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("crcn@2019, mc-sno@2020");
        assertThat(school.durand
                        .plans()
                        .coverage(school.cohort, new FrameworkId("crcn", "2019"))
                        .columns())
                .hasSize(1);
    }

    @Test
    void what_is_withdrawn_is_neither_edited_nor_published_until_it_is_reinstated() {
        ScenarioDraft gone = durand.withdraw(vosreves());

        assertThatThrownBy(() -> durand.revise(gone, gone.scenario())).hasMessageContaining("withdrawn");
        assertThatThrownBy(() -> durand.publish(gone, "vr-1-m1")).hasMessageContaining("withdrawn");
        assertThatThrownBy(() -> durand.draft(gone.scenario())).hasMessageContaining("withdrawn");
        assertThatThrownBy(() -> durand.withdraw(gone)).isInstanceOf(ConflictException.class);
        ScenarioDraft back = durand.reinstate(gone);
        assertThat(durand.publish(back, "vr-1-m1")).hasSize(1);
        assertThatThrownBy(() -> durand.reinstate(back)).hasMessageContaining("not withdrawn");
    }

    @Test
    void an_id_that_never_was_is_not_found() {
        assertThatThrownBy(() -> durand.report(ScenarioId.of("jamais"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> durand.mission(MissionId.of("jamais/m"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> MissionId.of("jamais")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ScenarioId.of("a/b")).isInstanceOf(InvalidInputException.class);
    }
}
