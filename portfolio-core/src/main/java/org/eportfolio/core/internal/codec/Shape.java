package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.Message;
import org.jspecify.annotations.Nullable;

/** How values of one type are written and read. Immutable once made. */
abstract class Shape {
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
    static Shape map(TextShape key, Shape element) {
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
            throw new MalformedException(null, "malformed.other-token", wanted, found(in), place(in));
        }
    }

    /** What stands where the parser is, for a message. */
    static Object found(JsonParser in) {
        JsonToken token = in.currentToken();
        return token == null ? Message.of("malformed.end") : token;
    }

    static Message place(JsonParser in) {
        return place(in, in.currentTokenLocation().getLineNr());
    }

    static Message place(JsonParser in, int line) {
        String path = in.getParsingContext().pathAsPointer().toString();
        return Message.of("malformed.place", path.isEmpty() ? "/" : path, line);
    }
}
