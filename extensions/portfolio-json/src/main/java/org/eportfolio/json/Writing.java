package org.eportfolio.json;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Message;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of the library for one reader. Every component of a record is there, {@code null} where it holds nothing.
 *
 * @param zone of the days and times in sentences; {@code null} where the host states none
 * @param levels {@code null} where ids of levels are written as they are
 */
record Writing(
        JsonSink out,
        Locale language,
        @Nullable ZoneId zone,
        @Nullable Levels levels) {
    void value(@Nullable Object value) throws IOException {
        if (value == null) out.nothing();
        else if (value instanceof Optional<?> some) value(some.orElse(null));
        else if (value instanceof Boolean truth) out.truth(truth);
        else if (value instanceof Integer || value instanceof Long) out.number(((Number) value).longValue());
        else if (value instanceof Message message) message(message);
        else if (value instanceof Violation violation) violation(violation);
        else if (value instanceof LevelId id) level(id);
        else if (value instanceof Level level) level(level);
        else if (value instanceof Collection<?> several) list(several);
        else if (value instanceof Map<?, ?> map) map(map);
        else written(value);
    }

    private void written(Object value) throws IOException {
        Optional<TextForm> form = TextForm.of(value.getClass());
        if (form.isPresent()) out.text(form.get().text().apply(value));
        else if (value instanceof Record record) record(record);
        else throw new IllegalArgumentException("it has no form in JSON: " + value.getClass());
    }

    private void record(Record record) throws IOException {
        out.beginObject();
        String tag = Tags.of(record.getClass());
        if (tag != null) {
            out.name(Tags.FIELD);
            out.text(tag);
        }
        for (RecordParts.Part each : RecordParts.of(record.getClass()).all()) {
            if (!each.isWritten()) continue;
            out.name(each.name());
            value(each.of(record));
        }
        out.endObject();
    }

    private void list(Collection<?> several) throws IOException {
        Collection<?> ordered = several;
        if (several instanceof Set<?> set && !(set instanceof java.util.SortedSet)) {
            // The sets of the JDK come in another order with each start.
            List<Object> sorted = new ArrayList<>(set);
            sorted.sort(
                    set.stream().allMatch(Enum.class::isInstance)
                            ? Comparator.comparing(each -> ((Enum<?>) each).ordinal())
                            : Comparator.comparing(Object::toString));
            ordered = sorted;
        }
        out.beginArray();
        for (Object each : ordered) value(each);
        out.endArray();
    }

    private void map(Map<?, ?> map) throws IOException {
        out.beginObject();
        for (Map.Entry<?, ?> each : map.entrySet()) {
            Object key = each.getKey();
            out.name(TextForm.of(key.getClass())
                    .map(form -> form.text().apply(key))
                    .orElseGet(key::toString));
            value(each.getValue());
        }
        out.endObject();
    }

    private void level(LevelId id) throws IOException {
        Optional<Level> level = levels == null ? Optional.empty() : levels.find(id);
        if (level.isPresent()) level(level.get());
        else out.text(id.value());
    }

    /** Its id is a text, whatever ids of levels are elsewhere. */
    private void level(Level level) throws IOException {
        new Writing(out, language, zone, null).record(level);
    }

    private void message(Message message) throws IOException {
        out.beginObject();
        out.name("key");
        out.text(message.key());
        out.name("text");
        out.text(message.in(language, zone));
        out.name("arguments");
        out.beginArray();
        for (Object each : message.arguments()) argument(each);
        out.endArray();
        out.endObject();
    }

    private void argument(Object argument) throws IOException {
        if (argument instanceof ZonedDateTime at) {
            out.text(at.toOffsetDateTime().toString());
        } else if (argument instanceof Collection<?> several) {
            out.beginArray();
            for (Object each : several) argument(each);
            out.endArray();
        } else if (argument instanceof Message || argument instanceof Boolean || argument instanceof Number) {
            if (argument instanceof Number number && !(number instanceof Integer || number instanceof Long)) {
                out.text(number.toString());
            } else {
                value(argument);
            }
        } else {
            out.text(argument.toString());
        }
    }

    private void violation(Violation violation) throws IOException {
        out.beginObject();
        out.name("path");
        out.text(violation.path());
        out.name("pointer");
        out.text(JsonPath.pointer(violation.path()));
        out.name("rule");
        message(violation.rule());
        out.endObject();
    }
}
