package org.eportfolio.core.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.SchoolMove;
import org.eportfolio.core.year.LivedYear;
import org.eportfolio.postgresql.PostgresSchools;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform's own people read its database as a school's own people read its file: the same views with the same columns. */
class ReadableDatabaseTest {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private static final long SEED = 4711;

    @TempDir
    Path folder;

    private record Seen(List<String> columns, List<String> rows) {}

    @Test
    void each_view_shows_of_a_school_what_that_of_a_file_shows() throws Exception {
        UUID id = UUID.randomUUID();
        Path file = folder.resolve("school.db");
        try (LivedYear year = new LivedYear(SqliteStore.open(file))) {
            year.goOn(600, new Random(SEED));
        }
        try (PortfolioStore from = SqliteStore.open(file);
                PortfolioStore to = PostgresSchools.open(TestServer.pool()).create(id)) {
            SchoolMove.between(from, "file", to, "database", Clock.systemUTC()).finish(ProgressListener.NONE);
        }
        int filled = 0;
        try (Connection there = DriverManager.getConnection("jdbc:sqlite:" + file);
                Connection here = TestServer.pool().getConnection()) {
            List<String> views = seen(there, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
                    .rows();
            assertThat(seen(here, "SELECT viewname FROM pg_views WHERE schemaname = 'portfolio' ORDER BY 1")
                            .rows())
                    .containsExactlyElementsOf(views);
            for (String each : views) {
                String name = each.substring(1, each.length() - 1);
                Seen expected = seen(there, "SELECT * FROM " + name);
                Seen found = seen(here, "SELECT * FROM portfolio." + name + " WHERE school = '" + id + "'");
                assertThat(found.columns()).as(name).isEqualTo(expected.columns());
                assertThat(found.rows()).as(name).containsExactlyInAnyOrderElementsOf(expected.rows());
                if (!expected.rows().isEmpty()) filled++;
            }
        }
        assertThat(filled).isGreaterThan(50);
    }

    @Test
    void a_view_lets_nobody_see_more_than_the_tables_behind_it() throws SQLException {
        try (Connection here = TestServer.pool().getConnection()) {
            assertThat(seen(
                                    here,
                                    "SELECT relname FROM pg_class WHERE relnamespace = 'portfolio'::regnamespace AND relkind = 'v'"
                                            + " AND NOT 'security_invoker=true' = ANY (coalesce(reloptions, '{}'))")
                            .rows())
                    .isEmpty();
        }
    }

    /** The school, which a file does not name, is left out; what a file calls so has another name. */
    private static Seen seen(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData named = rows.getMetaData();
            List<Integer> shown = new ArrayList<>();
            for (int i = 1; i <= named.getColumnCount(); i++) {
                if (i > 1 || !named.getColumnName(i).equals("school")) shown.add(i);
            }
            List<String> columns = new ArrayList<>();
            for (int i : shown) columns.add(named.getColumnName(i).replace("came_from", "school"));
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i : shown) values.add(plain(rows.getObject(i)));
                found.add(values.toString());
            }
            return new Seen(columns, found);
        }
    }

    private static String plain(Object value) {
        if (value == null) return "";
        if (value instanceof Boolean truth) return truth ? "1" : "0";
        if (value instanceof Timestamp at) return MOMENT.format(at.toInstant().atOffset(ZoneOffset.UTC));
        String text = value.toString();
        if (text.equals("true")) return "1";
        if (text.equals("false")) return "0";
        return text.startsWith("{") || text.startsWith("[") ? withoutOrder(text) : text;
    }

    /** JSON as one keeps it and as the other does: without spaces, and with fields in whatever order. */
    private static String withoutOrder(String json) {
        return json.chars()
                .filter(each -> each != ' ')
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
