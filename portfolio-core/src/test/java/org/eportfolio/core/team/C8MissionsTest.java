package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Given.SNO;
import static org.eportfolio.core.Given.mission;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Given;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.MissionDesk;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.ScenarioDesk;
import org.eportfolio.core.Stores;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.scenario.Condition;
import org.eportfolio.scenario.ConditionType;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.Lack;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.MissionBoard;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.ScenarioReport;
import org.eportfolio.scenario.Section;
import org.eportfolio.scenario.Situation;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Stored;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row C8: the learner moves a mission to started and handed in, the teacher to rework and done. */
class C8MissionsTest extends Story {
    private static final MissionId PUBLISH = MissionId.of("vosreves", "vr-1-m1");
    private static final MissionId INSTALL = MissionId.of("vosreves", "vr-2-m1");

    private ScenarioDraft draft;
    private MissionDesk emma;
    private MissionDesk durand;
    private DossierId dossier;

    @BeforeEach
    void theScenariosAreWritten() {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        ScenarioDesk authors = school.durand.scenarios();
        draft = authors.draft(BundledScenarios.VOS_REVES.scenario());
        authors.publish(draft, "vr-1-m1", "vr-2-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        emma = school.emma.missions();
        durand = school.durand.missions();
        dossier = school.dossier;
    }

    @AfterEach
    void theJournalIsSound() {
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    private MissionStatus status(MissionId mission) {
        return emma.get(dossier, mission).status();
    }

    @Test
    void a_learner_sees_what_is_published_and_planned_in_its_order() {
        assertThat(emma.of(dossier))
                .extracting(each -> each.mission().id() + " " + each.status())
                .containsExactly("vosreves/vr-1-m1 TO_DO", "vosreves/vr-2-m1 TO_DO");
        assertThat(durand.of(dossier)).as("the same for the team").isEqualTo(emma.of(dossier));
    }

    @Test
    void a_mission_goes_from_to_do_over_rework_to_done() {
        Production map = school.mindMap();
        emma.start(dossier, PUBLISH);
        emma.handIn(dossier, PUBLISH, "Voici le site.", new Citation(dossier, map.id(), 1));
        durand.rework(dossier, PUBLISH, "", 2);
        assertThat(status(PUBLISH)).isEqualTo(MissionStatus.TO_REWORK);
        emma.start(dossier, PUBLISH);
        emma.handIn(dossier, PUBLISH, "");
        MissionWork done = durand.done(dossier, PUBLISH, "Bien.");

        assertThat(done.moves())
                .extracting(MissionWork.Move::to)
                .containsExactly(
                        MissionStatus.STARTED,
                        MissionStatus.HANDED_IN,
                        MissionStatus.TO_REWORK,
                        MissionStatus.STARTED,
                        MissionStatus.HANDED_IN,
                        MissionStatus.DONE);
        assertThat(done.moves().get(1).evidence()).hasSize(1);
        assertThat(done.moves().get(2).unmet()).containsExactly("La documentation technique est actualisée");
        assertThat(school.emma.productions().get(dossier, map.id()).version(1).frozen())
                .as("what is handed in is frozen")
                .isNotNull();
        assertThat(emma.get(dossier, PUBLISH).work()).isEqualTo(done);
        assertThat(durand.rework(dossier, PUBLISH, "Une page manque.").status())
                .as("also what is done can be taken up again")
                .isEqualTo(MissionStatus.TO_REWORK);
    }

    @Test
    void each_wrong_move_is_refused_with_the_rule() {
        assertThatThrownBy(() -> emma.handIn(dossier, PUBLISH, ""))
                .isInstanceOf(ConflictException.class)
                .hasMessage("This mission is to do; only a started one, or one to rework, can be handed in.");
        assertThatThrownBy(() -> emma.putBack(dossier, PUBLISH))
                .hasMessage("This mission is to do; only a started one can be put back to do.");
        assertThatThrownBy(() -> durand.done(dossier, PUBLISH, ""))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refusal -> assertThat(refusal.message(Locale.FRENCH))
                                .isEqualTo(
                                        "Cette mission est : à faire ; seule une mission remise peut être déclarée terminée."));
        emma.start(dossier, PUBLISH);
        assertThatThrownBy(() -> emma.start(dossier, PUBLISH)).hasMessageContaining("This mission is started");
        assertThatThrownBy(() -> durand.rework(dossier, PUBLISH, "Trop tôt"))
                .hasMessageContaining("only one that was handed in, or done");
        emma.handIn(dossier, PUBLISH, "");
        assertThatThrownBy(() -> emma.putBack(dossier, PUBLISH)).isInstanceOf(ConflictException.class);
        durand.done(dossier, PUBLISH, "");
        assertThatThrownBy(() -> emma.start(dossier, PUBLISH)).hasMessageContaining("This mission is done");
        assertThatThrownBy(() -> emma.handIn(dossier, PUBLISH, "")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> durand.done(dossier, PUBLISH, "")).isInstanceOf(ConflictException.class);
    }

    @Test
    void the_learner_does_not_answer_and_the_teacher_does_not_hand_in() {
        emma.start(dossier, PUBLISH);
        assertThatThrownBy(() -> durand.start(dossier, INSTALL)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> durand.handIn(dossier, PUBLISH, "")).isInstanceOf(DeniedException.class);
        emma.handIn(dossier, PUBLISH, "");
        assertThatThrownBy(() -> emma.done(dossier, PUBLISH, "")).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> emma.rework(dossier, PUBLISH, "moi")).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.head.missions().done(dossier, PUBLISH, ""))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.missions().of(dossier)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.malo.missions().start(dossier, INSTALL)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobody_answers_their_own_mission_whatever_role_they_came_to_hold() {
        emma.start(dossier, PUBLISH);
        emma.handIn(dossier, PUBLISH, "");
        school.head.grants().give(NewGrant.of("emma", Role.TEACHER));
        Desk both = school.portfolio.as(Actor.of("emma").acting(Role.TEACHER));

        assertThatThrownBy(() -> both.missions().done(dossier, PUBLISH, "")).isInstanceOf(DeniedException.class);
    }

