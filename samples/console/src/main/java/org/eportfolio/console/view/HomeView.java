package org.eportfolio.console.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.agenda.Asked;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Home;
import org.eportfolio.agenda.News;
import org.eportfolio.agenda.Unfinished;
import org.eportfolio.assessment.LevelChange;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What awaits a learner, in each of their dossiers. */
public record HomeView(PersonId learner, List<Home> homes, Map<PersonId, String> names, ZoneId zone) implements View {
    public static HomeView of(PersonId learner, List<Home> homes, Lookup lookup) {
        Set<PersonId> people = new HashSet<>(Set.of(learner));
        for (Home home : homes) {
            home.news().items().stream().map(News::by).filter(Objects::nonNull).forEach(people::add);
        }
        return new HomeView(
                learner,
                homes,
                lookup.names(List.copyOf(people)),
                lookup.clock().getZone());
    }

    @Override
    public Object document() {
        return new HomeAnswer(learner, name(learner), homes, names);
    }

    /** What {@code --json} writes. */
    public record HomeAnswer(PersonId learner, String name, List<Home> dossiers, Map<PersonId, String> names) {}

    @Override
    public void print(Screen screen, Texts texts) {
        for (Home home : homes) {
            screen.line(StyledText.bold(texts.say("home.title", name(learner), day(home.asOf())))
                    .and(StyledText.faint("   " + home.adoption().framework())));
            asked(home.asked(), screen, texts);
            news(home, screen, texts);
            drafts(home.drafts(), screen, texts);
            levels(home, screen, texts);
        }
    }

    private void asked(Excerpt<Asked> asked, Screen screen, Texts texts) {
        if (asked.items().isEmpty()) {
            screen.blank();
            screen.line(texts.say("home.asked.none"));
            return;
        }
        screen.heading(texts.say("home.asked"));
        Table table =
                new Table(List.of(StyledText.bold(texts.say("column.day")), StyledText.bold(texts.say("column.what"))));
        for (Asked each : asked.items()) {
            Instant due = each.due();
            table.row(List.of(
                    StyledText.of(
                            due == null ? texts.say("home.since", day(each.since())) : texts.say("home.due", day(due))),
                    StyledText.of(each.text().in(texts.locale()))));
        }
        table.print(screen);
        more(asked, screen, texts);
    }

    private void news(Home home, Screen screen, Texts texts) {
        if (home.news().items().isEmpty()) {
            screen.blank();
            screen.line(texts.say("home.news.none", day(home.since())));
            return;
        }
        screen.heading(texts.say("home.news", day(home.since())));
        Table table = new Table(List.of(
                StyledText.bold(texts.say("column.day")),
                StyledText.bold(texts.say("column.by")),
                StyledText.bold(texts.say("column.what"))));
        for (News each : home.news().items()) {
            PersonId by = each.by();
            table.row(List.of(
                    StyledText.of(texts.day(day(each.at()))),
                    StyledText.of(by == null ? "" : name(by)),
                    StyledText.of(each.text().in(texts.locale()))));
        }
        table.print(screen);
        more(home.news(), screen, texts);
    }

    private void drafts(Excerpt<Unfinished> drafts, Screen screen, Texts texts) {
        if (drafts.items().isEmpty()) return;
        screen.heading(texts.say("home.drafts"));
        for (Unfinished each : drafts.items()) {
            screen.line("  " + texts.day(day(each.savedAt())) + "  " + texts.say("draft." + each.what()) + " : "
                    + each.title());
        }
        more(drafts, screen, texts);
    }

    static void more(Excerpt<?> excerpt, Screen screen, Texts texts) {
        if (excerpt.more() > 0) screen.line("  " + texts.count("excerpt.more", excerpt.more()));
    }

    private void levels(Home home, Screen screen, Texts texts) {
        screen.heading(texts.say(home.moved().isEmpty() ? "home.levels.still" : "home.levels", day(home.since())));
        ProgressView.heldBack(home.heldBack(), screen, texts);
        for (LevelChange each : home.levels()) {
            if (each.views().isEmpty()) continue;
            screen.line(
                    StyledText.bold((each.moved() ? "* " : "  ") + each.item().code())
                            .and("  " + each.item().label()));
            for (LevelChange.View view : each.views()) {
                StyledText line = StyledText.of("      " + texts.name(view.perspective()) + " : ");
                if (view.moved())
                    line = line.and(describe(view.before(), texts)).and("  →  ");
                screen.line(line.and(describe(view.now(), texts)));
            }
        }
        String nothing = home.levels().stream()
                .filter(each -> each.views().isEmpty())
                .map(each -> each.item().code().value())
                .collect(Collectors.joining(", "));
        if (!nothing.isEmpty()) screen.line(texts.say("progress.uncovered") + " " + nothing);
    }

    private static StyledText describe(Matrix.@Nullable Cell cell, Texts texts) {
        return cell == null
                ? LevelSymbols.describe(null, null, texts)
                : LevelSymbols.describe(cell.outcome(), cell.level(), texts);
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
