#!/usr/bin/env bash
# A COPY TO STDOUT whose stream fails leaves pgjdbc's connection one answer behind, also after it is cancelled by the driver's own call.
#
# One would guess that CopyManager.copyOut(sql, stream) cleans up when the stream throws, as its code means to, and that CopyOut.cancelCopy()
# ends the copy: the connection can be rolled back and used, or given back to a pool.
# What happens: the copy is cancelled and the lock given up, but what the server has sent already is not read. The next statement takes
# it for its own answer: its result is missing or it fails, and so on with the one after. A pool that does not ask before each use
# hands that connection to someone else.
# Since: pgjdbc 42.7.14 (as tried), PostgreSQL 17.6.
# Why we meet it: the backup of a school is a COPY into a ZIP file, which may be cancelled, or meet a full disk. The store asks the server to
# cancel (PGConnection.cancelQuery) and reads the copy up to its end.
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
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

class Example {
    private static final String COPY = "COPY (SELECT generate_series(1, 3)) TO STDOUT";

    private interface Broken {
        void copy(PGConnection connection) throws SQLException, IOException;
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            look("a stream that fails", server, connection -> connection.getCopyAPI().copyOut(COPY, new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    throw new IOException("no space left");
                }
            }));
            look("cancelCopy", server, connection -> {
                CopyOut copy = connection.getCopyAPI().copyOut(COPY);
                copy.readFromCopy();
                copy.cancelCopy();
            });
            look("cancelQuery, and read to the end", server, connection -> {
                CopyOut copy = connection.getCopyAPI().copyOut(COPY);
                copy.readFromCopy();
                connection.cancelQuery();
                while (copy.readFromCopy() != null) {}
            });
        }
    }

    private static void look(String what, EmbeddedPostgres server, Broken broken) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            try {
                broken.copy(connection.unwrap(PGConnection.class));
            } catch (SQLException | IOException e) {
                // As one would expect.
            }
            System.out.println(what + ": SELECT 42 gives " + answer(connection));
        }
    }

    private static String answer(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 42")) {
            return rows.next() ? rows.getString(1) : "nothing";
        } catch (SQLException e) {
            return "no result";
        }
    }
}
JAVA
java -cp "$(cat classpath)" Example.java 2>/dev/null >seen
cat seen
diff seen - <<'EXPECTED'
a stream that fails: SELECT 42 gives no result
cancelCopy: SELECT 42 gives no result
cancelQuery, and read to the end: SELECT 42 gives 42
EXPECTED
