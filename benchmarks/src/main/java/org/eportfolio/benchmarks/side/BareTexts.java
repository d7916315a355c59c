package org.eportfolio.benchmarks.side;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The same texts in a bare FTS5 table, of SQLite's own words, that leaves nothing of what is deleted; no rights, no checks. */
final class BareTexts implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement query;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement delete;

    BareTexts(Path file, int learners, int texts) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA secure_delete=ON");
            statement.execute("PRAGMA cache_size=-8192");
            statement.execute("CREATE VIRTUAL TABLE texts USING"
                    + " fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')");
            statement.execute("INSERT INTO texts (texts, rank) VALUES ('secure-delete', 1)");
        }
        insert = connection.prepareStatement("INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)");
        update = connection.prepareStatement("UPDATE texts SET body = ? WHERE rowid = ?");
        delete = connection.prepareStatement("DELETE FROM texts WHERE rowid = ?");
        connection.setAutoCommit(false);
        for (int i = 0; i < learners; i++) {
            for (int k = 0; k < texts; k++) {
                insert(
                        1L + i * (long) texts + k,
                        Prose.text(4, -SearchedSchool.seed(i, k)),
                        Prose.text(SearchedSchool.WORDS, SearchedSchool.seed(i, k)));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        query = connection.prepareStatement("SELECT rowid, title, snippet(texts, 1, '[', ']', '…', 20) FROM texts"
                + " WHERE texts MATCH ? ORDER BY rank LIMIT 20");
    }

    int search(String words) throws SQLException {
        query.setString(1, words);
        int found = 0;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) found += rows.getString(3).isEmpty() ? 0 : 1;
        }
        return found;
    }

    void insert(long id, String title, String body) throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, title);
        insert.setString(3, body);
        insert.executeUpdate();
    }

    void update(long id, String body) throws SQLException {
        update.setString(1, body);
        update.setLong(2, id);
        update.executeUpdate();
    }

    void delete(long id) throws SQLException {
        delete.setLong(1, id);
        delete.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
