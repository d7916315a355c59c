#!/usr/bin/env bash
# A setting of one's own that SET LOCAL gave once is an empty string afterwards, not null.
#
# One would guess that after the end of a transaction a custom setting is again what it was before, unknown, so that
# current_setting('school.id', true) is null as in a fresh session, and current_setting(…)::uuid is null too.
# What happens: in the same session it is now the empty string, and the cast fails with 22P02 (invalid input syntax for type
# uuid). Through a pool, a policy of row-level security that casts the setting hides all rows on a fresh connection and fails on
# one that was used before: the same statement, by chance of the connection.
# Since: PostgreSQL 9.2, where custom settings need no declaration; tried on 17.6.
# Why we meet it: the PostgreSQL store's optional second wall names the school by SET LOCAL; its policies read
# nullif(current_setting(…, true), '').
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
                Statement statement = connection.createStatement()) {
            System.out.println("PostgreSQL " + one(statement, "SHOW server_version").split(" ")[0]);
            look("fresh session", statement);
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL school.id = '00000000-0000-0000-0000-000000000001'");
            connection.commit();
            connection.setAutoCommit(true);
            look("after SET LOCAL and COMMIT", statement);
            System.out.println("  with nullif: " + one(statement, "SELECT nullif(current_setting('school.id', true), '')::uuid"));
        }
    }

    private static void look(String when, Statement statement) throws SQLException {
        System.out.println(when + ": is null: " + one(statement, "SELECT current_setting('school.id', true) IS NULL"));
        try {
            System.out.println("  as uuid: " + one(statement, "SELECT current_setting('school.id', true)::uuid"));
        } catch (SQLException e) {
            System.out.println("  as uuid: refused, " + e.getSQLState());
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
JAVA
java -cp "$(cat classpath)" Example.java 2>/dev/null >seen
cat seen
diff seen - <<'EXPECTED'
PostgreSQL 17.6
fresh session: is null: t
  as uuid: null
after SET LOCAL and COMMIT: is null: f
  as uuid: refused, 22P02
  with nullif: null
EXPECTED
