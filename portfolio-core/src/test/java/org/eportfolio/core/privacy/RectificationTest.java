package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.agenda.News;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.UndoneEntry;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.privacy.Rectification;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** H16, « that was wrong »: the controller rectifies what its author does not correct (GDPR art. 16). */
class RectificationTest extends Story {
    private static final NewRectification LOWER =
            NewRectification.to("en-cours").asked("Demande 2026-14 du 05/09").because("Saisi pour Malo.");

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    /** M. Durand gave Emma a level that was meant for Malo, and left the school. */
    private Assessment wrong() {
        Assessment wrong = school.positioned(school.durand, "C3.1", "maitrise", VosReves.TODAY.minusDays(2));
        school.head
                .grants()
                .of(PersonId.of("m.durand"))
                .forEach(each -> school.head.grants().revoke(each.id()));
        school.clock.advance(Duration.ofDays(1));
        return wrong;
    }

    private CurrentLevel current() {
        return school.emma
                .progress()
                .of(school.dossier)
                .on("C3.1")
                .orElseThrow()
                .current();
    }

    private List<Assessment> all(Desk reader) {
        return reader.assessments().list(school.dossier, PageRequest.first(20)).items();
    }

    private List<Rectification> rectified(Desk reader) {
        return reader.assessments()
                .rectifications(school.dossier, PageRequest.first(20))
                .items();
    }

    @Test
    void the_correction_stands_beside_the_original_in_the_heads_name_and_moves_the_level() {
        Assessment wrong = wrong();
        Assessment right = school.head.assessments().rectify(school.dossier, wrong.id(), LOWER);
        assertThat(right.author()).isEqualTo(PersonId.of("proviseure"));
        assertThat(right.role()).isEqualTo(Role.HEAD);
        assertThat(right.perspective()).isEqualTo(Perspective.TEACHER);
        assertThat(right.observedOn()).isEqualTo(wrong.observedOn());
        assertThat(Objects.requireNonNull(right.supersedes()).reason()).isEqualTo("Saisi pour Malo.");
        assertThat(all(school.emma)).containsExactly(wrong, right);
        assertThat(current().counted()).containsExactly(right.id());
        assertThat(current().others()).contains(new CurrentLevel.NotCounted(wrong.id(), CurrentLevel.Why.SUPERSEDED));
        assertThat(school.headReading()
                        .progress()
                        .matrix(school.cohort)
                        .lines()
                        .get(0)
                        .cells()
                        .get(Code.of("C3.1")))
                .satisfies(cell ->
                        assertThat(Objects.requireNonNull(cell.level()).id()).isEqualTo(LevelId.of("en-cours")));
        for (Desk reader : List.of(school.emma, school.petit, school.head)) {
            assertThat(rectified(reader)).singleElement().satisfies(each -> {
                assertThat(each.wrong()).isEqualTo(wrong.id());
                assertThat(each.correction()).isEqualTo(right.id());
                assertThat(each.request()).isEqualTo("Demande 2026-14 du 05/09");
                assertThat(each.by()).isEqualTo(PersonId.of("proviseure"));
            });
        }
        assertThat(school.emma.home().of(school.dossier).news().items())
                .filteredOn(each -> each.what() == News.What.POSITIONED)
                .extracting(News::about)
                .containsExactly(right.id().toString());
    }

    @Test
    void before_the_rectification_the_level_was_what_was_known_then() {
        Assessment wrong = wrong();
        school.head.assessments().rectify(school.dossier, wrong.id(), LOWER);
        assertThat(school.emma
                        .progress()
                        .of(school.dossier, VosReves.TODAY)
                        .on("C3.1")
                        .orElseThrow()
                        .current()
                        .counted())
                .containsExactly(wrong.id());
    }

    @Test
    void what_should_not_be_there_is_taken_back_and_what_does_not_apply_says_so() {
        Assessment wrong = wrong();
        NewRectification none = NewRectification.takenBack().asked("2026-15").because("Une autre élève.");
        Assessment back = school.head.assessments().rectify(school.dossier, wrong.id(), none);
        assertThat(back.outcome()).isEqualTo(Outcome.RETRACTED);
        assertThat(current().outcome()).isNull();
        Assessment other = school.positioned(school.petit, "C1.1", "acquis");
        NewRectification notHers =
                NewRectification.notApplicable().asked("2026-16").because("Dispensée.");
        assertThat(school.head
                        .assessments()
                        .rectify(school.dossier, other.id(), notHers)
                        .outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void only_the_head_rectifies_and_access_says_why() {
        Assessment wrong = wrong();
        for (Desk insider : List.of(school.emma, school.petit)) {
            assertThatThrownBy(() -> insider.assessments().rectify(school.dossier, wrong.id(), LOWER))
                    .isInstanceOf(DeniedException.class);
        }
        for (String outsider : List.of("malo", "passant")) {
            assertThatThrownBy(() -> school.as(outsider).assessments().rectify(school.dossier, wrong.id(), LOWER))
                    .isInstanceOfAny(NotFoundException.class, DeniedException.class);
        }
        Reach hers = new Reach.OfDossier(school.dossier);
        assertThat(school.head
                        .access()
                        .why(Actor.of("proviseure"), Permission.RECTIFY, hers)
                        .allowed())
                .isTrue();
        assertThat(school.head
                        .access()
                        .why(Actor.of("mme.petit"), Permission.RECTIFY, hers)
                        .allowed())
                .isFalse();
    }

    @Test
    void a_head_does_not_rectify_what_is_said_of_themselves() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("proviseure"));
        Desk asLearner = school.portfolio.as(Actor.of("proviseure").acting(Role.LEARNER));
        var own = asLearner.dossiers().open(school.sno);
        Assessment given = school.petit
                .assessments()
                .position(own, NewPositioning.of("C3.1", "acquis").because("Vu."));
        Desk asHead = school.portfolio.as(Actor.of("proviseure").acting(Role.HEAD));
        assertThatThrownBy(() -> asHead.assessments().rectify(own, given.id(), LOWER))
                .isInstanceOf(DeniedException.class);
        school.head.grants().give(NewGrant.of("adjointe", Role.HEAD));
        assertThat(school.as("adjointe")
                        .assessments()
                        .rectify(own, given.id(), LOWER)
                        .level())
                .isEqualTo(LevelId.of("en-cours"));
    }

