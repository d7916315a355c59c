package org.eportfolio.core.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.MutableClock;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the year looks at after an erasure: text left behind is noticed, and nothing else is. */
class ErasingTest {
    private final Marks marks = new Marks();
    private final Random dice = new Random(1);
    private SchoolYear school;
    private SchoolYear other;
    private PersonId pupil;
    private DossierId dossier;

    @BeforeEach
    void two_schools(@TempDir Path folder) throws IOException {
        MutableClock clock = new MutableClock(VosReves.BEGINNING, VosReves.PARIS);
        school = new SchoolYear("A", Stores.IN_MEMORY, folder, clock, marks, SchoolYear.scaleOf(0));
        other = new SchoolYear("B", Stores.IN_MEMORY, folder, clock, marks, SchoolYear.scaleOf(1));
        pupil = marks.person();
        Office.comes(school, pupil, "Une");
        dossier = school.pupils.get(pupil);
    }

    @AfterEach
    void both_close() {
        school.close();
        other.close();
    }

    private void erase(PersonId person) {
        Erasing.erase("a year", school, other, person, dice);
    }

    @Test
    void a_teacher_comes_back_and_is_erased_again() {
        PersonId teacher = school.teachers.get(0);
        String said = marks.of(teacher, pupil);
        school.as(teacher)
                .assessments()
                .position(dossier, NewPositioning.of("C3.1", "acquis").because("Mot " + said));
        erase(teacher);
        school.head.cohorts().enrol("Une", Members.teachers(teacher.value()));
        erase(teacher);
        assertThat(SchoolYear.found(school.store, school.folder))
                .containsKey(Marks.in(said).iterator().next());
    }

    @Test
    void words_of_an_erased_person_that_no_plan_lists_are_noticed() {
        String said = marks.of(pupil);
        PersonId classmate = marks.person();
        Office.comes(school, classmate, "Une");
        school.as(classmate)
                .productions()
                .add(school.pupils.get(classmate), NewProduction.titled("Copié").writing("Mot " + said));
        assertThatThrownBy(() -> erase(pupil))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("found and not listed as kept")
                .hasMessageContaining(String.valueOf(Marks.in(said).iterator().next()));
    }
}
