package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refused.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.UndoneEntry;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** B2: « Positionner les apprenants tout au long de la formation ». */
class B2PositioningsTest extends Story {
    @Test
    void a_positioning_says_who_in_which_role_when_observed_and_when_recorded() {
        Assessment given = position(NewPositioning.of("C3.1", "en-cours")
                .because("Vu.")
                .observedOn(LocalDate.of(2026, 9, 1))
                .confirmingTheDay());
        assertThat(given.role()).isEqualTo(Role.TEACHER);
        assertThat(given.observedOn()).isEqualTo("2026-09-01");
        assertThat(given.recordedAt()).isEqualTo(VosReves.BEGINNING);
        assertThat(position(NewPositioning.of("C3.1/1", "acquis").because("Vu."))
                        .observedOn())
                .isEqualTo(VosReves.TODAY);
    }

    @Test
    void a_level_of_another_scale_an_unknown_code_and_a_bloc_are_refused_by_name() {
        refused(() -> position(NewPositioning.of("C3.1", "seul").because("x")), "seul");
        refused(() -> position(NewPositioning.of("C9.9", "acquis").because("x")), "C9.9");
        refused(() -> position(NewPositioning.of("Bloc 1", "acquis").because("x")), "Bloc 1");
        AdoptionId other =
                school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        refused(() -> position(NewPositioning.of("2.1", "seul").because("x").under(other)), "adoption");
    }

    @Test
    void without_justification_or_evidence_it_is_refused_and_with_either_it_is_not() {
        long before = school.journalLength();
        refused(() -> position(NewPositioning.of("C3.1", "acquis")), "because");
        refused(() -> position(NewPositioning.of("C3.1", "acquis").because(" ")), "because");
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(position(NewPositioning.of("C3.1", "acquis").citing(school.mindMap()))
                        .evidence())
                .hasSize(1);
    }

    @Test
    void what_was_observed_never_lies_in_the_future_of_the_schools_time_zone() {
        school.clock.set("2026-09-07T21:59:59Z");
        NewPositioning tomorrow =
                NewPositioning.of("C3.1", "acquis").because("x").observedOn(LocalDate.of(2026, 9, 8));
        refused(() -> position(tomorrow), "8 September 2026");
        school.clock.set("2026-09-07T22:00:00Z");
        assertThat(position(tomorrow).observedOn()).isEqualTo("2026-09-08");
    }

