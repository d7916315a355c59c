package org.eportfolio.console.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.LevelId;
import org.eportfolio.reflection.TemplateId;
import org.jspecify.annotations.Nullable;

/**
 * The library's records as JSON: an object with the names of their components. An id is its text; where several shapes
 * are possible, {@code is} names the one.
 */
public final class Records {
    private Records() {}

    public static void write(@Nullable Object value, JsonGenerator to) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Collection<?> several) {
            to.writeStartArray();
            for (Object each : several) write(each, to);
            to.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            to.writeStartObject();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                to.writeFieldName(String.valueOf(each.getKey()));
                write(each.getValue(), to);
            }
            to.writeEndObject();
        } else if (value instanceof Optional<?> perhaps) {
            write(perhaps.orElse(null), to);
        } else if (value instanceof Boolean truth) {
            to.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            to.writeNumber(((Number) value).longValue());
        } else if (value instanceof Enum<?> constant) {
            to.writeString(constant.name());
        } else if (value instanceof Record record && !isName(record)) {
            object(record, to);
        } else {
            to.writeString(value.toString());
        }
    }

    private static void object(Record record, JsonGenerator to) throws IOException {
        to.writeStartObject();
        if (oneOfSeveral(record.getClass())) {
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

    /** Whether it stands for one thing and reads as one text: ids, codes. */
    private static boolean isName(Record record) {
        return record.getClass().getPackageName().equals("org.eportfolio.id")
                || record instanceof FrameworkId
                || record instanceof TemplateId
                || record instanceof Code
                || record instanceof LevelId;
    }

    private static boolean oneOfSeveral(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }
}
