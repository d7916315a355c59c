package org.eportfolio.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How one read asks the database, on its thread only. The transaction begins with the first look, in the same round trip; a read
 * that looks at nothing takes no connection. One that may run again looks a first time without a transaction: many reads need no
 * second look, and then neither a beginning nor an end.
 */
final class Looks {
    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ";
    private static final String NAME = "SELECT set_config('portfolio.school', ?, true); ";
    private static final String PLACE = "SELECT position FROM portfolio.school WHERE school = ?";
    private static final long NOWHERE = -1;

    private final Database database;
    private final UUID school;
    private final Thread thread = Thread.currentThread();
    private @Nullable Handle handle;
    private boolean autoCommit;
    private boolean mayGlance;
    private boolean glanced;
    private long position;
    private boolean ended;

    private Looks(Database database, UUID school, boolean mayGlance) {
        this.database = database;
        this.school = school;
        this.mayGlance = mayGlance;
    }

    static Looks of(Database database, UUID school) {
        return new Looks(database, school, false);
    }

    /** Of a read that may run again, and has to where a look throws {@link MovedException}. */
    static Looks repeatable(Database database, UUID school) {
        return new Looks(database, school, !database.guarded());
    }

    /** The school moved on between the first look, which was none into a snapshot, and the second. */
    static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MovedException() {
            super(null, null, false, false);
        }
    }

    /** For what changes without the school moving on: from here on every look is one into a snapshot. */
    void needSnapshot() {
        mayGlance = false;
    }

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Where the feed stands in what is looked at. */
    long position() {
        return whileOpen(() -> {
            if (handle == null && !glanced && !glance(null, List.of(), rows -> {}))
                asked(null).close();
            return position;
        });
    }

    /**
     * What every call asks goes to the driver's own statements: per row, the way through Jdbi costs as much as the row.
     *
     * @param query whose first parameter is the school
     */
    <T> List<T> all(Reading<T> reading, String query, Object... arguments) {
        return whileOpen(() -> {
            List<T> found = new ArrayList<>();
            Answer answer = rows -> {
                while (rows.next()) found.add(reading.of(rows));
            };
            if (glance(query, List.of(arguments), answer)) return found;
            found.clear();
            try (PreparedStatement statement = asked(query, arguments)) {
                read(statement, answer);
            }
            return found;
        });
    }

    /** Nothing can be asked any more. */
    void end() {
        ended = true;
        if (handle == null) return;
        Database.end(handle.getConnection(), autoCommit, false);
        Database.giveBack(handle);
    }

    private <T> T whileOpen(Failures.Work<T> work) {
        if (ended || Thread.currentThread() != thread) {
            throw new IllegalStateException("a view lives inside its read and on its thread only");
        }
        return Failures.translated(work);
    }

    private interface Answer {
        void read(ResultSet rows) throws SQLException;
    }

    private static void read(PreparedStatement statement, Answer answer) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            if (rows == null) throw new SQLException("the database gave no answer");
            answer.read(rows);
        }
    }

    /**
     * The first look, in one round trip and without a transaction, where the read may run again.
     *
     * @param query {@code null} to ask for the position alone
     * @return false if it has to be done in a transaction, and what was read counts for nothing
     */
    private boolean glance(@Nullable String query, List<Object> arguments, Answer answer) throws SQLException {
        if (!mayGlance) return false;
        mayGlance = false;
        Handle taken = database.take();
        try {
            Connection connection = taken.getConnection();
            glanced = connection.getAutoCommit() && isOfOneMoment(connection, query, arguments, answer);
        } finally {
            Database.giveBack(taken);
        }
        return glanced;
    }

    /** That the school stands where it stood before the query shows that it did not move meanwhile. */
    private boolean isOfOneMoment(Connection connection, @Nullable String query, List<Object> arguments, Answer answer)
            throws SQLException {
        String sql = query == null ? PLACE : PLACE + "; " + query + "; " + PLACE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            statement.setObject(at++, school);
            if (query != null) {
                statement.setObject(at++, school);
                for (Object argument : arguments) bind(connection, statement, at++, argument);
                statement.setObject(at++, school);
            }
            statement.execute();
            position = place(statement);
            // A school that has left, or is arriving, has no place here.
            if (position == NOWHERE || query == null) return position != NOWHERE;
            statement.getMoreResults();
            read(statement, answer);
            statement.getMoreResults();
            return place(statement) == position;
        }
    }

    private static long place(PreparedStatement statement) throws SQLException {
        long[] place = {NOWHERE};
        read(statement, rows -> {
            if (rows.next()) place[0] = rows.getLong(1);
        });
        return place[0];
    }

    /**
     * The statement, run in the transaction. The first one begins that and asks for the position in the same round trip.
     *
     * @param query whose first parameter is the school; {@code null} to ask for the position alone
     */
    private PreparedStatement asked(@Nullable String query, Object... arguments) throws SQLException {
        boolean begins = handle == null;
        Connection connection = begins ? begin() : connection();
        String whole = query == null ? PLACE : begins ? PLACE + "; " + query : query;
        if (begins) whole = BEGIN + (database.guarded() ? NAME : "") + whole;
        PreparedStatement statement = connection.prepareStatement(whole);
        boolean ran = false;
        try {
            int at = 1;
            if (begins && database.guarded()) statement.setString(at++, school.toString());
            if (begins) statement.setObject(at++, school);
            if (query != null) statement.setObject(at++, school);
            for (Object argument : arguments) bind(connection, statement, at++, argument);
            statement.execute();
            if (begins) readPosition(statement);
            ran = true;
            return statement;
        } finally {
            if (!ran) statement.close();
        }
    }

    private Connection begin() throws SQLException {
        Handle taken = database.take();
        handle = taken;
        Connection connection = taken.getConnection();
        autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection connection() {
        if (handle == null) throw new IllegalStateException("no look has begun");
        return handle.getConnection();
    }

    /** Behind what begins the transaction; leaves the statement at the answer that follows. */
    private void readPosition(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        if (database.guarded()) statement.getMoreResults();
        long stands = place(statement);
        // A school that has left, or is arriving, can be read.
        if (stands == NOWHERE) {
            stands = Relocation.position(connection(), school).orElseThrow(() -> PostgresSchools.unknown(school));
        }
        if (glanced && stands != position) throw new MovedException();
        position = stands;
        statement.getMoreResults();
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, Object argument)
            throws SQLException {
        if (argument instanceof UUID[] ids) {
            statement.setArray(at, connection.createArrayOf("uuid", ids));
        } else if (argument instanceof String[] texts) {
            statement.setArray(at, connection.createArrayOf("text", texts));
        } else if (argument instanceof byte[][] bytes) {
            statement.setArray(at, connection.createArrayOf("bytea", bytes));
        } else if (argument instanceof byte[] bytes) {
            statement.setBytes(at, bytes);
        } else if (argument instanceof String text) {
            statement.setString(at, text);
        } else if (argument instanceof UUID id) {
            statement.setObject(at, id);
        } else {
            statement.setLong(at, ((Number) argument).longValue());
        }
    }
}
