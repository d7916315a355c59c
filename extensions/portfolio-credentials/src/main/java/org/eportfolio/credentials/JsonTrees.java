package org.eportfolio.credentials;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.util.Collection;
import java.util.Map;

/** Builds and writes JSON. {@link Json} looks for its implementation in each call, which took longer than what was built. */
final class JsonTrees {
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    static final JsonWriterFactory INDENTED = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private JsonTrees() {}

    static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    /** To change a copy. */
    static JsonObjectBuilder object(JsonObject from) {
        return BUILDERS.createObjectBuilder(from);
    }

    static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    static JsonArray array(Collection<? extends JsonValue> values) {
        return BUILDERS.createArrayBuilder(values).build();
    }
}
