package org.eportfolio.core.year;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that one kind of people makes, by name. */
abstract class Acts {
    /** A call; whatever it decides, it decides by the dice of the turn. */
    interface Act {
        @Nullable
        Object by(Turn turn);
    }

    /** A call that gives nothing back. */
    interface Deed {
        void by(Turn turn);
    }

    record Named(String name, Act act) {}

    private final List<Named> all = new ArrayList<>();

    final void act(String name, Act act) {
        all.add(new Named(name, act));
    }

    final void deed(String name, Deed deed) {
        act(name, turn -> {
            deed.by(turn);
            return null;
        });
    }

    final List<Named> all() {
        return all;
    }
}
