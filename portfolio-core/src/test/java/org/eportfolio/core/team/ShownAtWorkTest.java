package org.eportfolio.core.team;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.TutoringDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.privacy.WaysOut;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Stored;
import org.eportfolio.workplace.NewShownWork;
import org.eportfolio.workplace.ShownWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J3: the tutor is the employer, and sees of the dossier only what the learner shows for that period. */
class ShownAtWorkTest extends Story {
    private static final LocalDate LAST = VosReves.TODAY.plusDays(20);

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private WorkplacePeriod period(String employer, String tutor) {
        school.head.grants().give(NewGrant.of(tutor, Role.TUTOR).over(school.dossier));
        return school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp(employer)
                                .lasting(VosReves.TODAY, LAST)
                                .asking("C3.1")
                                .readableFor(10)
                                .tutoredBy(PersonId.of(tutor)));
    }

    @Test
    void a_tutor_gives_no_level_but_by_the_answer_of_a_period_that_is_open_on_what_was_asked() {
        WorkplacePeriod period = period("VosRêves", "k.un");
        Desk tutor = school.as("k.un");
        for (String code : List.of("C3.1", "C1.1")) {
            refused(
                    DeniedException.class,
                    "by the answer of their workplace period",
                    "par la réponse de sa période",
                    () -> tutor.assessments()
                            .position(
                                    school.dossier,
                                    NewPositioning.of(code, "acquis").because("Vu en magasin.")));
        }
        NewTutorAnswer answer = NewTutorAnswer.by("Karim Exemple")
                .alone("Tout.")
                .withHelp("Rien.")
                .advising("Continuer.")
                .level("C3.1", "acquis");
        tutor.tutoring().answer(school.dossier, period.id(), answer);
        assertThat(school.durand
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .singleElement()
                .satisfies(each -> assertThat(each.perspective()).isEqualTo(Perspective.TUTOR));
        school.durand.tutoring().breakOff(school.durand.tutoring().get(school.dossier, period.id()));
        school.clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> tutor.tutoring().answer(school.dossier, period.id(), answer))
                .isInstanceOf(ConflictException.class);
    }

    private SharedDesk link(WorkplacePeriod period) {
        return school.portfolio
                .as(Actor.bearing(school.durand
                        .tutoring()
                        .invite(school.dossier, period.id())
                        .token()
                        .text()))
                .shared();
    }

    private Production quote(String title) {
        return school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled(title)
                                .showing("C3.1")
                                .attaching(VosReves.file("devis.txt", "contenu de " + title)));
    }

    private ShownWork shown(WorkplacePeriod period, Production production) {
        return school.emma
                .tutoring()
                .show(school.dossier, period.id(), NewShownWork.of(production).saying("Préparé seule."));
    }

    private static List<String> titles(TutorForm form) {
        return form.shown().stream()
                .flatMap(each -> each.versions().stream())
                .map(each -> each.title())
                .toList();
    }

    @Test
    void a_tutor_sees_what_was_shown_for_their_own_period_and_nothing_else_by_link_and_by_account() {
        WorkplacePeriod first = period("VosRêves", "k.un");
        WorkplacePeriod second = period("Agence", "k.deux");
        Production quote = quote("Devis");
        quote("Carnet intime");
        shown(first, quote);

        for (TutorForm form :
                List.of(link(first).workplace(), school.as("k.un").tutoring().form(school.dossier, first.id()))) {
            assertThat(titles(form)).containsExactly("Devis");
            assertThat(form.shown().get(0).words()).isEqualTo("Préparé seule.");
            assertThat(form.toString()).doesNotContain("Carnet intime", "Agence");
        }
        assertThat(titles(link(second).workplace())).isEmpty();
        assertThat(titles(school.as("k.deux").tutoring().form(school.dossier, second.id())))
                .isEmpty();
        assertThatThrownBy(() -> school.as("k.deux").tutoring().form(school.dossier, first.id()))
                .isInstanceOf(NotFoundException.class);
        assertThat(school.as("k.deux")
                        .tutoring()
                        .mine(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(second);
        assertThat(school.durand.tutoring().shown(school.dossier, first.id())).hasSize(1);
    }

    @Test
    void only_the_files_of_what_is_shown_can_be_downloaded_and_no_longer_once_it_is_hidden() throws IOException {
        WorkplacePeriod period = period("VosRêves", "k.un");
        Production quote = quote("Devis");
        Stored hidden = quote("Carnet").contents().findFirst().orElseThrow();
        Stored file = quote.contents().findFirst().orElseThrow();
        shown(period, quote);
        SharedDesk link = link(period);
        TutoringDesk account = school.as("k.un").tutoring();
        assertThat(text(link.download(file))).isEqualTo("contenu de Devis");
        assertThat(text(account.download(school.dossier, period.id(), file))).isEqualTo("contenu de Devis");
        assertThatThrownBy(() -> link.download(hidden)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> account.download(school.dossier, period.id(), hidden))
                .isInstanceOf(NotFoundException.class);

        school.emma.tutoring().hide(school.dossier, period.id(), quote.id());
        long before = school.journalLength();
        school.emma.tutoring().hide(school.dossier, period.id(), quote.id());
        assertThat(school.journalLength()).as("hiding twice does nothing").isEqualTo(before);
        assertThat(titles(link.workplace())).isEmpty();
        assertThatThrownBy(() -> link.download(file)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> account.download(school.dossier, period.id(), file))
                .isInstanceOf(NotFoundException.class);
    }

    private static String text(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_version_that_was_shown_stays_the_one_that_is_seen_until_a_newer_one_is_shown() {
        WorkplacePeriod period = period("VosRêves", "k.un");
        Production quote = quote("Devis");
        ShownWork first = shown(period, quote);
        Production next = school.emma.productions().extend(quote, NewProduction.titled("Devis corrigé"));
        assertThat(titles(link(period).workplace())).containsExactly("Devis");
        ShownWork second = shown(period, next);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(titles(link(period).workplace())).containsExactly("Devis corrigé");
        school.emma.productions().remove(next);
        assertThat(titles(link(period).workplace())).as("it is gone").isEmpty();
    }

    @Test
    void a_tutor_with_an_account_answers_their_own_period_while_it_lasts_and_reads_until_it_is_closed() {
        WorkplacePeriod period = period("VosRêves", "k.un");
        TutoringDesk tutor = school.as("k.un").tutoring();
        NewTutorAnswer answer = NewTutorAnswer.by("Karim").alone("Le devis.").level("C3.1", "acquis");
        assertThat(requireNonNull(tutor.answer(school.dossier, period.id(), answer)
                                .answer())
                        .alone())
                .isEqualTo("Le devis.");
        assertThat(school.emma
                        .assessments()
                        .list(school.dossier, PageRequest.first(5))
                        .items())
                .singleElement()
                .satisfies(each -> assertThat(each.author()).isEqualTo(PersonId.of("k.un")));
        period("Agence", "k.deux");
        assertThatThrownBy(() -> school.as("k.deux").tutoring().answer(school.dossier, period.id(), answer))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand.tutoring().answer(school.dossier, period.id(), answer))
                .isInstanceOf(DeniedException.class);

        school.clock.set("2026-09-29T09:00:00Z");
        assertThatThrownBy(() -> tutor.answer(school.dossier, period.id(), answer))
                .isInstanceOf(ConflictException.class);
        assertThat(tutor.form(school.dossier, period.id()).answer()).isNotNull();
        school.clock.set("2026-10-09T09:00:00Z");
        refused(
                ConflictException.class,
                "could be read by its tutor until 7 October 2026",
                "jusqu'au 7 octobre 2026",
                () -> tutor.form(school.dossier, period.id()));
        assertThat(tutor.mine(school.dossier, PageRequest.first(5)).items()).isEmpty();
        refused(ConflictException.class, "was closed after", "close depuis", () -> shown(period, quote("Trop tard")));
    }

    @Test
    void what_is_confidential_and_not_cleared_is_not_shown() {
        WorkplacePeriod period = period("VosRêves", "k.un");
        Production quote = quote("Devis");
        shown(period, quote);
        school.emma.productions().mark(school.dossier, quote.id());
        assertThat(titles(link(period).workplace())).isEmpty();
        refused(
                ConflictException.class,
                "confidential to a company and not cleared: Devis",
                "confidentielles pour une entreprise",
                () -> shown(period, quote));
        school.durand.productions().clear(school.dossier, quote.id());
        assertThat(titles(link(period).workplace())).containsExactly("Devis");
    }

    @Test
    void only_the_learner_shows_and_only_what_they_made() {
        WorkplacePeriod period = period("VosRêves", "k.un");
        Production quote = quote("Devis");
        Production malos = school.malo.productions().add(school.malos, NewProduction.titled("De Malo"));
        assertThatThrownBy(() -> school.durand.tutoring().show(school.dossier, period.id(), NewShownWork.of(quote)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.tutoring().show(school.dossier, period.id(), NewShownWork.of(malos)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> shown(period, malos)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.durand.tutoring().hide(school.dossier, period.id(), quote.id()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() ->
                        school.emma.tutoring().hide(school.malos, period.id(), new ProductionId(VosReves.nowhere())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void at_most_fifty_productions_are_shown_for_one_period() {
        WorkplacePeriod period = period("VosRêves", "k.un");
        for (int i = 0; i < ShownWork.MOST; i++) shown(period, quote("Devis " + i));
        refused(ConflictException.class, "at most 50", "50 au plus", () -> shown(period, quote("Encore un")));
        assertThat(link(period).workplace().shown()).hasSize(ShownWork.MOST);
    }

    @Test
    void what_a_group_made_is_shown_without_the_words_of_the_others() {
        Production together = school.madeTogether();
        WorkplacePeriod period = period("VosRêves", "k.un");
        shown(period, together);
        TutorForm form = link(period).workplace();
        assertThat(form.shown())
                .singleElement()
                .satisfies(each ->
                        assertThat(requireNonNull(each.part()).contribution()).isEqualTo("EMMA-A-FAIT-LE-PLAN"));
        assertThat(form.toString()).doesNotContain("MALO-A-CHOISI-LES-IMAGES", "APPRECIATION-DU-GROUPE");
    }

    @Test
    void who_can_read_says_that_a_tutor_reads_their_own_period_only() {
        period("VosRêves", "k.un");
        assertThat(school.emma.access().whoCanRead(school.dossier))
                .filteredOn(each -> PersonId.of("k.un").equals(each.person()))
                .extracting(Reader::permissions)
                .containsExactly(Set.of(Permission.READ_AS_TUTOR));
    }

    @Test
    void it_travels_with_the_dossier_and_is_in_what_the_learner_takes_and_asks_for() throws IOException {
        WorkplacePeriod period = period("VosRêves", "k.un");
        ShownWork kept = shown(period, quote("Devis"));
        assertThat(WaysOut.takenAway(school)).contains(new Kind("shown-work"));
        assertThat(WaysOut.exported(school)).anyMatch(each -> each.contains("Préparé seule."));
        try (Portfolio elsewhere = WaysOut.elsewhere(school)) {
            assertThat(elsewhere.as(Actor.of("emma")).tutoring().shown(school.dossier, period.id()))
                    .containsExactly(kept);
        }
    }

    @Test
    void it_goes_with_the_learner() {
        WorkplacePeriod period = period("VosRêves", "k.un");
        shown(period, quote("Devis"));
        school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("emma")));
        assertThatThrownBy(() -> school.head.tutoring().shown(school.dossier, period.id()))
                .isInstanceOf(NotFoundException.class);
    }
}
