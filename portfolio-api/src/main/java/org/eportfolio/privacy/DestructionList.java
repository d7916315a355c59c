package org.eportfolio.privacy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eportfolio.Message;
import org.jspecify.annotations.Nullable;

/**
 * What an archive service asks for before it gives its visa: categories, extreme dates and volume of what is to be
 * destroyed. It names no one.
 *
 * @param earliest the first date in what goes; {@code null} if nothing in it is dated
 * @param latest the last one
 * @param bytes of the files that go
 */
public record DestructionList(
        List<Line> lines,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        int records,
        int files,
        long bytes) {
    /** How many records of a category go. */
    public record Line(DataCategory category, int records) {
        public Line {
            Objects.requireNonNull(category, "category");
        }
    }

    public DestructionList {
        lines = List.copyOf(lines);
    }

    /** The list as plain text, in French or English. */
    public String text(Locale locale, ZoneId zone) {
        StringBuilder text = new StringBuilder(Message.of("destruction.title").in(locale)).append('\n');
        for (Line line : lines) {
            text.append("- ")
                    .append(Message.of("destruction.line", line.category(), line.records())
                            .in(locale))
                    .append('\n');
        }
        if (earliest != null && latest != null) {
            text.append(Message.of(
                                    "destruction.dates",
                                    earliest.atZone(zone).toLocalDate(),
                                    latest.atZone(zone).toLocalDate())
                            .in(locale))
                    .append('\n');
        }
        return text.append(
                        Message.of("destruction.volume", records, files, bytes).in(locale))
                .append('\n')
                .toString();
    }
}
