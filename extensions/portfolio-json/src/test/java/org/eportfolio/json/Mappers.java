package org.eportfolio.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Both Jacksons, with the module as a host installs it. */
final class Mappers {
    static final com.fasterxml.jackson.databind.ObjectMapper TWO =
            com.fasterxml.jackson.databind.json.JsonMapper.builder(
                            // As Jackson 3 does without being asked.
                            JsonFactory.builder()
                                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                                    .build())
                    .addModule(new PortfolioJackson2())
                    .build();

    static final tools.jackson.databind.ObjectMapper THREE = tools.jackson.databind.json.JsonMapper.builder()
            .addModule(new PortfolioJackson3())
            .build();

    /** Reads a type with one of the two. */
    interface Reader {
        <T> T read(String json, Class<T> type, Uploads uploads);
    }

    static final List<Reader> READERS = List.of(
            new Reader() {
                @Override
                public <T> T read(String json, Class<T> type, Uploads uploads) {
                    try {
                        return TWO.readerFor(type)
                                .withAttribute(Uploads.class, uploads)
                                .readValue(json);
                    } catch (JsonProcessingException e) {
                        throw new IllegalStateException(e);
                    }
                }
            },
            new Reader() {
                @Override
                public <T> T read(String json, Class<T> type, Uploads uploads) {
                    return THREE.readerFor(type)
                            .withAttribute(Uploads.class, uploads)
                            .readValue(json);
                }
            });

    private Mappers() {}

    static byte[] two(Object value, Locale language) {
        try {
            return TWO.writer().with(language).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] three(Object value, Locale language) {
        return THREE.writer().with(language).writeValueAsBytes(value);
    }

    /** In English, the same with both. */
    static String json(Object value) {
        String two = new String(two(value, Locale.ENGLISH), StandardCharsets.UTF_8);
        String three = new String(three(value, Locale.ENGLISH), StandardCharsets.UTF_8);
        if (!two.equals(three)) throw new AssertionError("Jackson 2: " + two + "\nJackson 3: " + three);
        return two;
    }
}
