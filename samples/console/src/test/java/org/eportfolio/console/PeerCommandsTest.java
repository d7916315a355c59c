package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peer review, as it is typed. */
class PeerCommandsTest {
    private static final List<String> ALL = List.of("emma", "malo", "lina", "yanis", "tom", "chloe", "ines");
    private static final List<String> OTHERS =
            ALL.stream().filter(each -> !each.equals("emma")).toList();

    @TempDir
    Path folder;

    Classroom room = new Classroom(Path.of(""));

    @BeforeEach
    void a_class_at_work() throws IOException {
        room = Classroom.in(folder);
    }

    private String opened(String... more) {
        return room.done(
                "m.durand",
                Stream.concat(
                                Stream.of(
                                        "campaign",
                                        "open",
                                        "CS SNO",
                                        "Relire les cartes",
                                        "--until",
                                        "01/06/2090 18:00",
                                        "--ask",
                                        "Les sources sont-elles datées ?",
                                        "--ask",
                                        "Les offres sont-elles comparables ?",
                                        "--on",
                                        "C3.1",
                                        "--with-level"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Emma hands in, Malo reviews. */
    private void reviewed() {
        room.done("emma", "campaign", "hand-in", "CS SNO", "Relire", "carte");
        room.done("m.durand", "campaign", "assign", "CS SNO", "Relire", "malo", "emma");
        room.done(
                "malo",
                "review",
                "write",
                "emma",
                "--strength",
                "Trois offres.",
                "--on",
                "1",
                "--says",
                "Sans dates.",
                "--on",
                "2",
                "--says",
                "Oui.",
                "--level",
                "acquis");
    }

    @Test
    void a_campaign_says_what_it_asks() {
        assertThat(opened())
                .contains("Relire les cartes, jusqu'au 01/06/2090 18:00 : on remet", "1. Les sources")
                .contains("2. Les offres sont-elles comparables ?  C3.1  (un niveau peut être donné)");
        assertThat(room.done("emma", "campaign", "list", "CS SNO")).contains("Relire les cartes");
        assertThat(room.refused("emma", "campaign", "close", "CS SNO", "Relire"))
                .contains("enseignant");
    }

    @Test
    void a_review_is_written_received_answered_and_rated() {
        opened();
        room.done("emma", "campaign", "hand-in", "CS SNO", "Relire", "carte");
        room.done("m.durand", "campaign", "assign", "CS SNO", "relire", "malo", "emma");
        assertThat(room.done("malo", "review", "assigned")).contains("Emma Exemplaire, Relire les cartes : à écrire");
        assertThat(room.done("malo", "review", "work", "emma")).contains("Carte mentale de emma", "Stripe, datés");
        room.done("malo", "review", "write", "emma", "--on", "1", "--says", "Sans dates.", "--draft");
        assertThat(room.refused("malo", "review", "submit", "emma")).contains("point fort");
        room.done(
                "malo",
                "review",
                "write",
                "emma",
                "--strength",
                "Trois offres.",
                "--on",
                "2",
                "--says",
                "Oui.",
                "--level",
                "acquis");
        assertThat(room.done("emma", "review", "show", "emma")).contains("Aucune relecture");

        room.done("m.durand", "campaign", "close", "CS SNO", "Relire");

        assertThat(room.done("emma", "review", "show", "emma"))
                .contains("Pair 1, Malo Modèle", "Point fort : Trois offres.", "Oui.  ◕ Acquis", "◕ Acquis × 1");
        room.done("emma", "review", "reply", "emma", "Pair 1", "Je les date.");
        assertThat(room.done("emma", "review", "rate", "emma", "Pair 1", "very_useful"))
                .contains("Utilité : très utile");
        assertThat(room.done("malo", "review", "delivered", "emma")).contains("Réponse : Je les date.");
        assertThat(room.refused("emma", "review", "reply", "emma", "Pair 1", "Encore."))
                .contains("une seule réponse");
    }

    @Test
    void an_anonymous_reviewer_stands_in_no_output_of_the_reviewed_learner() {
        opened("--anonymous");
        reviewed();
        room.done("m.durand", "campaign", "close", "CS SNO", "Relire");

        String shown = room.done("emma", "review", "show", "emma");
        String json = room.done("emma", "review", "show", "emma", "--json");
        assertThat(shown).contains("Pair 1  Relire");
        assertThat(OTHERS).allSatisfy(each -> assertThat(shown + json).doesNotContain("\"" + each + "\""));
        assertThat(shown + json).doesNotContain("Malo", "Modèle");
        assertThat(room.refused("emma", "campaign", "assignments", "CS SNO", "Relire"))
                .contains("enseignant");
        assertThat(room.done("m.durand", "campaign", "assignments", "CS SNO", "Relire"))
                .containsPattern("Malo Modèle +Emma Exemplaire +remise");
    }

    @Test
    void abuse_is_withheld_with_a_reason_that_its_victim_does_not_see() {
        opened();
        reviewed();
        room.done("m.durand", "campaign", "close", "CS SNO", "Relire");
        assertThat(room.refused("m.durand", "review", "withhold", "CS SNO", "Relire", "emma", "--because", " "))
                .isNotEmpty();

        assertThat(room.done("m.durand", "review", "withhold", "CS SNO", "Relire", "emma", "--because", "Moquerie"))
                .contains("retenue : Moquerie");

        assertThat(room.done("emma", "review", "show", "emma", "--lang", "en"))
                .contains("A teacher withheld this review.")
                .doesNotContain("Moquerie", "Sans dates");
    }

    @Test
    void a_draw_gives_everybody_as_many_reviews_as_they_write() {
        opened();
        for (String each : ALL) room.done(each, "campaign", "hand-in", "CS SNO", "Relire", "Carte mentale");
        String drawn = room.done("m.durand", "campaign", "draw", "CS SNO", "Relire", "--each", "2");

        assertThat(drawn.lines()).hasSize(1 + 14);
        assertThat(drawn.split("Emma Exemplaire", -1)).hasSize(1 + 4);
        assertThat(room.refused("m.durand", "campaign", "draw", "CS SNO", "Relire"))
                .contains("Relire les cartes");
    }
}
