package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/** How values of one type are written and read. Immutable once made. */
abstract class Shape {
    private static final long MICROS = 1_000_000;

    /** Writes a value that is not null. */
    abstract void write(JsonGenerator out, Object value) throws IOException;

    /** Reads the value whose first token is the current one, and stops on its last. */
    abstract Object read(JsonParser in) throws IOException;

    /** Whether the value need not be written, because reading its absence gives it back. */
    boolean absent(@Nullable Object value) {
        return value == null;
    }

    /** What a missing field means. */
    @Nullable
    Object missing() {
        return null;
    }

    /** A value written as text, which may also be the key of a map. */
    static class Text extends Shape {
        private final Function<Object, String> toText;
        private final Function<String, ?> fromText;

        Text(Function<Object, String> toText, Function<String, ?> fromText) {
            this.toText = toText;
            this.fromText = fromText;
        }

        String toText(Object value) {
            return toText.apply(value);
        }

        Object fromText(String text) {
            return fromText.apply(text);
        }

        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(toText.apply(value));
        }

        @Override
        Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_STRING);
            return fromText.apply(in.getText());
        }
    }

    static final Text STRING = new Text(value -> (String) value, text -> text);
    static final Text UUID_TEXT = new Text(Object::toString, UUID::fromString);
    static final Text DATE = new Text(Object::toString, LocalDate::parse);
    static final Text URI_TEXT = new Text(Object::toString, URI::create);
    static final Text HASH = new Text(Object::toString, Hash::parse);

    /** Microseconds since 1970: what the store's readers sort and compare without parsing. */
    static final Shape INSTANT = new Shape() {
        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            Instant instant = (Instant) value;
            out.writeNumber(
                    Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000));
        }

        @Override
        Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_NUMBER_INT);
            return Instant.EPOCH.plus(in.getLongValue(), ChronoUnit.MICROS);
        }
    };

    static final Shape INT = new Shape() {
        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Integer) value);
        }

        @Override
        Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_NUMBER_INT);
            return in.getIntValue();
        }

        @Override
        Object missing() {
            return 0;
        }
    };

    static final Shape LONG = new Shape() {
        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Long) value);
        }

        @Override
        Object read(JsonParser in) throws IOException {
            expect(in, JsonToken.VALUE_NUMBER_INT);
            return in.getLongValue();
        }

        @Override
        Object missing() {
            return 0L;
        }
    };

    static final Shape BOOLEAN = new Shape() {
        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeBoolean((Boolean) value);
        }

        @Override
        Object read(JsonParser in) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_TRUE) expect(in, JsonToken.VALUE_FALSE);
            return in.getBooleanValue();
        }

        @Override
        boolean absent(@Nullable Object value) {
            return value == null || value.equals(false);
        }

        @Override
        Object missing() {
            return false;
        }
    };

    /** A list or a set; an empty one is not written. */
    static Shape many(Shape element, boolean set) {
        return new Shape() {
            @Override
            void write(JsonGenerator out, Object value) throws IOException {
                out.writeStartArray();
                for (Object each : (Iterable<?>) value) element.write(out, each);
                out.writeEndArray();
            }

            @Override
            Object read(JsonParser in) throws IOException {
                expect(in, JsonToken.START_ARRAY);
                List<Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) list.add(element.read(in));
                return set ? new LinkedHashSet<>(list) : list;
            }

            @Override
            boolean absent(@Nullable Object value) {
                return value == null || !((Iterable<?>) value).iterator().hasNext();
            }

            @Override
            Object missing() {
                return set ? Set.of() : List.of();
            }
        };
    }

    /** A map whose keys are written as text; an empty one is not written. */
    static Shape map(Text key, Shape element) {
        return new Shape() {
            @Override
            void write(JsonGenerator out, Object value) throws IOException {
                out.writeStartObject();
                for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                    out.writeFieldName(key.toText(each.getKey()));
                    element.write(out, each.getValue());
                }
                out.writeEndObject();
            }

            @Override
            Object read(JsonParser in) throws IOException {
                expect(in, JsonToken.START_OBJECT);
                Map<Object, Object> map = new LinkedHashMap<>();
                for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                    in.nextToken();
                    map.put(key.fromText(name), element.read(in));
                }
                return map;
            }

            @Override
            boolean absent(@Nullable Object value) {
                return value == null || ((Map<?, ?>) value).isEmpty();
            }

            @Override
            Object missing() {
                return Map.of();
            }
        };
    }

    static void expect(JsonParser in, JsonToken wanted) {
        if (in.currentToken() != wanted) {
            throw new MalformedException(
                    "expected " + wanted + ", found " + in.currentToken() + " at " + place(in), null);
        }
    }

    static String place(JsonParser in) {
        return in.getParsingContext().pathAsPointer() + ", line "
                + in.currentTokenLocation().getLineNr();
    }
}
