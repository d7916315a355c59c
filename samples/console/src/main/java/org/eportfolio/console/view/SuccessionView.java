package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.console.school.Called;
import org.eportfolio.console.school.Finding;
import org.eportfolio.console.terminal.Fields;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.CohortSuccession;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Fate;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SuccessionPreview;

/** Crosswalks and successions in words. */
public final class SuccessionView {
    private SuccessionView() {}

    public static Shown of(Optional<Crosswalk> found, Framework from, Framework to) {
        return new Shown(Fields.of("crosswalk", found), (screen, texts) -> {
            screen.line(Words.bold(from.id() + " → " + to.id()));
            if (found.isEmpty()) {
                screen.line(texts.say("crosswalk.none"));
                return;
            }
            for (Item each : from.items().toList()) {
                Optional<Crosswalk.Mapping> mapping = found.get().of(each.code());
                if (mapping.isEmpty()) continue;
                screen.line(Words.bold(each.code().value()).and("  " + each.label()));
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
            if (found.get().note() != null) screen.line(Words.faint(found.get().note()));
        });
    }

    public static Shown of(SuccessionPreview preview) {
        return new Shown(preview, (screen, texts) -> whole(preview, screen, texts));
    }

    public static Shown of(CohortSuccession preview, Finding finding) {
        Called called = Called.of(preview.lines().stream().map(CohortSuccession.Line::learner), finding);
        return new Shown(preview, (screen, texts) -> {
            whole(preview.whole(), screen, texts);
            screen.blank();
            for (CohortSuccession.Line each : preview.lines()) {
                screen.line(Words.bold(called.name(each.learner()))
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
        screen.line(Words.bold(
                preview.succession().from() + " → " + preview.succession().to()));
        screen.line(texts.count("succession.dossiers", preview.dossiers()));
        List<Words> header = new ArrayList<>();
        for (String key : List.of("code", "fate", "next", "dossiers-with", "assessments")) {
            header.add(Words.bold(texts.say("succession." + key)));
        }
        Table table = new Table(header);
        for (SuccessionPreview.Impact each : preview.impacts()) {
            table.row(List.of(
                    Words.of(each.code().value()),
                    Words.of(texts.name(each.fate())),
                    Words.of(each.successors().stream().map(Code::value).collect(Collectors.joining(", "))),
                    Words.of(Integer.toString(each.dossiers())),
                    Words.of(Integer.toString(each.assessments()))));
        }
        if (!preview.impacts().isEmpty()) table.print(screen);
        codes("succession.unmapped", preview.unmapped(), screen, texts);
        codes("succession.newcomers", preview.newcomers(), screen, texts);
        screen.line(Words.faint(texts.say("succession.nothing-moves")));
    }

    private static void codes(String key, List<Code> codes, Screen screen, Texts texts) {
        if (codes.isEmpty()) return;
        screen.line(texts.say(key, codes.stream().map(Code::value).collect(Collectors.joining(", "))));
    }
}
