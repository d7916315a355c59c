package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a refusal names as wrong has a name for people in both languages, wherever in the code it is refused. */
class FieldLabelsTest {
    private static final Pattern REFUSED = Pattern.compile(
            "because\\(\\s*\"([A-Za-z]+)\",\\s*\"|requireBounded\\(\"([A-Za-z]+)\"|,\\s*\"([A-Za-z]+)\",\\s*\"[a-z-]+\\.[a-z.-]+\"");

    @Test
    void every_field_that_is_refused_by_name_has_a_label_in_both_languages() throws IOException {
        TreeSet<String> fields = new TreeSet<>();
        for (String module : List.of("portfolio-api", "portfolio-core")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path each :
                        files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    Matcher found = REFUSED.matcher(Files.readString(each));
                    while (found.find()) {
                        for (int i = 1; i <= found.groupCount(); i++)
                            if (found.group(i) != null) fields.add(found.group(i));
                    }
                }
            }
        }
        assertThat(fields).contains("since", "query", "key");
        for (Locale each : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            ResourceBundle labels = ResourceBundle.getBundle("org.eportfolio.messages", each);
            assertThat(fields).allMatch(field -> labels.containsKey("field." + field));
        }
    }
}
