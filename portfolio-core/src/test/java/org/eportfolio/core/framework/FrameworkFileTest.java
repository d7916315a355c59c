package org.eportfolio.core.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.FrameworkFile;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameworkFileTest {
    private static final String HEAD =
            "{\"id\": {\"name\": \"mine\", \"version\": \"1\"}, \"title\": \"Mien\", \"language\": \"fr\","
                    + " \"uri\": \"urn:mine\", \"sources\": {\"s\": {}},\n\"blocs\": [\n";

    @ParameterizedTest
    @EnumSource
    void what_is_written_is_read_again(BundledFrameworks bundled) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        FrameworkFile.write(bundled.framework(), file);
        assertThat(read(file.toString(StandardCharsets.UTF_8))).isEqualTo(bundled.framework());
    }

    @Test
    void the_least_a_framework_needs_is_enough() throws IOException {
        Framework least = read(HEAD + "{\"code\": \"B\", \"label\": \"Bloc\"}]}");
        assertThat(least.blocs()).hasSize(1);
        assertThat(least.licence()).isNull();
    }

    @Test
    void an_unknown_field_is_refused_with_its_place() {
        refused(() -> read(HEAD + "{\"code\": \"B\",\n\"lable\": \"Bloc\"}]}"), "lable", "/blocs/0", "line 4");
    }

    @Test
    void a_field_given_twice_is_refused() {
        refused(
                () -> read(HEAD + "{\"code\": \"B\", \"label\": \"Bloc\",\n\"label\": \"Autre\"}]}"),
                "label",
                "line 4");
    }

    @Test
    void a_duplicate_code_is_refused_by_name() {
        refused(
                () -> read(HEAD + "{\"code\": \"B7\", \"label\": \"Un\"}, {\"code\": \"B7\", \"label\": \"Deux\"}]}"),
                "B7",
                "twice");
    }

    @Test
    void a_source_that_is_not_listed_is_refused() {
        refused(() -> read(HEAD + "{\"code\": \"B\", \"label\": \"Un\", \"sources\": [\"ailleurs\"]}]}"), "ailleurs");
    }

    @Test
    void a_missing_title_is_refused_by_name_and_without_a_word_of_java() {
        refused(
                () -> read(
                        "{\"id\": {\"name\": \"mine\", \"version\": \"1\"}, \"language\": \"fr\", \"uri\": \"urn:m\"}"),
                "title");
        refused(() -> scale("{\"id\": \"mine\", \"levels\": []}"), "title");
        refused(
                () -> scale("{\"id\": \"mine\", \"title\": \"T\", \"levels\": [{\"id\": \"a\"}]}"),
                "label",
                "/levels/0");
    }

    @Test
    void a_broken_file_is_refused_with_its_line() {
        refused(() -> read(HEAD + "{\"code\": \"B\" \"label\": \"Un\"}]}"), "line 3");
        refused(() -> read(HEAD), "line 3");
        refused(() -> read(""), "");
        refused(() -> read("[]"), "expected an object");
        refused(() -> read(HEAD + "{\"code\": \"B\", \"label\": \"Un\"}]}\n{}"), "line 4");
        refused(() -> read(HEAD + "{\"code\": 7, \"label\": \"Un\"}]}"), "/blocs/0/code");
        refused(() -> read(HEAD.replace("urn:mine", "not a uri") + "]}"), "");
        refused(() -> FrameworkFile.readFramework(new ByteArrayInputStream(new byte[] {(byte) 0xC3, 0x28})), "line 1");
    }

    @Test
    void a_scale_comes_from_a_file_too() throws IOException {
        Scale scale = scale(
                "{\"id\": \"oui-non\", \"title\": \"Oui ou non\", \"levels\": ["
                        + "{\"id\": \"non\", \"label\": \"Non\", \"description\": \"\", \"colour\": \"#000000\", \"symbol\": \"○\"},"
                        + "{\"id\": \"oui\", \"label\": \"Oui\", \"description\": \"\", \"colour\": \"#ffffff\", \"symbol\": \"●\"}]}");
        assertThat(scale.levels()).hasSize(2);
        assertThat(scale.example()).isFalse();
        refused(() -> scale("{\"id\": \"seul\", \"title\": \"Un seul\", \"levels\": []}"), "2 to 8");
    }

    private static Framework read(String json) throws IOException {
        return FrameworkFile.readFramework(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Scale scale(String json) throws IOException {
        return FrameworkFile.readScale(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(ThrowingCallable reading, String... words) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
            assertThat(refusal.message(Locale.ENGLISH)).contains(words).doesNotContain("Cannot invoke", "java.");
            assertThat(refusal.message(Locale.FRENCH)).doesNotContain("\n").isNotEqualTo(refusal.getMessage());
        });
    }
}
