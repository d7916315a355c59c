package org.eportfolio.console.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eportfolio.core.Desk;
import org.jspecify.annotations.Nullable;

/** What can happen in the demonstration around one concept: acts by the names that the script gives them. */
interface DemoPart {
    /** One act. */
    @FunctionalInterface
    interface Act {
        /** Plays it as whoever does it, through the library's public door. */
        Outcome play(DemoEvent event, Desk desk);
    }

    /**
     * What came of an act.
     *
     * @param thing what the script may name with {@code as}
     * @param facts what the story tells besides the script's own words
     */
    record Outcome(@Nullable Object thing, Map<String, Object> facts) {
        static Outcome of(@Nullable Object thing) {
            return new Outcome(thing, Map.of());
        }

        Outcome telling(String fact, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(facts);
            more.put(fact, value);
            return new Outcome(thing, more);
        }
    }

    Map<String, Act> acts();
}
