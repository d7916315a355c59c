package org.eportfolio.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A language made of the English texts, with each stretch between placeholders marked by ⟦ and ⟧. While it is open, its
 * files stand on the class path, one for each bundle. What a module writes in it outside the marks is an argument, or stands
 * in code, where a translator cannot reach it. Not thread-safe.
 */
public final class PseudoLanguage implements AutoCloseable {
    /** The language in which to ask for sentences. */
    public static final Locale LOCALE = Locale.forLanguageTag("qps");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern MARKED = Pattern.compile("⟦[^⟦⟧]*⟧");

    /** What is read by the code, and not by people. */
    private static final List<String> READ_BY_CODE = List.of("format.day", "matrix.separator");

    private final List<Path> files = new ArrayList<>();

    /**
     * Writes the files beside the classes of the test.
     *
     * @param test a class that stands in a folder, not in a jar
     * @param bundles the texts as resources, without language and ending, such as {@code org/example/messages}
     */
    public PseudoLanguage(Class<?> test, String... bundles) throws IOException {
        Path classes = folder(test);
        for (String bundle : bundles) {
            Path file = classes.resolve(bundle + "_" + LOCALE.toLanguageTag() + ".properties");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            files.add(file);
            Properties marked = new Properties();
            Properties english = english("/" + bundle + ".properties", test);
            for (String key : english.stringPropertyNames()) {
                String text = Objects.requireNonNull(english.getProperty(key));
                boolean code = READ_BY_CODE.contains(key) || key.startsWith("plural.");
                marked.setProperty(key, code ? text : marked(text));
            }
            try (Writer out = Files.newBufferedWriter(file)) {
                marked.store(out, null);
            }
        }
    }

    private static Path folder(Class<?> test) {
        try {
            return Path.of(
                    test.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of a class has an address", e);
        }
    }

    private static Properties english(String resource, Class<?> test) throws IOException {
        Properties english = new Properties();
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(resource), resource);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            english.load(reader);
        }
        return english;
    }

    private static String marked(String text) {
        StringBuilder marked = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            mark(text.substring(from, placeholder.start()), marked);
            marked.append(placeholder.group());
            from = placeholder.end();
        }
        mark(text.substring(from), marked);
        return marked.toString();
    }

    private static void mark(String stretch, StringBuilder to) {
        if (!stretch.isEmpty()) to.append('⟦').append(stretch).append('⟧');
    }

    /** What stands outside the marks, stretch by stretch, without blank ones. */
    public static List<String> outside(String text) {
        return MARKED.matcher(text)
                .replaceAll("\n")
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Takes the files away. Sentences that were read before stay known. */
    @Override
    public void close() throws IOException {
        for (Path each : files) Files.deleteIfExists(each);
    }
}
