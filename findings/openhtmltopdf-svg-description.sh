#!/usr/bin/env bash
# OpenHTMLtoPDF takes the description of an inline SVG only from an attribute that neither HTML nor SVG has.
#
# One would guess that in a PDF/UA file the figure's alternative text is the accessible name of the drawing: its aria-label or its
# title, as in every browser; and that a drawing with aria-hidden is decoration, outside of the structure.
# What happens: both give a Figure with an empty alternative text, so that a reader announces a picture without content; so does
# aria-hidden. Only alt on the svg element itself, as on img, is taken. There is no warning.
# Since: openhtmltopdf 1.1.65 with its SVG module (as tried).
# Why we meet it: booklets have charts as inline SVG. They are written with alt as well as with what browsers read.
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
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' role='img' aria-label='Level 2'><circle cx='4' cy='4' r='4'/></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' role='img'><title>Level 2</title><circle cx='4' cy='4' r='4'/></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' aria-hidden='true'><circle cx='4' cy='4' r='4'/></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' alt='Level 2'><circle cx='4' cy='4' r='4'/></svg>",
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
            System.out.println(indent + element.getStructureType() + ", alternative text: '" + element.getAlternateDescription() + "'");
            walk(element, indent + "  ");
        }
    }
}
JAVA
java -cp "$(cat classpath)" Example.java 2>/dev/null >seen
echo "openhtmltopdf 1.1.65"
cat seen
diff seen - <<'EXPECTED'
<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' role='img' aria-label='Level 2'><circle cx='4' cy='4' r='4'/></svg>
  Document, alternative text: 'null'
    Div, alternative text: 'null'
      Figure, alternative text: ''
<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' role='img'><title>Level 2</title><circle cx='4' cy='4' r='4'/></svg>
  Document, alternative text: 'null'
    Div, alternative text: 'null'
      Figure, alternative text: ''
<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' aria-hidden='true'><circle cx='4' cy='4' r='4'/></svg>
  Document, alternative text: 'null'
    Div, alternative text: 'null'
      Figure, alternative text: ''
<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' alt='Level 2'><circle cx='4' cy='4' r='4'/></svg>
  Document, alternative text: 'null'
    Div, alternative text: 'null'
      Figure, alternative text: 'Level 2'
EXPECTED
