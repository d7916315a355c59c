package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals, interviews, pathways and nudges, as they are typed. */
class GuidanceCommandsTest {
    @TempDir
    Path folder;

    Classroom room = new Classroom(Path.of(""));

    @BeforeEach
    void a_class_at_work() throws IOException {
        room = Classroom.in(folder);
    }

    private String goal() {
        return room.done("emma", "goal", "set", "emma", "C3.2", "acquis", "--by", "01/03/2090", "--step", "Lire");
    }

    @Test
    void a_goal_is_reached_only_when_claimed_with_evidence_and_confirmed() {
        assertThat(goal())
                .contains("Emma Exemplaire a un nouvel objectif", "C3.2 → ◕ Acquis pour le 01/03/2090 : ouvert");

        assertThat(room.done("emma", "goal", "step", "emma", "C3.2", "1")).contains("[x] Lire");
        assertThat(room.refused("emma", "goal", "claim", "emma", "C3.2", "--note", "Fait"))
                .contains("réalisation");
        room.done("emma", "goal", "claim", "emma", "C3.2", "--note", "Fait", "--citing", "carte mentale");
        assertThat(room.refused("emma", "goal", "confirm", "emma", "C3.2")).contains("enseignant");
        room.done("m.durand", "goal", "decline", "emma", "C3.2", "--note", "Date tes sources.");
        room.done("emma", "goal", "claim", "emma", "C3.2", "--note", "Datées", "--citing", "Carte mentale de emma");
        assertThat(room.done("m.durand", "goal", "confirm", "emma", "C3.2")).contains("C3.2 → ◕ Acquis", "atteint");

        assertThat(room.told("status", "m.durand", "goal", "list", "emma")).isEqualTo("REACHED");
    }

    @Test
    void what_is_not_in_a_list_is_answered_with_what_is() {
        assertThat(room.refused("emma", "goal", "abandon", "emma", "C3.2")).contains("« C3.2 »");
        goal();
        assertThat(room.refused("emma", "goal", "abandon", "emma", "C1.1")).contains("Il y a : C3.2 [");
        assertThat(room.refused("emma", "goal", "claim", "emma", "C3.2", "--citing", "site"))
                .contains("« site »", "Carte mentale de emma");
    }

    @Test
    void nobody_else_learns_of_a_learners_goals() {
        goal();
        assertThat(room.refused("malo", "goal", "list", "emma")).doesNotContain("Exemplaire", "C3.2");
    }

    @Test
    void an_interview_is_prepared_conducted_agreed_closed_and_answered() {
        goal();
        String begun = room.done(
                "m.durand", "interview", "schedule", "emma", "--about", "Bilan de PFMP", "--at", "15/01/2090 10:00");
        assertThat(begun).contains("Un entretien avec Emma Exemplaire", "Bilan de PFMP, 15/01/2090 10:00 : prévu");
        assertThat(room.refused(
                        "m.durand", "interview", "conduct", "emma", "Bilan", "--notes", "x", "--present", "emma"))
                .contains("fiche");

        String sheet = room.done("m.durand", "interview", "prepare", "emma", "bilan");
        assertThat(sheet)
                .contains("Fiche de préparation : Emma Exemplaire", "préparée par M. Durand")
                .containsSubsequence("regards diffèrent", "C3.1", "◔ En cours", "◕ Acquis")
                .containsSubsequence("Objectifs ouverts", "C3.2 → ◕ Acquis pour le 01/03/2090")
                .containsSubsequence("Dernières réalisations", "Carte mentale de emma")
                .containsSubsequence("Rien encore sur", "C1.1");

        room.done(
                "m.durand",
                "interview",
                "conduct",
                "emma",
                "Bilan",
                "--notes",
                "Emma explique.",
                "--present",
                "emma,m.durand");
        room.done(
                "m.durand",
                "interview",
                "propose",
                "emma",
                "Bilan",
                "Dater chaque source",
                "--on",
                "C3.1",
                "--target",
                "acquis",
                "--by",
                "2090-02-01");
        assertThat(room.refused("m.durand", "interview", "close", "emma", "Bilan"))
                .contains("1");
        assertThat(room.done("emma", "interview", "accept", "emma", "Bilan", "1"))
                .contains("C3.1 → ◕ Acquis");
        room.done("m.durand", "interview", "note", "emma", "Bilan", "Très en confiance.");
        assertThat(room.done("m.durand", "interview", "close", "emma", "Bilan", "--next", "2090-03-01"))
                .contains("Présents : Emma Exemplaire, M. Durand", "le prochain le 01/03/2090");
        room.done("emma", "interview", "dissent", "emma", "Bilan", "Je les avais datées.");

        assertThat(room.done("emma", "interview", "show", "emma", "Bilan"))
                .contains("Emma explique.", "Dater chaque source : accepté", "pas d'accord : « Je les avais datées. »")
                .doesNotContain("confiance");
        assertThat(room.done("m.durand", "interview", "notes", "emma")).contains("M. Durand : Très en confiance.");
        room.refused("emma", "interview", "notes", "emma");
        assertThat(room.refused("m.durand", "interview", "reschedule", "emma", "Bilan", "--at", "2090-01-01T10:00"))
                .contains("clos");

        room.done("m.durand", "interview", "schedule", "emma", "--about", "Suite", "--at", "2090-03-01T10:00");
        assertThat(room.done("m.durand", "interview", "show", "emma", "suite"))
                .contains("Il s'ouvre sur ce qui avait été convenu", "Dater chaque source");
        assertThat(room.done("emma", "interview", "list", "emma")).containsSubsequence("Bilan de PFMP", "Suite");
    }

