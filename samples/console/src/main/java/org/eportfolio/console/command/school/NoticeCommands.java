package org.eportfolio.console.command.school;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.agenda.NoticePreferences;
import org.eportfolio.agenda.Notices;
import org.eportfolio.console.command.ConsoleCommand;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.view.Result;
import org.eportfolio.core.NoticeDesk;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What concerns the acting person. */
@Command(name = "notices", synopsisSubcommandLabel = "COMMAND")
public final class NoticeCommands extends ConsoleCommand {
    private static final int PAGE = 1_000;
    private static final int WEEK = 7;

    public NoticeCommands(Session session) {
        super(session);
    }

    /** What {@code --json} writes. */
    public record NoticesAnswer(List<Notice> notices, String next) {}

    /** The last notices, or those after a cursor. */
    @Command(name = "list")
    int list(
            @Option(names = "--after", paramLabel = "CURSOR") @Nullable String after,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20") int limit)
            throws Exception {
        return show(lookup -> {
            if (limit < 1 || limit > PAGE) throw wrongUsage(say("wrong.range", "--limit", limit, 1, PAGE));
            NoticeDesk desk = lookup.desk().notices();
            Notices found = after == null ? last(desk, limit) : first(desk, Cursor.parse(after), limit);
            NoticesAnswer answer =
                    new NoticesAnswer(found.notices(), found.next().toString());
            List<StyledText> lines = lines(found.notices(), lookup);
            lines.add(StyledText.faint(say("journal.next", answer.next())));
            return Result.of(answer, lines);
        });
    }

    /** The first page that is not empty. */
    private static Notices first(NoticeDesk desk, Cursor after, int limit) {
        Notices page = desk.after(after, limit);
        while (page.notices().isEmpty() && page.more()) page = desk.after(page.next(), limit);
        return page;
    }

    private static Notices last(NoticeDesk desk, int limit) {
        Deque<Notice> last = new ArrayDeque<>();
        Notices page = desk.after(Cursor.START, PAGE);
        while (true) {
            last.addAll(page.notices());
            while (last.size() > limit) last.removeFirst();
            if (!page.more()) return new Notices(List.copyOf(last), page.next(), false);
            page = desk.after(page.next(), PAGE);
        }
    }

    /** What falls on the days to come, a week if nothing else is said. */
    @Command(name = "due")
    int due(
            @Option(names = "--from", paramLabel = "DATE") @Nullable LocalDate from,
            @Option(names = "--until", paramLabel = "DATE") @Nullable LocalDate until)
            throws Exception {
        return show(lookup -> {
            LocalDate first = from == null ? lookup.today() : from;
            LocalDate last = until == null ? first.plusDays(WEEK - 1) : until;
            List<Notice> due = lookup.desk().notices().due(first, last);
            Map<PersonId, String> others = others(due, lookup);
            return Result.each(due, each -> line(each, others, lookup), say("notices.none"));
        });
    }

    /** Which kinds are heard; with {@code --without} or {@code --all} they are chosen anew. */
    @Command(name = "prefer")
    int prefer(
            @Option(names = "--without", paramLabel = "KIND", split = ",") @Nullable List<String> without,
            @Option(names = "--all") boolean all)
            throws Exception {
        return show(lookup -> {
            if (all && without != null) throw wrongUsage(say("notices.all-or-without"));
            NoticeDesk desk = lookup.desk().notices();
            NoticeKind[] leftOut = without == null
                    ? new NoticeKind[0]
                    : without.stream().map(NoticeKind::of).toArray(NoticeKind[]::new);
            NoticePreferences chosen = all || without != null ? desk.leaveOut(leftOut) : desk.preferences();
            return Result.of(chosen, kinds(chosen));
        });
    }

    private List<StyledText> kinds(NoticePreferences chosen) {
        List<StyledText> lines = new ArrayList<>();
        Arrays.stream(NoticeKind.values())
                .forEach(each -> lines.add(StyledText.of(chosen.wants(each) ? "x " : "- ")
                        .and(each.text())
                        .and("  ")
                        .and(StyledText.faint(texts().name(each)))));
        return lines;
    }

    private List<StyledText> lines(List<Notice> notices, Lookup lookup) {
        List<StyledText> lines = new ArrayList<>();
        Map<PersonId, String> others = others(notices, lookup);
        notices.forEach(each -> lines.add(line(each, others, lookup)));
        if (lines.isEmpty()) lines.add(StyledText.of(say("notices.none")));
        return lines;
    }

    /** The learners other than the actor, by name. */
    private static Map<PersonId, String> others(List<Notice> notices, Lookup lookup) {
        PersonId actor = lookup.desk().actor().person().orElse(null);
        List<PersonId> learners = notices.stream()
                .map(Notice::learner)
                .filter(Objects::nonNull)
                .filter(each -> !each.equals(actor))
                .distinct()
                .toList();
        return learners.isEmpty() ? Map.of() : lookup.names(learners);
    }

    private StyledText line(Notice each, Map<PersonId, String> others, Lookup lookup) {
        String when = each.day() == null ? lookup.dayAndTime(each.at()) : texts().day(each.day());
        String learner = each.learner() == null ? null : others.get(each.learner());
        return StyledText.faint(when + "  ")
                .and(each.text().in(texts().locale()))
                .and(learner == null ? "" : "  " + learner)
                .and(StyledText.faint("  " + each.about()));
    }
}
