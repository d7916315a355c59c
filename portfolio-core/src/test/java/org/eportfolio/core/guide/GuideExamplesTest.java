package org.eportfolio.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The guide cannot drift: what its pages show is what {@link GuideWorkTest}, {@link GuideCareTest} and {@link GuideWeekTest}
 * compile and run.
 */
class GuideExamplesTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide");
    private static final Path TESTS = Path.of("src/test/java/org/eportfolio/core/guide");
    private static final Pattern COMPILED =
            Pattern.compile("// guide" + ": (?!end)(\\S+)\\n(.*?)// guide" + ": end", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final List<String> NO_CONCEPTS = List.of("README.md", "glossary.md");

    @Test
    void each_page_shows_one_example_and_it_is_the_one_that_runs() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        for (Path page : pages()) {
            List<String> blocks = SHOWN.matcher(Files.readString(page))
                    .results()
                    .map(each -> squeezed(each.group(1)))
                    .toList();
            if (NO_CONCEPTS.contains(name(page)))
                assertThat(blocks).as(name(page)).isEmpty();
            else assertThat(blocks).as(name(page)).hasSize(1);
            blocks.forEach(each -> shown.put(name(page).replace(".md", ""), each));
        }
        assertThat(shown).isEqualTo(compiled());
    }

    @Test
    void each_page_names_its_concept_in_french_and_is_within_reach() throws IOException {
        String index = Files.readString(GUIDE.resolve("README.md"));
        for (Path page : pages()) {
            if (NO_CONCEPTS.contains(name(page))) continue;
            assertThat(Files.readAllLines(page).get(0)).matches("# .+ \\(\\*.+\\*\\)");
            assertThat(index).contains("(" + name(page) + ")");
        }
        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains("docs/guide/README.md", "docs/guide/glossary.md");
    }

    @Test
    void no_link_is_dead() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map((MatchResult each) -> each.group(1))
                    .filter(each -> !Files.exists(GUIDE.resolve(each)))
                    .forEach(each -> dead.add(name(page) + " → " + each));
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void the_glossary_has_each_word_once_with_its_french_term_in_the_order_of_the_alphabet() throws IOException {
        List<String> words = Files.readAllLines(GUIDE.resolve("glossary.md")).stream()
                .filter(line -> line.matches("\\| [^|]+ \\| \\*[^|]+\\* \\| [^|]+ \\|"))
                .map(line -> line.split("\\|")[1].strip())
                .toList();
        assertThat(words).hasSizeGreaterThan(50).isSorted().doesNotHaveDuplicates();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(GUIDE)) {
            return pages.sorted().toList();
        }
    }

    private static String name(Path page) {
        return page.getFileName().toString();
    }

    private static Map<String, String> compiled() throws IOException {
        Map<String, String> compiled = new TreeMap<>();
        for (String test : List.of("GuideWorkTest.java", "GuideCareTest.java", "GuideWeekTest.java")) {
            COMPILED.matcher(Files.readString(TESTS.resolve(test)))
                    .results()
                    .forEach(each -> compiled.put(each.group(1), squeezed(each.group(2))));
        }
        return compiled;
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
