package org.eportfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stands in the poms: the bill of materials has no parent, so that its version is written twice. */
class PublishedModulesTest {
    private static final Path HOUSE = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(portfolio[^<]*)</artifactId>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private final String bom = pom("extensions/portfolio-bom");

    @Test
    void the_bill_of_materials_names_each_published_module() {
        List<String> published = all(MODULE, pom("")).stream()
                .filter(each -> !each.endsWith("portfolio-bom"))
                .filter(each -> !pom(each).contains("<unpublished>true</unpublished>"))
                .map(each -> each.substring(each.lastIndexOf('/') + 1))
                .toList();

        List<String> managed = all(ARTIFACT, bom.substring(bom.indexOf("<dependencyManagement>")));

        assertThat(managed).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void the_bill_of_materials_has_the_version_of_the_others() {
        assertThat(all(VERSION, bom).get(0)).isEqualTo(all(VERSION, pom("")).get(0));
    }

    @Test
    void each_published_jar_names_its_module() {
        for (String artifact : all(ARTIFACT, bom.substring(bom.indexOf("<dependencyManagement>")))) {
            String place = all(MODULE, pom("")).stream()
                    .filter(each -> each.endsWith(artifact))
                    .findFirst()
                    .orElseThrow();
            assertThat(pom(place)).contains("<Automatic-Module-Name>org.eportfolio.");
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1)).toList();
    }

    private static String pom(String folder) {
        try {
            return Files.readString(HOUSE.resolve(folder).resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