    @Test
    void only_its_author_supersedes_it_and_says_why_while_a_colleague_adds_their_own() {
        Assessment first = school.positioned(school.durand, "C3.1", "acquis");
        NewPositioning lower = NewPositioning.of("C3.1", "en-cours");
        assertThatThrownBy(() -> school.petit.assessments().correct(school.dossier, first.id(), lower, "Non."))
                .isInstanceOf(DeniedException.class);
        refused(() -> school.durand.assessments().correct(school.dossier, first.id(), lower, " "), "reason");
        refused(() -> school.durand.assessments().correct(school.dossier, first.id(), lower, "a\uD800"), "text");
        refused(() -> school.durand.assessments().retract(school.dossier, first.id(), "x".repeat(10_001)), "10000");
        Assessment corrected =
                school.durand.assessments().correct(school.dossier, first.id(), lower, "Confondu avec Malo.");
        assertThat(corrected.supersedes()).isNotNull();
        assertThatThrownBy(() -> school.durand.assessments().correct(school.dossier, first.id(), lower, "Encore."))
                .isInstanceOf(ConflictException.class);
        Assessment colleagues = school.positioned(school.petit, "C3.1", "maitrise");
        assertThat(school.emma
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(first, corrected, colleagues);
    }

    @Test
    void a_correction_stays_under_the_adoption_of_what_it_corrects() {
        AdoptionId degrees =
                school.head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        school.emma.dossiers().accompany(school.dossier, degrees);
        Assessment first = school.positioned(school.durand, "C3.1", "acquis");
        refused(
                () -> school.durand
                        .assessments()
                        .correct(
                                school.dossier,
                                first.id(),
                                NewPositioning.of("C3.1", "seul").under(degrees),
                                "Autre échelle."),
                "adoption");
    }

    @Test
    void a_retracted_level_leaves_nothing_yet() {
        Assessment older = school.positioned(school.durand, "C3.1", "decouverte");
        Assessment first = school.positioned(school.durand, "C3.1", "acquis");
        assertThat(current("C3.1").counted()).containsExactly(first.id());
        Assessment retraction = school.durand.assessments().retract(school.dossier, first.id(), "Erreur de saisie.");
        assertThat(retraction.outcome()).isEqualTo(Outcome.RETRACTED);
        school.durand.assessments().retract(school.dossier, older.id(), "Erreur aussi.");
        assertThat(current("C3.1").outcome()).isNull();
        assertThat(current("C3.1").level()).isNull();
        assertThat(line("emma").cell(Code.of("C3.1"))).isEmpty();
        assertThatThrownBy(() -> school.durand.assessments().retract(school.dossier, retraction.id(), "Non."))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.durand
                        .assessments()
                        .retract(school.dossier, new org.eportfolio.id.AssessmentId(VosReves.nowhere()), "Non."))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_class_is_positioned_at_once_with_exceptions_and_without_the_absent() {
        openAll();
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        ClassEntry entry = enter(NewClassEntry.of(school.cohort, "C1.1", "en-cours")
                .except("malo", "acquis")
                .absent("lina"));
        assertThat(entry.dossiers()).hasSize(3);
        assertThat(level("emma")).isEqualTo("en-cours");
        assertThat(level("malo")).isEqualTo("acquis");
        assertThat(line("lina").cells()).isEmpty();
        var entries = school.head.changes().after(before, 100).entries();
        assertThat(entries).hasSize(3);
        assertThat(entries)
                .extracting(each -> each.change())
                .containsOnly(entries.get(0).change());
    }

    @Test
    void a_bad_class_entry_writes_nothing_and_names_who_is_concerned() {
        long before = school.journalLength();
        NewClassEntry all = NewClassEntry.of(school.cohort, "C1.1", "en-cours");
        refused(() -> enter(all), "lina, yanis");
        refused(() -> enter(all.absent("lina", "yanis", "zoe")), "zoe");
        refused(() -> enter(all.absent("lina", "yanis").except("malo", "seul")), "seul");
        refused(() -> enter(NewClassEntry.of(school.cohort, "Bloc 1", "acquis").absent("lina", "yanis")), "Bloc 1");
        refused(() -> enter(all.absent("lina", "yanis").observedOn(VosReves.TODAY.plusDays(1))), "8 September 2026");
        refused(() -> school.durand.assessments().positionClass(all.absent("lina", "yanis")), "because");
        refused(
                () -> school.durand
                        .assessments()
                        .positionClass(all.absent("lina", "yanis").because(" ")),
                "because");
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void a_class_entry_is_undone_once_by_its_author_as_traced_retractions() {
        openAll();
        ClassEntry entry = enter(NewClassEntry.of(school.cohort, "C1.1", "en-cours"));
        Assessment emmas = school.emma
                .assessments()
                .list(school.dossier, PageRequest.first(10))
                .items()
                .get(0);
        school.durand
                .assessments()
                .correct(school.dossier, emmas.id(), NewPositioning.of("C1.1", "maitrise"), "Elle avait mieux.");
        assertThatThrownBy(() -> school.petit.assessments().undo(school.cohort, entry.id(), "Non."))
                .isInstanceOf(DeniedException.class);
        refused(() -> school.durand.assessments().undo(school.cohort, entry.id(), ""), "reason");
        UndoneEntry undone = school.durand.assessments().undo(school.cohort, entry.id(), "Mauvaise classe.");
        List<Assessment> retracted = undone.retractions();
        assertThat(undone.leftOut()).isEmpty();
        assertThat(retracted).hasSize(3).allMatch(each -> each.outcome() == Outcome.RETRACTED);
        assertThat(level("emma")).isEqualTo("maitrise");
        assertThat(line("malo").cells()).isEmpty();
        assertThatThrownBy(() -> school.durand.assessments().undo(school.cohort, entry.id(), "Encore."))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() ->
                        school.durand.assessments().undo(school.cohort, new ClassEntryId(VosReves.nowhere()), "Rien."))
                .isInstanceOf(NotFoundException.class);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    private void openAll() {
        VosReves.LEARNERS.forEach(each -> school.as(each).dossiers().open(school.sno));
    }

    private Assessment position(NewPositioning input) {
        return school.durand.assessments().position(school.dossier, input);
    }

    private ClassEntry enter(NewClassEntry input) {
        return school.durand.assessments().positionClass(input.because("TP du 7 septembre."));
    }

    private CurrentLevel current(String code) {
        return school.emma.progress().of(school.dossier).on(code).orElseThrow().current();
    }

    private Matrix.Line line(String learner) {
        Map<String, Matrix.Line> lines = new java.util.HashMap<>();
        school.durand
                .progress()
                .matrix(school.cohort)
                .lines()
                .forEach(each -> lines.put(each.learner().value(), each));
        return java.util.Objects.requireNonNull(lines.get(learner));
    }

    private String level(String learner) {
        var level = line(learner).cell(Code.of("C1.1")).orElseThrow().level();
        return level == null ? "" : level.id().value();
    }
}
