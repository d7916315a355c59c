package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.PersonNames;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.CohortSuccession;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Fate;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SuccessionPreview;
import org.jspecify.annotations.Nullable;

/** Crosswalks and successions in words. */
public final class SuccessionView {
    private SuccessionView() {}

    /** What {@code --json} writes. */
    public record CrosswalkAnswer(@Nullable Crosswalk crosswalk) {}

    public static Result of(Optional<Crosswalk> found, Framework from, Framework to) {
        return Result.of(new CrosswalkAnswer(found.orElse(null)), (screen, texts) -> {
            screen.line(StyledText.bold(from.id() + " → " + to.id()));
            if (found.isEmpty()) {
                screen.line(texts.say("crosswalk.none"));
                return;
            }
            for (Item each : from.items().toList()) {
                Optional<Crosswalk.Mapping> mapping = found.get().of(each.code());
                if (mapping.isEmpty()) continue;
                screen.line(StyledText.bold(each.code().value()).and("  " + each.label()));
                for (Code target : mapping.get().targets()) {
                    screen.line("    → " + target + "  "
                            + to.find(target).map(Item::label).orElse(""));
                }
            }
            String unmapped = from.competencies().stream()
                    .map(Item::code)
                    .filter(code -> found.get().of(code).isEmpty())
                    .map(Code::value)
                    .collect(Collectors.joining(", "));
            if (!unmapped.isEmpty()) screen.line(texts.say("crosswalk.unmapped", unmapped));
            if (found.get().note() != null)
                screen.line(StyledText.faint(found.get().note()));
        });
    }

    public static Result of(SuccessionPreview preview) {
        return Result.of(preview, (screen, texts) -> whole(preview, screen, texts));
    }

    public static Result of(CohortSuccession preview, Lookup lookup) {
        PersonNames called = PersonNames.of(preview.lines().stream().map(CohortSuccession.Line::learner), lookup);
        return Result.of(preview, (screen, texts) -> {
            whole(preview.whole(), screen, texts);
            screen.blank();
            for (CohortSuccession.Line each : preview.lines()) {
                screen.line(StyledText.bold(called.name(each.learner()))
                        .and(each.continued() ? "   " + texts.say("succession.already") : ""));
                for (Fate fate : Fate.values()) {
                    List<String> codes = each.impacts().stream()
                            .filter(impact -> impact.fate() == fate)
                            .map(SuccessionView::mapped)
                            .toList();
                    if (!codes.isEmpty()) screen.line("    " + texts.name(fate) + " : " + String.join(", ", codes));
                }
            }
        });
    }

    private static String mapped(SuccessionPreview.Impact impact) {
        String code = impact.code().value();
        List<String> successors = impact.successors().stream().map(Code::value).toList();
        return successors.isEmpty() || successors.equals(List.of(code))
                ? code
                : code + " → " + String.join(" + ", successors);
    }

    private static void whole(SuccessionPreview preview, Screen screen, Texts texts) {
        screen.line(StyledText.bold(
                preview.succession().from() + " → " + preview.succession().to()));
        screen.line(texts.count("succession.dossiers", preview.dossiers()));
        List<StyledText> header = new ArrayList<>();
        for (String key : List.of("code", "fate", "next", "dossiers-with", "assessments")) {
            header.add(StyledText.bold(texts.say("succession." + key)));
        }
        Table table = new Table(header);
        for (SuccessionPreview.Impact each : preview.impacts()) {
            table.row(List.of(
                    StyledText.of(each.code().value()),
                    StyledText.of(texts.name(each.fate())),
                    StyledText.of(each.successors().stream().map(Code::value).collect(Collectors.joining(", "))),
                    StyledText.of(Integer.toString(each.dossiers())),
                    StyledText.of(Integer.toString(each.assessments()))));
        }
        if (!preview.impacts().isEmpty()) table.print(screen);
        codes("succession.unmapped", preview.unmapped(), screen, texts);
        codes("succession.newcomers", preview.newcomers(), screen, texts);
        screen.line(StyledText.faint(texts.say("succession.nothing-moves")));
    }

    private static void codes(String key, List<Code> codes, Screen screen, Texts texts) {
        if (codes.isEmpty()) return;
        screen.line(texts.say(key, codes.stream().map(Code::value).collect(Collectors.joining(", "))));
    }
}
