package org.eportfolio.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports and matrices get by with 128 MB of memory: the worst files are read, or refused with the reason. */
class SmallHeapTest {
    private static final String WHOLE = "-Xmx128m";
    private static final String HALF = "-Xmx64m";

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_worst_files_are_refused_with_the_reason() throws Exception {
        refusesTheWorst(HALF, 2);
    }

    @Test
    @Tag("long")
    void files_twice_as_large_are_refused_by_128_megabytes() throws Exception {
        refusesTheWorst(WHOLE, 1);
    }

    private void refusesTheWorst(String heap, int share) throws Exception {
        WorstFiles worst = new WorstFiles(folder);
        Path entries = worst.entries(999_000 / share);
        Path rows = worst.rows(1_000_000 / share);

        assertThat(ran(
                        heap,
                        "try",
                        "roster",
                        worst.openQuote(),
                        "try",
                        "roster",
                        worst.oneText(),
                        "try",
                        "roster",
                        rows,
                        "try",
                        "siecle",
                        worst.oneElement(),
                        "try",
                        "siecle",
                        worst.oneAttribute(),
                        "try",
                        "siecle",
                        worst.oneComment(),
                        "try",
                        "siecle",
                        worst.pupils(600_000 / share),
                        "try",
                        "aaf",
                        worst.directory("directory.zip", 200_000 / share, 1),
                        "try",
                        "moodle",
                        worst.competencies(600_000 / share),
                        "try",
                        "case-csv",
                        worst.items(600_000 / share),
                        "try",
                        "case",
                        worst.emptyObjects(4_000_000 / share),
                        "try",
                        "siecle",
                        entries,
                        "try",
                        "oneroster",
                        entries))
                .containsExactly(
                        "quote.csv exchange.csv",
                        "text.csv exchange.csv",
                        rows.getFileName() + " exchange.memory",
                        "element.xml text.too-long",
                        "attribute.xml exchange.markup-too-long",
                        "comment.xml exchange.markup-too-long",
                        "pupils.xml exchange.memory",
                        "directory.zip exchange.memory",
                        "moodle.csv exchange.memory",
                        "items.csv exchange.memory",
                        "case.json exchange.memory",
                        "entries.zip exchange.memory",
                        "entries.zip exchange.memory");
    }

    @Test
    void a_large_roster_is_imported_and_the_matrices_of_a_large_cohort_are_written() throws Exception {
        assertThat(ran(WHOLE, "import", "roster", new WorstFiles(folder).rows(5_000), "matrix", 300))
                .hasSize(4)
                .first()
                .asString()
                .contains("added=5000");
    }

    @Test
    void one_school_is_taken_out_of_the_directory_of_a_whole_academie() throws Exception {
        assertThat(ran(WHOLE, "import", "aaf", new WorstFiles(folder).directory("many.zip", 100_000, 100)))
                .singleElement()
                .asString()
                .contains("membership=Count[added=1000");
    }

    @Test
    @Tag("long")
    void the_largest_roster_and_cohort_that_128_megabytes_hold() throws Exception {
        assertThat(ran(WHOLE, "import", "roster", new WorstFiles(folder).rows(30_000), "matrix", 3_000))
                .hasSize(4)
                .first()
                .asString()
                .contains("added=30000");
    }

    private List<String> ran(String heap, Object... work) throws Exception {
        return SmallProcess.ran(heap, SmallHeap.class, folder, work);
    }
}
