package org.eportfolio.core.internal.input;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.IncomingText;
import org.eportfolio.InputBounds;
import org.eportfolio.InvalidInputException;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Message;
import org.eportfolio.core.internal.codec.RecordComponents;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One input as it comes in: looked through once, part by part, for what is beyond the {@link InputBounds} of every input, with
 * its texts as {@link IncomingText} has them. For one thread.
 */
final class Incoming {
    /** Ids and codes are compared as they are. */
    private static final String IDS = PersonId.class.getPackageName();

    private static final Set<Class<?>> CODES = Set.of(Code.class, FrameworkId.class);

    /** Enough for 14 hours of time zones. */
    private static final int ZONES = 1;

    private final List<Violation> beyond = new ArrayList<>();

    /** The input with its texts composed; the very same where they are. */
    @SuppressWarnings("unchecked") // each value is answered by one of its own type
    <T> T read(T input) {
        return (T) good(input, "");
    }

    /** What is beyond the bounds of every input. */
    List<Violation> beyond() {
        return beyond;
    }

    /** An argument that a call takes by this name, its texts composed; refused if it is beyond the bounds. */
    @SuppressWarnings("unchecked") // each value is answered by one of its own type
    static <T> T argument(String name, T given) {
        Incoming incoming = new Incoming();
        T read = (T) incoming.good(given, name);
        if (!incoming.beyond.isEmpty()) throw new InvalidInputException(incoming.beyond);
        return read;
    }

    private Object good(Object value, String path) {
        if (value instanceof String text)
            return text.length() > InputBounds.LONGEST_TEXT ? tooLong(text, path) : text(text, path);
        if (value instanceof LocalDate day) return day(day, path);
        if (value instanceof Instant instant) return instant(instant, path);
        if (value instanceof Duration duration) return duration(duration, path);
        if (value instanceof URI address) return address(address, path);
        if (value instanceof Collection<?> several) return several(several, path);
        if (value instanceof Map<?, ?> map) return map(map, path);
        if (value instanceof Record record && !isName(record.getClass())) return record(record, path);
        return value;
    }

    private @Nullable Object part(@Nullable Object value, String path) {
        return value == null ? null : good(value, path);
    }

    private static boolean isName(Class<?> type) {
        return type.getPackageName().equals(IDS) || CODES.contains(type);
    }

    private String text(String text, String path) {
        if (text.indexOf('\0') >= 0) wrong(path, "text.control");
        return IncomingText.composed(text);
    }

    private String tooLong(String text, String path) {
        wrong(path, "text.too-long", InputBounds.LONGEST_TEXT, text.length());
        return text;
    }

    private LocalDate day(LocalDate day, String path) {
        if (day.isBefore(InputBounds.FIRST_DAY) || day.isAfter(InputBounds.LAST_DAY)) {
            wrong(path, "date.out-of-bounds", InputBounds.FIRST_DAY, InputBounds.LAST_DAY);
        }
        return day;
    }

    private Instant instant(Instant instant, String path) {
        boolean within = instant.isAfter(at(InputBounds.FIRST_DAY.minusDays(ZONES)))
                && instant.isBefore(at(InputBounds.LAST_DAY.plusDays(1 + ZONES)));
        if (!within) wrong(path, "date.out-of-bounds", InputBounds.FIRST_DAY, InputBounds.LAST_DAY);
        return instant;
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Duration duration(Duration duration, String path) {
        boolean within = duration.compareTo(InputBounds.LONGEST_DURATION) <= 0
                && duration.compareTo(InputBounds.LONGEST_DURATION.negated()) >= 0;
        if (!within) {
            wrong(path, "duration.out-of-bounds", InputBounds.LONGEST_DURATION.toDays());
        }
        return duration;
    }

    private URI address(URI address, String path) {
        int length = address.toString().length();
        if (length > InputBounds.LONGEST_ADDRESS) wrong(path, "text.too-long", InputBounds.LONGEST_ADDRESS, length);
        return address;
    }

    private boolean isTooMany(int size, String path) {
        if (size <= InputBounds.MOST_IN_A_LIST) return false;
        wrong(path, "list.too-many", InputBounds.MOST_IN_A_LIST, size);
        return true;
    }

    private Collection<?> several(Collection<?> several, String path) {
        if (isTooMany(several.size(), path)) return several;
        Collection<@Nullable Object> read = several instanceof Set ? new LinkedHashSet<>() : new ArrayList<>();
        boolean same = true;
        int index = 0;
        for (Object each : several) {
            Object good = part(each, path + '[' + index++ + ']');
            same &= good == each;
            read.add(good);
        }
        return same ? several : read;
    }

    private Map<?, ?> map(Map<?, ?> map, String path) {
        if (isTooMany(map.size(), path)) return map;
        Map<@Nullable Object, @Nullable Object> read = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<?, ?> each : map.entrySet()) {
            Object good = part(each.getValue(), path + '[' + each.getKey() + ']');
            same &= good == each.getValue();
            read.put(each.getKey(), good);
        }
        return same ? map : read;
    }

    private Record record(Record record, String path) {
        RecordComponents components = RecordComponents.of(record);
        @Nullable Object[] values = new @Nullable Object[components.size()];
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            Object value = components.get(record, i);
            String name = components.name(i);
            values[i] = part(value, path.isEmpty() ? name : path + '.' + name);
            same &= values[i] == value;
        }
        return same || !beyond.isEmpty() ? record : components.made(values);
    }

    private void wrong(String path, String key, Object... arguments) {
        beyond.add(new Violation(path, Message.of(key, arguments)));
    }
}
