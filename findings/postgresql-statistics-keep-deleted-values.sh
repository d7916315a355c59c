#!/usr/bin/env bash
# What was deleted from a PostgreSQL table is still in its statistics, and analysing the empty table leaves them there.
#
# One would guess that once all rows are deleted, the table was written anew by VACUUM FULL and ANALYZE ran again, nothing of the
# rows is left but in the log and in backups.
# What happens: pg_statistic keeps the values that ANALYZE (autovacuum runs it by itself) had copied as most common values and
# as bounds of the histogram. ANALYZE of a table without rows takes no new ones and leaves the old. Where rows of others are left, the
# values go with the next ANALYZE only, and their remains in the file of pg_statistic are vacuumed like any other's.
# Since: the statistics are as old as ANALYZE; tried on 17.6.
# Why we meet it: the PostgreSQL store promises to say where an erased person's words are left. From version 6 of its tables on, no
# statistics are taken of columns that hold what people wrote (ALTER COLUMN … SET STATISTICS 0).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencyManagement><dependencies>
    <dependency><groupId>io.zonky.test.postgres</groupId><artifactId>embedded-postgres-binaries-bom</artifactId><version>17.6.0</version><type>pom</type><scope>import</scope></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version></dependency>
    <dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat >Example.java <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class Example {
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            System.out.println(text(sql, "SELECT 'PostgreSQL ' || current_setting('server_version')"));
            sql.execute("CREATE TABLE note (id integer PRIMARY KEY, words text)");
            sql.execute("INSERT INTO note SELECT n, 'words of someone ' || n FROM generate_series(1, 200) AS n");
            sql.execute("ANALYZE note");
            sql.execute("DELETE FROM note");
            sql.execute("VACUUM FULL note");
            sql.execute("ANALYZE note");
            String rows = text(sql, "SELECT count(*) FROM note");
            String copied = text(sql, "SELECT count(*) FROM pg_stats s WHERE tablename = 'note' AND s::text LIKE '%words of someone 1%'");
            System.out.println("rows: " + rows + ", columns whose statistics hold deleted words: " + copied);
            sql.execute("CREATE TABLE quiet (id integer PRIMARY KEY, words text)");
            sql.execute("ALTER TABLE quiet ALTER COLUMN words SET STATISTICS 0");
            sql.execute("INSERT INTO quiet SELECT n, 'words of someone ' || n FROM generate_series(1, 200) AS n");
            sql.execute("ANALYZE quiet");
            String kept = text(sql, "SELECT count(*) FROM pg_stats s WHERE tablename = 'quiet' AND s::text LIKE '%words%of someone%'");
            System.out.println("with SET STATISTICS 0: " + kept);
        }
    }

    private static String text(Statement sql, String query) throws SQLException {
        try (ResultSet result = sql.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
JAVA
java -cp "$(cat classpath)" Example.java 2>/dev/null >seen
cat seen
diff seen - <<'EXPECTED'
PostgreSQL 17.6
rows: 0, columns whose statistics hold deleted words: 1
with SET STATISTICS 0: 0
EXPECTED
