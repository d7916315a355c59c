package org.eportfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void a_refusal_is_told_in_french_and_in_english() {
        DeniedException refusal =
                new DeniedException(Message.of("denied.several-roles", List.of(Role.TEACHER, Role.HEAD)));
        assertThat(refusal.message(Locale.FRANCE))
                .isEqualTo("Vous avez plusieurs rôles : enseignant, direction. Dites dans lequel vous agissez.");
        assertThat(refusal).hasMessage("You hold several roles: teacher, head of school. Say in which you act.");
    }

    @Test
    void another_language_gets_english_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            assertThat(Message.of("denied.system").in(Locale.GERMAN)).startsWith("The system may only");
            assertThat(Message.of("denied.system").in(Locale.ENGLISH)).startsWith("The system may only");
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
        assertThat(Message.of("storage.foreign", path).in(Locale.ENGLISH))
                .contains("/begin/", "…", "school.db")
                .hasSizeLessThan(400);
        assertThat(Message.of("storage.foreign", Path.of("a", "school.db")).in(Locale.ENGLISH))
                .contains("school.db");
    }

    @Test
    void an_unknown_key_is_shown_rather_than_lost() {
        assertThat(Message.of("no.such.key", 7).in(Locale.FRENCH)).isEqualTo("no.such.key [7]");
    }
}
