package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.PrintableText;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was written by somebody, no command passes on what would steer the terminal of whoever reads it. */
class EveryCommandIsHarmlessTest {
    /** Erases the screen, sets the title, rings, turns the line, hides, and asks the terminal to answer. */
    private static final String EVIL =
            "\u001b[2J\u001b]0;hacked\u0007\u009b31m\u202Etxt.exe\u2066\u200B\u001b[6n<script>'; DROP TABLE record;--";

    @TempDir
    Path folder;

    private void play(Path file) {
        try (School school = School.open(file)) {
            Desk head = school.portfolio().setUp("head");
            var sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            // A cohort's name is one line without controls; direction and width are still open to whoever names it.
            head.cohorts().enrol("A", Members.learners("emma"), Members.teachers("t"));
            Desk emma = school.as("emma");
            DossierId dossier = emma.dossiers().open(sno);
            for (String text : accepted()) {
                trying(() -> head.people().name(PersonId.of("emma"), text));
                trying(() -> head.cohorts().enrol(text, Members.learners("emma")));
                trying(() -> head.grants()
                        .give(NewGrant.of(PersonId.of(text), Role.TUTOR).over(dossier)));
                trying(() -> emma.productions()
                        .add(dossier, NewProduction.titled(text).showing("C3.1").writing(text)));
                trying(() -> emma.assessments()
                        .publish(dossier, NewSelfAssessment.of("C3.1", "acquis").because(text)));
                trying(() -> school.as("t")
                        .assessments()
                        .position(dossier, NewPositioning.of("C3.1", "en-cours").because(text)));
                trying(() -> emma.goals()
                        .set(
                                dossier,
                                NewGoal.of("C3.1", "acquis")
                                        .by(java.time.LocalDate.now(school.clock())
                                                .plusDays(9))
                                        .step(text)));
            }
        }
    }

    /** What the library refuses as a whole may be taken in part. */
    private static List<String> accepted() {
        return List.of(EVIL, "\u202Etxt.exe\u2066\u200B", "a\u009b31mb", "x\u001b[2Jy", "1\n2\t3", "\uFEFFz\u2028w");
    }

    private void trying(Runnable call) {
        try {
            call.run();
        } catch (org.eportfolio.PortfolioException refused) {
            assertHarmless("refusal", refused.message(java.util.Locale.FRENCH));
        }
    }

    @Test
    void no_command_passes_on_what_would_steer_a_terminal() throws IOException {
        Path file = folder.resolve("evil.db");
        play(file);
        Path csv = Files.writeString(
                folder.resolve("r.csv"),
                "person,name,role,cohort\nlina,\"" + EVIL + "\",learner,A\n" + EVIL + ",x,y,z\n");
        Path json = Files.writeString(folder.resolve("f.json"), "{\"id\":\"" + EVIL + "\"}");
        List<String> commands = new ArrayList<>(List.of(
                "matrix|A",
                "matrix|" + EVIL,
                "progress|emma",
                "progress|" + EVIL,
                "dossier|show|emma",
                "dossier|show|emma|--as|emma",
                "dossier|open|" + EVIL,
                "framework|list",
                "framework|show|" + EVIL,
                "framework|import|" + json,
                "framework|adopt|" + EVIL + "|--scale|" + EVIL,
                "roster|import|" + csv,
                "roster|import|" + csv + "|--skip-bad-lines",
                "position|emma|C3.1|" + EVIL + "|--as|t",
                "position|" + EVIL + "|C3.1|acquis|--as|t|--because|x",
                "access|who|emma",
                "access|why|" + EVIL + "|position|--learner|emma",
                "access|why|t|" + EVIL,
                "people|find|" + EVIL,
                "people|names|" + EVIL + "|emma",
                "people|rename|" + EVIL + "|x",
                "people|rename|emma|" + EVIL + "|--preview",
                "people|merge|" + EVIL + "|emma",
                "people|release|" + EVIL,
                "people|undo|" + EVIL,
                "people|changes",
                "journal|verify",
                "journal|verify|--anchor|" + EVIL,
                "journal|tail",
                "journal|tail|--after|" + EVIL,
                "journal|anchor",
                "check",
                "backup|" + folder.resolve("x\u001b[2J\u202E"),
                "restore|" + folder.resolve("none\u001b[2J"),
                "move|" + folder.resolve("none\u001b[2J/none"),
                "upgrade",
                "encrypt-files",
                "init|" + EVIL,
                "generate|--learners|" + EVIL,
                "demo|--db|" + file,
                EVIL));
        assertThat(Ran.console(file, "dossier", "show", "emma", "--as", "t").out())
                .as("it was taken in, and its marks stand in for what would steer")
                .contains("\uFFFDtxt.exe");
        for (String command : commands) {
            for (List<String> more :
                    List.of(List.<String>of(), List.of("--json"), List.of("--lang", "en", "--debug"))) {
                List<String> line = new ArrayList<>(Arrays.asList(command.split("\\|", -1)));
                line.addAll(more);
                Ran ran = Ran.console(file, line.toArray(String[]::new));
                assertHarmless(command, ran.out());
                assertHarmless(command, ran.err());
            }
        }
    }

    private static void assertHarmless(String command, String printed) {
        assertThat(printed.codePoints()
                        .filter(c -> c != '\n' && c != '\r' && PrintableText.hidden(c))
                        .mapToObj(Integer::toHexString)
                        .toList())
                .as(command.replace("\u001b", "ESC"))
                .isEmpty();
    }
}
