package org.eportfolio.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.console.school.NamedLines;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.year.YearChanges;

/** What the beginning of a year changes, or would. */
public record YearView(YearChanges changes, Map<PersonId, String> names, boolean dryRun) implements View {
    @Override
    public Object document() {
        return this;
    }

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(StyledText.bold(texts.say("year.title", changes.cohort())));
        screen.blank();
        if (changes.none()) screen.line(texts.say("year.nothing"));
        else screen.line(texts.say(dryRun ? "year.would" : "year.done"));
        if (changes.newCohort()) screen.line("  " + texts.say("year.new-cohort"));
        people("year.joining", changes.joining(), screen, texts);
        people("year.leaving", changes.leaving(), screen, texts);
        people("year.staying", changes.staying(), screen, texts);
        if (!changes.staff().isEmpty()) {
            screen.line("  "
                    + texts.say(
                            "year.staff",
                            changes.staff().size(),
                            NamedLines.inOrder(changes.staff(), YearChanges.Appointed::person, names).stream()
                                    .map(each -> name(each.person()) + " (" + texts.name(each.role()) + ")")
                                    .collect(Collectors.joining(", "))));
        }
        List<PersonId> renamed = new ArrayList<>(changes.renamed());
        renamed.removeAll(changes.joining());
        people("year.renamed", renamed, screen, texts);
        YearChanges.Adopted adopted = changes.adopted();
        if (adopted != null) {
            screen.line("  "
                    + texts.say(
                            adopted.anew() ? "year.adopted" : "year.adopted-before",
                            adopted.framework(),
                            adopted.scale()));
        }
        if (!changes.planned().isEmpty()) {
            screen.line("  "
                    + texts.say(
                            "year.planned",
                            changes.planned().size(),
                            changes.planned().stream().map(ScenarioId::value).collect(Collectors.joining(", "))));
        }
        people("year.dossiers", changes.dossiers(), screen, texts);
        missing(screen, texts);
        if (dryRun && !changes.none()) {
            screen.blank();
            screen.line(texts.say("year.dry-run"));
        }
    }

    private void people(String key, List<PersonId> people, Screen screen, Texts texts) {
        if (people.isEmpty()) return;
        screen.line("  "
                + texts.say(
                        key,
                        people.size(),
                        NamedLines.inOrder(people, each -> each, names).stream()
                                .map(this::name)
                                .collect(Collectors.joining(", "))));
    }

    private void missing(Screen screen, Texts texts) {
        screen.blank();
        screen.line(StyledText.bold(texts.say(changes.missing().isEmpty() ? "year.complete" : "year.missing")));
        for (Message each : changes.missing()) screen.line("  - " + each.in(texts.locale()));
    }

    /** All whose names are shown. */
    public static List<PersonId> people(YearChanges changes) {
        return Stream.of(
                        changes.leaving().stream(),
                        changes.staying().stream(),
                        changes.joining().stream(),
                        changes.staff().stream().map(YearChanges.Appointed::person))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }
}
