package org.eportfolio.exchange.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 5545, as far as a calendar of events without repetition goes: reads a file by its rules, and fails where it breaks one. */
final class CalendarRules {
    /** 3.1: name, parameters, value; no parameter here needs quotes. */
    private static final Pattern LINE = Pattern.compile("([A-Z-]+)((?:;[A-Z-]+=[A-Za-z0-9-]+)*):(.*)", Pattern.DOTALL);

    private static final Pattern DAY = Pattern.compile("\\d{8}");
    private static final Pattern MOMENT = Pattern.compile("\\d{8}T\\d{6}Z");

    /** 3.6.1: what an event may have once at most, of what is written here. */
    private static final Set<String> ONCE =
            Set.of("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "TRANSP", "SUMMARY");

    private CalendarRules() {}

    /** An event: each property by its name, with its parameters before a colon; texts are unescaped. */
    record Event(Map<String, String> properties) {
        String text(String name) {
            return unescaped(properties.get(name));
        }
    }

    static List<Event> read(byte[] file) throws CharacterCodingException {
        List<Event> events = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Map<String, String> calendar = new LinkedHashMap<>();
        Map<String, String> event = new LinkedHashMap<>();
        int components = 0;
        for (String line : unfolded(file)) {
            Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).as("a content line (3.1): %s", line).isTrue();
            String name = parts.group(1);
            String value = parts.group(3);
            assertThat(value.codePoints().filter(c -> c != '\t').noneMatch(Character::isISOControl))
                    .as("no control characters (3.3.11): %s", line)
                    .isTrue();
            if (name.equals("BEGIN")) {
                open.push(value);
                components++;
                event = new LinkedHashMap<>();
            } else if (name.equals("END")) {
                assertThat(value).as("ends what is open").isEqualTo(open.pop());
                if (value.equals("VEVENT")) events.add(checked(event));
            } else if ("VEVENT".equals(open.peek())) {
                assertThat(ONCE).contains(name);
                assertThat(event.put(name, parts.group(2) + ":" + value))
                        .as("%s comes once", name)
                        .isNull();
            } else if (open.contains("VTIMEZONE")) {
                assertThat(List.of("TZID", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO"))
                        .as("3.6.5")
                        .contains(name);
            } else {
                assertThat(open).as("within the calendar").containsExactly("VCALENDAR");
                assertThat(events)
                        .as("properties of the calendar come before its components (3.6)")
                        .isEmpty();
                assertThat(calendar.put(name, value)).isNull();
            }
        }
        assertThat(open).isEmpty();
        assertThat(components)
                .as("the calendar and one component at least (3.6)")
                .isGreaterThan(1);
        assertThat(calendar).containsEntry("VERSION", "2.0").containsKey("PRODID");
        Set<String> ids = new HashSet<>();
        for (Event each : events)
            assertThat(ids.add(each.text("UID"))).as("one event for each UID").isTrue();
        return events;
    }

    /** 3.1: lines of at most 75 octets end with CRLF, and go on after a space; no character is cut. */
    private static List<String> unfolded(byte[] file) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
        assertThat(text).endsWith("\r\n").doesNotContainPattern("[^\r]\n").doesNotContainPattern("\r[^\n]");
        List<String> lines = new ArrayList<>();
        for (String each : text.split("\r\n")) {
            assertThat(each.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 75);
            assertThat(Character.isLowSurrogate(each.charAt(0))).isFalse();
            if (each.startsWith(" ")) lines.set(lines.size() - 1, lines.get(lines.size() - 1) + each.substring(1));
            else lines.add(each);
        }
        return lines;
    }

    private static Event checked(Map<String, String> event) {
        assertThat(event).as("3.6.1").containsKeys("UID", "DTSTAMP", "DTSTART");
        assertThat(value(event, "DTSTAMP")).as("3.8.7.2: in UTC").matches(MOMENT);
        assertThat(value(event, "SEQUENCE")).as("3.8.7.4").matches("\\d+");
        assertThat(value(event, "STATUS")).as("3.8.1.11").isIn("TENTATIVE", "CONFIRMED", "CANCELLED");
        String start = event.get("DTSTART");
        String end = event.get("DTEND");
        if (start.startsWith(";VALUE=DATE:")) {
            assertThat(value(event, "DTSTART")).matches(DAY);
            assertThat(end).as("3.8.2.2: of the same type").startsWith(";VALUE=DATE:");
        } else {
            assertThat(value(event, "DTSTART")).as("3.3.5, form 2").matches(MOMENT);
        }
        if (end != null) assertThat(value(event, "DTEND")).as("3.8.2.2: later").isGreaterThan(value(event, "DTSTART"));
        unescaped(event.get("SUMMARY"));
        return new Event(event);
    }

    private static String value(Map<String, String> event, String name) {
        return event.get(name).substring(event.get(name).indexOf(':') + 1);
    }

    /** 3.3.11: a backslash, a semicolon and a comma are escaped, and a line break is written {@code \n}. */
    private static String unescaped(String property) {
        String text = property.substring(property.indexOf(':') + 1);
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            assertThat(c).as("%s is escaped: %s", c, text).isNotIn(';', ',');
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char next = text.charAt(++i);
            assertThat(next).as("an escape: %s", text).isIn('\\', ';', ',', 'n', 'N');
            plain.append(next == 'n' || next == 'N' ? '\n' : next);
        }
        return plain.toString();
    }
}
