package org.eportfolio.spi;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * One record as a store keeps it. {@code (scope, kind, id)} names it; putting a row under the same three replaces body
 * and keys.
 *
 * @param scope where it lives
 * @param kind what it is
 * @param id unique within scope and kind; lists are in the order of its 16 bytes, unsigned
 * @param json the body: of any length, any Unicode but unpaired surrogates; given back exactly
 * @param keys by which {@code where} finds it; possibly none
 */
public record Row(Scope scope, Kind kind, UUID id, JsonText json, Set<Key> keys) {
    public Row {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(json, "json");
        keys = Set.copyOf(keys);
    }

    /** The same from text that is at hand as a string. */
    public Row(Scope scope, Kind kind, UUID id, String body, Set<Key> keys) {
        this(scope, kind, id, JsonText.of(body), keys);
    }

    /** The body as a string, made on each call. */
    public String body() {
        return json.toString();
    }
}
