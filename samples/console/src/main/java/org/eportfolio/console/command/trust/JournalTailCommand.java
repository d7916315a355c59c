package org.eportfolio.console.command.trust;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.console.command.Action;
import org.eportfolio.console.command.Session;
import org.eportfolio.console.school.School;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.View;
import org.eportfolio.core.Desk;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.JournalEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The last entries of the journal, or those after a cursor. */
@Command(name = "tail")
public final class JournalTailCommand extends Action.InSchool {
    private static final int PAGE = 1_000;

    @Option(names = "--after", paramLabel = "CURSOR")
    @Nullable
    String after;

    @Option(names = "--limit", paramLabel = "N")
    int limit = 20;

    public JournalTailCommand(Session session) {
        super(session);
    }

    @Override
    public boolean answers() {
        return true;
    }

    @Override
    public void act(School school, Desk desk) {
        if (limit < 1 || limit > PAGE) {
            throw new ParameterException(spec.commandLine(), say("wrong.range", "--limit", limit, 1, PAGE));
        }
        ZoneId zone = school.clock().getZone();
        if (after != null) {
            Feed feed = desk.changes().after(Cursor.parse(after), limit);
            session.show(new Found(feed.entries(), feed.next(), zone));
            return;
        }
        Deque<JournalEntry> last = new ArrayDeque<>();
        Feed feed = desk.changes().after(Cursor.START, PAGE);
        while (!feed.entries().isEmpty()) {
            last.addAll(feed.entries());
            while (last.size() > limit) last.removeFirst();
            feed = desk.changes().after(feed.next(), PAGE);
        }
        session.show(new Found(last, feed.next(), zone));
    }

    /** Entries, and the cursor after the last of them. */
    record Found(Collection<JournalEntry> entries, Cursor next, ZoneId zone) implements View {
        private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        @Override
        public void print(Screen screen, Texts texts) {
            for (JournalEntry each : entries) {
                screen.line(Words.faint(AT.format(LocalDateTime.ofInstant(each.at(), zone)))
                        .and("  ")
                        .and(Words.bold(each.act()))
                        .and("  ")
                        .and(each.role() == null ? "–" : texts.name(each.role()))
                        .and("  " + each.scope() + " #" + each.number() + "  " + kinds(each.objects())));
            }
            screen.line(texts.say("journal.next", next.toString()));
        }

        private static String kinds(List<JournalEntry.Item> objects) {
            return objects.stream().map(JournalEntry.Item::kind).distinct().collect(Collectors.joining(", "));
        }

        @Override
        public void write(JsonGenerator to) throws IOException {
            to.writeStartObject();
            to.writeArrayFieldStart("entries");
            for (JournalEntry each : entries) {
                to.writeStartObject();
                to.writeStringField("scope", each.scope().toString());
                to.writeNumberField("number", each.number());
                to.writeStringField("change", each.change().toString());
                to.writeStringField("at", each.at().toString());
                to.writeStringField("alias", Objects.toString(each.alias(), null));
                to.writeStringField("role", Objects.toString(each.role(), null));
                to.writeStringField("act", each.act());
                to.writeArrayFieldStart("objects");
                for (JournalEntry.Item item : each.objects()) {
                    to.writeStartObject();
                    to.writeStringField("kind", item.kind());
                    to.writeStringField("id", item.id().toString());
                    to.writeStringField("hash", Objects.toString(item.hash(), null));
                    to.writeEndObject();
                }
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeStringField("next", next.toString());
            to.writeEndObject();
        }
    }
}
