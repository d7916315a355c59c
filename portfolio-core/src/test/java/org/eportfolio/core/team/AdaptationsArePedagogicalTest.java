package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PluginException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.AdaptationReason;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J13, « adaptations » : for a pedagogical reason, chosen; for the year at most; for the team and the learner alone. */
class AdaptationsArePedagogicalTest extends Story {
    private static final NewAdaptation READ_ALOUD =
            NewAdaptation.of("Consignes lues à voix haute").choosing("oral");

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private List<Adaptation> readBy(Desk reader) {
        return reader.pathways()
                .adaptations(school.dossier, PageRequest.first(10))
                .items();
    }

    private LocalDate endOfYear() {
        return SchoolYear.of(LocalDate.ofInstant(school.clock.instant(), VosReves.PARIS))
                .lastDay();
    }

    @Test
    void the_reason_is_chosen_from_a_list_in_both_languages() {
        List<AdaptationReason> reasons = school.durand.pathways().reasons();
        assertThat(reasons).extracting(AdaptationReason::id).contains("more-time", "oral", "catch-up");
        assertThat(reasons)
                .allSatisfy(each -> assertThat(each.in(Locale.FRENCH)).isNotEqualTo(each.in(Locale.ENGLISH)));
        Adaptation made = school.durand.pathways().adapt(school.dossier, READ_ALOUD);
        assertThat(made.chosen()).isEqualTo("oral");
        assertThat(readBy(school.emma)).containsExactly(made);
    }

    @Test
    void words_alone_or_an_unknown_reason_are_refused() {
        refused(
                InvalidInputException.class,
                "choose a pedagogical reason",
                "choisissez une raison pédagogique",
                () -> school.durand
                        .pathways()
                        .adapt(school.dossier, NewAdaptation.of("Plus court").because("Pour finir.")));
        refused(
                InvalidInputException.class,
                "more-time",
                "more-time",
                () -> school.durand
                        .pathways()
                        .adapt(school.dossier, NewAdaptation.of("Plus court").choosing("because")));
    }

    @Test
    void a_school_adds_its_own_reasons() {
        AdaptationReason own = AdaptationReason.of("tutored", "est accompagné par un pair", "is helped by a peer");
        try (Portfolio elsewhere =
                Portfolio.with(new InMemoryStore()).adaptationReason(own).build()) {
            Desk head = elsewhere.setUp("direction");
            assertThat(head.pathways().reasons()).contains(own);
        }
        assertThatThrownBy(() -> Portfolio.with(new InMemoryStore())
                        .adaptationReason(AdaptationReason.of("oral", "à l'oral", "in speech"))
                        .build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("oral");
    }

    @Test
    void words_of_health_are_kept_with_a_warning() {
        NewAdaptation input = READ_ALOUD.because("Dyslexique, suit un PAP.");
        assertThat(input.warnings())
                .extracting(each -> each.in(Locale.FRENCH))
                .allSatisfy(each -> assertThat(each).contains("livret de parcours inclusif"))
                .anySatisfy(each -> assertThat(each).contains("« PAP »"))
                .anySatisfy(each -> assertThat(each).contains("« Dyslexique »"));
        Adaptation made = school.durand.pathways().adapt(school.dossier, input);
        assertThat(made.reason()).isEqualTo("Dyslexique, suit un PAP.");
        assertThat(made.warnings()).hasSize(2);
    }

    @Test
    void words_of_the_lesson_are_no_words_of_health() {
        assertThat(READ_ALOUD
                        .because("Maladroit au clavier ; désactive l'affichage ; un pape, une papeterie ; évaluation"
                                + " diagnostique, traitement des données.")
                        .warnings())
                .isEmpty();
    }

    @Test
    void it_lasts_to_the_end_of_the_school_year_at_most_and_then_goes() {
        Adaptation whole = school.durand.pathways().adapt(school.dossier, READ_ALOUD);
        assertThat(whole.until()).isEqualTo(endOfYear());
        refused(
                InvalidInputException.class,
                "the end of the school year",
                "la fin de l'année scolaire",
                () -> school.durand
                        .pathways()
                        .adapt(school.dossier, READ_ALOUD.until(endOfYear().plusDays(1))));
        LocalDate soon =
                LocalDate.ofInstant(school.clock.instant(), VosReves.PARIS).plusDays(3);
        school.durand.pathways().adapt(school.dossier, READ_ALOUD.until(soon));

        assertThat(school.head.privacy().adaptationsDue(soon)).isZero();
        assertThat(school.head.privacy().adaptationsDue(soon.plusDays(1))).isEqualTo(1);
        assertThat(school.head.privacy().adaptationsDue(endOfYear().plusDays(1)))
                .isEqualTo(2);
        assertThat(school.head.privacy().clearAdaptations()).isZero();
        school.clock.advance(Duration.ofDays(4));
        assertThat(school.head.privacy().clearAdaptations()).isEqualTo(1);
        assertThat(school.head.privacy().clearAdaptations()).isZero();
        assertThat(readBy(school.emma)).containsExactly(whole);
    }

    @Test
    void an_older_one_keeps_its_words_and_ends_with_the_year_in_which_it_began() {
        Adaptation made = school.durand.pathways().adapt(school.dossier, READ_ALOUD);
        Adaptation older = new Adaptation(
                made.id(),
                made.dossier(),
                0,
                made.what(),
                "Se repère mieux à l'oral.",
                made.by(),
                made.role(),
                made.since(),
                null,
                null,
                null);
        assertThat(older.lastDay(VosReves.PARIS)).isEqualTo(endOfYear());
        assertThat(older.warnings()).isEmpty();
    }

    @Test
    void nobody_but_the_team_and_the_learner_reads_them() {
        school.durand.pathways().adapt(school.dossier, READ_ALOUD);
        school.head.access().openForReason(school.dossier, "Signalement 2026-4.", 2);
        refused(DeniedException.class, "adaptations", "adaptations", () -> readBy(school.head));
        for (Role role : List.of(Role.TUTOR, Role.REPRESENTATIVE, Role.CERTIFIER)) {
            school.head.grants().give(NewGrant.of("someone." + role, role).over(school.dossier));
            assertThatThrownBy(() -> readBy(school.as("someone." + role))).isInstanceOf(DeniedException.class);
        }
        assertThatThrownBy(() -> readBy(school.as("malo"))).isInstanceOf(NotFoundException.class);
    }
}
