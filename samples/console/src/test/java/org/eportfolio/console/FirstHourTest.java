package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A teacher's first hour, from an empty folder: scale, roster with a moved pupil, class entry with an error undone, matrix, booklet. */
class FirstHourTest {
    private static final Path GUIDE = Path.of("../../docs/console.md");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+(?:\"[^\"]*\")?)");
    private static final String ROSTER = """
            person;name;given;role;cohort
            e.exemplaire;Exemplaire;Emma;learner;2SNO
            m.modele;Modèle;Malo;learner;2SNO
            n.fictif;Fictif;Noé;learner;2SNO
            z.abel;Abel;Zoé;learner;2CIEL
            prof;Durand-Fictif;Marc;teacher;2SNO
            """;

    @TempDir
    Path folder;

    @Test
    void the_console_prints_what_its_guide_shows() throws IOException {
        Path roster = Files.writeString(folder.resolve("classes.csv"), ROSTER);
        Deque<String> shown = new ArrayDeque<>(session());
        int commands = 0;
        while (!shown.isEmpty()) {
            String line = shown.pop();
            if (line.startsWith("#")) {
                Files.writeString(roster, ROSTER.replace("Noé;learner;2SNO", "Noé;learner;2CIEL"));
            } else {
                List<String> expected = new ArrayList<>();
                while (!shown.isEmpty()
                        && !shown.peek().startsWith("$")
                        && !shown.peek().startsWith("#")) {
                    expected.add(shown.pop());
                }
                assertThat(printed(line)).as(line).matches(pattern(expected));
                commands++;
            }
        }
        assertThat(commands).isEqualTo(12);
        assertThat(folder.resolve("emma/index.html")).content().contains("Emma Exemplaire", "Nearly");
    }

    private static List<String> session() throws IOException {
        List<String> lines = Files.readAllLines(GUIDE);
        int begins = lines.indexOf("```console") + 1;
        return lines.subList(
                begins, begins + lines.subList(begins, lines.size()).indexOf("```"));
    }

    /** Where the guide leaves lines out, any may stand; ids and days are others each time. */
    private static Pattern pattern(List<String> lines) {
        StringBuilder pattern = new StringBuilder();
        for (String each : lines) {
            if (each.equals("…")) pattern.append("(?s:.*)");
            else pattern.append(Pattern.quote(varying(each))).append('\n');
        }
        return Pattern.compile(pattern.toString());
    }

    private static String varying(String text) {
        return text.replaceAll("\\b[0-9a-f]{8}\\b", "ID").replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY");
    }

    private String printed(String command) {
        List<String> words = new ArrayList<>();
        Matcher each = WORD.matcher(command.substring("$ portfolio ".length()));
        while (each.find()) {
            String word = each.group(1) == null ? each.group(2).replace("\"", "") : each.group(1);
            boolean file = word.equals("classes.csv") || words.contains("--out") && word.equals("emma");
            words.add(file ? folder.resolve(word).toString() : word);
        }
        Ran ran = Ran.console(
                folder.resolve("portfolio.db"),
                Stream.concat(Stream.of("--lang", "en"), words.stream()).toArray(String[]::new));
        assertThat(ran.code()).as(command + "\n" + ran.err()).isZero();
        String here = folder + "/";
        return varying(ran.out().replace(" --db " + here + "portfolio.db", "").replace(here, ""));
    }
}