    @Test
    void every_status_and_type_is_told_in_french() {
        for (Enum<?>[] constants : List.<Enum<?>[]>of(
                MissionStatus.values(),
                ConditionType.values(),
                Section.values(),
                ScenarioReport.MissionStanding.values(),
                Coverage.Degree.values(),
                Permission.values())) {
            for (Enum<?> each : constants) {
                assertThat(Message.of("mission.done", each).in(Locale.FRENCH)).doesNotContain(each.name());
            }
        }
        for (Section each : Section.values()) {
            Message lack = new Lack("m", "La mission", each, "").message();
            assertThat(lack.in(Locale.FRENCH)).contains("La mission").isNotEqualTo(lack.in(Locale.ENGLISH));
        }
    }

    @Test
    void a_return_says_why() {
        emma.start(dossier, PUBLISH);
        emma.handIn(dossier, PUBLISH, "");

        assertThatThrownBy(() -> durand.rework(dossier, PUBLISH, " "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("say what is to be reworked");
        assertThatThrownBy(() -> durand.rework(dossier, PUBLISH, "", 4))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no expected production 4; the mission has 3");
    }

    @Test
    void what_is_handed_in_belongs_to_the_learner() {
        Production malos = school.malo.productions().add(school.malos, NewProduction.titled("Celle de Malo"));
        emma.start(dossier, PUBLISH);

        assertThatThrownBy(() -> emma.handIn(dossier, PUBLISH, "", new Citation(school.malos, malos.id(), 1)))
                .isInstanceOf(NotFoundException.class);
        assertThat(status(PUBLISH)).isEqualTo(MissionStatus.STARTED);
    }

    @Test
    void who_started_stays_on_their_revision_when_the_mission_is_edited() {
        emma.start(dossier, INSTALL);
        ScenarioDraft edited =
                school.durand.scenarios().revise(draft, Given.expecting(draft.scenario(), 1, "L'inventaire est signé"));
        school.durand.scenarios().publish(edited, "vr-2-m1");

        LearnerMission emmas = emma.get(dossier, INSTALL);
        assertThat(emmas.mission().revision()).isEqualTo(1);
        assertThat(emmas.mission().productions()).hasSize(2);
        assertThat(emmas.newer()).isTrue();
        LearnerMission malos = school.malo.missions().get(school.malos, INSTALL);
        assertThat(malos.mission().revision()).isEqualTo(2);
        assertThat(malos.mission().productions()).hasSize(3);
        assertThat(malos.newer()).isFalse();

        emma.handIn(dossier, INSTALL, "");
        assertThatThrownBy(() -> durand.rework(dossier, INSTALL, "", 3))
                .as("judged by what was asked of her")
                .hasMessageContaining("the mission has 2");
        durand.rework(dossier, INSTALL, "Encore une fois.");
        assertThat(emma.start(dossier, INSTALL).revision()).isEqualTo(1);
    }

    @Test
    void who_puts_a_mission_back_starts_again_on_the_latest() {
        emma.start(dossier, INSTALL);
        ScenarioDraft edited =
                school.durand.scenarios().revise(draft, Given.expecting(draft.scenario(), 1, "L'inventaire est signé"));
        school.durand.scenarios().publish(edited, "vr-2-m1");

        emma.putBack(dossier, INSTALL);

        assertThat(emma.get(dossier, INSTALL).mission().revision()).isEqualTo(2);
        assertThat(emma.start(dossier, INSTALL).revision()).isEqualTo(2);
    }

    @Test
    void drafts_and_other_cohorts_missions_are_not_there_for_a_learner() {
        ScenarioDraft other = school.durand
                .scenarios()
                .draft(Scenario.titled("ailleurs", "Ailleurs", SNO)
                        .where("Un contexte.")
                        .with(Situation.in("a", "Bloc 1").with(mission("a-m", "C1.1"))));
        school.durand.scenarios().publish(other, "a-m");
        CohortId next = school.head.cohorts().enrol("CS SNO 2027", learners("zoe"), teachers("mme.petit"));
        school.petit.plans().choose(next, other.id());

        assertThatThrownBy(() -> emma.start(dossier, MissionId.of("ailleurs", "a-m")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> emma.get(dossier, MissionId.of("ailleurs", "a-m")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> emma.start(dossier, MissionId.of("vosreves", "vr-1-m2")))
                .as("a draft")
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> emma.start(dossier, MissionId.of("jamais", "m")))
                .as("one that never was")
                .isInstanceOf(NotFoundException.class);
        Desk zoe = school.as("zoe");
        DossierId zoes = zoe.dossiers().open(school.sno);
        assertThat(zoe.missions().of(zoes))
                .extracting(each -> each.mission().id().toString())
                .containsExactly("ailleurs/a-m");
    }

    @Test
    void withdrawing_or_dropping_a_scenario_deletes_no_result() {
        emma.start(dossier, PUBLISH);
        emma.handIn(dossier, PUBLISH, "Voici.");
        school.positioned(school.durand, "C1.1", "acquis");
        school.durand.scenarios().withdraw(draft);
        school.durand.plans().drop(school.durand.plans().of(school.cohort), draft.id());

        assertThat(emma.of(dossier))
                .extracting(each -> each.mission().id() + " " + each.status() + " " + each.offered())
                .containsExactly("vosreves/vr-1-m1 HANDED_IN false");
        assertThat(emma.get(dossier, PUBLISH).mission().title()).startsWith("Publier la nouvelle offre");
        assertThat(durand.done(dossier, PUBLISH, "").status()).isEqualTo(MissionStatus.DONE);
        assertThat(school.emma.progress().of(dossier).competencies())
                .anyMatch(each -> each.current().level() != null);
        assertThatThrownBy(() -> emma.start(dossier, INSTALL)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_mission_under_another_framework_is_not_for_this_dossier() {
        ScenarioDraft crcn = school.durand
                .scenarios()
                .draft(Scenario.titled("numerique", "Numérique", new FrameworkId("crcn", "2019"))
                        .where("Un contexte.")
                        .with(Situation.in("n", "1").with(mission("n-m", "1.1"))));
        school.durand.scenarios().publish(crcn, "n-m");
        school.durand.plans().choose(school.cohort, crcn.id());

        assertThat(emma.of(dossier)).hasSize(2);
        assertThatThrownBy(() -> emma.start(dossier, MissionId.of("numerique", "n-m")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("works on crcn@2019; this dossier is under mc-sno@2020");
        school.durand
                .dossiers()
                .accompany(dossier, school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS));
        assertThat(emma.start(dossier, MissionId.of("numerique", "n-m")).status())
                .isEqualTo(MissionStatus.STARTED);
    }

    @Test
    void learners_read_the_documents_of_their_mission_and_no_others() throws IOException {
        Scenario text = Scenario.titled("doc", "Documents", SNO)
                .where("Un contexte.")
                .with(Situation.in("d", "Bloc 1")
                        .with(mission("d-m", "C1.1")
                                .given(Condition.of(ConditionType.DOCUMENT, "La charte", "charte.txt")))
                        .with(mission("d-n", "C1.1")
                                .given(Condition.of(ConditionType.DOCUMENT, "Le corrigé", "corrige.txt"))));
        ScenarioDraft kept = school.durand
                .scenarios()
                .draft(text, VosReves.file("charte.txt", "Bleu."), VosReves.file("corrige.txt", "42"));
        school.durand.scenarios().publish(kept, "d-m");
        school.durand.plans().choose(school.cohort, kept.id());
        MissionId mission = MissionId.of("doc", "d-m");

        Stored charter = emma.get(dossier, mission).mission().files().get(0).content();
        try (InputStream in = emma.download(dossier, mission, charter)) {
            assertThat(in).hasContent("Bleu.");
        }
        Stored answers = kept.files().stream()
                .filter(file -> file.name().equals("corrige.txt"))
                .findFirst()
                .orElseThrow()
                .content();
        assertThatThrownBy(() -> emma.download(dossier, mission, answers)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_board_shows_every_learner_and_mission_of_the_plan() {
        emma.start(dossier, PUBLISH);
        school.malo.missions().start(school.malos, PUBLISH);
        school.malo.missions().handIn(school.malos, PUBLISH, "");

        MissionBoard board = durand.board(school.cohort);

        assertThat(board.columns()).extracting(MissionBoard.Column::mission).containsExactly(PUBLISH, INSTALL);
        assertThat(board.lines())
                .extracting(line -> line.learner() + " "
                        + line.cell(PUBLISH).map(each -> each.status().name()).orElse("no dossier"))
                .containsExactly("emma STARTED", "lina no dossier", "malo HANDED_IN", "yanis no dossier");
        assertThatThrownBy(() -> emma.board(school.cohort))
                .isInstanceOfAny(NotFoundException.class, DeniedException.class);
    }

    @Test
    void a_production_can_say_in_which_mission_it_was_lived() {
        emma.start(dossier, PUBLISH);

        Production made = school.emma
                .productions()
                .add(
                        dossier,
                        NewProduction.titled("Page d'accueil")
                                .livedIn(emma.get(dossier, PUBLISH).mission().setting()));

        assertThat(made.current().setting())
                .isEqualTo(new org.eportfolio.dossier.Setting.Mission("vosreves", "vr-1-m1"));
    }

    @Test
    void what_is_pinned_survives_reopening() {
        emma.start(dossier, PUBLISH);
        List<LearnerMission> before = emma.of(dossier);
        org.junit.jupiter.api.Assumptions.assumeTrue(stores == Stores.SQLITE, "a heap forgets");
        school.close();
        try (Portfolio again = Portfolio.with(stores.open(folder))
                .clock(new MutableClock(VosReves.BEGINNING, VosReves.PARIS))
                .build()) {
            assertThat(again.as(Actor.of("emma")).missions().of(dossier)).isEqualTo(before);
        }
        school = VosReves.over(new InMemoryStore());
    }

    @Test
    void the_schools_own_people_read_scenarios_plans_and_work_in_columns() {
        emma.start(dossier, PUBLISH);
        org.junit.jupiter.api.Assumptions.assumeTrue(stores == Stores.SQLITE, "a heap has no columns");
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("school.db"));

        assertThat(ask(jdbi, "SELECT scenario || ' ' || title || ' ' || framework || ' ' || saved_by FROM scenarios"))
                .containsExactly("vosreves VosRêves mc-sno m.durand");
        assertThat(ask(jdbi, "SELECT mission || ' ' || revision || ' ' || published_by FROM missions ORDER BY mission"))
                .containsExactly("vr-1-m1 1 m.durand", "vr-2-m1 1 m.durand");
        assertThat(ask(jdbi, "SELECT place || ' ' || scenario FROM year_plans")).containsExactly("1 vosreves");
        assertThat(ask(jdbi, "SELECT mission || ' ' || revision || ' ' || status || ' ' || moved_by FROM mission_work"))
                .containsExactly("vr-1-m1 1 STARTED emma");
    }

    private static List<String> ask(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