    @Test
    void the_request_and_the_reason_are_stated_and_the_level_is_of_the_scale() {
        Assessment wrong = wrong();
        for (NewRectification poor : List.of(
                NewRectification.to("en-cours").because("Erreur."),
                NewRectification.to("en-cours").asked("2026-1"),
                NewRectification.to("seul").asked("2026-1").because("Erreur."),
                new NewRectification(Outcome.LEVEL, null, "2026-1", "Erreur."))) {
            assertThatThrownBy(() -> school.head.assessments().rectify(school.dossier, wrong.id(), poor))
                    .as(poor.toString())
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(rectified(school.headReading())).isEmpty();
    }

    @Test
    void a_self_assessment_is_its_learners_own_word_and_what_is_superseded_is_corrected_where_it_stands() {
        Assessment own = school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        refused(
                ConflictException.class,
                "own word",
                "parole",
                () -> school.head.assessments().rectify(school.dossier, own.id(), LOWER));
        Assessment wrong = wrong();
        Assessment right = school.head.assessments().rectify(school.dossier, wrong.id(), LOWER);
        assertThatThrownBy(() -> school.head.assessments().rectify(school.dossier, wrong.id(), LOWER))
                .isInstanceOf(ConflictException.class);
        NewRectification higher = NewRectification.to("acquis").asked("2026-17").because("À moitié.");
        Assessment again = school.head.assessments().rectify(school.dossier, right.id(), higher);
        assertThat(current().counted()).containsExactly(again.id());
        assertThatThrownBy(() -> school.head.assessments().rectify(school.malos, again.id(), higher))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_undone_class_entry_leaves_what_was_rectified() {
        school.as("lina").dossiers().open(school.sno);
        school.as("yanis").dossiers().open(school.sno);
        ClassEntry entry = school.petit
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP"));
        Assessment hers = all(school.emma).get(0);
        Assessment right = school.head.assessments().rectify(school.dossier, hers.id(), LOWER);
        UndoneEntry undone = school.petit.assessments().undo(school.cohort, entry.id(), "Mauvaise séance.");
        assertThat(undone.leftOut()).isEmpty();
        assertThat(all(school.emma)).containsExactly(hers, right);
    }

    @Test
    void it_travels_with_the_dossier_and_is_in_what_the_learner_takes_and_asks_for() throws IOException {
        school.head.assessments().rectify(school.dossier, wrong().id(), LOWER);
        Rectification kept = rectified(school.emma).get(0);
        assertThat(WaysOut.takenAway(school)).contains(new Kind("rectification"));
        assertThat(WaysOut.exported(school)).anyMatch(each -> each.contains("Demande 2026-14"));
        try (Portfolio elsewhere = WaysOut.elsewhere(school)) {
            Desk emma = elsewhere.as(Actor.of("emma"));
            assertThat(emma.assessments()
                            .rectifications(school.dossier, PageRequest.first(9))
                            .items())
                    .containsExactly(kept);
            assertThat(emma.assessments()
                            .list(school.dossier, PageRequest.first(9))
                            .items())
                    .isEqualTo(all(school.emma));
        }
    }

    @Test
    void it_goes_with_the_learner_and_loses_the_name_of_a_head_who_is_erased() {
        school.head.assessments().rectify(school.dossier, wrong().id(), LOWER);
        school.head.grants().give(NewGrant.of("suivante", Role.HEAD));
        Desk next = school.as("suivante");
        erase(next, "proviseure");
        assertThat(rectified(VosReves.reading(next, school.dossier)))
                .singleElement()
                .satisfies(each -> assertThat(each.by()).isNotEqualTo(PersonId.of("proviseure")));
        assertThat(next.journal().verify().faults()).isEmpty();
        erase(next, "emma");
        assertThatThrownBy(() -> rectified(next)).isInstanceOf(NotFoundException.class);
        assertThat(next.journal().verify().faults()).isEmpty();
        assertThat(next.safekeeping().check().sound()).isTrue();
        next.grants().give(NewGrant.of("proviseure", Role.HEAD));
    }

    private void erase(Desk head, String person) {
        ErasurePlan plan = head.privacy().planErasure(PersonId.of(person));
        head.privacy().erase(plan);
    }
}
