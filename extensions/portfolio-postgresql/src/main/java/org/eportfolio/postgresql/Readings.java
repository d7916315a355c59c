package org.eportfolio.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.PageRequest;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * One school's readings, in a table apart that no backup has. A batch is one statement. What is removed lingers in the
 * database's files until the store is compacted, as other rows do. Thread-safe.
 */
final class Readings implements AccessLog {
    private static final String ADD =
            "INSERT INTO portfolio.reading (school, dossier, id, at, person, role, kind, object)"
                    + " SELECT ?, n.dossier, n.id, n.at, n.person, n.role, n.kind, n.object"
                    + " FROM unnest(?, ?, ?, ?, ?, ?, ?) AS n (dossier, id, at, person, role, kind, object)"
                    + " ON CONFLICT (school, dossier, id) DO NOTHING";
    private static final String PAGE =
            "SELECT id, at, person, role, kind, object FROM portfolio.reading" + " WHERE school = ? AND dossier = ?";

    private final Database database;
    private final UUID school;
    private final Calls calls;

    Readings(Database database, UUID school, Calls calls) {
        this.database = database;
        this.school = school;
        this.calls = calls;
    }

    @Override
    public void add(List<LoggedReading> readings) {
        calls.run(() -> readings.isEmpty()
                || database.transaction(school, handle -> {
                    requireSchool(handle);
                    insert(handle.getConnection(), readings);
                    return true;
                }));
    }

    /** A school that is removed meanwhile waits for this, so that nothing is added to one that is gone. */
    private void requireSchool(Handle handle) {
        for (String table : List.of("school", "away")) {
            boolean there = handle.createQuery(
                            "SELECT position FROM portfolio." + table + " WHERE school = ? FOR KEY SHARE")
                    .bind(0, school)
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent();
            if (there) return;
        }
        throw PostgresSchools.unknown(school);
    }

    private void insert(Connection connection, List<LoggedReading> readings) throws SQLException {
        List<Array> columns = List.of(
                column(connection, "uuid", readings, each -> each.dossier().id()),
                column(connection, "uuid", readings, LoggedReading::id),
                column(connection, "bigint", readings, each -> micros(each.at())),
                column(connection, "text", readings, LoggedReading::person),
                column(connection, "text", readings, LoggedReading::role),
                column(connection, "text", readings, LoggedReading::kind),
                column(connection, "uuid", readings, LoggedReading::object));
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setObject(1, school);
            int at = 2;
            for (Array each : columns) statement.setArray(at++, each);
            statement.executeUpdate();
        } finally {
            for (Array each : columns) each.free();
        }
    }

    private static Array column(
            Connection connection,
            String type,
            List<LoggedReading> readings,
            Function<LoggedReading, ? extends @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, readings.stream().map(value).toArray());
    }

    @Override
    public List<LoggedReading> of(Scope dossier, PageRequest page) {
        boolean newest = page.order() == PageRequest.Order.NEWEST_FIRST;
        UUID after = page.after();
        String query = PAGE + (after == null ? "" : " AND id " + (newest ? "<" : ">") + " ?") + " ORDER BY id"
                + (newest ? " DESC" : "") + " LIMIT ?";
        return calls.run(() -> database.single(school, handle -> {
            List<LoggedReading> found = new ArrayList<>();
            try (PreparedStatement statement = handle.getConnection().prepareStatement(query)) {
                int at = 1;
                statement.setObject(at++, school);
                statement.setObject(at++, dossier.id());
                if (after != null) statement.setObject(at++, after);
                statement.setInt(at, page.size());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) found.add(reading(rows, dossier));
                }
            }
            return found;
        }));
    }

    private static LoggedReading reading(ResultSet row, Scope dossier) throws SQLException {
        return new LoggedReading(
                row.getObject(1, UUID.class),
                dossier,
                Instant.EPOCH.plus(row.getLong(2), ChronoUnit.MICROS),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class));
    }

    @Override
    public boolean isEmpty() {
        return calls.run(() -> database.single(
                school,
                handle -> handle.createQuery("SELECT NOT EXISTS (SELECT FROM portfolio.reading WHERE school = ?)")
                        .bind(0, school)
                        .mapTo(Boolean.class)
                        .one()));
    }

    @Override
    public void remove(Scope dossier) {
        run("DELETE FROM portfolio.reading WHERE school = ? AND dossier = ?", school, dossier.id());
    }

    @Override
    public void rename(String person, String pseudonym) {
        run("UPDATE portfolio.reading SET person = ? WHERE school = ? AND person = ?", pseudonym, school, person);
    }

    @Override
    public void removeBefore(Instant instant) {
        run("DELETE FROM portfolio.reading WHERE school = ? AND at < ?", school, micros(instant));
    }

    private void run(String change, Object... arguments) {
        calls.run(() -> database.single(school, handle -> {
            Update update = handle.createUpdate(change);
            for (int i = 0; i < arguments.length; i++) update.bind(i, arguments[i]);
            return update.execute();
        }));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