    @Test
    void a_pathway_has_steps_and_adaptations_each_with_its_reason() {
        room.done(
                "m.durand", "pathway", "step", "emma", "C3.2", "--because", "Rien encore.", "--through", "Le registre");
        String adapted = room.done(
                "m.durand",
                "pathway",
                "adapt",
                "emma",
                "Consignes lues",
                "--reason",
                "oral",
                "--because",
                "Se repère à l'oral.",
                "--step",
                "1");
        assertThat(adapted)
                .contains(
                        "Consignes lues (étape 1)",
                        "parce que : montre plus à l'oral qu'à l'écrit ; Se repère à l'oral. (M. Durand");
        assertThat(room.done("emma", "pathway", "mark", "emma", "1")).contains("1. [x] C3.2  Le registre");
        room.done("m.durand", "pathway", "end", "emma", "consignes", "--because", "Plus besoin.");

        assertThat(room.done("emma", "pathway", "show", "emma")).contains("Plus besoin.", "Rien encore. (M. Durand)");
        assertThat(room.refused("m.durand", "pathway", "drop", "emma", "1", "--because", "x"))
                .contains("fait");
        assertThat(room.refused("emma", "pathway", "adapt", "emma", "x", "--reason", "oral"))
                .contains("enseignant");
        assertThat(room.refused("malo", "pathway", "show", "emma")).doesNotContain("registre");
    }

    @Test
    void suggestions_say_why_and_keep_nothing() {
        String suggested = room.done("m.durand", "pathway", "suggest", "emma", "--most", "2");

        assertThat(suggested).contains("Ce qui pourrait aider Emma Exemplaire", "C1.1", "Rien n'a été enregistré");
        assertThat(room.done("m.durand", "pathway", "show", "emma")).contains("Aucune étape");
    }

    @Test
    void nudges_are_the_learners_own_and_can_be_muted() {
        assertThat(room.done("emma", "nudge", "list", "emma")).contains("C1.1", "(no-evidence)");
        assertThat(room.done("emma", "nudge", "mute", "emma", "no-evidence")).contains("no-evidence");
        assertThat(room.done("emma", "nudge", "list", "emma")).contains("Rien à signaler");
        room.done("emma", "nudge", "unmute", "emma", "no-evidence");
        assertThat(room.done("emma", "nudge", "seen", "emma")).contains("plus rien pendant une semaine");
        assertThat(room.done("emma", "nudge", "mute", "emma")).contains("Tous les rappels sont coupés");
        assertThat(room.refused("emma", "nudge", "mute", "emma", "nothing")).contains("goal-due");
        room.refused("m.durand", "nudge", "list", "emma");
    }
}
