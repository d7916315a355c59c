package org.eportfolio.benchmarks.side.postgresql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.eportfolio.benchmarks.side.Acts;

/** The same acts by bare pgjdbc: prepared, sent as one pipeline, which the server takes for one transaction. */
final class BareActs {
    private static final String SQL = "UPDATE portfolio.school SET position = position + 1 WHERE school = ?;"
            + " INSERT INTO portfolio.record (school, scope, kind, id, body, keys) VALUES (?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, NULL)"
            + " ON CONFLICT (school, scope, kind, id) DO UPDATE SET body = excluded.body, keys = excluded.keys;"
            + " INSERT INTO portfolio.key (school, hash, id, scope, kind) VALUES (?, substring(sha256(?) FOR 16), ?, ?, ?);"
            + " INSERT INTO portfolio.entry (school, position, scope, number, hash, body)"
            + " SELECT s.school, s.position, ?, ?, ?, ? FROM portfolio.school s WHERE s.school = ?;"
            + " INSERT INTO portfolio.head (school, scope, length, hash) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (school, scope) DO UPDATE SET length = excluded.length, hash = excluded.hash";

    private BareActs() {}

    static Acts of(DataSource source, UUID school) {
        UUID scope = UUID.randomUUID();
        long[] length = {0};
        return () -> {
            long number = ++length[0];
            byte[] hash = Acts.hash(number, scope).bytes();
            UUID id = new UUID(0x0190_0000_0000_7000L, number);
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement(SQL)) {
                bind(
                        statement,
                        school,
                        school,
                        scope,
                        "assessment",
                        id,
                        Acts.ASSESSMENT,
                        "{\"assessment.author=m.durand\"}",
                        school,
                        scope,
                        "levels",
                        Acts.CARD_ID,
                        Acts.CARD,
                        school,
                        "assessment.author=m.durand".getBytes(StandardCharsets.UTF_8),
                        id,
                        scope,
                        "assessment",
                        scope,
                        number,
                        hash,
                        Acts.ENTRY,
                        school,
                        school,
                        scope,
                        number,
                        hash);
                statement.execute();
            }
        };
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof byte[] bytes) statement.setBytes(i + 1, bytes);
            else statement.setObject(i + 1, arguments[i]);
        }
    }
}
