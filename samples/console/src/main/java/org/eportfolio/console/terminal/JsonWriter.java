package org.eportfolio.console.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.Message;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.reflection.TemplateId;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON. A record is an object with the names of its components; where several shapes are possible,
 * {@code is} names the shape. Ids and codes are text, instants and days are ISO 8601, and what is absent is {@code null}.
 * A message is its key, its arguments and its text in each language of the console. A level is its id, label, symbol and
 * colour; in a list of levels, also its description. See {@code docs/console.md}.
 */
public final class JsonWriter {
    private JsonWriter() {}

    public static void write(@Nullable Object value, JsonGenerator to) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), to);
        } else if (value instanceof Collection<?> several) {
            list(several, to);
        } else if (value instanceof Map<?, ?> map) {
            to.writeStartObject();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                to.writeFieldName(String.valueOf(each.getKey()));
                write(each.getValue(), to);
            }
            to.writeEndObject();
        } else if (value instanceof Boolean truth) {
            to.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            to.writeNumber(((Number) value).longValue());
        } else if (value instanceof Enum<?> constant) {
            to.writeString(constant.name());
        } else if (value instanceof Message message) {
            message(message, to);
        } else if (value instanceof Level level) {
            level(level, false, to);
        } else if (value instanceof Record record && !isText(record.getClass())) {
            object(record, to);
        } else {
            to.writeString(value.toString());
        }
    }

    /** In the order given; a set in its natural order. */
    private static void list(Collection<?> values, JsonGenerator to) throws IOException {
        Collection<?> ordered = values instanceof Set<?> set && set.stream().allMatch(Comparable.class::isInstance)
                ? new TreeSet<>(set)
                : values;
        to.writeStartArray();
        for (Object each : ordered) {
            if (each instanceof Level level) level(level, true, to);
            else write(each, to);
        }
        to.writeEndArray();
    }

    private static void level(Level level, boolean described, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", level.id().value());
        to.writeStringField("label", level.label());
        to.writeStringField("symbol", level.symbol());
        to.writeStringField("colour", level.colour());
        if (described) to.writeStringField("description", level.description());
        to.writeEndObject();
    }

    private static void message(Message message, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("key", message.key());
        to.writeArrayFieldStart("arguments");
        for (Object each : message.arguments()) to.writeString(String.valueOf(each));
        to.writeEndArray();
        to.writeObjectFieldStart("texts");
        for (Locale each : Languages.available()) to.writeStringField(each.toLanguageTag(), message.in(each));
        to.writeEndObject();
        to.writeEndObject();
    }

    private static void object(Record record, JsonGenerator to) throws IOException {
        to.writeStartObject();
        if (isOneOfSeveral(record.getClass())) {
            to.writeStringField("is", record.getClass().getSimpleName());
        }
        for (RecordComponent each : record.getClass().getRecordComponents()) {
            to.writeFieldName(each.getName());
            write(value(record, each), to);
        }
        to.writeEndObject();
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the records shown are public: " + component, e);
        }
    }

    /** Whether a record is written as one text: ids and codes. */
    public static boolean isText(Class<?> type) {
        return type.getPackageName().equals("org.eportfolio.id")
                || type == FrameworkId.class
                || type == TemplateId.class
                || type == Code.class
                || type == LevelId.class;
    }

    /** Whether {@code is} names the shape. */
    public static boolean isOneOfSeveral(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }
}
