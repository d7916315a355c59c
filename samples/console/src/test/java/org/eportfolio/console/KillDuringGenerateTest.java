package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.Page;
import org.eportfolio.console.school.School;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whenever the process is killed; and the next run goes on from it. */
class KillDuringGenerateTest {
    private static final int LOAD = 10;
    private static final Pattern ACKNOWLEDGED = Pattern.compile("enregistrés : (\\d+) apprenants?");

    @TempDir
    Path folder;

    @Test
    void loses_nothing_that_was_acknowledged() throws Exception {
        killed(3);
    }

    @Test
    @Tag("long")
    void loses_nothing_that_was_acknowledged_however_often_it_is_killed() throws Exception {
        killed(40);
    }

    private void killed(int kills) throws Exception {
        Path file = folder.resolve("killed.db");
        long acknowledged = 0;
        for (int kill = 0; kill < kills; kill++) {
            acknowledged += generateAndKill(1 + kill % 4, 20 + 10 * (kill % 12), file);

            assertThat(Ran.console(file, "journal", "verify").code()).isZero();
            assertThat(loaded(file)).isGreaterThanOrEqualTo(acknowledged);
        }
        assertThat(acknowledged).isGreaterThanOrEqualTo((long) kills * LOAD);

        assertThat(Ran.console(file, "generate", "--learners", "30", "--assessments", "5")
                        .code())
                .isZero();
        assertThat(loaded(file)).isGreaterThanOrEqualTo(acknowledged + 30);
        assertThat(waiting(file)).isZero();
        assertThat(Ran.console(file, "journal", "verify").code()).isZero();
    }

    /** Kills the process upon this acknowledgement; how far it is in the load after depends on the load's size. */
    private long generateAndKill(int acknowledgement, int assessments, Path file) throws Exception {
        Path errors = folder.resolve("stderr");
        Process process = Child.start(
                Map.of(),
                errors,
                "generate",
                "--db",
                file.toString(),
                "--learners",
                "100",
                "--assessments",
                Integer.toString(assessments));
        long acknowledged = 0;
        try (BufferedReader out = Child.out(process)) {
            for (int i = 0; i < acknowledgement; i++) {
                String line = out.readLine();
                assertThat(line).as(Files.readString(errors)).isNotNull();
                acknowledged = number(line);
            }
            process.destroyForcibly().waitFor();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged = Math.max(acknowledged, number(line));
            }
        } catch (IOException e) {
            assertThat(e).as("the pipe of a killed process").hasMessageContaining("closed");
        }
        return acknowledged;
    }

    private static long number(String line) {
        Matcher matcher = ACKNOWLEDGED.matcher(line);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0; // a line may be cut off
    }

    private static long loaded(Path file) {
        return learners(file, true).size();
    }

    private static long waiting(Path file) {
        return learners(file, false).size();
    }

    private static Set<PersonId> learners(Path file, boolean withDossier) {
        try (School school = School.open(file)) {
            Desk head = school.as("console-admin");
            Set<PersonId> found = new HashSet<>();
            for (Cohort cohort : Page.all(head.cohorts()::list)) {
                for (PersonId each : School.learners(
                                head, cohort.id(), school.clock().instant())
                        .keySet()) {
                    if (head.dossiers().of(each).isEmpty() != withDossier) found.add(each);
                }
            }
            return found;
        }
    }
}
