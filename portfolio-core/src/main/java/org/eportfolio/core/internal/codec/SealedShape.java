package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A value of a sealed interface: the record's fields after a first field {@code type}, which holds the stated tag. */
final class SealedShape extends Shape {
    private static final SerializedString TYPE = new SerializedString("type");

    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, RecordShape> shapes = new HashMap<>();

    SealedShape(Class<?> family, Shapes all) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            String name = StoredNames.tag(member);
            names.put(member, name);
            if (shapes.put(name, all.fields(member)) != null) {
                throw new IllegalStateException("two members of " + family + " are tagged " + name);
            }
        }
    }

    @Override
    void write(JsonGenerator out, Object value) throws IOException {
        String name = names.get(value.getClass());
        RecordShape shape = name == null ? null : shapes.get(name);
        if (shape == null) throw new IllegalStateException("no shape for " + value.getClass());
        out.writeStartObject();
        out.writeFieldName(TYPE);
        out.writeString(name);
        shape.writeFields(out, value);
        out.writeEndObject();
    }

    @Override
    Object read(JsonParser in) throws IOException {
        expect(in, JsonToken.START_OBJECT);
        if (!"type".equals(in.nextFieldName())) {
            throw new MalformedException(null, "malformed.type-first", place(in));
        }
        in.nextToken();
        RecordShape shape = shapes.get(in.getText());
        if (shape == null) throw new MalformedException(null, "malformed.unknown-type", in.getText(), place(in));
        return shape.readFields(in);
    }
}
