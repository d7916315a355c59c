package org.eportfolio.exchange.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.eportfolio.Message;
import org.eportfolio.exchange.Bounds;

/** JSON within bounds. */
public final class BoundedJson {
    private static final int LONGEST_NUMBER = 100;
    /** Of one document: a tree of them takes some hundred megabytes at worst. */
    private static final long MOST_TOKENS = 5_000_000;

    private BoundedJson() {}

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
