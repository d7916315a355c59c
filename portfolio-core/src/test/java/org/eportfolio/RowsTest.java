package org.eportfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests quote rows of {@code docs/capabilities.md}: in the name of a class such as {@code C6C7ScenariosTest}, in its
 * Javadoc, or in the name of a method such as {@code c5_there_are_eight_…}. The table names exactly those tests.
 */
class RowsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("\\b[A-EH]\\d{1,2}\\b(?!\\.\\d)");
    private static final Pattern IN_CLASS_NAME = Pattern.compile("^((?:[A-EH]\\d{1,2})+)[A-Z]\\w*Test$");
    private static final Pattern ROW_IN_CLASS_NAME = Pattern.compile("[A-EH]\\d{1,2}");
    private static final Pattern IN_METHOD_NAME = Pattern.compile("\\bvoid ([a-eh]\\d{1,2})_");
    private static final Pattern JAVADOC_OF_CLASS =
            Pattern.compile("(?s)\\n/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\n)*(?:\\w+ )*class ");
    private static final Pattern LINE = Pattern.compile("^\\| ([A-EH]\\d{1,2}) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+)`");

    @Test
    void every_row_names_the_tests_that_quote_it_and_no_test_quotes_a_row_that_there_is_not() throws IOException {
        assertThat(quoted()).isEqualTo(documented());
    }

    @Test
    void every_row_of_learners_teams_and_frameworks_has_a_test_named_after_it() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path test : tests()) {
            named.addAll(inNames(className(test), Files.readString(test)));
        }
        assertThat(documented().keySet().stream().filter(each -> "ABC".indexOf(each.charAt(0)) >= 0))
                .hasSizeGreaterThanOrEqualTo(34)
                .isSubsetOf(named);
    }

    @Test
    void every_row_of_hosts_and_their_screens_has_a_test_class_named_after_it() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path test : tests()) {
            Matcher name = IN_CLASS_NAME.matcher(className(test));
            if (name.matches()) named.addAll(found(ROW_IN_CLASS_NAME, name.group(1)));
        }
        assertThat(documented().keySet().stream().filter(each -> each.matches("H([1-9]|1[01])")))
                .contains("H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "H10", "H11")
                .isSubsetOf(named);
    }

    @Test
    void the_page_on_screens_renders_a_class_from_one_call() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/guide/screens.md"));
        assertThat(page).startsWith("# Building screens");
        String rendered = page.substring(page.indexOf("```java"), page.indexOf("var ref ="));
        assertThat(rendered).contains("screen.lines()", "screen.columns()", "line.waiting()");
        assertThat(Pattern.compile("\\bteacher\\.").matcher(rendered).results())
                .as("calls that ask the library")
                .hasSize(1);
    }

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/capabilities.md"))) {
            Matcher row = LINE.matcher(line);
            if (!row.matches()) continue;
            Set<String> tests = new TreeSet<>();
            TEST_NAME.matcher(row.group(2)).results().forEach(each -> tests.add(each.group(1)));
            assertThat(rows.put(row.group(1), tests)).as(line).isNull();
        }
        return rows;
    }

    private static Map<String, Set<String>> quoted() throws IOException {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (Path test : tests()) {
            String name = className(test);
            String code = Files.readString(test);
            Set<String> all = inNames(name, code);
            Matcher javadoc = JAVADOC_OF_CLASS.matcher(code);
            if (javadoc.find()) all.addAll(found(ROW, javadoc.group(1)));
            all.forEach(
                    row -> rows.computeIfAbsent(row, each -> new TreeSet<>()).add(name));
        }
        return rows;
    }

    private static Set<String> inNames(String name, String code) {
        Set<String> rows = new TreeSet<>();
        Matcher inClass = IN_CLASS_NAME.matcher(name);
        if (inClass.matches()) rows.addAll(found(ROW_IN_CLASS_NAME, inClass.group(1)));
        IN_METHOD_NAME
                .matcher(code)
                .results()
                .forEach(each -> rows.add(each.group(1).toUpperCase(Locale.ROOT)));
        return rows;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> rows = new TreeSet<>();
        pattern.matcher(text).results().map(MatchResult::group).forEach(rows::add);
        return rows;
    }

    private static String className(Path test) {
        return String.valueOf(test.getFileName()).replace(".java", "");
    }

    private static Set<Path> tests() throws IOException {
        Set<Path> tests = new TreeSet<>();
        for (String module : List.of(
                "portfolio-core",
                "extensions/portfolio-exchange",
                "extensions/portfolio-credentials",
                "extensions/portfolio-json",
                "samples/console",
                "samples/mail",
                "samples/xapi")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/test/java"))) {
                files.filter(each -> each.toString().endsWith("Test.java"))
                        .filter(each -> !each.endsWith("RowsTest.java"))
                        .forEach(tests::add);
            }
        }
        return tests;
    }
}
