package org.eportfolio.sqlite;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps one connection's prepared statements from query to query. A statement finds its way back by its identity: the
 * SQL that Jdbi hands to {@code close} is not the one it asked {@code create} for. Not thread-safe, like the connection.
 */
final class KeptStatements implements StatementBuilder {
    private final Map<String, PreparedStatement> idle = new HashMap<>();
    private final IdentityHashMap<Statement, String> texts = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        if (kept != null) return kept;
        PreparedStatement fresh = connection.prepareStatement(sql);
        texts.put(fresh, sql);
        return fresh;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareCall(sql);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        String text = texts.get(statement);
        if (text != null && statement instanceof PreparedStatement prepared && !idle.containsKey(text)) {
            prepared.clearParameters();
            idle.put(text, prepared);
        } else {
            texts.remove(statement);
            statement.close();
        }
    }
}
