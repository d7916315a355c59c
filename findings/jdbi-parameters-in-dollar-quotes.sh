#!/usr/bin/env bash
# Jdbi looks for parameters inside PostgreSQL's dollar quotes.
#
# One would guess that text between $$ and $$ is a literal to Jdbi, as text between apostrophes is: the body of a function
# belongs to the server.
# What happens: the default parser (ColonPrefixSqlParser) leaves ':=' and '::' alone, but takes ':name' and the upper bound of
# an array slice, as in list[1:2], for named parameters, also inside dollar quotes. A valid plpgsql function with a slice is
# sent with a question mark in its body, and a named parameter is asked for that nobody meant. With a backslash before the
# colon the text arrives as written; the same text between apostrophes needs none.
# Since: jdbi3-core 3.55.0 (as tried; the lexer of 3.x has no rule for dollar quotes).
# Why we meet it: the PostgreSQL store installs its functions from a script. It sends the script through a plain JDBC statement.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.jdbi</groupId><artifactId>jdbi3-core</artifactId><version>3.55.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat >Example.java <<'JAVA'
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;

class Example {
    public static void main(String[] arguments) {
        String[] statements = {
            "DO $$ DECLARE n int; BEGIN n := 1; PERFORM n::text; END $$",
            "DO $$ DECLARE l int[] := '{5,6,7}'; BEGIN PERFORM l[1:2]; END $$",
            "DO $$ DECLARE l int[] := '{5,6,7}'; BEGIN PERFORM l[1\\:2]; END $$",
            "SELECT 'l[1:2]'",
        };
        for (String sql : statements) {
            ParsedSql parsed = new ColonPrefixSqlParser().parse(sql, null);
            System.out.println(parsed.getSql() + "  parameters: " + parsed.getParameters().getParameterNames());
        }
    }
}
JAVA
java -cp "$(cat classpath)" Example.java 2>/dev/null >seen
echo "jdbi3-core 3.55.0"
cat seen
diff seen - <<'EXPECTED'
DO $$ DECLARE n int; BEGIN n := 1; PERFORM n::text; END $$  parameters: []
DO $$ DECLARE l int[] := '{5,6,7}'; BEGIN PERFORM l[1?]; END $$  parameters: [2]
DO $$ DECLARE l int[] := '{5,6,7}'; BEGIN PERFORM l[1:2]; END $$  parameters: []
SELECT 'l[1:2]'  parameters: []
EXPECTED
