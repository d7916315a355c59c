package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.guidance.Goal;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.PersonCategory;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.reflection.Standing;
import org.eportfolio.school.Role;
import org.eportfolio.search.FoundKind;
import org.junit.jupiter.api.Test;

/** Every refusal is told in French and in English. */
class MessagesTest {
    private static final Map<String, String> ENGLISH = texts(Locale.ROOT);
    private static final Map<String, String> FRENCH = texts(Locale.FRENCH);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    /** Where a key stands in the code: the first text given to whatever makes a message. */
    private static final List<Pattern> KEYS = List.of(
            Pattern.compile("(?:Message\\.of|ConflictException\\.state|denied)\\(\\s*\"([a-z][a-zA-Z.-]+)\""),
            Pattern.compile("begun \\? \"([a-z.-]+)\" : \"[a-z.-]+\""),
            Pattern.compile("begun \\? \"[a-z.-]+\" : \"([a-z.-]+)\""),
            Pattern.compile("\"\\{([a-z][a-z.-]+)}\""),
            Pattern.compile("[^a-zA-Z]fault\\([^\"]*\"([a-z.-]+)\""),
            Pattern.compile("require\\(Status\\.[A-Z]+, \"([a-z.-]+)\""),
            Pattern.compile("InvalidInputException\\.(?:unless|because)\\([^;]*?\"[^\"]*\",\\s*\"([a-z][a-z.-]+)\""));

    private static final Pattern THINGS =
            Pattern.compile("(?:NotFoundException|ConflictException\\.stale)\\(\\s*\"([a-z-]+)\"");

    @Test
    void both_languages_have_the_same_keys_and_the_same_placeholders() {
        assertThat(new TreeSet<>(FRENCH.keySet())).isEqualTo(new TreeSet<>(ENGLISH.keySet()));
        for (String key : ENGLISH.keySet()) {
            assertThat(placeholders(FRENCH.get(key))).as(key).isEqualTo(placeholders(ENGLISH.get(key)));
            assertThat(placeholders(ENGLISH.get(key))).as(key).allMatch(each -> each.matches("\\{[0-9]}"));
            assertThat(FRENCH.get(key)).as(key).isNotEmpty().doesNotContain("\n");
            if (!key.endsWith(".separator")) assertThat(FRENCH.get(key)).as(key).isNotBlank();
        }
    }

    @Test
    void every_key_that_the_code_uses_has_a_text() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String module : List.of("portfolio-api", "portfolio-core", "portfolio-sqlite")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String code = Files.readString(file);
                    for (Pattern pattern : KEYS) used.addAll(found(pattern, code));
                    found(THINGS, code).forEach(each -> used.add("thing." + each));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(80);
        used.removeIf(each -> !each.contains(".") || each.endsWith("."));
        used.removeAll(Set.of("text.line", "text.prose")); // each rule of theirs has a message of its own
        used.removeAll(ENGLISH.keySet());
        assertThat(used).as("keys without a text").isEmpty();
    }

    @Test
    void every_constant_that_a_message_may_name_has_a_text() {
        for (Enum<?>[] constants : List.<Enum<?>[]>of(
                Role.values(),
                Goal.Status.values(),
                Perspective.values(),
                Permission.values(),
                Standing.values(),
                FoundKind.values(),
                DataCategory.values(),
                PersonCategory.values(),
                ErasureOutcome.values(),
                Feature.values(),
                PrivacyRequest.Right.values(),
                PrivacyRequest.Answer.values(),
                RetentionRule.Start.values(),
                RetentionRule.FinalOutcome.values())) {
            for (Enum<?> each : constants) {
                assertThat(ENGLISH.keySet()).contains(each.getDeclaringClass().getSimpleName() + "." + each.name());
            }
        }
    }

    @Test
    void every_kind_of_record_has_a_name_for_people() {
        assertThat(ENGLISH.keySet())
                .containsAll(Kinds.ALL.stream()
                        .map(each -> "kind." + each.kind().name())
                        .toList());
    }

    @Test
    void any_other_language_gets_english_and_users_text_is_cut_and_made_harmless() {
        Message message = Message.of("policy.unknown", "a\u0007\u202E" + "x".repeat(2_000));
        assertThat(message.in(Locale.GERMAN)).isEqualTo(message.in(Locale.ENGLISH));
        assertThat(message.in(Locale.CANADA_FRENCH)).isEqualTo(message.in(Locale.FRENCH));
        assertThat(message.in(Locale.ENGLISH)).hasSizeLessThan(400).doesNotContain("\u0007", "\u202E");
        assertThat(Message.of("denied.permission", Permission.POSITION, Role.DPO, List.of(Role.TEACHER))
                        .in(Locale.FRENCH))
                .contains("enseignant")
                .doesNotContain("TEACHER", "POSITION", "DPO");
    }

    private static Set<String> found(Pattern pattern, String code) {
        return pattern.matcher(code).results().map(each -> each.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** The texts of api, core and the SQLite store. */
    private static Map<String, String> texts(Locale locale) {
        Map<String, String> texts = new TreeMap<>();
        for (String name :
                List.of("org.eportfolio.messages", "org.eportfolio.core.messages", "org.eportfolio.sqlite.messages")) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    name,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (String key : bundle.keySet()) {
                assertThat(texts.put(key, bundle.getString(key)))
                        .as("%s stands once", key)
                        .isNull();
            }
        }
        return texts;
    }
}
