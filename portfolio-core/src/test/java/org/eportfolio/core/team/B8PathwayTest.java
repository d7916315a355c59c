package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.Refused.stale;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.guidance.Suggestion;
import org.eportfolio.id.AdaptationId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** Row B8: « Individualiser les parcours d'apprentissage ». */
@SuppressWarnings("NullAway") // what is not there where it must be fails the test
class B8PathwayTest extends Story {
    private static final NewPathwayStep REGISTER = NewPathwayStep.on("C3.2")
            .through("Tenir le registre des traitements")
            .because("Rien encore sur C3.2.")
            .by(LocalDate.of(2026, 11, 2));
    private static final Candidate CHOOSE = Candidate.of("vosreves/1", "Choisir un module de paiement", "C3.1", "C1.2");
    private static final Candidate PROTECT = Candidate.of("vosreves/2", "Mettre en conformité", "C3.2/1", "X9");

    @Test
    void a_teacher_adds_steps_and_the_learner_marks_them_done() {
        assertThat(school.emma.pathways().get(school.dossier)).isEqualTo(Pathway.empty(school.dossier));
        school.durand.pathways().add(school.dossier, REGISTER);
        school.petit.pathways().add(school.dossier, NewPathwayStep.on("C3.3").because("Pour la suite du projet."));
        Pathway marked =
                school.emma.pathways().completeStep(school.emma.pathways().get(school.dossier), 1);

        assertThat(marked.steps()).extracting(PathwayStep::open).containsExactly(false, true);
        assertThat(marked.step(1).doneAt()).isEqualTo(VosReves.BEGINNING);
        assertThat(school.durand.pathways().get(school.dossier)).isEqualTo(marked);
        assertThat(school.emma
                        .pathways()
                        .reopenStep(school.emma.pathways().get(school.dossier), 1)
                        .step(1)
                        .open())
                .isTrue();
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void a_step_needs_a_reason_and_a_competency_of_the_framework() {
        refused(
                InvalidInputException.class,
                "pedagogical reason, never a diagnosis",
                "raison pédagogique, jamais un diagnostic",
                () -> school.durand.pathways().add(school.dossier, NewPathwayStep.on("C3.2")));
        refused(
                InvalidInputException.class,
                "there is no C9.9",
                "il n'y a pas de C9.9",
                () -> school.durand
                        .pathways()
                        .add(school.dossier, NewPathwayStep.on("C9.9").because("Pour voir.")));
        assertThat(school.emma.pathways().get(school.dossier).steps()).isEmpty();
    }

    @Test
    void the_teacher_decides_on_steps_and_only_the_learner_on_done() {
        refused(
                DeniedException.class,
                "guide a pathway",
                "guider un parcours",
                () -> school.emma.pathways().add(school.dossier, REGISTER));
        school.durand.pathways().add(school.dossier, REGISTER);
        refused(
                DeniedException.class,
                "follow one's pathway",
                "suivre son parcours",
                () -> school.durand
                        .pathways()
                        .completeStep(school.durand.pathways().get(school.dossier), 1));
        refused(
                InvalidInputException.class,
                "there is no step 2; the pathway has 1",
                "il n'y a pas d'étape 2",
                () -> school.emma.pathways().completeStep(school.emma.pathways().get(school.dossier), 2));
        refused(
                NotFoundException.class,
                "There is no dossier",
                "Aucun élément",
                () -> school.malo.pathways().get(school.dossier));
    }

    @Test
    void a_step_that_is_not_done_can_be_dropped_for_a_reason_and_stays_readable() {
        school.durand.pathways().add(school.dossier, REGISTER);
        refused(
                InvalidInputException.class,
                "say why it ends",
                "dites pourquoi",
                () -> school.durand.pathways().drop(school.durand.pathways().get(school.dossier), 1, ""));
        school.emma.pathways().completeStep(school.emma.pathways().get(school.dossier), 1);
        refused(
                ConflictException.class,
                "Step 1 is done",
                "L'étape 1 est faite",
                () -> school.durand.pathways().drop(school.durand.pathways().get(school.dossier), 1, "Inutile."));
        school.emma.pathways().reopenStep(school.emma.pathways().get(school.dossier), 1);
        Pathway dropped = school.durand
                .pathways()
                .drop(school.durand.pathways().get(school.dossier), 1, "Remplacée par une veille.");
        assertThat(dropped.step(1).dropped().reason()).isEqualTo("Remplacée par une veille.");
        refused(
                ConflictException.class,
                "Step 1 was dropped",
                "L'étape 1 a été retirée",
                () -> school.emma.pathways().completeStep(school.emma.pathways().get(school.dossier), 1));
        refused(
                ConflictException.class,
                "Step 1 was dropped",
                "L'étape 1 a été retirée",
                () -> school.durand.pathways().drop(school.durand.pathways().get(school.dossier), 1, "Encore."));
    }

    @Test
    void a_pathway_that_changed_since_it_was_read_is_refused() {
        Pathway begun = school.emma.pathways().get(school.dossier);
        Pathway seen = school.durand.pathways().add(school.dossier, REGISTER);
        stale(school, () -> school.durand.pathways().drop(begun, 1, "Inutile."));
        Pathway done = school.emma.pathways().completeStep(seen, 1);
        stale(school, () -> school.durand.pathways().drop(seen, 1, "Inutile."));
        stale(school, () -> school.emma.pathways().completeStep(seen, 1));
        stale(school, () -> school.emma.pathways().reopenStep(seen, 1));
        assertThat(school.emma.pathways().get(school.dossier)).isEqualTo(done);
    }

    @Test
    void a_pathway_has_at_most_two_hundred_steps() {
        PathwayStep step =
                school.durand.pathways().add(school.dossier, REGISTER).step(1);
        Pathway full = Pathway.empty(school.dossier);
        for (int number = 1; number <= Pathway.MOST_STEPS; number++) full = full.with(numbered(number, step));
        Pathway pathway = full;
        refused(
                ConflictException.class,
                "200 steps, the most there can be",
                "200 étapes, le maximum",
                () -> pathway.with(numbered(201, step)));
    }

    private static PathwayStep numbered(int number, PathwayStep like) {
        return new PathwayStep(
                number,
                like.adoption(),
                like.competency(),
                like.mission(),
                like.candidate(),
                like.dueOn(),
                like.reason(),
                like.by(),
                like.role(),
                like.addedAt(),
                null,
                null);
    }

    @Test
    void an_adaptation_has_its_pedagogical_reason_and_is_for_learner_and_school_staff_alone() {
        refused(
                InvalidInputException.class,
                "choose a pedagogical reason, one of: ",
                "choisissez une raison pédagogique, parmi : ",
                () -> school.durand.pathways().adapt(school.dossier, NewAdaptation.of("Consignes lues")));
        refused(
                InvalidInputException.class,
                "must not be blank",
                "objet",
                () -> school.durand
                        .pathways()
                        .adapt(
                                school.dossier,
                                NewAdaptation.of(" ").choosing("oral").because("Se repère mieux à l'oral.")));
        Adaptation made = school.durand
                .pathways()
                .adapt(
                        school.dossier,
                        NewAdaptation.of("Consignes lues à voix haute")
                                .choosing("oral")
                                .because("Se repère mieux à l'oral."));

        for (Desk reader : List.of(school.emma, school.petit)) {
            assertThat(reader.pathways()
                            .adaptations(school.dossier, PageRequest.first(10))
                            .items())
                    .containsExactly(made);
        }
        for (Role role : List.of(Role.TUTOR, Role.CERTIFIER, Role.REPRESENTATIVE)) {
            String person = "someone." + role;
            school.head.grants().give(NewGrant.of(person, role).over(school.dossier));
            refused(
                    DeniedException.class,
                    "read the adaptations of a pathway",
                    "lire les adaptations d'un parcours",
                    () -> school.as(person).pathways().adaptations(school.dossier, PageRequest.first(10)));
            refused(
                    DeniedException.class,
                    "read a pathway",
                    "lire un parcours",
                    () -> school.as(person).pathways().get(school.dossier));
        }
        assertThat(school.emma.pathways().get(school.dossier).toString()).doesNotContain("voix haute");
    }

    @Test
    void an_adaptation_of_a_step_names_one_that_is_there_and_ends_once() {
        NewAdaptation shorter = NewAdaptation.of("Dossier plus court")
                .choosing("oral")
                .because("Pour aller au bout d'un cycle.")
                .forStep(1);
        refused(
                InvalidInputException.class,
                "there is no step 1; the pathway has 0",
                "il n'y a pas d'étape 1",
                () -> school.durand.pathways().adapt(school.dossier, shorter));
        school.durand.pathways().add(school.dossier, REGISTER);
        AdaptationId id =
                school.durand.pathways().adapt(school.dossier, shorter).id();
        refused(
                DeniedException.class,
                "guide a pathway",
                "guider un parcours",
                () -> school.emma.pathways().end(school.dossier, id, "Je n'en veux plus."));
        Adaptation ended = school.petit.pathways().end(school.dossier, id, "N'est plus utile.");
        assertThat(ended.ended().reason()).isEqualTo("N'est plus utile.");
        assertThat(school.emma
                        .pathways()
                        .adaptations(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(ended);
        refused(
                ConflictException.class,
                "has ended already",
                "a déjà pris fin",
                () -> school.petit.pathways().end(school.dossier, id, "Encore."));
        refused(
                NotFoundException.class,
                "There is no adaptation",
                "(adaptation)",
                () -> school.petit.pathways().end(school.dossier, new AdaptationId(VosReves.nowhere()), "Rien."));
    }

    @Test
    void suggestions_cover_the_gaps_say_why_and_can_be_accepted() {
        school.positioned(school.durand, "C3.1", "en-cours");
        school.emma
                .assessments()
                .publish(
                        school.dossier, NewSelfAssessment.of("C3.1", "maitrise").because("Quatre offres."));
        school.emma.goals().set(school.dossier, NewGoal.of("C3.1", "acquis").by(LocalDate.of(2027, 3, 1)));
        for (String code : List.of("C1.1", "C1.3", "C2.1", "C2.2", "C2.3", "C3.3")) {
            school.positioned(school.durand, code, "acquis");
        }
        long before = school.journalLength();

        List<Suggestion> suggestions = school.durand.pathways().suggest(school.dossier, List.of(PROTECT, CHOOSE), 5);

        assertThat(suggestions).extracting(Suggestion::mission).containsExactly(CHOOSE, PROTECT);
        assertThat(suggestions.get(0).why(Locale.FRENCH))
                .contains("Personne n'a encore rien dit de C1.2")
                .contains("L'objectif sur C3.1 est « Acquis » pour le 1er mars 2027 ; « En cours » est atteint.")
                .contains("C3.1 est vu différemment : enseignant « En cours », auto-évaluation « Maîtrise ».");
        assertThat(suggestions.get(1).why(Locale.ENGLISH)).startsWith("There is no assessment yet on C3.2 (");
        assertThat(school.journalLength()).isEqualTo(before);

        school.durand.pathways().add(school.dossier, NewPathwayStep.accepting(suggestions.get(0), Locale.FRENCH));
        PathwayStep accepted = school.emma.pathways().get(school.dossier).step(1);
        assertThat(accepted.mission()).isEqualTo("Choisir un module de paiement");
        assertThat(accepted.reason()).isEqualTo(suggestions.get(0).why(Locale.FRENCH));
        assertThat(school.durand.pathways().suggest(school.dossier, List.of(PROTECT, CHOOSE), 5))
                .as("the mission is taken, the competency under way")
                .noneMatch(each -> CHOOSE.equals(each.mission()))
                .noneMatch(each -> each.competency().value().equals("C1.2"));
    }

    @Test
    void asking_for_suggestions_is_the_teachers_and_bounded() {
        refused(
                DeniedException.class,
                "guide a pathway",
                "guider un parcours",
                () -> school.emma.pathways().suggest(school.dossier, List.of(CHOOSE), 3));
        for (int most : new int[] {0, 21, -1}) {
            refused(
                    InvalidInputException.class,
                    "1 to 20 suggestions",
                    "de 1 à 20 propositions",
                    () -> school.durand.pathways().suggest(school.dossier, List.of(CHOOSE), most));
        }
        refused(
                InvalidInputException.class,
                "comes twice",
                "figure deux fois",
                () -> school.durand.pathways().suggest(school.dossier, List.of(CHOOSE, CHOOSE), 3));
        refused(
                InvalidInputException.class,
                "1, label: must not be blank",
                "n° 1, libellé : ne doit pas être vide",
                () -> school.durand.pathways().suggest(school.dossier, List.of(Candidate.of("m", " ")), 3));
        assertThat(school.durand.pathways().suggest(school.dossier, List.of(), 2))
                .extracting(each -> each.competency().value())
                .containsExactly("C1.1", "C1.2");
    }

    private ScenarioDraft published(String... missions) {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        ScenarioDraft draft = school.durand.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        school.durand.scenarios().publish(draft, missions);
        return school.durand.scenarios().get(draft.id());
    }

    private List<String> suggested() {
        return school.durand.pathways().suggest(school.dossier, 20).stream()
                .filter(each -> each.mission() != null)
                .map(each -> each.mission().id() + " " + each.mission().origin())
                .toList();
    }

    @Test
    void suggestions_come_from_the_missions_of_the_years_plan_and_say_so() {
        published("vr-1-m1", "vr-2-m1", "vr-multi-m1");
        assertThat(suggested())
                .as("no plan yet: every published mission of the framework")
                .containsExactly(
                        "vosreves/vr-1-m1 FRAMEWORK", "vosreves/vr-2-m1 FRAMEWORK", "vosreves/vr-multi-m1 FRAMEWORK");
        assertThat(school.durand.pathways().suggest(school.dossier, 1).get(0).why(Locale.ENGLISH))
                .contains("in no plan yet");

        school.durand.plans().choose(school.cohort, ScenarioId.of("vosreves"));
        school.emma.missions().start(school.dossier, MissionId.of("vosreves", "vr-2-m1"));
        long before = school.journalLength();
        List<Suggestion> suggestions = school.durand.pathways().suggest(school.dossier, 20);

        assertThat(suggested())
                .as("what the learner has begun is left out")
                .containsExactly("vosreves/vr-1-m1 YEAR_PLAN", "vosreves/vr-multi-m1 YEAR_PLAN");
        assertThat(suggestions.get(0).why(Locale.FRENCH))
                .contains("Personne n'a encore rien dit de C1.1")
                .contains("Personne n'a encore rien dit de C1.3")
                .endsWith("La mission « Publier la nouvelle offre commerciale sur le site Web de l'agence de voyage »"
                        + " est dans le plan de l'année.");
        assertThat(suggestions)
                .as("a gap that no mission trains is told, without a mission")
                .anyMatch(each ->
                        each.mission() == null && each.competency().value().equals("C1.2"));
        assertThat(school.journalLength()).isEqualTo(before);
        school.durand.pathways().add(school.dossier, NewPathwayStep.accepting(suggestions.get(0), Locale.FRENCH));
        assertThat(suggested()).containsExactly("vosreves/vr-multi-m1 YEAR_PLAN");
    }

    @Test
    void a_withdrawn_scenario_is_suggested_no_more_and_only_the_teacher_asks() {
        ScenarioDraft draft = published("vr-1-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        school.durand.scenarios().withdraw(draft);
        assertThat(suggested()).isEmpty();
        refused(
                DeniedException.class,
                "guide a pathway",
                "guider un parcours",
                () -> school.emma.pathways().suggest(school.dossier, 3));
        refused(
                InvalidInputException.class,
                "1 to 20 suggestions",
                "de 1 à 20 propositions",
                () -> school.durand.pathways().suggest(school.dossier, 0));
    }
}
