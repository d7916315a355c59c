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
        /** Plays it as the person who does it, through the library's public API. */
        Outcome play(DemoEvent event, Desk desk);
    }

    /**
     * What came of an act.
     *
     * @param thing what the script may name with {@code as}
     * @param facts facts for the story beyond those of the script
     */
    record Outcome(@Nullable Object thing, Map<String, Object> facts) {
        static Outcome of(@Nullable Object thing) {
            return new Outcome(thing, Map.of());
        }

        Outcome with(String fact, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(facts);
            more.put(fact, value);
            return new Outcome(thing, more);
        }
    }

    Map<String, Act> acts();
}
