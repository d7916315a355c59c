package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.ExamUnit;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.certification.JuryFile;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.SealDesk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J15, « l'examen » : off until the controller states mode and use in its own words, which stand on every file. */
class ExamsAreStatedTest extends Story {
    private NewExamFile unit() {
        return NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(school.mindMap());
    }

    /** The same store under a host that states nothing. */
    private Portfolio unstated() {
        return Portfolio.with(school.store).clock(school.clock).build();
    }

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void what_the_controller_states_stands_on_the_exam_file_and_on_the_sealed_file() throws IOException {
        ExamFile file = school.emma.seals().begin(school.dossier, unit());
        assertThat(file.use()).isEqualTo(VosReves.EXAMS);
        Seal seal = school.emma.seals().seal(file);
        assertThat(seal.use()).isEqualTo(VosReves.EXAMS);
        assertThat(JuryFile.of(seal).use()).isEqualTo(VosReves.EXAMS);

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        school.emma.seals().write(school.dossier, seal.id(), written);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .as("unit.txt, in the file itself")
                .contains(VosReves.EXAMS.mode())
                .contains(VosReves.EXAMS.text())
                .contains("par lui-même il n'a pas de valeur officielle");
    }

    @Test
    void without_it_nothing_is_chosen_sealed_advised_on_or_sent_and_what_is_there_stays_readable() {
        ExamFile file = school.emma.seals().begin(school.dossier, unit());
        Seal seal = school.emma.seals().seal(file);
        Portfolio host = unstated();
        SealDesk emma = host.as(Actor.of("emma")).seals();
        SealDesk teacher = host.as(Actor.of("m.durand")).seals();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> emma.begin(school.dossier, unit()),
                () -> emma.choose(file, NewExamFile.of(file)),
                () -> emma.seal(file),
                () -> emma.sendToJury(school.dossier, seal.id(), null, VosReves.TODAY.plusDays(9)),
                () -> teacher.advise(school.dossier, file.id(), "Ajoute la suite."))) {
            refused(DeniedException.class, "states mode and use first", "indique d'abord le mode et l'usage", call);
        }
        assertThat(emma.file(school.dossier, file.id())).isEqualTo(file);
        assertThat(emma.list(school.dossier, PageRequest.first(9)).items()).containsExactly(seal);
        ErasurePlan plan = host.as(Actor.of("proviseure")).privacy().planErasure(PersonId.of("emma"));
        assertThat(plan.records()).anyMatch(each -> each.kind().equals("exam-file"));
    }

    @Test
    void the_certifier_may_teach_the_class() {
        Seal seal = school.emma.seals().seal(school.emma.seals().begin(school.dossier, unit()));
        school.head.grants().give(NewGrant.of("m.durand", Role.CERTIFIER).over(school.dossier));
        Desk jury = school.portfolio.as(Actor.of("m.durand").acting(Role.CERTIFIER));
        assertThat(jury.seals().get(school.dossier, seal.id())).isEqualTo(seal);
        assertThat(school.portfolio
                        .as(Actor.of("m.durand").acting(Role.TEACHER))
                        .progress()
                        .of(school.dossier))
                .isNotNull();
    }

    @Test
    void no_grid_and_no_mark_is_held() {
        for (Class<?> held : List.of(ExamFile.class, ExamUnit.class, Seal.class, NewExamFile.class)) {
            assertThat(Arrays.stream(held.getRecordComponents())
                            .map(each -> each.getName().toLowerCase(Locale.ROOT)))
                    .as(held.getSimpleName())
                    .noneMatch(name -> name.contains("mark")
                            || name.contains("grade")
                            || name.contains("grid")
                            || name.contains("score"));
        }
    }

    @Test
    void mode_and_use_are_said_in_words() {
        refused(InvalidInputException.class, "blank", "vide", () -> ExamUse.of("Oral", " "));
        ExamUse lengthy = ExamUse.of("o".repeat(201), "Exemple.");
        refused(
                InvalidInputException.class,
                "200",
                "200",
                () -> Portfolio.with(new InMemoryStore()).examUse(lengthy));
    }
}
