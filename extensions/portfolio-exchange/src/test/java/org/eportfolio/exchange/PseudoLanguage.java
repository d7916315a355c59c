package org.eportfolio.exchange;

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
 * A language made of the English texts, each stretch between placeholders between ⟦ and ⟧. While it is open its files
 * stand on the class path, one for each module; what is read in it outside the marks comes from nowhere but an argument
 * or the code.
 */
final class PseudoLanguage implements AutoCloseable {
    static final Locale LOCALE = Locale.forLanguageTag("qps");
    private static final List<String> MODULES = List.of("", "core/", "sqlite/", "exchange/");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Pattern MARKED = Pattern.compile("⟦[^⟦⟧]*⟧");

    /** What is read by the code, and not by people. */
    private static final List<String> READ_BY_CODE = List.of("format.day", "matrix.separator");

    private final List<Path> files = new ArrayList<>();

    PseudoLanguage() throws IOException, URISyntaxException {
        Path classes = Path.of(PseudoLanguage.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        for (String module : MODULES) {
            String place = "org/eportfolio/" + module + "messages";
            Path file = classes.resolve(place + "_" + LOCALE.toLanguageTag() + ".properties");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            files.add(file);
            Properties marked = new Properties();
            Properties english = english("/" + place + ".properties");
            for (String key : english.stringPropertyNames()) {
                String text = english.getProperty(key);
                marked.setProperty(key, READ_BY_CODE.contains(key) ? text : marked(text));
            }
            try (Writer out = Files.newBufferedWriter(file)) {
                marked.store(out, null);
            }
        }
    }

    private static Properties english(String resource) throws IOException {
        Properties english = new Properties();
        try (InputStream in = Objects.requireNonNull(PseudoLanguage.class.getResourceAsStream(resource), resource);
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
    static List<String> outside(String text) {
        return MARKED.matcher(text)
                .replaceAll("\n")
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @Override
    public void close() throws IOException {
        for (Path each : files) Files.deleteIfExists(each);
    }
}
