package org.eportfolio.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.NoTemplateEngine;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;

/** One connection with its prepared statements, kept open and used by one thread at a time. */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /** Some tenths of a millisecond. */
    private static final int STEPS_BETWEEN_QUESTIONS = 10_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private @Nullable Handle handle;
    private @Nullable Chains chains;

    Session(Connection connection) {
        this.connection = connection;
    }

    interface Work<T> {
        T run() throws SQLException;
    }

    /** What a connection that writes knows from commit to commit; it goes with the connection. */
    Chains chains() {
        if (chains == null) chains = new Chains(this);
        return chains;
    }

    /** Jdbi over this connection, started when first asked for. */
    Handle handle() {
        if (handle == null) {
            KeptStatements statements = new KeptStatements();
            Jdbi jdbi = Jdbi.create(connection).setStatementBuilderFactory(any -> statements);
            jdbi.getConfig(SqlStatements.class).setTemplateEngine(new NoTemplateEngine());
            handle = jdbi.open();
        }
        return handle;
    }

    /** A statement of this connection's own, for bulk and the hot path; its result sets must be closed. */
    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    /** Runs a pragma, or a script of several statements without results. */
    void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (script.startsWith("PRAGMA")) statement.execute(script);
            else statement.executeUpdate(script);
        }
    }

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * What every call asks goes to the connection's own statements: per row, the way through Jdbi costs as much as the row
     * itself.
     *
     * @param arguments bytes, texts and whole numbers
     */
    <T> List<T> all(String sql, Reading<T> reading, Object... arguments) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = bound(sql, arguments).executeQuery()) {
            while (rows.next()) found.add(reading.of(rows));
        }
        return found;
    }

    <T> Optional<T> first(String sql, Reading<T> reading, Object... arguments) throws SQLException {
        try (ResultSet rows = bound(sql, arguments).executeQuery()) {
            return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
        }
    }

    private PreparedStatement bound(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument instanceof byte[] bytes) statement.setBytes(i + 1, bytes);
            else if (argument instanceof String text) statement.setString(i + 1, text);
            else statement.setLong(i + 1, ((Number) argument).longValue());
        }
        return statement;
    }

    /** The first column of the first row, 0 if there is none. */
    long number(String query) throws SQLException {
        return firstNumber(prepared(query));
    }

    /** The first column of the first row, 0 if there is none. */
    static long firstNumber(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** Runs the work in a transaction that has the right to write from its first moment. */
    <T> T writing(Work<T> work) throws SQLException {
        boolean done = false;
        try {
            begin("BEGIN IMMEDIATE");
            T result = work.run();
            commit();
            done = true;
            return result;
        } finally {
            if (!done) rollback();
        }
    }

    /**
     * Runs work that SQLite does at one go, and asks every so many steps of its machine whether to go on: what the question throws
     * ends the statement, which is undone, and passes.
     *
     * @param question is told how many steps were taken
     */
    <T> T asking(LongConsumer question, Work<T> work) throws SQLException {
        Asking asking = new Asking(question);
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_QUESTIONS, asking);
        try {
            return work.run();
        } catch (SQLException e) {
            if (asking.answer != null) throw asking.answer;
            throw e;
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }

    /** Called by SQLite within a statement; not 0 ends it. */
    private static final class Asking extends ProgressHandler {
        private final LongConsumer question;
        private @Nullable RuntimeException answer;
        private long steps;

        Asking(LongConsumer question) {
            this.question = question;
        }

        @Override
        protected int progress() {
            steps += STEPS_BETWEEN_QUESTIONS;
            try {
                question.accept(steps);
                return 0;
            } catch (RuntimeException e) {
                answer = e;
                return 1;
            }
        }
    }

    void begin(String how) throws SQLException {
        prepared(how).execute();
    }

    void commit() throws SQLException {
        prepared("COMMIT").execute();
    }

    /** Ends a transaction if SQLite has not already done so by itself, as it does when the disk is full. */
    void rollback() {
        forgetStatements();
        try {
            run("ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("nothing to roll back: {}", e.getMessage());
        }
    }

    /** To be called after a failure: the driver closes a statement that failed without telling. */
    void forgetStatements() {
        for (PreparedStatement statement : kept.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                LOG.debug("a statement did not close: {}", e.getMessage());
            }
        }
        kept.clear();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
