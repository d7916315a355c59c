package org.eportfolio.console.view;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.eportfolio.console.terminal.Screen;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.JournalEntry;

/** Entries of the journal, and the cursor after the last of them. */
public record JournalView(Feed feed, ZoneId zone) implements View {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public Object document() {
        return new JournalAnswer(feed.entries(), feed.next().toString());
    }

    /** What {@code --json} writes. */
    public record JournalAnswer(List<JournalEntry> entries, String next) {}

    @Override
    public void print(Screen screen, Texts texts) {
        for (JournalEntry each : feed.entries()) {
            screen.line(StyledText.faint(AT.format(LocalDateTime.ofInstant(each.at(), zone)))
                    .and("  ")
                    .and(StyledText.bold(each.act()))
                    .and("  ")
                    .and(actor(each, texts))
                    .and("  " + each.scope() + " #" + each.number() + "  " + kinds(each.objects())));
        }
        screen.line(texts.say("journal.next", feed.next().toString()));
    }

    private static String actor(JournalEntry entry, Texts texts) {
        if (entry.service() != null) return entry.service();
        return entry.role() == null ? "–" : texts.name(entry.role());
    }

    private static String kinds(List<JournalEntry.Item> objects) {
        return objects.stream().map(JournalEntry.Item::kind).distinct().collect(Collectors.joining(", "));
    }
}
