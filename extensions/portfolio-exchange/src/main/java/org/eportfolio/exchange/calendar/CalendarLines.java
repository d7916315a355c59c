package org.eportfolio.exchange.calendar;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the content lines of iCalendar (RFC 5545, 3.1): at most 75 octets each, with CRLF. Not thread-safe. */
final class CalendarLines implements Closeable {
    private static final int LONGEST = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Writer out;

    CalendarLines(Writer out) {
        this.out = out;
    }

    /** A property whose value is written as it is. */
    CalendarLines line(String name, String value) throws IOException {
        fold(name + ":" + value);
        return this;
    }

    /** A property whose value is text (3.3.11). */
    CalendarLines text(String name, String text) throws IOException {
        return line(name, escaped(text));
    }

    /** A day without a time or a zone (3.3.4). */
    CalendarLines day(String name, LocalDate day) throws IOException {
        return line(name + ";VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    /** A moment in UTC, so that no zone has to be described (3.3.5, form 2). */
    CalendarLines moment(String name, Instant at) throws IOException {
        return line(name, UTC.format(at));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(c);
                case '\n' -> escaped.append("\\n");
                default -> {
                    boolean written =
                            c == '\t' || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
                    if (written) escaped.appendCodePoint(c);
                }
            }
        });
        return escaped.toString();
    }

    /** Breaks between characters, never within one. */
    private void fold(String line) throws IOException {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            String one = Character.toString(c);
            int more = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST) {
                out.write("\r\n ");
                octets = 1;
            }
            out.write(one);
            octets += more;
            i += Character.charCount(c);
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
