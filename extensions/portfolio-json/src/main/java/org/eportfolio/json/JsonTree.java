package org.eportfolio.json;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * JSON as it came, before anything is made of it: maps, lists, texts, truths, {@code null}, and numbers as their digits,
 * since a number of a thousand digits costs nothing before it is calculated with.
 */
final class JsonTree {
    /** Deeper than any record. */
    static final int DEEPEST = 64;

    /** A number as it is written. */
    record Digits(String text) {}

    /** What no record has, such as an object that another library put among the tokens. */
    record Foreign() {}

    private final JsonTokens in;

    private JsonTree(JsonTokens in) {
        this.in = in;
    }

    /**
     * Reads one value.
     *
     * @param token its first token, which was read already
     * @throws InvalidInputException if it is nested too deep or an object has two fields of one name
     */
    static @Nullable Object read(int token, JsonTokens in) throws IOException {
        return new JsonTree(in).value(token, "", 0);
    }

    private @Nullable Object value(int token, String path, int depth) throws IOException {
        if (depth > DEEPEST) throw InvalidInputException.because("", JsonTexts.of("json.too-deep", DEEPEST));
        return switch (token) {
            case JsonTokens.BEGIN_OBJECT -> object(path, depth);
            case JsonTokens.BEGIN_ARRAY -> array(path, depth);
            case JsonTokens.TEXT -> in.text();
            case JsonTokens.WHOLE_NUMBER, JsonTokens.FRACTION -> new Digits(in.text());
            case JsonTokens.TRUE -> Boolean.TRUE;
            case JsonTokens.FALSE -> Boolean.FALSE;
            case JsonTokens.NULL -> null;
            case JsonTokens.NONE -> throw new EOFException("the JSON ends too early");
            default -> new Foreign();
        };
    }

    private Map<String, @Nullable Object> object(String path, int depth) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int token = in.next(); token != JsonTokens.END_OBJECT; token = in.next()) {
            if (token != JsonTokens.NAME) throw new EOFException("the JSON ends too early");
            String name = in.text();
            String at = JsonPath.within(path, name);
            if (fields.containsKey(name)) throw InvalidInputException.because(at, JsonTexts.of("json.twice", name));
            fields.put(name, value(in.next(), at, depth + 1));
        }
        return fields;
    }

    private List<@Nullable Object> array(String path, int depth) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        for (int token = in.next(); token != JsonTokens.END_ARRAY; token = in.next()) {
            items.add(value(token, path + '[' + items.size() + ']', depth + 1));
        }
        return items;
    }
}
