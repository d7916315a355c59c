package org.eportfolio.console.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.NamedLines;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Table;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.id.PersonId;

/**
 * What waits, part by part.
 *
 * @param names in the order in which this language sorts them; several of one name are told apart
 */
public record QueueView(String cohort, Queue queue, Map<PersonId, String> names, ZoneId zone) implements View {
    public static QueueView of(String cohort, Queue queue, Lookup lookup) {
        Set<PersonId> people = new HashSet<>();
        Stream.of(queue.productions(), queue.owed(), queue.claims(), queue.interviews(), queue.reviews())
                .flatMap(part -> part.items().stream())
                .map(Waiting::learner)
                .forEach(people::add);
        queue.silent().items().forEach(each -> people.add(each.learner()));
        return new QueueView(
                cohort,
                queue,
                lookup.sorted(List.copyOf(people)),
                lookup.clock().getZone());
    }

    @Override
    public Object document() {
        return new QueueAnswer(cohort, queue, names);
    }

    /** What {@code --json} writes. */
    public record QueueAnswer(String cohort, Queue queue, Map<PersonId, String> names) {}

    @Override
    public void print(Screen screen, Texts texts) {
        screen.line(StyledText.bold(texts.say("queue.title", cohort, day(queue.asOf()))));
        part(texts.say("queue.productions", day(queue.since())), queue.productions(), screen, texts);
        part(texts.say("queue.owed"), queue.owed(), screen, texts);
        part(texts.say("queue.claims"), queue.claims(), screen, texts);
        part(texts.say("queue.interviews"), queue.interviews(), screen, texts);
        part(texts.say("queue.reviews", day(queue.since())), queue.reviews(), screen, texts);
        silent(screen, texts);
    }

    private void part(String title, Excerpt<Waiting> part, Screen screen, Texts texts) {
        if (part.items().isEmpty()) return;
        screen.heading(title + " (" + part.total() + ")");
        Table table = new Table(List.of(
                StyledText.bold(texts.say("column.day")),
                StyledText.bold(texts.say("matrix.learner")),
                StyledText.bold(texts.say("column.kind")),
                StyledText.bold(texts.say("column.what"))));
        for (Waiting each : part.items()) {
            table.row(List.of(
                    StyledText.of(texts.day(day(each.at()))),
                    StyledText.of(name(each.learner())),
                    StyledText.of(texts.say("waiting." + each.what())),
                    StyledText.of(each.title())));
        }
        table.print(screen);
        HomeView.more(part, screen, texts);
    }

    private void silent(Screen screen, Texts texts) {
        Excerpt<Queue.Silent> silent = queue.silent();
        screen.heading(texts.count(silent.items().isEmpty() ? "queue.silent.none" : "queue.silent", queue.weeks()));
        List<String> lines = new ArrayList<>();
        for (Queue.Silent each : NamedLines.inOrder(silent.items(), Queue.Silent::learner, names)) {
            Instant last = each.lastTrace();
            lines.add("  " + name(each.learner()) + " : "
                    + (last == null ? texts.say("queue.no-trace") : texts.say("queue.last-trace", day(last))));
        }
        lines.forEach(screen::line);
        HomeView.more(silent, screen, texts);
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, person.value());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
