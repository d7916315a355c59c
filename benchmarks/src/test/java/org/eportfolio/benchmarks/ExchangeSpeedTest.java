package org.eportfolio.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeSpeedTest {
    @TempDir
    Path folder;

    @Test
    void what_is_said_of_archives_and_frameworks_can_be_measured_again() throws Exception {
        ArchiveThroughput.main(folder.toString(), "quick");
        CaseImport.main(folder.toString(), "quick");

        assertThat(folder.resolve("archive-throughput.md")).content().contains("archive import, records only");
        assertThat(folder.resolve("archive-throughput.json")).isNotEmptyFile();
        assertThat(folder.resolve("case-import.md")).content().contains("CASE import, sqlite, warm");
        assertThat(folder.resolve("case-import.json")).isNotEmptyFile();
    }
}
