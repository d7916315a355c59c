package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/** The shapes of single values. */
final class Scalars {
    private static final long MICROS = 1_000_000;

    static final Shape STRING = new TextShape(value -> (String) value, text -> text);
    static final Shape UUID_TEXT = new TextShape(Object::toString, UUID::fromString);
    static final Shape DATE = new TextShape(Object::toString, Scalars::day);
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

    /** A day as ISO 8601 writes it; the usual form is read without the cost of a formatter. */
    private static LocalDate day(String text) {
        boolean usual = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        for (int i = 0; usual && i < 10; i++) {
            char c = text.charAt(i);
            usual = i == 4 || i == 7 || (c >= '0' && c <= '9');
        }
        if (!usual) return LocalDate.parse(text);
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
