package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/** The shapes of single values. */
final class Scalars {
    private static final long MICROS = 1_000_000;

    static final Shape STRING = new TextShape(value -> (String) value, text -> text);
    static final Shape UUID_TEXT = new TextShape(Object::toString, UUID::fromString);
    static final Shape DATE = new TextShape(Object::toString, IsoDay::parse);
    static final Shape URI_TEXT = new TextShape(Object::toString, URI::create);
    static final Shape HASH = new TextShape(Object::toString, Hash::parse);

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
            Shape.expect(in, JsonToken.VALUE_NUMBER_INT);
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
            Shape.expect(in, JsonToken.VALUE_NUMBER_INT);
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
            Shape.expect(in, JsonToken.VALUE_NUMBER_INT);
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
            if (in.currentToken() != JsonToken.VALUE_TRUE) Shape.expect(in, JsonToken.VALUE_FALSE);
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

    private Scalars() {}
}
