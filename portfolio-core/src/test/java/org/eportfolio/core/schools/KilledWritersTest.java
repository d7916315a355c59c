package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes write to one school in a database, and are killed while they do. */
@Tag("long")
class KilledWritersTest {
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    private final List<RunningSchool> running = new ArrayList<>();
    private final String school = UUID.randomUUID().toString();
    private String url = "";

    @BeforeEach
    void there_is_an_empty_database() throws SQLException {
        url = RunningSchool.database();
    }

    @AfterEach
    void the_processes_end() throws InterruptedException {
        for (RunningSchool each : running) each.close();
    }

    @Test
    void of_two_processes_that_are_killed_again_and_again_all_that_was_acknowledged_is_there() throws Exception {
        RunningSchool first = started();
        first.does("migrate");
        first.does("open");
        String dossier = first.does("found");
        List<RunningSchool> two = new ArrayList<>(List.of(first, opened(dossier)));
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            for (RunningSchool each : two) {
                each.does("add a-" + acknowledged.size());
                acknowledged.add("a-" + acknowledged.size());
            }
            RunningSchool victim = two.remove(0);
            victim.says("add-many unheard-" + i + " 50");
            two.get(0).does("add-many heard-" + i + " 5");
            for (int one = 0; one < 5; one++) acknowledged.add("heard-" + i + "-" + one);
            victim.close();
            two.add(opened(dossier));
        }
        List<String> titles = List.of(two.get(0).does("titles").split(" "));
        assertThat(titles).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(two.get(1).does("faults")).isEqualTo("0 0");
        System.out.println(acknowledged.size() + " acknowledged, " + (titles.size() - acknowledged.size())
                + " written by processes that were killed before they could say so");
    }

    private RunningSchool opened(String dossier) throws IOException {
        RunningSchool one = started();
        one.does("open");
        one.does("dossier " + dossier);
        return one;
    }

    private RunningSchool started() throws IOException {
        RunningSchool one = RunningSchool.start(System.getProperty("java.class.path"), url, school, folder);
        running.add(one);
        return one;
    }
}
