package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says of itself. */
class HelpTest {
    private static final Pattern UNEXPLAINED =
            Pattern.compile(" {2}([a-z-]+| {0,4}(-\\S.*|\\[?[A-Z][A-Za-z.=]*\\.*]?))");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_command_option_and_parameter_is_explained_in_both_languages(String language) {
        Map<String, String> pages = HelpPages.all(language);
        assertThat(pages).hasSizeGreaterThan(150);
        pages.forEach(
                (command, page) -> assertThat(unexplained(page)).as(command).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"goal", "goal set", "privacy", "badge revoke"})
    void help_prints_the_page_of_the_command_that_is_meant(String command) {
        String[] words = (command + " --help --lang en").split(" ");
        assertThat(HelpPages.page(words)).isEqualTo(HelpPages.all("en").get(command));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goal",
                "goal;set;emma;C3.1;acquis",
                "goal;set;emma;C3.1;acquis;--by;bientôt",
                "interview;schedule;emma;--about;x;--at;2090-01-01",
                "interview;conduct;emma;1;--notes;x",
                "interview;accept;emma;1;premier",
                "pathway;step;emma;C3.1",
                "campaign;open;A;B;--until;2090-01-01T10:00",
                "campaign;open;A;B;--until;2090-01-01T10:00;--on;C3.1",
                "review;rate;emma;x;superbe",
                "showcase;add;emma;A;B;--before;1",
                "share;create;emma;A",
                "shared;show",
                "tutor;answer;token;--name;K",
                "seal;save;emma;A",
                "seal;verify",
                "framework;succeed;cs-sno;emma"
            })
    void wrong_usage_is_two_and_one_line(String command) {
        Ran ran = Ran.in(false, command.split(";"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.complaints()).singleElement().asString().contains("--help");
    }

    /** Lines on which something is named and nothing is said of it, neither there nor on the next line. */
    private static List<String> unexplained(String help) {
        List<String> lines = help.lines().dropWhile(line -> !line.isBlank()).toList();
        List<String> bare = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean named = UNEXPLAINED.matcher(lines.get(i)).matches()
                    && !lines.get(i).strip().contains("   ");
            boolean saidBelow = i + 1 < lines.size() && lines.get(i + 1).startsWith(" ".repeat(20));
            if (named && !saidBelow) bare.add(lines.get(i));
        }
        return bare;
    }
}
