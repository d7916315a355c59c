package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refused.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.assessment.PastAssessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.core.BulkDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Large loads: one transaction each, all or nothing. */
class BulkTest extends Story {
    private static final Instant THEN = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_load_opens_dossiers_and_fills_them_as_imported_history() {
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners("l0", "l1"));
        assertThat(load(history("l0", past("C3.1", "acquis")), history("l1"))).isEqualTo(new BulkDesk.Loaded(2, 2, 1));
        Dossier loaded = school.durand.dossiers().of(PersonId.of("l0")).get(0);
        Assessment imported = school.as("l0")
                .assessments()
                .list(loaded.id(), PageRequest.first(10))
                .items()
                .get(0);
        assertThat(imported.imported()).isTrue();
        assertThat(imported.recordedAt()).isEqualTo(THEN);
        assertThat(school.durand.progress().matrix(school.cohort).lines().stream()
                        .filter(line -> line.learner().equals(PersonId.of("l0")))
                        .findFirst()
                        .orElseThrow()
                        .cells())
                .containsKey(Code.of("C3.1"));
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void several_batches_are_one_load_one_change_and_one_alias() {
        school.head.grants().give(NewGrant.of("adjointe", Role.HEAD));
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        Iterator<LearnerHistory> many = IntStream.range(0, 450)
                .mapToObj(i -> history("l" + i, past("C3.1", "acquis")))
                .iterator();
        assertThat(school.as("adjointe").bulk().load(many).dossiers()).isEqualTo(450);
        List<JournalEntry> entries = school.head.changes().after(before, 1_000).entries();
        assertThat(entries)
                .extracting(JournalEntry::change)
                .containsOnly(entries.get(0).change());
        Set<@Nullable UUID> aliases = new HashSet<>();
        entries.stream().filter(each -> each.scope().equals(new UUID(0, 0))).forEach(each -> aliases.add(each.alias()));
        assertThat(aliases).as("one person, one alias in the organisation").hasSize(1);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void one_bad_history_refuses_all_of_them_and_names_the_learner() {
        long before = school.journalLength();
        for (PastAssessment bad : List.of(
                past("C9.9", "acquis"),
                past("Bloc 1", "acquis"),
                past("C3.1", "seul"),
                past(Perspective.TEACHER, Role.TEACHER, "m.durand", THEN, LocalDate.of(2026, 3, 3), "x"),
                past(
                        Perspective.TEACHER,
                        Role.TEACHER,
                        "m.durand",
                        Instant.parse("2026-12-01T00:00:00Z"),
                        LocalDate.of(2026, 3, 3),
                        "x"),
                past(Perspective.SELF, Role.TEACHER, "fautif", THEN, LocalDate.of(2026, 3, 2), "x"),
                past(Perspective.SELF, Role.LEARNER, "m.durand", THEN, LocalDate.of(2026, 3, 2), "x"),
                past(Perspective.TEACHER, Role.TEACHER, "fautif", THEN, LocalDate.of(2026, 3, 2), "x"),
                past(Perspective.TEACHER, Role.TEACHER, "m.durand", THEN, LocalDate.of(2026, 3, 2), "a\uD800"),
                past(Perspective.TEACHER, Role.TEACHER, "m.durand", THEN, LocalDate.of(2026, 3, 2), "a\u0000"),
                past(
                        Perspective.TEACHER,
                        Role.TEACHER,
                        "m.durand",
                        THEN,
                        LocalDate.of(2026, 3, 2),
                        "x".repeat(200_001)))) {
            List<LearnerHistory> histories = new ArrayList<>();
            for (int i = 0; i < 250; i++) histories.add(history("l" + i));
            histories.add(history("fautif", bad));
            refused(() -> school.head.bulk().load(histories.iterator()), "fautif");
        }
        LearnerHistory blank = new LearnerHistory(
                PersonId.of("fautif"), school.sno, LearnerStatus.SCHOOL, List.of(NewProduction.titled(" ")), List.of());
        refused(() -> load(history("l0"), blank), "fautif");
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.head.dossiers().of(PersonId.of("l0"))).isEmpty();
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void the_same_learner_twice_or_one_who_has_a_dossier_is_refused_by_name() {
        refused(() -> load(history("l0"), history("l0")), "l0");
        refused(() -> load(history("l0"), history("emma")), "emma");
        List<LearnerHistory> far = new ArrayList<>();
        for (int i = 0; i < 300; i++) far.add(history("l" + i));
        far.add(history("l0"));
        refused(() -> school.head.bulk().load(far.iterator()), "l0");
        assertThat(school.head.dossiers().of(PersonId.of("l0"))).isEmpty();
    }

    @Test
    void an_adoption_that_never_was_and_an_iterator_that_breaks_leave_nothing() {
        long before = school.journalLength();
        LearnerHistory nowhere = new LearnerHistory(
                PersonId.of("l0"), new AdoptionId(VosReves.nowhere()), LearnerStatus.SCHOOL, List.of(), List.of());
        assertThatThrownBy(() -> load(nowhere)).isInstanceOf(NotFoundException.class);
        Iterator<LearnerHistory> breaking = IntStream.range(0, 500)
                .mapToObj(i -> {
                    if (i == 400) throw new IllegalStateException("fichier coupé");
                    return history("l" + i);
                })
                .iterator();
        assertThatThrownBy(() -> school.head.bulk().load(breaking)).hasMessage("fichier coupé");
        assertThat(school.journalLength()).isEqualTo(before);
        school.mindMap();
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void the_first_that_is_wrong_is_the_one_that_is_told_of() {
        Iterator<LearnerHistory> breaking = IntStream.range(0, 60)
                .mapToObj(i -> {
                    if (i == 50) throw new IllegalStateException("fichier coupé");
                    return i == 20 || i == 40 ? history("l" + i, past("C9.9", "acquis")) : history("l" + i);
                })
                .iterator();
        assertThatThrownBy(() -> school.head.bulk().load(breaking))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("l20");
    }

    private BulkDesk.Loaded load(LearnerHistory... histories) {
        return school.head.bulk().load(List.of(histories).iterator());
    }

    private LearnerHistory history(String learner, PastAssessment... past) {
        return new LearnerHistory(
                PersonId.of(learner),
                school.sno,
                LearnerStatus.APPRENTICE,
                List.of(NewProduction.titled("Ancien travail").showing("C3.1")),
                List.of(past));
    }

    private static PastAssessment past(String code, String level) {
        return new PastAssessment(
                Code.of(code),
                Perspective.TEACHER,
                LevelId.of(level),
                PersonId.of("m.ancien"),
                Role.TEACHER,
                LocalDate.of(2026, 3, 2),
                THEN,
                null);
    }

    private static PastAssessment past(
            Perspective from, Role role, String author, Instant recorded, LocalDate observed, String because) {
        return new PastAssessment(
                Code.of("C3.1"), from, LevelId.of("acquis"), PersonId.of(author), role, observed, recorded, because);
    }
}
