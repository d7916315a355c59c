package org.eportfolio.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.eportfolio.StorageException;
import org.eportfolio.spi.AccessLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of readings is a file of its own, and has a version of its own. */
class AccessLogFileTest {
    @TempDir
    Path folder;

    @Test
    void a_log_of_a_newer_version_is_refused_and_left_as_it_is() throws Exception {
        Path file = folder.resolve("school.db.access-log");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE of_a_newer_version (reading TEXT)");
            statement.execute("PRAGMA user_version=2");
        }
        byte[] before = Files.readAllBytes(file);
        try (SqliteStore store = SqliteStore.open(folder.resolve("school.db"))) {
            AccessLog log = store.accessLog().orElseThrow();
            assertThatThrownBy(() -> log.removeBefore(Instant.EPOCH))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("newer version");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
