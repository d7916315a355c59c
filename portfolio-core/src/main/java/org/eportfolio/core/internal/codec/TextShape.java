package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Function;
import org.eportfolio.InvalidInputException;

/** A value written as text, which may also be the key of a map. */
class TextShape extends Shape {
    private final Function<Object, String> toText;
    private final Function<String, ?> fromText;

    TextShape(Function<Object, String> toText, Function<String, ?> fromText) {
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
        String text = toText.apply(value);
        // Not every store can keep it, and what one cannot keep must not enter by another.
        InvalidInputException.unless(text.indexOf('\0') < 0, "", "text.control");
        out.writeString(text);
    }

    @Override
    Object read(JsonParser in) throws IOException {
        expect(in, JsonToken.VALUE_STRING);
        return fromText.apply(in.getText());
    }
}
