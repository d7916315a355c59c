package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.console.school.School;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes write to one file at the same time, and neither loses anything. */
class TwoProcessesTest {
    @TempDir
    Path folder;

    @Test
    void what_both_acknowledged_is_there() throws Exception {
        Path file = DemoFile.in(folder);
        Path errors = folder.resolve("stderr");
        Process other = Child.start(
                Map.of(), errors, "generate", "--db", file.toString(), "--learners", "40", "--assessments", "5");
        long written = 0;
        try (School school = School.open(file)) {
            Desk teacher = school.as("m.durand");
            Dossier emma = teacher.dossiers().of(PersonId.of("emma")).get(0);
            int before = assessments(teacher, emma);
            do {
                long began = System.nanoTime();
                teacher.assessments()
                        .position(emma.id(), NewPositioning.of("C1.1", "acquis").because("Vu."));
                written++;
                // SQLite's lock is not fair: it is left to the other for as long as it was held, however slow the disk
                // is.
                LockSupport.parkNanos(System.nanoTime() - began);
            } while (other.isAlive());
            assertThat(other.waitFor()).as(Files.readString(errors)).isZero();
            assertThat(assessments(teacher, emma) - before).isEqualTo(Math.min(written, 1_000 - before));
            assertThat(school.portfolio()
                            .as(org.eportfolio.school.Actor.of(
                                    school.administrator().orElseThrow()))
                            .journal()
                            .verify()
                            .entries())
                    .isGreaterThanOrEqualTo(written + 40);
        }
        assertThat(Ran.console(file, "check").code()).isZero();
    }

    private static int assessments(Desk desk, Dossier dossier) {
        return desk.assessments()
                .list(dossier.id(), PageRequest.first(1_000))
                .items()
                .size();
    }
}
