package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.MissionDesk;
import org.eportfolio.core.ScenarioFile;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.scenario.MissionBoard;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.NewDatedPiece;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J17, « réalisée en continu » : an expected production may be made over time, in several pieces with their days. */
class MadeOverTimeTest extends Story {
    private static final MissionId MISSION = MissionId.of("vosreves", "vr-multi-m1");
    /** In the words of the IGÉSR presentation. */
    private static final String CONTINUOUS = "La gestion des profils utilisateur et des autorisations d'accès est"
            + " réalisée en continu, conformément aux besoins";

    private static final int THIRD = 3;

    private MissionDesk emma;
    private DossierId dossier;

    @BeforeEach
    void the_mission_is_offered() {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        ScenarioDraft draft = school.durand.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        school.durand.scenarios().publish(draft, "vr-multi-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        emma = school.emma.missions();
        dossier = school.dossier;
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private Production profiles(String title) {
        return school.emma.productions().add(dossier, NewProduction.titled(title));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(school.clock.instant(), VosReves.PARIS);
    }

    private MissionBoard.Cell onTheBoard() {
        return school.durand
                .missions()
                .board(school.cohort)
                .lines()
                .get(0)
                .cell(MISSION)
                .orElseThrow();
    }

    @Test
    void the_presentation_says_so_of_one_expected_production() {
        assertThat(emma.get(dossier, MISSION).mission().productions())
                .filteredOn(Statement::continuous)
                .extracting(Statement::text)
                .containsExactly(CONTINUOUS);
    }

    @Test
    void it_takes_pieces_with_their_days_while_the_learner_is_at_it() {
        Production october = profiles("Profils d'octobre");
        Production november = profiles("Profils de novembre");
        emma.start(dossier, MISSION);
        emma.addPiece(dossier, MISSION, NewDatedPiece.of(THIRD, november));
        MissionWork work =
                emma.addPiece(dossier, MISSION, NewDatedPiece.of(THIRD, october).madeOn(today().minusDays(5)));

        assertThat(work.status()).isEqualTo(MissionStatus.STARTED);
        assertThat(work.pieces())
                .as("in the order of their days")
                .extracting(MissionWork.DatedPiece::madeOn)
                .containsExactly(today().minusDays(5), today());
        assertThat(work.pieces().get(0).expected()).isEqualTo(CONTINUOUS);
        assertThat(school.emma
                        .productions()
                        .get(dossier, october.id())
                        .version(1)
                        .frozen())
                .as("a piece is frozen")
                .isNotNull();
        assertThat(school.durand.missions().get(dossier, MISSION).work()).isEqualTo(work);
    }

    @Test
    void the_board_shows_how_many_and_the_last_day() {
        assertThat(onTheBoard().continuous()).containsExactly(new MissionBoard.Continuous(CONTINUOUS, 0, null));
        emma.start(dossier, MISSION);
        emma.addPiece(
                dossier, MISSION, NewDatedPiece.of(THIRD, profiles("Octobre")).madeOn(today().minusDays(20)));
        emma.addPiece(
                dossier, MISSION, NewDatedPiece.of(THIRD, profiles("Novembre")).madeOn(today().minusDays(2)));
        assertThat(onTheBoard().continuous())
                .containsExactly(new MissionBoard.Continuous(CONTINUOUS, 2, today().minusDays(2)));
    }

    @Test
    void the_teacher_finds_the_mission_done_as_ever() {
        emma.start(dossier, MISSION);
        emma.addPiece(dossier, MISSION, NewDatedPiece.of(THIRD, profiles("Octobre")));
        emma.handIn(dossier, MISSION, "");
        refused(
                ConflictException.class,
                "while it is started or to rework",
                "tant qu'elle est commencée ou à reprendre",
                () -> emma.addPiece(dossier, MISSION, NewDatedPiece.of(THIRD, profiles("Novembre"))));
        MissionWork done = school.durand.missions().done(dossier, MISSION, "");
        assertThat(done.pieces()).hasSize(1);
    }

    @Test
    void only_what_is_made_over_time_takes_pieces() {
        emma.start(dossier, MISSION);
        Production map = school.mindMap();
        refused(
                InvalidInputException.class,
                "is not made over time",
                "ne se réalise pas en continu",
                () -> emma.addPiece(dossier, MISSION, NewDatedPiece.of(1, map)));
        refused(
                InvalidInputException.class,
                "there is no expected production 9",
                "pas de production attendue 9",
                () -> emma.addPiece(dossier, MISSION, NewDatedPiece.of(9, map)));
        refused(
                InvalidInputException.class,
                "today at the latest",
                "au plus tard aujourd'hui",
                () -> emma.addPiece(
                        dossier, MISSION, NewDatedPiece.of(THIRD, map).madeOn(today().plusDays(1))));
    }

    @Test
    void a_piece_is_added_once_and_may_be_taken_back() {
        emma.start(dossier, MISSION);
        NewDatedPiece piece = NewDatedPiece.of(THIRD, profiles("Octobre"));
        emma.addPiece(dossier, MISSION, piece);
        refused(
                ConflictException.class,
                "is a piece of",
                "est déjà une pièce",
                () -> emma.addPiece(dossier, MISSION, piece.madeOn(today().minusDays(1))));
        assertThat(emma.withdrawPiece(dossier, MISSION, piece).pieces()).isEmpty();
        refused(
                NotFoundException.class,
                "production",
                "réalisation",
                () -> emma.withdrawPiece(dossier, MISSION, piece));
    }

    @Test
    void a_context_is_not_made_over_time() {
        refused(
                InvalidInputException.class,
                "only an expected production",
                "seule une production attendue",
                () -> new Scenario(
                        BundledScenarios.VOS_REVES.scenario().id(),
                        "VosRêves",
                        "fr",
                        new FrameworkId("mc-sno", "2020"),
                        null,
                        List.of(Statement.ofContinuous("La société développe une gamme.")),
                        List.of(),
                        List.of(),
                        Map.of(),
                        null));
    }

    @Test
    void a_scenario_file_says_it_by_name() throws IOException {
        String file = """
                {"id": "boutique", "title": "La boutique", "framework": {"name": "mc-sno", "version": "2020"},
                 "aiTools": "TO_BE_STATED",
                 "situations": [{"id": "b-1", "missions": [{"id": "b-1-m1", "title": "Tenir le journal",
                   "aiTools": "NOT_ALLOWED",
                   "productions": [{"text": "Le journal est tenu", "continuous": true}]}]}]}
                """;
        Scenario read = ScenarioFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.situations().get(0).missions().get(0).productions())
                .containsExactly(Statement.ofContinuous("Le journal est tenu"));
        assertThat(read.situations().get(0).missions().get(0).aiTools()).hasToString("NOT_ALLOWED");
        assertThat(read.aiTools()).hasToString("TO_BE_STATED");
    }
}
