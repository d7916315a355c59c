#!/usr/bin/env bash
# Two JSON-LD processors make different statements of the same whole number.
#
# One would guess that a JSON number without a fraction, below 10^21, becomes the same xsd:integer everywhere, digit by digit
# as it is written.
# What happens: titanium-json-ld keeps the digits (123456789012345680000), jsonld.js writes the value of the nearest double
# (123456789012345683968). Both follow the algorithm with the numbers that their language reads from JSON. Up to 2^53 they
# agree. A credential signed over such a number (eddsa-rdfc-2022) by the one is not accepted by the other.
# Since: titanium-json-ld 1.7.0, jsonld 9.0.0 (as tried).
# Why we meet it: badges are signed over their statements. What a school counts, and the values of results, are written as
# strings or as small numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.apicatalog</groupId><artifactId>titanium-json-ld</artifactId><version>1.7.0</version></dependency>
    <dependency><groupId>com.apicatalog</groupId><artifactId>titanium-rdf-n-quads</artifactId><version>1.0.2</version></dependency>
    <dependency><groupId>org.eclipse.parsson</groupId><artifactId>parsson</artifactId><version>1.1.7</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonld@9.0.0 >/dev/null

printf '%s\n' '{"@id": "urn:example:badge", "urn:example:count": 9007199254740992}' >small.json
printf '%s\n' '{"@id": "urn:example:badge", "urn:example:count": 123456789012345680000}' >large.json

cat >Example.java <<'JAVA'
import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

class Example {
    public static void main(String[] arguments) throws Exception {
        for (String file : arguments) {
            StringWriter statements = new StringWriter();
            JsonLd.toRdf(JsonDocument.of(new StringReader(Files.readString(Path.of(file)))))
                    .provide(new NQuadsWriter(statements));
            System.out.print("titanium-json-ld " + statements);
        }
    }
}
JAVA
cat >example.mjs <<'JS'
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
for (const file of process.argv.slice(2)) {
  process.stdout.write(`jsonld.js ${await jsonld.toRDF(JSON.parse(readFileSync(file)), { format: 'application/n-quads' })}`);
}
JS
{ java -cp "$(cat classpath)" Example.java small.json large.json 2>/dev/null; node example.mjs small.json large.json; } |
  sed 's/<http:[^>]*#integer>/xsd:integer/' >seen
echo "titanium-json-ld 1.7.0, jsonld 9.0.0"
cat seen
diff seen - <<'EXPECTED'
titanium-json-ld <urn:example:badge> <urn:example:count> "9007199254740992"^^xsd:integer .
titanium-json-ld <urn:example:badge> <urn:example:count> "123456789012345680000"^^xsd:integer .
jsonld.js <urn:example:badge> <urn:example:count> "9007199254740992"^^xsd:integer .
jsonld.js <urn:example:badge> <urn:example:count> "123456789012345683968"^^xsd:integer .
EXPECTED
