#!/usr/bin/env bash
# A context that is named again within a document is refused, or not, by the order of its terms.
#
# One would guess that naming the same context twice is harmless, also one that protects its terms: JSON-LD 1.1 allows a protected
# term to be defined again in the same way, and the order of keys in JSON has no meaning.
# What happens: titanium-json-ld refuses it ("redefine a protected term") if a term whose @id is the name of another term
# stands before that other term, and takes it if it stands after; jsonld.js takes both. The published contexts of Open Badges
# have such an alias (AchievementCredential), after its term.
# Since: titanium-json-ld 1.7.0, jsonld 9.0.0 (as tried).
# Why we meet it: a record of badges names the context of each badge within it. Our form of the contexts has no alias.
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
    <dependency><groupId>org.eclipse.parsson</groupId><artifactId>parsson</artifactId><version>1.1.7</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
npm init -y >/dev/null
npm install --silent --no-audit --no-fund jsonld@9.0.0 >/dev/null

written() { # the terms of a context in their order, named by the document and again by what lies in it
  local context="{\"@version\": 1.1, \"@protected\": true, $1}"
  printf '%s\n' "{\"@context\": $context, \"@id\": \"urn:x:outer\", \"urn:x:holds\": {\"@context\": $context, \"@id\": \"urn:x:inner\", \"@type\": \"Alias\"}}"
}
term='"Term": {"@id": "urn:x:term"}'
alias='"Alias": {"@id": "Term"}'
written "$term, $alias" >after.json
written "$alias, $term" >before.json

cat >Example.java <<'JAVA'
import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;

class Example {
    public static void main(String[] arguments) throws Exception {
        for (String file : arguments) {
            String said;
            try {
                said = JsonLd.expand(JsonDocument.of(new StringReader(Files.readString(Path.of(file)))))
                        .get()
                        .toString();
            } catch (JsonLdError e) {
                said = e.getCode().toString();
            }
            System.out.println("titanium-json-ld, " + file + ": " + (said.contains("urn:x:term") ? "expanded" : said));
        }
    }
}
JAVA
cat >example.mjs <<'JS'
import {readFileSync} from 'node:fs';
import jsonld from 'jsonld';
for(const file of process.argv.slice(2)) {
  const said = JSON.stringify(await jsonld.expand(JSON.parse(readFileSync(file)))); 
  console.log(`jsonld.js, ${file}: ${said.includes('urn:x:term') ? 'expanded' : said}`);
}
JS
{
  java -cp "$(cat classpath)" Example.java after.json before.json 2>/dev/null
  node example.mjs after.json before.json
} >seen
echo "titanium-json-ld 1.7.0, jsonld 9.0.0"
cat seen
diff seen - <<'EXPECTED'
titanium-json-ld, after.json: expanded
titanium-json-ld, before.json: PROTECTED_TERM_REDEFINITION
jsonld.js, after.json: expanded
jsonld.js, before.json: expanded
EXPECTED
