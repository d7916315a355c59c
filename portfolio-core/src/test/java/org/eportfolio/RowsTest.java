package org.eportfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Every row of what the learner, the teaching team, and frameworks and scenarios need has a test named after it: a class
 * such as {@code A7GoalsTest} or {@code C6C7ScenariosTest}, or a method such as {@code c5_there_are_eight_…}.
 */
class RowsTest {
    private static final Pattern CLASS = Pattern.compile("^((?:[ABC]\\d{1,2})+)[A-Z]\\w*Test$");
    private static final Pattern METHOD = Pattern.compile("^([abc]\\d{1,2})_");
    private static final Pattern ROW = Pattern.compile("[ABC]\\d{1,2}");

    @Test
    void every_row_has_a_test_named_after_it() throws IOException, URISyntaxException {
        Set<String> missing = new TreeSet<>(rows());
        missing.removeAll(named());
        assertThat(missing).as("rows without a test named after them").isEmpty();
    }

    @Test
    void no_test_is_named_after_a_row_that_there_is_not() throws IOException, URISyntaxException {
        assertThat(named()).isSubsetOf(rows());
    }

    private static List<String> rows() {
        return Stream.of(
                        IntStream.rangeClosed(0, 10).mapToObj(number -> "A" + number),
                        IntStream.rangeClosed(0, 10).mapToObj(number -> "B" + number),
                        IntStream.rangeClosed(1, 12).mapToObj(number -> "C" + number))
                .flatMap(each -> each)
                .toList();
    }

    private static Set<String> named() throws IOException, URISyntaxException {
        Set<String> named = new TreeSet<>();
        for (Class<?> test : tests()) {
            Matcher inClass = CLASS.matcher(test.getSimpleName());
            if (inClass.find()) add(inClass.group(1), named);
            for (Method method : test.getDeclaredMethods()) {
                boolean runs =
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
                Matcher inMethod = METHOD.matcher(method.getName());
                if (runs && inMethod.find()) add(inMethod.group(1).toUpperCase(Locale.ROOT), named);
            }
        }
        return named;
    }

    private static void add(String rows, Set<String> named) {
        Matcher each = ROW.matcher(rows);
        while (each.find()) named.add(each.group());
    }

    private static List<Class<?>> tests() throws IOException, URISyntaxException {
        Path classes = Path.of(RowsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(each -> classes.relativize(each).toString().replace('\\', '/'))
                    .filter(each -> each.endsWith("Test.class") && !each.contains("$"))
                    .<Class<?>>map(RowsTest::loaded)
                    .toList();
        }
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
