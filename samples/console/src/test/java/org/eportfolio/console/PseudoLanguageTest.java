package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A language is added by a bundle alone: here one whose texts are the English ones between ⟦ and ⟧. What the console
 * prints outside of such brackets, and what is neither the library's nor the school's, stands in code.
 */
class PseudoLanguageTest {
    private static final String LANGUAGE = "qps";
    private static final Pattern WRAPPED = Pattern.compile("⟦[^⟦⟧]*⟧");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]+");

    /** Options, labels of arguments, names in code form, ticks of a table, and words that a table cuts. */
    private static final Pattern NOT_PROSE = Pattern.compile("(?<![\\p{L}\\d-])--?[a-z][a-z-]*"
            + "|(?<!\\p{L})[A-Z]{2,}[A-Z|=…-]*(\\.[a-z]+)?(?!\\p{L})|\\S*[@/#_\\d]\\S*|\\[[0-9a-f]+]"
            + "|(?<=\\s)x+(?=\\s)|\\S*…");

    @TempDir
    static Path folder;

    private static Path bundle;
    private static Path file;
    private static final Set<String> KNOWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    @BeforeAll
    static void add_the_language() throws IOException, URISyntaxException {
        Path classes = Path.of(PseudoLanguageTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        bundle = classes.resolve("org/eportfolio/console/texts_" + LANGUAGE + ".properties");
        Properties english = properties("/org/eportfolio/console/texts_en.properties");
        Properties pseudo = new Properties();
        english.stringPropertyNames().forEach(key -> pseudo.setProperty(key, wrapped(key, english.getProperty(key))));
        try (var out = Files.newBufferedWriter(bundle)) {
            pseudo.store(out, null);
        }
        for (Month each : Month.values()) know(each.getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(LANGUAGE)));
        for (String module : List.of("", "core/", "sqlite/", "exchange/")) {
            for (String name : List.of("messages", "messages_fr")) {
                Properties library = properties("/org/eportfolio/" + module + name + ".properties");
                library.values().forEach(text -> know(text.toString()));
            }
        }
        know(text("/org/eportfolio/console/demo/demo.json"));
        know("xx"); // the mark of what is covered twice
        AllCommands.NAMES.forEach(PseudoLanguageTest::know);
        // Names, titles and what learners and teachers wrote.
        file = DemoFile.in(folder);
        for (DemoAnswers each : DemoAnswers.all()) know(each.json(file));
    }

    @AfterAll
    static void remove_the_language() throws IOException {
        Files.delete(bundle);
    }

    @Test
    void the_help_of_every_command_comes_from_the_bundle() {
        Map<String, String> pages = HelpPages.all(LANGUAGE);
        pages.keySet().forEach(PseudoLanguageTest::know);
        List<String> unwrapped = new ArrayList<>();
        pages.forEach((command, page) -> unwrapped.addAll(outside(command + " --help", page)));
        assertThat(unwrapped).isEmpty();
    }

    @Test
    void what_commands_print_comes_from_the_bundle_the_library_or_the_school() throws IOException {
        List<String> unwrapped = new ArrayList<>();
        for (DemoAnswers each : DemoAnswers.all()) {
            String command = each.command();
            Ran ran = run(file, each.words());
            assertThat(ran.code()).as(command + "\n" + ran.err()).isZero();
            unwrapped.addAll(outside(command, ran.out() + ran.err()));
        }
        assertThat(unwrapped).isEmpty();
    }

    @Test
    void what_is_refused_is_refused_in_words_of_the_bundle_or_the_library() throws IOException {
        List<String> unwrapped = new ArrayList<>();
        for (String command : REFUSED) {
            Ran ran = run(file, command.split(";"));
            assertThat(ran.code()).as(command).isNotZero();
            unwrapped.addAll(outside(command, ran.err()));
        }
        assertThat(unwrapped).isEmpty();
    }

    @Test
    void the_demonstration_is_told_in_words_of_the_bundle() {
        for (String how : new String[] {"", " --all"}) {
            Path own = folder.resolve("demo" + how.strip() + ".db");
            assertThat(outside("demo" + how, run(own, ("demo" + how).split(" ")).out()))
                    .isEmpty();
        }
    }

    private static final List<String> REFUSED = List.of(
            "matrix;nothing",
            "progress;nobody",
            "matrix;CS SNO 2026;--as;emma",
            "matrix",
            "matrix;CS SNO 2026;--as-of;tomorrow",
            "campaign;open;CS SNO 2026;x;--until;soon",
            "grant;give;emma;king",
            "generate;--learners;many",
            "generate;--learners;0",
            "demo;--json",
            "nothing",
            "framework",
            "framework;show;none",
            "framework;adopt;mc-sno;--scale;none",
            "goal;set;emma;C3.1;acquis;--by;tomorrow",
            "project;status;emma;x;1;nothing",
            "people;undo;nothing",
            "people;merge;emma;malo",
            "people;release;emma",
            "journal;tail;--limit;0",
            "journal;verify;--wrong",
            "journal;verify;--db;a;--db;b",
            "grant;give;emma;tutor;--cohort;a;--learner;b",
            "restore;none.db",
            "move;none.db;--abandon;--copy-only",
            "seal;verify;none.zip",
            "badge;verify;none.json",
            "production;show;emma;nothing",
            "init");

    private static Ran run(Path file, String... command) {
        return Ran.console(
                file,
                Stream.concat(Arrays.stream(command), Stream.of("--lang", LANGUAGE))
                        .toArray(String[]::new));
    }

    /** The words outside of the brackets that are no known words. */
    private static List<String> outside(String command, String printed) {
        String rest = printed;
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = WRAPPED.matcher(rest).replaceAll(" ");
        }
        List<String> words = new ArrayList<>();
        for (String line : rest.lines().toList()) {
            Matcher word = WORD.matcher(NOT_PROSE.matcher(line).replaceAll(" "));
            while (word.find()) {
                boolean known = KNOWN.contains(word.group());
                if (!known) words.add(command + ": " + word.group() + "  in: " + line.strip());
            }
        }
        return words;
    }

    private static void know(String text) {
        Matcher word = WORD.matcher(text);
        Set<String> found = new LinkedHashSet<>();
        while (word.find()) found.add(word.group());
        KNOWN.addAll(found);
    }

    private static String wrapped(String key, String text) {
        boolean pattern = key.startsWith("format.") || key.startsWith("plural.") || key.startsWith("role.input.");
        if (pattern || text.isBlank()) return text;
        // Line breaks of the help stay outside, where its headings are looked for.
        Matcher parts =
                Pattern.compile("((?:%n)*)(.*?)((?:%n)*\\s*)", Pattern.DOTALL).matcher(text);
        if (!parts.matches() || parts.group(2).isBlank()) return text;
        return parts.group(1) + "⟦" + parts.group(2) + "⟧" + parts.group(3);
    }

    private static Properties properties(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(PseudoLanguageTest.class.getResourceAsStream(resource), resource);
                Reader reader = new java.io.InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PseudoLanguageTest.class.getResourceAsStream(resource), resource)) {
            StringWriter text = new StringWriter();
            new java.io.InputStreamReader(in, StandardCharsets.UTF_8).transferTo(text);
            return text.toString();
        }
    }
}
