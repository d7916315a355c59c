package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identifiers and dates as CASE 1.1 has them: UUIDs, days, and instants with a zone and seconds. */
final class CaseValues {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)");

    /** With the zone as CASE writes it, or as ISO 8601 also has it: {@code +02}, {@code +0200}. */
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT);

    private static final int LAST_YEAR = 9999;
    private static final int DAY = 10;

    private CaseValues() {}

    /**
     * The value if it fits, else the nearest that does; null if there is none.
     *
     * @param holds what the field holds, as in {@link CaseElements}: uuid, instant or date
     */
    static @Nullable JsonNode fitting(String holds, JsonNode value) {
        if (!value.isTextual()) return null;
        String text = value.textValue().strip();
        return switch (holds) {
            case "uuid" -> node(text.isEmpty() ? null : uuid(text), value);
            case "instant" -> node(instant(text), value);
            default -> node(date(text), value);
        };
    }

    private static @Nullable JsonNode node(@Nullable String fitting, JsonNode value) {
        if (fitting == null) return null;
        return fitting.equals(value.textValue()) ? value : TextNode.valueOf(fitting);
    }

    /** The identifier itself if it is a UUID, else one that is always the same for it. */
    static String uuid(String identifier) {
        if (identifier.isEmpty() || UUID.matcher(identifier).matches()) return identifier;
        return Naming.uuid("identifier", CaseReading.id(TextNode.valueOf(identifier)))
                .toString();
    }

    /** What names no zone is taken for UTC. */
    private static @Nullable String instant(String text) {
        try {
            if (INSTANT.matcher(text).matches()) {
                OffsetDateTime.parse(text);
                return text;
            }
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(inReach(parsed(text)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static OffsetDateTime parsed(String text) {
        if (text.length() == DAY) return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
        try {
            return OffsetDateTime.parse(text, ZONED);
        } catch (DateTimeException e) {
            return LocalDateTime.parse(text.replace(' ', 'T')).atOffset(ZoneOffset.UTC);
        }
    }

    private static OffsetDateTime inReach(OffsetDateTime at) {
        if (at.getYear() < 0 || at.getYear() > LAST_YEAR) throw new DateTimeException("year " + at.getYear());
        return at;
    }

    private static @Nullable String date(String text) {
        try {
            if (text.length() == DAY) return LocalDate.parse(text).toString();
            return inReach(parsed(text)).toLocalDate().toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
