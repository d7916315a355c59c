package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/** Small examples for the tests of this store. */
final class Dossiers {
    static final Kind PRODUCTION = new Kind("production");

    private Dossiers() {}

    static UUID id(long number) {
        return new UUID(0x0190_0000_0000_7000L, number);
    }

    static Scope dossier(long number) {
        return new Scope(id(number));
    }

    static Row row(Scope scope, long number, String body, Key... keys) {
        return new Row(scope, PRODUCTION, id(number), body, Set.of(keys));
    }

    /** The entry that follows this head. */
    static Entry entry(Scope scope, Head after) {
        byte[] hash = new byte[Hash.BYTES];
        hash[0] = (byte) (after.length() + 1);
        hash[31] = 1;
        return new Entry(scope, after.length() + 1, Hash.of(hash), "{\"act\":" + (after.length() + 1) + "}");
    }

    /** Puts the rows with one entry in their scope. */
    static Change putting(Head head, Row... rows) {
        Scope scope = rows[0].scope();
        return new Change(Map.of(scope, head), List.of(), List.of(rows), List.of(entry(scope, head)));
    }

    static Change removing(Head head, Row... rows) {
        Scope scope = rows[0].scope();
        List<RowName> names = new ArrayList<>();
        for (Row row : rows) names.add(RowName.of(row));
        return new Change(Map.of(scope, head), names, List.of(), List.of(entry(scope, head)));
    }

    static Head head(SqliteStore store, Scope scope) {
        return store.read(view -> view.head(scope));
    }

    static void put(SqliteStore store, Row... rows) {
        store.commit(putting(head(store, rows[0].scope()), rows));
    }

    /** What a person with a database tool sees, the first column only. */
    static List<String> seen(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (result.next()) column.add(result.getString(1));
            return column;
        }
    }

    static void run(Path file, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    static boolean holds(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }
}
