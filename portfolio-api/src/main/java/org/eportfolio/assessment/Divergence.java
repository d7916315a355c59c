package org.eportfolio.assessment;

import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Level;

/**
 * Two perspectives that see one competency differently, each with its latest level that stands.
 *
 * @param lower who gives the lower level
 * @param higher who gives the higher one
 */
public record Divergence(Code competency, String label, View lower, View higher) {
    public Divergence {
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(lower, "lower");
        Objects.requireNonNull(higher, "higher");
    }

    /** What one perspective says. */
    public record View(Perspective perspective, Level level) {
        @Override
        public String toString() {
            return perspective + " " + level.symbol() + " " + level.id();
        }
    }

    /** Such as {@code C3.1: TEACHER ◔ en-cours < SELF ◕ acquis}. */
    @Override
    public String toString() {
        return competency + ": " + lower + " < " + higher;
    }
}
