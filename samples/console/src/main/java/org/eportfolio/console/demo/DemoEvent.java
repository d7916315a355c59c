package org.eportfolio.console.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.eportfolio.dossier.Help;
import org.eportfolio.dossier.HelpKind;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.jspecify.annotations.Nullable;

/** What a person does on a day. */
record DemoEvent(JsonObject tree) {
    private static final String NOT_APPLICABLE = "n/a";

    LocalDate day() {
        return LocalDate.parse(tree.text("day"));
    }

    String who() {
        return tree.text("who");
    }

    String act() {
        return tree.text("act");
    }

    Code competency() {
        return Code.of(tree.text("competency"));
    }

    /** {@code null} where none is said, and for "not applicable". */
    @Nullable
    LevelId level() {
        return tree.find("level")
                .filter(each -> !each.equals(NOT_APPLICABLE))
                .map(LevelId::of)
                .orElse(null);
    }

    @Nullable
    String textOrNull(String field) {
        return tree.find(field).orElse(null);
    }

    /** Lived in a mission of the scenario of the year. */
    static Setting mission(String mission) {
        return new Setting.Mission(DemoMissions.SCENARIO.value(), mission);
    }

    /** The text for it among all acts; empty for acts that are not worth a line. */
    Optional<String> inFull() {
        return tree.has("quiet")
                ? Optional.empty()
                : Optional.of("story." + tree.find("told").orElse(act()));
    }

    /** The text for it in the brief story; empty if it is left out there. */
    Optional<String> inBrief() {
        return tree.find("brief").map(each -> "brief." + each);
    }

    /** The library does not let it pass. */
    boolean refused() {
        return tree.has("refused");
    }

    /** What help is stated; {@code null} where the event says nothing of it. */
    @Nullable
    HelpStatement help() {
        if (!tree.has("helped")) return null;
        return new HelpStatement(tree.trees("helped").stream()
                .map(each -> new Help(
                        HelpKind.valueOf(each.text("kind")),
                        each.text("which"),
                        each.text("forWhat"),
                        each.find("changed").orElse("")))
                .toList());
    }

    NewProduction production() {
        NewProduction made = NewProduction.titled(tree.text("title"))
                .showing(tree.texts("competencies").toArray(String[]::new))
                .in("fr");
        for (String text : tree.texts("texts")) made = made.writing(text);
        for (JsonObject file : tree.trees("files")) {
            byte[] bytes = file.text("content").getBytes(StandardCharsets.UTF_8);
            NewAttachment attachment =
                    NewAttachment.of(file.text("name"), file.text("type"), () -> new ByteArrayInputStream(bytes));
            if (attachment.isPicture()) attachment = attachment.showingNobody();
            made = made.attaching(described(attachment, file.find("alternative").orElse(null)));
        }
        if (tree.has("mission")) {
            made = made.livedIn(mission(tree.text("mission")));
        }
        return tree.has("confidential") ? made.confidentialToTheCompany() : made;
    }

    private static NewAttachment described(NewAttachment file, @Nullable String alternative) {
        return alternative == null ? file : file.describedAs(alternative);
    }
}
