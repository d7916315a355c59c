package org.eportfolio.core.team;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.core.SharedDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.TutoringDesk;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.NewBilan;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.TutorForm;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod.Phase;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;
import org.junit.jupiter.api.Test;

/** D2: the workplace tutor answers three questions through a link, without an account. */
class TutorsTest extends Story {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 27);
    private static final NewTutorAnswer ANSWER = NewTutorAnswer.by("Karim Exemple")
            .alone("Il a mis à jour la page des séjours.")
            .withHelp("Je l'ai aidée sur les droits d'image.")
            .advising("Dater ses sources.");

    private WorkplacePeriod opened(String employer) {
        return school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp(employer)
                                .lasting(FIRST, LAST)
                                .readableFor(14)
                                .asking("C3.1", "Cherche et trie des informations")
                                .asking("C1.1"));
    }

    private SharedDesk tutor(WorkplacePeriod period) {
        return bearing(school.durand.tutoring().invite(school.dossier, period.id()));
    }

    private SharedDesk bearing(IssuedLink link) {
        return school.portfolio.as(Actor.bearing(link.token().text())).shared();
    }

    private List<Trajectory.Point> tutorPoints(String competency) {
        CompetencyProgress progress = school.emma.progress().of(school.dossier).competencies().stream()
                .filter(each -> each.item().code().equals(Code.of(competency)))
                .findFirst()
                .orElseThrow();
        return progress.trajectories().stream()
                .filter(each -> each.perspective() == Perspective.TUTOR)
                .flatMap(each -> each.points().stream())
                .toList();
    }

    private static String levelOf(Trajectory.Point point) {
        return requireNonNull(point.level()).id().value();
    }

    @Test
    void the_tutor_answers_in_plain_words_and_their_levels_show_in_the_tutor_trajectory() {
        SharedDesk tutor = tutor(opened("VosRêves"));
        school.clock.set("2026-11-20T09:00:00Z");
        TutorForm form = tutor.workplace();
        assertThat(form.employer()).isEqualTo("VosRêves");
        assertThat(form.asked().get(0).words()).isEqualTo("Cherche et trie des informations");
        assertThat(form.asked().get(1).words()).as("the framework's own words").hasSizeGreaterThan(10);
        assertThat(form.levels()).hasSize(4).allMatch(level -> !level.label().isBlank());
        assertThat(TutorForm.questions().stream().map(each -> each.in(Locale.FRENCH)))
                .hasSize(3)
                .anyMatch(each -> each.contains("aide"));

        tutor.answer(ANSWER.level("C3.1", "en-cours"));

        assertThat(tutorPoints("C3.1")).singleElement().satisfies(point -> {
            assertThat(point.role()).isEqualTo(Role.TUTOR);
            assertThat(levelOf(point)).isEqualTo("en-cours");
            assertThat(point.observedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        });
        assertThat(tutorPoints("C1.1")).as("no level given, none invented").isEmpty();
        WorkplacePeriod seen = school.emma
                .tutoring()
                .list(school.dossier, PageRequest.first(10))
                .items()
                .get(0);
        assertThat(requireNonNull(seen.answer()).advice()).isEqualTo("Dater ses sources.");
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void what_the_head_rectified_stays_when_the_tutor_changes_another_part_of_the_answer() {
        SharedDesk tutor = tutor(opened("VosRêves"));
        school.clock.set("2026-11-10T09:00:00Z");
        tutor.answer(ANSWER.level("C3.1", "en-cours").level("C1.1", "acquis"));
        NewRectification right =
                NewRectification.to("maitrise").asked("2026-14").because("Confondue avec une autre.");
        school.head
                .assessments()
                .rectify(school.dossier, tutorPoints("C3.1").get(0).assessment(), right);
        tutor.answer(ANSWER.withHelp("Sans aide.").level("C3.1", "en-cours").level("C1.1", "acquis"));
        assertThat(tutorPoints("C3.1")).extracting(TutorsTest::levelOf).containsExactly("en-cours", "maitrise");
        tutor.answer(ANSWER.level("C3.1", "acquis").level("C1.1", "acquis"));
        assertThat(tutorPoints("C3.1"))
                .extracting(TutorsTest::levelOf)
                .containsExactly("en-cours", "maitrise", "acquis");
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void changing_the_answer_supersedes_and_leaving_a_level_out_takes_it_back() {
        SharedDesk tutor = tutor(opened("VosRêves"));
        school.clock.set("2026-11-10T09:00:00Z");
        tutor.answer(ANSWER.level("C3.1", "en-cours").level("C1.1", "acquis"));
        tutor.answer(ANSWER.withHelp("Sans aide.").level("C3.1", "en-cours").level("C1.1", "acquis"));
        assertThat(tutorPoints("C3.1")).as("the same level is not said twice").hasSize(1);

        tutor.answer(ANSWER.level("C3.1", "acquis"));

        assertThat(tutorPoints("C3.1"))
                .hasSize(2)
                .filteredOn(Trajectory.Point::stands)
                .singleElement()
                .satisfies(point -> assertThat(levelOf(point)).isEqualTo("acquis"));
        assertThat(tutorPoints("C1.1")).noneMatch(Trajectory.Point::stands);
        assertThat(school.emma
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .filteredOn(each -> each.supersedes() != null)
                .allSatisfy(each -> assertThat(requireNonNull(each.supersedes()).reason())
                        .isEqualTo("Le tuteur a modifié sa réponse."));
        tutor.answer(ANSWER.level("C1.1", "en-cours"));
        assertThat(tutorPoints("C1.1")).filteredOn(Trajectory.Point::stands).hasSize(1);
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void the_answer_is_written_during_the_period_read_after_it_then_closed() {
        SharedDesk tutor = tutor(opened("VosRêves"));
        assertThat(tutor.workplace().phase()).isEqualTo(Phase.COMING);
        assertThatThrownBy(() -> tutor.answer(ANSWER))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("begins on 2 November 2026");

        school.clock.set("2026-11-27T22:59:59Z");
        assertThat(tutor.answer(ANSWER).phase()).isEqualTo(Phase.OPEN);
        school.clock.set("2026-11-27T23:00:00Z");
        assertThat(tutor.workplace().phase()).isEqualTo(Phase.READ_ONLY);
        assertThat(requireNonNull(tutor.workplace().answer()).alone()).startsWith("Il a mis à jour");
        assertThatThrownBy(() -> tutor.answer(ANSWER))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("no longer changed");

        school.clock.set("2026-12-11T22:59:59Z");
        tutor.workplace();
        school.clock.set("2026-12-11T23:00:00Z");
        String closed =
                org.assertj.core.api.Assertions.catchThrowable(tutor::workplace).getMessage();
        String unknown = org.assertj.core.api.Assertions.catchThrowable(() ->
                        school.portfolio.as(Actor.bearing("inconnu")).shared().workplace())
                .getMessage();
        assertThat(closed).isEqualTo(unknown);
        assertThatThrownBy(() -> tutor.answer(ANSWER)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_bilan_names_tutor_teacher_and_learner_and_the_tutor_reads_it() {
        WorkplacePeriod period = opened("VosRêves");
        SharedDesk tutor = tutor(period);
        school.head.people().name(PersonId.of("emma"), "Emma Exemple");
        school.head.people().name(PersonId.of("m.durand"), "M. Durand");
        school.clock.set("2026-11-26T09:00:00Z");
        NewBilan bilan = NewBilan.with("Karim Exemple").andTheLearner().concluding("Plus autonome qu'en septembre.");
        school.durand.tutoring().conclude(school.durand.tutoring().get(school.dossier, period.id()), bilan);
        school.durand
                .tutoring()
                .conclude(
                        school.durand.tutoring().get(school.dossier, period.id()),
                        bilan.concluding("Bien plus autonome."));

        assertThat(requireNonNull(tutor.workplace().bilan()).present())
                .containsExactly("Karim Exemple", "M. Durand", "Emma Exemple");
        assertThat(requireNonNull(tutor.workplace().bilan()).conclusion()).isEqualTo("Bien plus autonome.");
        school.clock.set("2026-11-30T09:00:00Z");
        assertThatThrownBy(() -> school.durand
                        .tutoring()
                        .conclude(school.durand.tutoring().get(school.dossier, period.id()), bilan))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("no longer changed");
    }

    @Test
    void a_bilan_is_refused_when_the_period_changed_since_it_was_read() {
        WorkplacePeriod period = opened("VosRêves");
        school.clock.set("2026-11-26T09:00:00Z");
        NewBilan bilan = NewBilan.with("Karim Exemple").andTheLearner().concluding("Bien.");
        WorkplacePeriod concluded = school.durand.tutoring().conclude(period, bilan);
        stale(school, () -> school.petit.tutoring().conclude(period, bilan.concluding("Moins bien.")));
        assertThat(now(period)).isEqualTo(concluded);
    }

    @Test
    void a_bilan_takes_the_learner_and_a_day_of_the_period() {
        WorkplacePeriod period = opened("VosRêves");
        NewBilan bilan = NewBilan.with("Karim Exemple").andTheLearner().concluding("Bien.");
        TutoringDesk desk = school.durand.tutoring();
        assertThatThrownBy(() -> desk.conclude(desk.get(school.dossier, period.id()), bilan))
                .isInstanceOf(ConflictException.class);
        school.clock.set("2026-11-26T09:00:00Z");
        assertThatThrownBy(() -> desk.conclude(
                        desk.get(school.dossier, period.id()),
                        NewBilan.with("Karim Exemple").concluding("Bien.")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("when the learner is there");
        assertThatThrownBy(() -> desk.conclude(desk.get(school.dossier, period.id()), bilan.heldOn(FIRST.minusDays(1))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.conclude(desk.get(school.dossier, period.id()), bilan.heldOn(LAST)))
                .isInstanceOf(InvalidInputException.class);
        school.clock.set("2026-12-31T09:00:00Z");
        assertThatThrownBy(() -> desk.conclude(desk.get(school.dossier, period.id()), bilan))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> desk.invite(school.dossier, period.id())).isInstanceOf(ConflictException.class);
    }

    @Test
    void links_of_several_employers_know_nothing_of_each_other() {
        SharedDesk first = tutor(opened("VosRêves"));
        SharedDesk second = tutor(opened("Agence Exemple"));
        school.clock.set("2026-11-10T09:00:00Z");
        first.answer(ANSWER.level("C3.1", "en-cours"));
        second.answer(NewTutorAnswer.by("Zoé Exemple").alone("Tout.").level("C3.1", "acquis"));

        assertThat(second.workplace().toString()).doesNotContain("VosRêves", "Karim", "page des séjours");
        assertThat(first.workplace().toString()).doesNotContain("Agence Exemple", "Zoé");
        assertThat(tutorPoints("C3.1")).hasSize(2).allMatch(Trajectory.Point::stands);
        assertThat(tutorPoints("C3.1").stream().map(Trajectory.Point::author).distinct())
                .hasSize(2);
        assertThatThrownBy(first::showcase).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_new_invitation_takes_the_place_of_the_lost_one() {
        WorkplacePeriod period = opened("VosRêves");
        SharedDesk lost = tutor(period);
        SharedDesk found = tutor(period);
        assertThatThrownBy(lost::workplace).isInstanceOf(NotFoundException.class);
        found.workplace();
        IssuedLink again = school.durand.tutoring().invite(school.dossier, period.id());
        school.petit.shares().revoke(school.dossier, again.link().id());
        assertThatThrownBy(() -> bearing(again).workplace()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_level_is_of_the_adoptions_scale_and_on_what_was_asked() {
        SharedDesk tutor = tutor(opened("VosRêves"));
        school.clock.set("2026-11-10T09:00:00Z");
        long before = school.journalLength();
        assertThatThrownBy(() -> tutor.answer(ANSWER.level("C3.1", "excellent")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("excellent");
        assertThatThrownBy(() -> tutor.answer(ANSWER.level("C3.2", "acquis")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("C3.2");
        assertThatThrownBy(() -> tutor.answer(NewTutorAnswer.by("Karim Exemple")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("did alone");
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void at_most_five_competencies_are_asked_about_each_once_and_of_the_framework() {
        NewWorkplacePeriod period =
                NewWorkplacePeriod.apprenticeship("VosRêves").lasting(FIRST, FIRST.plusYears(1));
        TutoringDesk desk = school.durand.tutoring();
        NewWorkplacePeriod six = period;
        for (String code : List.of("C1.1", "C1.2", "C1.3", "C2.1", "C2.2", "C3.1")) six = six.asking(code);
        NewWorkplacePeriod tooMany = six;
        assertThatThrownBy(() -> desk.open(school.dossier, tooMany))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 5");
        assertThatThrownBy(() -> desk.open(school.dossier, period.asking("C3.1").asking("C3.1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> desk.open(school.dossier, period.asking("C9.9", "Rien")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("C9.9");
        assertThatThrownBy(() -> desk.open(school.dossier, period.lasting(LAST, FIRST)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> desk.open(school.dossier, NewWorkplacePeriod.pfmp("VosRêves")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("beginning");
        assertThatThrownBy(() -> desk.open(school.dossier, period.tutoredBy(PersonId.of("emma"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("emma");
        assertThat(desk.open(school.dossier, period.tutoredBy(PersonId.of("k.exemple")))
                        .tutor()
                        .value())
                .isEqualTo("k.exemple");
    }

    @Test
    void only_the_team_opens_invites_and_concludes() {
        WorkplacePeriod period = opened("VosRêves");
        NewWorkplacePeriod another = NewWorkplacePeriod.pfmp("Ailleurs").lasting(FIRST, LAST);
        assertThatThrownBy(() -> school.emma.tutoring().open(school.dossier, another))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.emma.tutoring().invite(school.dossier, period.id()))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.tutoring().get(school.dossier, period.id()))
                .isInstanceOf(NotFoundException.class);
        IssuedLink link = school.durand.tutoring().invite(school.dossier, period.id());
        assertThatThrownBy(() ->
                        school.emma.shares().revoke(school.dossier, link.link().id()))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void the_platform_may_veto_a_tutor() {
        school.close();
        school = VosReves.over(
                stores.open(folder.resolve("..").resolve(folder.getFileName())),
                builder -> builder.accessPolicy(question -> question.role() == Role.TUTOR
                        ? java.util.Optional.of("Stage suspendu.")
                        : java.util.Optional.empty()));
        SharedDesk tutor = tutor(opened("VosRêves"));
        school.clock.set("2026-11-10T09:00:00Z");
        assertThatThrownBy(() -> tutor.answer(ANSWER))
                .isInstanceOf(DeniedException.class)
                .hasMessageContaining("Stage suspendu.");
    }

    @Test
    void an_extended_period_takes_its_link_along_and_opens_the_answer_again() {
        WorkplacePeriod period = opened("VosRêves");
        SharedDesk tutor = tutor(period);
        LocalDate later = LAST.plusDays(20);
        school.clock.set("2026-11-30T09:00:00Z");
        assertThatThrownBy(() -> tutor.answer(ANSWER)).isInstanceOf(ConflictException.class);

        WorkplacePeriod extended = school.durand.tutoring().reschedule(now(period), FIRST, later);

        assertThat(extended.until()).isEqualTo(later);
        refused(
                ConflictException.class,
                "was changed meanwhile",
                "a changé entre-temps",
                () -> school.durand.tutoring().reschedule(period, FIRST, LAST));
        assertThat(tutor.answer(ANSWER.level("C3.1", "acquis")).until()).isEqualTo(later);
        school.clock.set("2026-12-28T09:00:00Z");
        assertThat(tutor.workplace().phase()).isEqualTo(WorkplacePeriod.Phase.READ_ONLY);
        school.clock.set("2027-01-01T09:00:00Z");
        assertThatThrownBy(tutor::workplace).isInstanceOf(NotFoundException.class);
        refused(
                ConflictException.class,
                "was closed after 31 December 2026",
                "close depuis le 31 décembre 2026",
                () -> school.durand.tutoring().reschedule(now(period), FIRST, later.plusDays(60)));
        assertThat(school.head.journal().verify().sound()).isTrue();
    }

    @Test
    void a_period_ended_early_keeps_what_was_answered_and_closes_its_link_earlier() {
        WorkplacePeriod period = opened("VosRêves");
        SharedDesk tutor = tutor(period);
        school.clock.set("2026-11-10T09:00:00Z");
        tutor.answer(ANSWER.level("C3.1", "en-cours"));
        school.clock.set("2026-11-12T09:00:00Z");
        TutoringDesk durand = school.durand.tutoring();
        refused(
                InvalidInputException.class,
                "cannot end on 9 November 2026",
                "ne peut pas finir le 9 novembre 2026",
                () -> durand.reschedule(now(period), FIRST, LocalDate.of(2026, 11, 9)));
        refused(
                ConflictException.class,
                "its first day stays",
                "son premier jour reste",
                () -> durand.reschedule(now(period), FIRST.plusDays(1), LAST));
        assertThatThrownBy(() -> school.emma.tutoring().reschedule(now(period), FIRST, LAST))
                .isInstanceOf(DeniedException.class);

        durand.reschedule(now(period), FIRST, LocalDate.of(2026, 11, 10));

        assertThatThrownBy(() -> tutor.answer(ANSWER)).isInstanceOf(ConflictException.class);
        assertThat(tutor.workplace().answer()).isNotNull();
        assertThat(tutorPoints("C3.1")).hasSize(1);
        school.clock.set("2026-11-25T09:00:00Z");
        assertThatThrownBy(tutor::workplace).as("14 days after").isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_period_that_has_not_begun_is_put_off_and_one_cut_short_long_ago_is_closed_at_once() {
        WorkplacePeriod period = opened("VosRêves");
        SharedDesk tutor = tutor(period);
        WorkplacePeriod moved = school.durand.tutoring().reschedule(now(period), FIRST.plusDays(7), LAST.plusDays(7));
        assertThat(moved.from()).isEqualTo(FIRST.plusDays(7));
        assertThatThrownBy(() -> school.durand.tutoring().reschedule(now(period), LAST, FIRST))
                .isInstanceOf(InvalidInputException.class);
        school.clock.set("2026-12-01T09:00:00Z");
        assertThat(tutor.workplace().phase()).isEqualTo(WorkplacePeriod.Phase.OPEN);
        school.durand.tutoring().reschedule(now(period), FIRST.plusDays(7), FIRST.plusDays(8));
        assertThatThrownBy(tutor::workplace).isInstanceOf(NotFoundException.class);
    }

    private WorkplacePeriod now(WorkplacePeriod period) {
        return school.durand.tutoring().get(school.dossier, period.id());
    }
}
