package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refused.refused;

import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.core.Story;
import org.junit.jupiter.api.Test;

/** A5: « auto-analyse », private until published, immutable once published. */
class A5SelfAssessmentsTest extends Story {
    @Test
    void a_draft_is_private_to_its_learner_until_it_is_published() {
        SelfAssessmentDraft draft = school.emma
                .assessments()
                .draft(school.dossier, NewSelfAssessment.on("C3.1").because("Je cherche mes mots."));
        assertThat(school.emma
                        .assessments()
                        .drafts(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(draft);
        assertThatThrownBy(() -> school.durand.assessments().drafts(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.malo.assessments().drafts(school.dossier, PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
        assertThat(school.durand
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(school.durand.progress().of(school.dossier).uncovered()).hasSize(9);
    }

    @Test
    void a_draft_grows_by_revisions_and_a_stale_one_is_a_conflict() {
        SelfAssessmentDraft first = school.emma.assessments().draft(school.dossier, NewSelfAssessment.on("C3.1"));
        SelfAssessmentDraft second = school.emma.assessments().save(first, NewSelfAssessment.of("C3.1", "acquis"));
        assertThat(second.revision()).isEqualTo(2);
        assertThatThrownBy(() -> school.emma.assessments().save(first, NewSelfAssessment.on("C3.2")))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.expected()).isEqualTo(1);
                    assertThat(conflict.actual()).isEqualTo(2);
                });
        assertThatThrownBy(() -> school.emma.assessments().publish(first)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.emma.assessments().discard(first)).isInstanceOf(ConflictException.class);
    }

    @Test
    void publishing_a_draft_makes_it_seen_and_takes_the_draft_away() {
        SelfAssessmentDraft draft = school.emma
                .assessments()
                .draft(
                        school.dossier,
                        NewSelfAssessment.of("C3.1", "acquis")
                                .because("J'ai comparé.")
                                .strengths("Méthode")
                                .gaps("Vocabulaire")
                                .citing(school.mindMap()));
        Assessment published = school.emma.assessments().publish(draft);
        assertThat(published.perspective()).isEqualTo(Perspective.SELF);
        assertThat(published.gaps()).isEqualTo("Vocabulaire");
        assertThat(published.evidence()).hasSize(1);
        assertThat(school.emma
                        .assessments()
                        .drafts(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(school.durand
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(published);
        assertThatThrownBy(() -> school.emma.assessments().publish(draft)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_discarded_draft_is_gone() {
        SelfAssessmentDraft draft = school.emma.assessments().draft(school.dossier, NewSelfAssessment.on("C3.1"));
        school.emma.assessments().discard(draft);
        assertThat(school.emma
                        .assessments()
                        .drafts(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> school.emma.assessments().discard(draft)).isInstanceOf(NotFoundException.class);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void without_a_level_nothing_is_published() {
        SelfAssessmentDraft draft = school.emma.assessments().draft(school.dossier, NewSelfAssessment.on("C3.1"));
        refused(() -> school.emma.assessments().publish(draft), "level");
        assertThat(school.emma
                        .assessments()
                        .drafts(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(draft);
    }

    @Test
    void what_is_published_is_corrected_by_another_that_says_why_and_both_stay() {
        Assessment first = publish(NewSelfAssessment.of("C3.1", "maitrise"));
        refused(() -> publish(NewSelfAssessment.of("C3.1", "acquis").superseding(first.id(), " ")), "reason");
        Assessment second =
                publish(NewSelfAssessment.of("C3.1", "acquis").superseding(first.id(), "J'étais trop optimiste."));
        Trajectory own = school.durand
                .progress()
                .of(school.dossier)
                .on("C3.1")
                .orElseThrow()
                .seenBy(Perspective.SELF)
                .orElseThrow();
        assertThat(own.points()).hasSize(2);
        assertThat(own.points().get(0).supersededBy()).isEqualTo(second.id());
        assertThat(own.latest().orElseThrow().assessment()).isEqualTo(second.id());
        assertThatThrownBy(
                        () -> publish(NewSelfAssessment.of("C3.1", "en-cours").superseding(first.id(), "Encore.")))
                .isInstanceOf(ConflictException.class);
        refused(() -> publish(NewSelfAssessment.of("C3.2", "acquis").superseding(second.id(), "Non.")), "C3.1");
    }

    @Test
    void nobody_corrects_what_another_said() {
        Assessment teachers = school.positioned(school.durand, "C3.1", "en-cours");
        assertThatThrownBy(() -> publish(
                        NewSelfAssessment.of("C3.1", "acquis").superseding(teachers.id(), "Je ne suis pas d'accord.")))
                .isInstanceOf(DeniedException.class);
        Assessment own = publish(NewSelfAssessment.of("C3.1", "acquis"));
        assertThatThrownBy(() -> school.durand.assessments().retract(school.dossier, own.id(), "Faux."))
                .isInstanceOf(DeniedException.class);
        assertThat(own.outcome()).isEqualTo(Outcome.LEVEL);
    }

    private Assessment publish(NewSelfAssessment input) {
        return school.emma.assessments().publish(school.dossier, input);
    }
}
