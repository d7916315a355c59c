package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people are planned, confirmed and erased, as a head types it. */
class SeveralErasuresTest {
    private static final Pattern COMMAND = Pattern.compile("portfolio (privacy erase-all --records \\d+ .*)");

    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void played() throws IOException {
        file = DemoFile.in(folder);
    }

    @Test
    void the_plan_names_each_of_them_and_the_command_that_does_it() {
        Ran plan = Ran.console(file, "privacy", "plan-all", "yanis", "malo", "emma", "--lang", "en");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains("Erasing 2 people", "yanis", "malo", "Not erased: emma.", "--drop-seal", "To be destroyed")
                .containsPattern("--drop-seal [0-9a-f-]{36}=GROUND")
                .contains("privacy erase-all --records");
        Matcher then = COMMAND.matcher(plan.out());
        assertThat(then.find()).isTrue();
        String[] words = Stream.of(then.group(1).trim().split(" ")).toArray(String[]::new);
        Ran erased = Ran.console(file, words);
        assertThat(erased.code()).as(erased.err()).isZero();
        assertThat(erased.out()).contains("Personnes effacées : 2.", "reçu");
        assertThat(Ran.console(file, "privacy", "plan", "malo").code()).isNotZero();
        assertThat(Ran.console(file, "check").code()).isZero();
    }

    @Test
    void a_number_that_is_not_the_plans_erases_nobody() {
        Ran refused = Ran.console(file, "privacy", "erase-all", "yanis", "malo", "--records", "1");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.complaints())
                .singleElement()
                .asString()
                .contains("Enregistrements au plan", "privacy plan-all yanis malo");
        assertThat(Ran.console(file, "privacy", "plan", "malo").code()).isZero();
    }

    @Test
    void an_id_of_two_words_stands_between_quotation_marks_in_the_command() {
        assertThat(Ran.console(file, "privacy", "plan-all", "yanis", "zoé b").out())
                .contains("yanis \"zoé b\" --db");
    }

    @Test
    void somebody_is_named_or_a_rule_is() {
        assertThat(Ran.console(file, "privacy", "plan-all").complaints())
                .singleElement()
                .asString()
                .contains("--rule");
    }

    @Test
    void a_teacher_plans_no_erasure() {
        assertThat(Ran.console(file, "privacy", "plan-all", "emma", "--as", "m.durand")
                        .complaints())
                .singleElement()
                .asString()
                .contains("planifier des effacements");
    }
}
