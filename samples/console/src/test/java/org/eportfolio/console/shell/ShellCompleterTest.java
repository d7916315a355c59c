package org.eportfolio.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.command.assessment.ClassCommands;
import org.eportfolio.console.command.assessment.PositionCommand;
import org.eportfolio.console.school.Place;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ShellCompleterTest {
    @TempDir
    Path folder;

    private final Session session = new Session(
            new Screen(
                    new PrintStream(OutputStream.nullOutputStream()),
                    new PrintStream(OutputStream.nullOutputStream()),
                    false),
            Texts.in("fr"));

    @BeforeEach
    void begun() {
        Path file = folder.resolve("x.db");
        try (School school = School.open(file)) {
            Desk head = school.portfolio().setUp("head");
            head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            head.cohorts().enrol("CS SNO", Members.learners("emma", "malo"), Members.teachers("prof"));
            head.cohorts().enrol("Autre", Members.learners("zoe"));
            head.people().name(PersonId.of("emma"), "Emma Exemplaire");
        }
        session.options().db = Place.of(file);
    }

    private List<String> completed(String line) {
        CommandTree tree = new CommandTree() {
            @Override
            public List<String> names() {
                return List.of("position", "class");
            }

            @Override
            public CommandSpec command(String name) {
                ConsoleCommand made = name.equals("class") ? new ClassCommands(session) : new PositionCommand(session);
                return new CommandLine(session.options())
                        .addSubcommand(name, made)
                        .getSubcommands()
                        .get(name)
                        .getCommandSpec();
            }
        };
        List<Candidate> found = new ArrayList<>();
        new ShellCompleter(tree, new SchoolWords(session)).complete(null, ShellLine.of(line), found);
        return found.stream().map(Candidate::value).toList();
    }

    @Test
    void commands_subcommands_and_options_are_completed() {
        assertThat(completed("")).contains("position", "class", "exit");
        assertThat(completed("class "))
                .containsExactlyInAnyOrder(
                        "enter",
                        "undo",
                        "entries",
                        "embargo",
                        "embargoes",
                        "screen",
                        "productions",
                        "reflections",
                        "staff",
                        "mates",
                        "counts",
                        "divergences");
        assertThat(completed("class enter --")).contains("--cohort", "--except", "--absent");
    }

    @Test
    void people_codes_levels_and_classes_are_completed() {
        assertThat(completed("position ")).contains("emma", "malo", "zoe");
        assertThat(completed("position emma ")).contains("C3.1");
        assertThat(completed("position emma C3.1 ")).contains("decouverte", "maitrise");
        assertThat(completed("class enter C3.1 acquis --cohort ")).containsExactlyInAnyOrder("CS SNO", "Autre");
        assertThat(completed("class enter --cohort=")).contains("--cohort=CS SNO");
        assertThat(completed("class enter C3.1 acquis --except ")).contains("malo=");
        assertThat(completed("as ")).contains("emma");
    }

    @Test
    void only_what_the_acting_person_may_see_is_proposed() {
        session.options().actAs("prof");

        assertThat(completed("position ")).contains("emma", "malo").doesNotContain("zoe");
        session.options().actAs("a.stranger");
        assertThat(completed("position ")).doesNotContain("emma", "malo", "zoe");
    }

    @Test
    void a_session_remembers_its_lines_in_memory_only() throws Exception {
        try (Terminal terminal = TerminalBuilder.builder()
                .dumb(true)
                .system(false)
                .streams(
                        new java.io.ByteArrayInputStream("progress emma\nexit\n".getBytes()),
                        OutputStream.nullOutputStream())
                .build()) {
            LineReader reader = Shell.reader(terminal, (line, parsed, found) -> {});

            assertThat(reader.readLine()).isEqualTo("progress emma");
            assertThat(reader.getHistory().size()).isEqualTo(1);
            assertThat(reader.getVariable(LineReader.HISTORY_FILE)).isNull();
        }
    }

    @Test
    void words_are_held_together_by_quotes_and_apostrophes_stay() {
        assertThat(ShellLine.of("a \"b c\" --x=\"d e\" l'élève 'f g' \"h\\\"i\" \"\"")
                        .words())
                .containsExactly("a", "b c", "--x=d e", "l'élève", "f g", "h\"i", "");
        assertThat(ShellLine.of("a \"b").open()).isTrue();
        ShellLine within = ShellLine.of("matrix \"CS S", 12);
        assertThat(within.word()).isEqualTo("CS S");
        assertThat(within.wordCursor()).isEqualTo(4);
        assertThat(within.rawWordCursor()).isEqualTo(5);
        assertThat(within.escape("CS SNO", true)).hasToString("\"CS SNO\"");
        assertThat(ShellLine.of("a  b", 2))
                .satisfies(line -> assertThat(line.words()).containsExactly("a", "", "b"));
    }
}
