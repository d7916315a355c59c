package org.eportfolio.exchange.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eportfolio.Message;
import org.eportfolio.exchange.Bounds;

/** JSON within bounds. */
public final class BoundedJson {
    private static final int LONGEST_NUMBER = 100;
    /** Of one document: a tree of them takes some hundred megabytes at worst. */
    private static final long MOST_TOKENS = 5_000_000;

    /** What an object, a list, or another token takes in a tree and in what is made of it. */
    private static final int HELD_BY_OBJECT = 240;

    private static final int HELD_BY_LIST = 100;
    private static final int HELD_BY_TOKEN = 60;
    private static final int HELD_BY_CHARACTER = 2;

    private BoundedJson() {}

    /** A document as a tree, if the program has the memory for it; a missing node where there is none. */
    public static JsonNode tree(String text, Bounds bounds, Findings findings) throws JsonProcessingException {
        ObjectMapper mapper = mapper(bounds);
        try (JsonParser parser = mapper.getFactory().createParser(text)) {
            for (JsonToken each = parser.nextToken(); each != null; each = parser.nextToken()) {
                findings.hold(held(each, parser));
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mapper.readTree(text);
    }

    private static long held(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case START_OBJECT -> HELD_BY_OBJECT;
            case START_ARRAY -> HELD_BY_LIST;
            case END_OBJECT, END_ARRAY -> 0;
            default -> HELD_BY_TOKEN + (long) HELD_BY_CHARACTER * parser.getTextLength();
        };
    }

    /** Where a parser stopped; what it says of itself is English. */
    public static Message position(JsonProcessingException e) {
        JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        return ExchangeMessages.of("exchange.position", at.getLineNr(), at.getColumnNr());
    }

    /** A mapper that reads no deeper and no longer than these bounds. */
    public static ObjectMapper mapper(Bounds bounds) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(bounds.depth())
                                .maxStringLength(bounds.textLength())
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxDocumentLength(bounds.entryBytes())
                                .maxTokenCount(MOST_TOKENS)
                                .build())
                        .build())
                .build();
    }
}
