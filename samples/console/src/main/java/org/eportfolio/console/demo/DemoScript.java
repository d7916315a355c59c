package org.eportfolio.console.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.certification.ExamUse;
import org.eportfolio.console.school.RoleConverter;
import org.eportfolio.school.Role;

/** People and events of the demonstration, all fictitious, from the file {@code demo.json}. */
record DemoScript(JsonObject tree) {
    static DemoScript read() {
        try (InputStream in = DemoScript.class.getResourceAsStream("demo.json")) {
            return new DemoScript(JsonObject.read(Objects.requireNonNull(in, "demo.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String cohort() {
        return tree.text("cohort");
    }

    String administrator() {
        return tree.text("administrator");
    }

    LocalDate begins() {
        return LocalDate.parse(tree.text("begins"));
    }

    /** The learner whose year is shown in full. */
    String follow() {
        return tree.text("follow");
    }

    Map<String, String> names() {
        return tree.trees("people").stream()
                .collect(Collectors.toMap(each -> each.text("id"), each -> each.text("name")));
    }

    /** How people are called in the story: by their first names, or as the script says. */
    Map<String, String> calls() {
        return tree.trees("people").stream()
                .collect(Collectors.toMap(
                        each -> each.text("id"),
                        each -> each.find("call")
                                .orElseGet(() -> each.text("name").split(" ", 2)[0])));
    }

    String[] people(Role role) {
        return tree.trees("people").stream()
                .filter(each -> RoleConverter.find(each.text("role"))
                        .filter(role::equals)
                        .isPresent())
                .map(each -> each.text("id"))
                .toArray(String[]::new);
    }

    /** An example of what a controller states of exam files. */
    ExamUse exams() {
        JsonObject stated = tree.trees("exams").get(0);
        return ExamUse.of(stated.text("mode"), stated.text("text"));
    }

    List<DemoEvent> events() {
        return tree.trees("events").stream().map(DemoEvent::new).toList();
    }
}
