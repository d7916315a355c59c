package org.eportfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets the language of the whole process")
class MessageTest {
    @Test
    void a_refusal_is_told_in_french_and_in_english() {
        DeniedException refusal =
                new DeniedException(Message.of("not-found", List.of(Role.TEACHER, Role.HEAD), "m.durand"));
        assertThat(refusal.message(Locale.FRANCE)).contains("enseignant, direction", "m.durand");
        assertThat(refusal).hasMessage("There is no teacher, head of school “m.durand” that you may see.");
    }

    @Test
    void another_language_gets_english_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            assertThat(Message.of("assessment.level").in(Locale.GERMAN)).startsWith("a level is needed");
            assertThat(Message.of("assessment.level").in(Locale.ENGLISH)).startsWith("a level is needed");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void what_a_user_wrote_is_shown_on_one_line_without_its_tricks() {
        String told = Message.of("level.id", "a\u001b[31mb\n\u202ec\u0000").in(Locale.ENGLISH);
        assertThat(told).startsWith("“a\uFFFD[31mb\uFFFD\uFFFDc\uFFFD”").doesNotContain("\n", "\u001b", "\u202e");
    }

    @Test
    void a_long_argument_keeps_its_beginning_and_its_end() {
        String path = "/begin/" + "x".repeat(500) + "/school.db";
        assertThat(Message.of("level.id", path).in(Locale.ENGLISH))
                .contains("/begin/", "…", "school.db")
                .hasSizeLessThan(450);
        assertThat(Message.of("level.id", Path.of("a", "school.db")).in(Locale.ENGLISH))
                .contains("school.db");
    }

    @Test
    void an_unknown_key_is_shown_rather_than_lost() {
        assertThat(Message.of("no.such.key", 7).in(Locale.FRENCH)).isEqualTo("no.such.key [7]");
    }
}
