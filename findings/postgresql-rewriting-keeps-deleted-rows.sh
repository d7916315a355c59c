#!/usr/bin/env bash
# In PostgreSQL, a transaction that writes in another database of the server keeps deleted rows in a table that is written anew.
#
# One would guess that CLUSTER and VACUUM FULL leave nothing of rows that were deleted before, unless someone in the same database
# can still see them: plain VACUUM only minds transactions of its own database.
# What happens: while a transaction that has written something is open in any other database, both commands copy the deleted rows
# into the new file, without a word. The command has a snapshot of its own, which is as old as the oldest transaction that writes
# anywhere on the server, and that counts, since it is one of this database. Plain VACUUM leaves its own snapshot out, and removes the
# rows. A transaction in another database that only reads is in nobody's way.
# Since: at least 12; tried on the versions below.
# Why we meet it: the PostgreSQL store writes tables anew so that nothing of an erased person is left in their files, and waits for
# transactions that began before; it has to wait for those of other databases too, which it may not even see.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Example.java <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLWarning;

class Example {
    private static final Pattern KEPT = Pattern.compile("(\\d+) (dead row versions cannot be removed yet|are dead but not yet removable)");

    public static void main(String[] arguments) throws Exception {
        // A worker of autovacuum would be one more transaction in this database.
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
                Connection own = server.getPostgresDatabase().getConnection();
                Statement sql = own.createStatement()) {
            System.out.println("PostgreSQL " + text(sql, "SHOW server_version").split(" ")[0]);
            sql.execute("CREATE DATABASE neighbour");
            Path files = Path.of(text(sql, "SHOW data_directory"));
            for (String neighbour : new String[] {"nothing", "a transaction that reads", "a transaction that writes"}) {
                try (Connection other = server.getDatabase("postgres", "neighbour").getConnection();
                        Statement elsewhere = other.createStatement()) {
                    other.setAutoCommit(false);
                    if (neighbour.endsWith("reads")) text(elsewhere, "SELECT count(*) FROM pg_class");
                    if (neighbour.endsWith("writes")) elsewhere.execute("CREATE TABLE something (n integer)");
                    System.out.println("in the other database: " + neighbour);
                    for (String command : new String[] {"CLUSTER note USING note_pkey", "VACUUM FULL note", "VACUUM note"}) {
                        deleted(sql);
                        sql.execute(command.replaceFirst("(CLUSTER|FULL|VACUUM(?! FULL))", "$1 VERBOSE"));
                        String kept = kept(sql.getWarnings());
                        // Plain VACUUM leaves freed bytes where they are.
                        String file = command.equals("VACUUM note") ? "" : ", in the file: " + isInFile(sql, files);
                        System.out.println("  " + command + ": deleted rows kept: " + kept + file);
                    }
                    other.rollback();
                }
            }
        }
    }

    private static void deleted(Statement sql) throws SQLException {
        sql.execute("DROP TABLE IF EXISTS note");
        sql.execute("CREATE TABLE note (id integer PRIMARY KEY, words text)");
        sql.execute("INSERT INTO note SELECT n, 'words of person ' || n || ', who ' || n FROM generate_series(1, 20) AS n");
        sql.execute("DELETE FROM note WHERE id = 7");
    }

    private static String kept(SQLWarning warnings) {
        for (SQLWarning each = warnings; each != null; each = each.getNextWarning()) {
            String detail = ((PSQLWarning) each).getServerErrorMessage().getDetail();
            Matcher found = KEPT.matcher(each.getMessage() + "\n" + detail);
            if (found.find()) return found.group(1);
        }
        return "not said";
    }

    private static boolean isInFile(Statement sql, Path files) throws Exception {
        sql.execute("CHECKPOINT");
        Path file = files.resolve(text(sql, "SELECT pg_relation_filepath('note')"));
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains("person 7, who 7");
    }

    private static String text(Statement sql, String query) throws SQLException {
        try (ResultSet result = sql.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
JAVA

for version in 12.22.0 14.20.0 16.15.0 17.6.0 18.0.0; do
  cat >pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencyManagement><dependencies>
    <dependency><groupId>io.zonky.test.postgres</groupId><artifactId>embedded-postgres-binaries-bom</artifactId><version>$version</version><type>pom</type><scope>import</scope></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version></dependency>
    <dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
  mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
  java -cp "$(cat classpath)" Example.java 2>/dev/null >seen
  cat seen
  diff seen - <<EXPECTED
PostgreSQL ${version%.0}
in the other database: nothing
  CLUSTER note USING note_pkey: deleted rows kept: 0, in the file: false
  VACUUM FULL note: deleted rows kept: 0, in the file: false
  VACUUM note: deleted rows kept: 0
in the other database: a transaction that reads
  CLUSTER note USING note_pkey: deleted rows kept: 0, in the file: false
  VACUUM FULL note: deleted rows kept: 0, in the file: false
  VACUUM note: deleted rows kept: 0
in the other database: a transaction that writes
  CLUSTER note USING note_pkey: deleted rows kept: 1, in the file: true
  VACUUM FULL note: deleted rows kept: 1, in the file: true
  VACUUM note: deleted rows kept: 0
EXPECTED
done
