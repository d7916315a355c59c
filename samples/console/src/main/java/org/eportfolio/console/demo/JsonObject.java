package org.eportfolio.console.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An object of a JSON file, asked for its fields by name. */
record JsonObject(Map<String, Object> fields) {
    static JsonObject read(InputStream in) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            parser.nextToken();
            return (JsonObject) value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = Objects.requireNonNull(parser.currentToken());
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) list.add(value(parser));
            return list;
        }
        if (token != JsonToken.START_OBJECT) return Objects.requireNonNull(parser.getText());
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = Objects.requireNonNull(parser.currentName());
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new JsonObject(fields);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** A text that must be there. */
    String text(String field) {
        return find(field).orElseThrow(() -> new IllegalStateException("no " + field + " in " + fields));
    }

    Optional<String> find(String field) {
        return Optional.ofNullable((String) fields.get(field));
    }

    /** The texts of a list; none if the field is not there. */
    List<String> texts(String field) {
        return list(field).stream().map(String.class::cast).toList();
    }

    /** The objects of a list; none if the field is not there. */
    List<JsonObject> trees(String field) {
        return list(field).stream().map(JsonObject.class::cast).toList();
    }

    /** An object whose fields are texts; an empty one if the field is not there. */
    Map<String, String> map(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (fields.get(field) instanceof JsonObject tree) {
            tree.fields.keySet().forEach(each -> texts.put(each, tree.text(each)));
        }
        return texts;
    }

    private List<?> list(String field) {
        return fields.get(field) instanceof List<?> list ? list : List.of();
    }
}
