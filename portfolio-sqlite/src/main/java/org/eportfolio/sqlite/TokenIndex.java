package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eportfolio.spi.SearchIndex;

/** What is said of the index as a whole. Thread-safe. */
final class TokenIndex implements SearchIndex {
    private final Writer writer;
    private final Checkpoints checkpoints;

    TokenIndex(Writer writer, Checkpoints checkpoints) {
        this.writer = writer;
        this.checkpoints = checkpoints;
    }

    @Override
    public void wholeBy(String rules) {
        writer.alone(session -> session.writing(() -> noted(session, rules)));
    }

    @Override
    public void clear() {
        writer.alone(session -> {
            session.writing(() -> {
                session.run("DELETE FROM token");
                session.run("DELETE FROM indexed");
                return noted(session, "");
            });
            checkpoints.erased();
            return true;
        });
    }

    private static int noted(Session session, String rules) throws SQLException {
        PreparedStatement note = session.prepared("INSERT OR REPLACE INTO meta VALUES ('index', ?)");
        note.setString(1, rules);
        return note.executeUpdate();
    }
}
