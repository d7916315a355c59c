package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as an object: its components are the fields, under the names and in the order that are stated. */
final class RecordShape extends Shape {
    private static final int END = -1;
    private static final int UNKNOWN = -2;
    private static final Object MORE = new Object();

    private final Class<?> type;
    private final MethodHandle constructor;
    private final SerializedString[] names;
    private final MethodHandle[] accessors;
    private final Shape[] shapes;
    /** Where each field stands among the components. */
    private final int[] places;

    private final Map<String, Integer> index = new HashMap<>();
    private final boolean strict;

    /**
     * @param strict whether a field that the record does not have is refused; otherwise it is passed over, and {@link #saidMore}
     *     tells
     */
    RecordShape(Class<?> type, Shapes all, boolean strict) {
        this.type = type;
        this.strict = strict;
        List<StoredNames.Field> fields = StoredNames.fields(type);
        names = new SerializedString[fields.size()];
        accessors = new MethodHandle[fields.size()];
        shapes = new Shape[fields.size()];
        places = new int[fields.size()];
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            for (int i = 0; i < names.length; i++) {
                StoredNames.Field field = fields.get(i);
                names[i] = new SerializedString(field.name());
                accessors[i] = lookup.unreflect(field.component().getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                shapes[i] = all.of(field.component().getGenericType());
                places[i] = field.place();
                index.put(field.name(), i);
            }
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            constructor = lookup.unreflectConstructor(type.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must be a public record", e);
        }
    }

    @Override
    void write(JsonGenerator out, Object value) throws IOException {
        out.writeStartObject();
        writeFields(out, value);
        out.writeEndObject();
    }

    void writeFields(JsonGenerator out, Object value) throws IOException {
        for (int i = 0; i < names.length; i++) {
            Object field = get(accessors[i], value);
            if (shapes[i].absent(field)) continue;
            out.writeFieldName(names[i]);
            shapes[i].write(out, field);
        }
    }

    @Override
    Object read(JsonParser in) throws IOException {
        expect(in, JsonToken.START_OBJECT);
        return readFields(in);
    }

    /** Reads fields up to the end of the object that the parser is in; the current token is the one before a name. */
    Object readFields(JsonParser in) throws IOException {
        @Nullable Object[] values = new Object[names.length];
        boolean[] seen = new boolean[names.length];
        int expected = 0;
        for (int at = next(in, expected); at != END; at = next(in, expected)) {
            if (at == UNKNOWN) noteMore(in);
            in.nextToken();
            if (at == UNKNOWN) {
                if (strict) throw new MalformedException(null, "malformed.unknown-field", in.currentName(), place(in));
                in.skipChildren();
                continue;
            }
            if (in.currentToken() != JsonToken.VALUE_NULL) {
                values[places[at]] = shapes[at].read(in);
                seen[at] = true;
            }
            expected = at + 1;
        }
        for (int i = 0; i < values.length; i++) {
            if (!seen[i]) values[places[i]] = shapes[i].missing();
        }
        try {
            return constructor.invokeExact(values);
        } catch (org.eportfolio.PortfolioException e) {
            throw e;
        } catch (NullPointerException e) {
            String lacking = e.getMessage();
            if (lacking == null || !isFieldName(lacking)) {
                throw new MalformedException(
                        e, "malformed.refused", type.getSimpleName(), place(in), MalformedException.reason(e));
            }
            throw new MalformedException(e, "malformed.lacks", type.getSimpleName(), lacking, place(in));
        } catch (Throwable e) {
            throw new MalformedException(
                    e, "malformed.refused", type.getSimpleName(), place(in), MalformedException.reason(e));
        }
    }

    /** Has the root of the text remember that something was passed over; the secret of a body is no field of a record. */
    private static void noteMore(JsonParser in) throws IOException {
        JsonStreamContext above = in.getParsingContext().getParent();
        if (above.inRoot() && RecordJson.SECRET.getValue().equals(in.currentName())) return;
        while (!above.inRoot()) above = above.getParent();
        above.setCurrentValue(MORE);
    }

    /** Whether fields were passed over anywhere in the text, which was read to the end of its outermost object. */
    static boolean saidMore(JsonParser in) {
        return in.getParsingContext().getCurrentValue() == MORE;
    }

    /** As a record's rule names what it needs; what the JDK says of a null is a sentence. */
    private static boolean isFieldName(String text) {
        return text.chars().allMatch(Character::isJavaIdentifierPart);
    }

    /** The next field's place. Fields mostly come in the order in which they were written, which spares a look-up. */
    private int next(JsonParser in, int expected) throws IOException {
        if (expected < names.length && in.nextFieldName(names[expected])) return expected;
        if (expected == names.length) in.nextToken();
        if (in.currentToken() != JsonToken.FIELD_NAME) return END;
        return index.getOrDefault(in.currentName(), UNKNOWN);
    }

    static Object get(MethodHandle accessor, Object value) {
        try {
            return accessor.invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one component of a record that wraps a value. */
    static Shape unwrapping(Class<?> type, Shape inner) {
        MethodHandle accessor;
        MethodHandle constructor;
        try {
            RecordComponent component = type.getRecordComponents()[0];
            accessor = MethodHandles.publicLookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
            constructor = MethodHandles.publicLookup()
                    .unreflectConstructor(type.getDeclaredConstructor(component.getType()))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must be a public record", e);
        }
        if (inner instanceof TextShape text) {
            return new TextShape(
                    value -> text.toText(get(accessor, value)), raw -> get(constructor, text.fromText(raw)));
        }
        return new Shape() {
            @Override
            void write(JsonGenerator out, Object value) throws IOException {
                inner.write(out, get(accessor, value));
            }

            @Override
            Object read(JsonParser in) throws IOException {
                return get(constructor, inner.read(in));
            }
        };
    }
}
