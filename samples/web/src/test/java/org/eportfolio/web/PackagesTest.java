package org.eportfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader can begin at any package and read towards what it is made of. */
class PackagesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/eportfolio/web");
    private static final Pattern USED = Pattern.compile("import org\\.eportfolio\\.web\\.([a-z]+)\\.");

    private static Map<String, Set<String>> uses() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String own = SOURCES.relativize(file.resolveSibling("")).toString();
                Set<String> used = uses.computeIfAbsent(own, each -> new TreeSet<>());
                USED.matcher(Files.readString(file)).results().forEach(each -> used.add(each.group(1)));
            }
        }
        return uses;
    }

    @Test
    void no_package_needs_itself_through_others() throws IOException {
        Map<String, Set<String>> uses = uses();
        assertThat(uses).containsKeys("look", "dossier", "school");
        for (String each : uses.keySet()) {
            Set<String> reached = new LinkedHashSet<>();
            reach(each, uses, reached);
            assertThat(reached).as("what %s is made of", each).doesNotContain(each);
        }
        assertThat(uses.get("look")).as("the look is of no page").isEmpty();
    }

    private static void reach(String from, Map<String, Set<String>> uses, Set<String> reached) {
        for (String each : uses.getOrDefault(from, new HashSet<>())) {
            if (reached.add(each)) reach(each, uses, reached);
        }
    }
}
