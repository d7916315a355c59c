package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.schools.SchoolProcess.REFUSED;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eportfolio.core.Portfolio;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.school.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build of the baseline and this one on one school, in turns and at once, as while the processes of a platform are replaced
 * one by one. The jars of the baseline lie in the folder that {@code -Dportfolio.baseline=} names; {@code .ci/run} builds them.
 */
@Tag("long")
class TwoBuildsTest {
    private static final String BASELINE = System.getProperty("portfolio.baseline", "");

    @TempDir
    Path folder;

    private final List<RunningSchool> running = new ArrayList<>();
    private final String school = UUID.randomUUID().toString();
    private String url = "";

    @BeforeEach
    void there_is_a_baseline_and_an_empty_database() throws SQLException {
        if ("true".equals(System.getenv("CI")))
            assertThat(BASELINE).as("-Dportfolio.baseline").isNotEmpty();
        Assumptions.assumeFalse(BASELINE.isEmpty(), "SKIPPED: -Dportfolio.baseline names no jars");
        url = RunningSchool.database();
    }

    @AfterEach
    void the_processes_end() throws InterruptedException {
        for (RunningSchool each : running) each.close();
    }

    private RunningSchool now() throws IOException {
        return started(System.getProperty("java.class.path"));
    }

    /** With the baseline's jars in place of what this build has of the library. */
    private RunningSchool before() throws IOException, URISyntaxException {
        Set<String> own = Set.of(place(Portfolio.class), place(PostgresSchools.class), place(Actor.class));
        List<String> path = new ArrayList<>();
        for (String module : List.of("portfolio-api", "portfolio-core", "portfolio-postgresql")) {
            Path jar = Path.of(BASELINE, module + ".jar");
            assertThat(jar).exists();
            path.add(jar.toString());
        }
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each ->
                        !own.contains(Path.of(each).toAbsolutePath().normalize().toString()))
                .forEach(path::add);
        return started(String.join(File.pathSeparator, path));
    }

    private RunningSchool started(String classPath) throws IOException {
        RunningSchool one = RunningSchool.start(classPath, url, school, folder);
        running.add(one);
        return one;
    }

    private static String place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Test
    void both_work_in_one_school_in_turns_until_the_baseline_is_replaced() throws Exception {
        RunningSchool before = before();
        before.does("migrate");
        before.does("open");
        String dossier = before.does("found");
        before.does("add avant-1");
        RunningSchool now = now();
        assertThat(now.isRefused("open")).startsWith("storage.older");
        now.does("migrate");
        now.does("open");
        now.does("dossier " + dossier);

        StringBuilder titles = new StringBuilder("avant-1");
        for (int turn = 2; turn < 12; turn++) {
            RunningSchool one = turn % 2 == 0 ? now : before;
            RunningSchool other = turn % 2 == 0 ? before : now;
            String title = (turn % 2 == 0 ? "apres-" : "avant-") + turn;
            String level = turn % 4 < 2 ? "acquis" : "en-cours";
            one.does("add " + title);
            one.does("position " + level);
            titles.append(' ').append(title);
            assertThat(other.does("titles")).as("turn %d", turn).isEqualTo(titles.toString());
            assertThat(other.does("level")).contains(level);
            other.does("revise " + title);
        }
        now.does("add-helped avec-aide");
        assertThat(before.does("titles")).as("what is new is read past").endsWith(" avec-aide");
        for (RunningSchool each : List.of(before, now))
            assertThat(each.does("faults")).isEqualTo("0 0");
        assertThat(now.does("found-by Mercanet")).isEqualTo("12");
        before.does("add avant-12");
        beginsAgainOrIsToldWhyNot(dossier);

        now.does("upgrade");
        assertThat(before().isRefused("open")).startsWith("storage.newer");
        assertThat(now.does("found-by Mercanet"))
                .as("nobody's text is left out of the index")
                .isEqualTo("13");
        assertThat(now.does("faults")).isEqualTo("0 0");
    }

    /** A baseline of before version 4 of the tables does not open newer ones; what of it runs goes on. */
    private void beginsAgainOrIsToldWhyNot(String dossier) throws Exception {
        RunningSchool again = before();
        String opened = again.answer("open");
        if (opened.startsWith(REFUSED)) {
            assertThat(opened).contains("storage.newer");
        } else {
            again.does("dossier " + dossier);
            again.does("position acquis");
        }
    }

    @Test
    void both_write_at_once_and_all_that_was_acknowledged_is_there() throws Exception {
        RunningSchool before = before();
        before.does("migrate");
        before.does("open");
        String dossier = before.does("found");
        RunningSchool now = now();
        now.does("migrate");
        now.does("open");
        now.does("dossier " + dossier);
        CompletableFuture<String> theirs = CompletableFuture.supplyAsync(() -> before.does("add-many avant 60"));
        now.does("add-many apres 60");
        theirs.join();
        for (RunningSchool each : List.of(before, now)) {
            assertThat(each.does("titles").split(" ")).hasSize(120);
            assertThat(each.does("faults")).isEqualTo("0 0");
        }
    }
}
