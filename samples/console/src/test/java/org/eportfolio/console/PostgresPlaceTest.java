package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schools of a database in place of files. */
class PostgresPlaceTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String address(int port, UUID school) {
        return "postgresql://postgres:secret@localhost:" + port + "/postgres?school=" + school;
    }

    private static Ran console(String place, String... args) {
        return Ran.in(
                false, Stream.concat(Stream.of("--db", place), Stream.of(args)).toArray(String[]::new));
    }

    @Test
    void a_school_is_begun_used_backed_up_and_restored_under_another_id(@TempDir Path folder) {
        String place = address(server.getPort(), UUID.randomUUID());
        Ran before = console(place, "framework", "list", "--json");
        assertThat(before.code()).isZero();
        Ran missing = console(place, "journal", "verify");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.complaints()).hasSize(1);
        assertThat(missing.err()).contains("postgresql://postgres@localhost").doesNotContain("secret");

        assertThat(console(place, "init", "proviseure").err()).isEmpty();
        Ran verified = console(place, "journal", "verify");
        assertThat(verified.err()).isEmpty();
        assertThat(verified.code()).isZero();

        Path copy = folder.resolve("copy");
        assertThat(console(place, "backup", copy.toString()).err()).isEmpty();
        String other = address(server.getPort(), UUID.randomUUID());
        assertThat(console(other, "restore", copy.toString()).code()).isZero();
        assertThat(console(other, "journal", "verify").code()).isZero();
    }

    @Test
    void a_school_moves_from_a_file_to_the_database_and_its_old_place_says_where_it_is(@TempDir Path folder)
            throws SQLException {
        String file = folder.resolve("school.db").toString();
        String place = address(server.getPort(), UUID.randomUUID());
        assertThat(console(file, "init", "proviseure").err()).isEmpty();
        assertThat(console(file, "move", place, "--copy-only").err()).isEmpty();
        Ran moved = console(file, "move", place, "--json");
        assertThat(moved.err()).isEmpty();
        assertThat(moved.out())
                .contains("\"step\" : \"MOVED\"", "postgresql://postgres@localhost")
                .doesNotContain("secret");
        assertThat(console(place, "journal", "verify").err()).isEmpty();
        Ran refused = console(file, "framework", "adopt", "mc-sno", "--scale", "four-steps");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("postgresql://postgres@localhost");
        Ran removed = console(file, "move", place, "--remove-source", "--json");
        assertThat(removed.err()).isEmpty();
        assertThat(removed.out()).contains("SOURCE_REMOVED");
        processesOfAnEarlierVersionAreAtWork();
        Ran early = console(place, "encrypt-files");
        assertThat(early.code()).isEqualTo(1);
        assertThat(early.err()).as("processes at work could not read it").contains("PostgresSchools.upgrade");
        assertThat(console(place, "upgrade").err()).isEmpty();
        Ran encrypted = console(place, "encrypt-files", "--json");
        assertThat(encrypted.err()).isEmpty();
        assertThat(encrypted.out()).contains("\"encrypted\" : true").doesNotContain("secret");
    }

    private static void processesOfAnEarlierVersionAreAtWork() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE portfolio.writing SET version = 6");
        }
    }

    @Test
    void an_address_that_is_none_is_wrong_usage_and_a_server_that_is_gone_is_one_line() throws IOException {
        Ran wrong = console("postgresql://localhost/postgres", "journal", "verify");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("school=UUID");
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Ran gone = console(address(free, UUID.randomUUID()), "journal", "verify");
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.complaints()).hasSize(1);
        assertThat(gone.err()).contains("injoignable");
    }
}
