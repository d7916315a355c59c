package org.eportfolio.core.internal.codec;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How bodies of older versions become today's. Step 0 brings version 1 to 2, and so on, by changing the fields in place;
 * values are strings, longs, booleans, lists and maps.
 */
public record Upgrades(List<Consumer<Map<String, Object>>> steps) {
    /** For a kind whose first version is its only one. */
    public static final Upgrades NONE = new Upgrades(List.of());

    public Upgrades {
        steps = List.copyOf(steps);
    }

    /** The version that is written. */
    public int current() {
        return steps.size() + 1;
    }

    void apply(int from, Map<String, Object> fields) {
        for (int version = from; version < current(); version++) {
            steps.get(version - 1).accept(fields);
        }
    }
}
