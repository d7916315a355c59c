#!/usr/bin/env bash
# A word deleted from an FTS5 table stays in the file although PRAGMA secure_delete is on.
#
# One would guess that secure_delete, which overwrites deleted content with zeros, holds for every table of the file.
# What happens: FTS5 deletes by adding a mark beside the word, so the word stays in the index until its segments happen to be
# merged. Only the table's own option 'secure-delete' takes it out at once, and only together with the pragma: with the option
# alone the word is still in the free bytes of its page. A table that has used the option is not read by SQLite before 3.42.
# Since: the pragma never held for FTS5's words; the option exists since SQLite 3.42.0. Tried on the SQLite of sqlite-jdbc 3.50.3.0.
# Why we meet it: an erased person's words must be gone from the file, and a search would keep an index of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.xerial</groupId><artifactId>sqlite-jdbc</artifactId><version>3.50.3.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat >Example.java <<'JAVA'
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;

class Example {
    private static final String WORD = "qxzvfortieth";

    public static void main(String[] arguments) throws Exception {
        for (boolean pragma : new boolean[] {false, true}) {
            for (boolean option : new boolean[] {false, true}) look(pragma, option);
        }
    }

    private static void look(boolean pragma, boolean option) throws Exception {
        Path file = Files.createTempFile(Path.of("."), "words", ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete = " + (pragma ? "ON" : "OFF"));
            statement.execute("CREATE VIRTUAL TABLE words USING fts5(text)");
            if (option) statement.execute("INSERT INTO words(words, rank) VALUES ('secure-delete', 1)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO words(rowid, text) VALUES (?, ?)")) {
                for (int row = 1; row <= 200; row++) {
                    insert.setInt(1, row);
                    insert.setString(2, "a text of class number " + row + (row == 40 ? " with " + WORD : ""));
                    insert.execute();
                }
            }
            connection.commit();
            statement.execute("DELETE FROM words WHERE rowid = 40");
            connection.commit();
            connection.setAutoCommit(true);
            try (ResultSet found = statement.executeQuery("SELECT count(*) FROM words WHERE words MATCH '" + WORD + "'")) {
                found.next();
                System.out.print("pragma " + (pragma ? "on, " : "off,") + " option " + (option ? "on: " : "off:") + " found " + found.getInt(1));
            }
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        System.out.println(", in the file " + (bytes.contains("fortieth") ? "still" : "no longer"));
    }
}
JAVA
java --enable-native-access=ALL-UNNAMED -cp "$(cat classpath)" Example.java 2>/dev/null >seen
echo "sqlite-jdbc 3.50.3.0"
cat seen
diff seen - <<'EXPECTED'
pragma off, option off: found 0, in the file still
pragma off, option on:  found 0, in the file still
pragma on,  option off: found 0, in the file still
pragma on,  option on:  found 0, in the file no longer
EXPECTED
