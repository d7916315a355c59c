package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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
                for (String each : List.of("posting", "placed", "fresh", "indexed")) session.run("DELETE FROM " + each);
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
