package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eportfolio.Message;
import org.eportfolio.spi.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON text. A record is an object with its components as fields; null, false and empty collections are left
 * out; a record that wraps one value is that value; an instant is a number of microseconds; a member of a sealed family
 * has a field {@code type} first. Thread-safe.
 */
public final class RecordJson {
    private static final int LONGEST_TEXT = 64 * 1024 * 1024;
    private static final SerializedString VERSION = new SerializedString("v");
    static final SerializedString SECRET = new SerializedString("s");

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            // A character beyond the first 65,536 is written as itself, so that a search finds it.
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private final Shapes lenient = new Shapes(false);
    private final Shapes strict = new Shapes(true);

    /**
     * A body: the version of its shape and the secret of this writing, then the record's fields.
     *
     * @param secret {@code null} for a record that no journal hashes
     */
    public JsonText body(Object record, int version, @Nullable String secret) {
        return json(out -> {
            out.writeFieldName(VERSION);
            out.writeNumber(version);
            if (secret != null) {
                out.writeFieldName(SECRET);
                out.writeString(secret);
            }
            lenient.fields(record.getClass()).writeFields(out, record);
        });
    }

    /** Reads a body of the current or an older version; older ones are brought up step by step. */
    public <T> T record(JsonText body, Class<T> type, Upgrades upgrades) {
        return record(body, type, upgrades, () -> {});
    }

    /**
     * The same.
     *
     * @param saysMore run if the body has fields that the record does not have, as one that a newer version wrote may
     */
    public <T> T record(JsonText body, Class<T> type, Upgrades upgrades, Runnable saysMore) {
        try (JsonParser in = json.createParser(body.utf8())) {
            in.nextToken();
            Shape.expect(in, JsonToken.START_OBJECT);
            if (!"v".equals(in.nextFieldName())) throw new MalformedException(null, "malformed.no-version");
            int version = in.nextIntValue(-1);
            if (version == upgrades.current()) return read(in, type, saysMore);
            if (version < 1) throw new MalformedException(null, "malformed.no-version");
            if (version > upgrades.current()) {
                throw new MalformedException(null, "malformed.version", version, upgrades.current());
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                fields.put(name, Tree.read(in));
            }
            upgrades.apply(version, fields);
            JsonText upgraded = json(out -> Tree.writeFields(out, fields));
            try (JsonParser again = json.createParser(upgraded.utf8())) {
                again.nextToken();
                return read(again, type, saysMore);
            }
        } catch (IOException e) {
            throw new MalformedException(e, "malformed.no-record", type.getSimpleName(), why(e));
        }
    }

    private <T> T read(JsonParser in, Class<T> type, Runnable saysMore) throws IOException {
        T record = type.cast(lenient.fields(type).readFields(in));
        if (RecordShape.saidMore(in)) saysMore.run();
        return record;
    }

    /** A record as JSON text, without version or secret. */
    public String text(Object record) {
        return json(out -> lenient.fields(record.getClass()).writeFields(out, record))
                .toString();
    }

    /** Reads what {@link #text(Object)} wrote. */
    public <T> T record(String text, Class<T> type) {
        try (JsonParser in = json.createParser(text)) {
            in.nextToken();
            return type.cast(lenient.fields(type).read(in));
        } catch (IOException e) {
            throw new MalformedException(e, "malformed.no-record", type.getSimpleName(), why(e));
        }
    }

    /** Reads a file that people write: UTF-8, and a field that the record does not have is refused. */
    public <T> T file(InputStream in, Class<T> type) throws IOException {
        try (JsonParser parser = json.createParser(in).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)) {
            return whole(parser, type);
        }
    }

    private <T> T whole(JsonParser parser, Class<T> type) throws IOException {
        try {
            parser.nextToken();
            T record = type.cast(strict.fields(type).read(parser));
            if (parser.nextToken() == null) return record;
        } catch (JsonProcessingException e) {
            int line = (e.getLocation() == null ? JsonLocation.NA : e.getLocation()).getLineNr();
            throw new MalformedException(e, "malformed.file", Shape.place(parser, line));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedException(e, "malformed.value", Shape.place(parser));
        }
        throw new MalformedException(null, "malformed.more", Shape.place(parser));
    }

    /** What a parser says of itself is English, and shows what it read: its place says enough. */
    private static Message why(IOException e) {
        return e instanceof JsonProcessingException json ? position(json) : MalformedException.reason(e);
    }

    private static Message position(JsonProcessingException e) {
        JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        return Message.of("malformed.position", at.getLineNr(), at.getColumnNr());
    }

    /** Writes what {@link #file} reads, indented, without closing the stream. */
    public void write(Object record, OutputStream to) throws IOException {
        try (JsonGenerator out = json.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            out.useDefaultPrettyPrinter();
            strict.fields(record.getClass()).write(out, record);
        }
    }

    private interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    private JsonText json(Fields fields) {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream(512);
        try (JsonGenerator out = json.createGenerator(utf8)) {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return JsonText.ofUtf8(utf8.toByteArray());
    }
}
