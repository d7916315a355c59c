package org.eportfolio.benchmarks.side;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The least that a program on SQLite does: opens the file and asks one thing. Without a file, what a JVM does by itself. */
final class BareStart {
    private BareStart() {}

    public static void main(String[] args) throws SQLException {
        if (args.length == 0) return;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM record")) {
            result.next();
            System.out.println(result.getLong(1));
        }
    }
}
