package org.eportfolio.core.internal.privacy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.MessageBundle;
import org.eportfolio.archive.Arrival;
import org.eportfolio.core.internal.codec.RecordComponents;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** An export as one page of HTML that needs nothing else: no script, no style sheet, no address elsewhere. */
public final class ExportPage {
    private final StringBuilder html = new StringBuilder();
    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter time;

    /** @param asked whether the person makes the export, so that their drafts are in it */
    public ExportPage(
            PersonId person,
            boolean asked,
            Instant at,
            List<Disclosure.Disclosed> disclosed,
            Locale locale,
            ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        Locale language = MessageBundle.beside(Message.class).language(locale);
        boolean sameLanguage = language.getLanguage().equals(locale.getLanguage());
        this.time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(sameLanguage ? locale : language);
        String title = Message.of("export.title", person).in(locale);
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.toLanguageTag())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n</head>\n<body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n<p>")
                .append(escaped(Message.of("export.introduction", shown(at)).in(locale)))
                .append("</p>\n<p>")
                .append(say("export.without-withdrawn"))
                .append("</p>\n");
        if (!asked) html.append("<p>").append(say("export.without-drafts")).append("</p>\n");
        String kind = "";
        for (Disclosure.Disclosed each : disclosed) {
            if (!each.exported().kind().equals(kind)) {
                kind = each.exported().kind();
                html.append("<h2>").append(say("kind." + kind)).append("</h2>\n");
            }
            html.append("<article>\n");
            Arrival from = each.from();
            if (from != null) {
                html.append("<p>")
                        .append(say(from.verified() ? "export.history" : "export.history-unverified"))
                        .append("</p>\n");
            }
            record((Record) each.shown());
            html.append("</article>\n<hr>\n");
        }
        html.append("</body>\n</html>\n");
    }

    private void record(Record record) {
        html.append("<dl>\n");
        RecordComponents components = RecordComponents.of(record);
        for (int i = 0; i < components.size(); i++) {
            Object value = components.get(record, i);
            if (empty(value)) continue;
            html.append("<dt>").append(label(components.name(i))).append("</dt><dd>");
            if (value instanceof Stored file) file(file, nameIn(record));
            else value(value);
            html.append("</dd>\n");
        }
        html.append("</dl>\n");
    }

    /** The name that the record gives to its file. */
    private static @Nullable String nameIn(Record record) {
        RecordComponents components = RecordComponents.of(record);
        for (int i = 0; i < components.size(); i++) {
            if (components.name(i).equals("name") && components.get(record, i) instanceof String name) return name;
        }
        return null;
    }

    /** Under its own name when it is saved; in the archive it lies under its hash, which is the same for equal files. */
    private void file(Stored file, @Nullable String name) {
        String path = path(file);
        html.append("<a href=\"").append(path).append('"');
        if (name != null) html.append(" download=\"").append(escaped(name)).append('"');
        html.append('>').append(escaped(name == null ? path : name)).append("</a>");
    }

    private void value(@Nullable Object value) {
        if (value instanceof Stored file) {
            file(file, null);
        } else if (value instanceof Collection<?> several) {
            html.append("<ul>\n");
            for (Object each : several) {
                html.append("<li>");
                value(each);
                html.append("</li>\n");
            }
            html.append("</ul>");
        } else if (value instanceof Map<?, ?> map) {
            html.append("<dl>\n");
            map.forEach((key, each) -> {
                html.append("<dt>").append(escaped(String.valueOf(key))).append("</dt><dd>");
                value(each);
                html.append("</dd>\n");
            });
            html.append("</dl>");
        } else if (value instanceof PersonId) {
            html.append(escaped(value.toString()));
        } else if (value instanceof Record record) {
            RecordComponents components = RecordComponents.of(record);
            if (components.size() == 1) value(components.get(record, 0));
            else record(record);
        } else if (value instanceof Instant instant) {
            html.append(escaped(shown(instant)));
        } else if (value instanceof Enum<?> constant) {
            html.append(escaped(Message.of("export.value", constant).in(locale)));
        } else if (value instanceof Boolean truth) {
            html.append(say(truth ? "export.yes" : "export.no"));
        } else {
            html.append("<span style=\"white-space: pre-wrap\">")
                    .append(escaped(String.valueOf(value)))
                    .append("</span>");
        }
    }

    /** What means nothing to a reader: random ids and hashes stay in the data file only. */
    private static boolean empty(@Nullable Object value) {
        if (value == null || value instanceof UUID || value instanceof Hash) return true;
        if (value instanceof Collection<?> several) return several.isEmpty();
        if (value instanceof Map<?, ?> map) return map.isEmpty();
        if (value instanceof String text) return text.isEmpty();
        if (!(value instanceof Record record)) return false;
        RecordComponents components = RecordComponents.of(record);
        return components.size() == 1 && components.type(0) == UUID.class;
    }

    private String label(String component) {
        for (String key : List.of("label." + component, "field." + component)) {
            String known = Message.of(key).in(locale);
            if (!known.equals(key)) return escaped(known);
        }
        return escaped(component);
    }

    private String say(String key) {
        return escaped(Message.of(key).in(locale));
    }

    private String shown(Instant instant) {
        return time.format(instant.atZone(zone));
    }

    /** Harmless in text and between double quotes. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c != '\n' && c != '\t' && Character.isISOControl(c) ? 0xFFFD : c);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return html.toString();
    }

    public static String path(Stored file) {
        return "files/" + file.sha256();
    }
}
