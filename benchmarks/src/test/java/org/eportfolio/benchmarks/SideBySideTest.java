package org.eportfolio.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eportfolio.benchmarks.side.SideBySide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparisons still run; how fast is nothing that a test could say. */
class SideBySideTest {
    @TempDir
    Path folder;

    @Test
    void each_comparison_runs_and_is_written_down() throws Exception {
        SideBySide.main(folder.toString(), "quick");

        assertThat(Files.readAllLines(folder.resolve("side-by-side.md")))
                .as(
                        "where files cannot be taken out of memory, two rows less; where what is written is not counted, one")
                .hasSizeBetween(82, 85);
        assertThat(Files.readAllLines(folder.resolve("side-by-side.json")))
                .hasSizeBetween(80, 83)
                .allSatisfy(line -> assertThat(line).contains("\"library\":").doesNotContain("NaN"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("the files measured on are taken away").hasSize(2);
        }
    }
}
