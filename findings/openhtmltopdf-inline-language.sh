#!/usr/bin/env bash
# OpenHTMLtoPDF forgets the language of a part of a line.
#
# One would guess that lang on a span is kept in a PDF/UA file as it is on a paragraph: WCAG 2.2, 3.1.2 (language of parts) asks it
# of words as of paragraphs, and a screen reader chooses its voice by it.
# What happens: a paragraph becomes an element with its language; a span becomes no element at all, and its words are read in the
# language of the text around it. A span made inline-block by its style keeps its language.
# Since: openhtmltopdf 1.1.65 (as tried).
# Why we meet it: booklets quote titles and feedback in other languages. A text in another language stands in a block of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.github.openhtmltopdf</groupId><artifactId>openhtmltopdf-pdfbox</artifactId><version>1.1.65</version></dependency>
    <dependency><groupId>io.github.openhtmltopdf</groupId><artifactId>openhtmltopdf-svg-support</artifactId><version>1.1.65</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat >Example.java <<'JAVA'
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

class Example {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    public static void main(String[] arguments) throws Exception {
        String[] bodies = {
            "<p lang='de'>Guten Tag</p>",
            "<p>Titre : <span lang='de'>Guten Tag</span></p>",
            "<p>Titre : <span lang='de' style='display: inline-block'>Guten Tag</span></p>",
        };
        for (String body : bodies) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useSVGDrawer(new BatikSVGDrawer());
            builder.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "sans");
            builder.withHtmlContent("<html lang='fr'><head><title>t</title><meta name='description' content='d'/>"
                    + "<style>body { font-family: sans }</style></head><body>" + body + "</body></html>", null);
            builder.toStream(pdf);
            builder.run();
            System.out.println(body);
            try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
                walk(document.getDocumentCatalog().getStructureTreeRoot(), "  ");
            }
        }
    }

    private static void walk(PDStructureNode node, String indent) {
        for (Object child : node.getKids()) {
            if (!(child instanceof PDStructureElement element)) continue;
            System.out.println(indent + element.getStructureType() + ", language: " + element.getLanguage());
            walk(element, indent + "  ");
        }
    }
}
JAVA
java -cp "$(cat classpath)" Example.java 2>/dev/null >seen
echo "openhtmltopdf 1.1.65"
cat seen
diff seen - <<'EXPECTED'
<p lang='de'>Guten Tag</p>
  Document, language: fr
    Div, language: null
      P, language: de
<p>Titre : <span lang='de'>Guten Tag</span></p>
  Document, language: fr
    Div, language: null
      P, language: null
<p>Titre : <span lang='de' style='display: inline-block'>Guten Tag</span></p>
  Document, language: fr
    Div, language: null
      P, language: null
        Span, language: de
EXPECTED
