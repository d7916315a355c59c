package org.eportfolio.reflection;

import jakarta.validation.constraints.NotNull;
import org.eportfolio.Line;
import org.eportfolio.Prose;

/**
 * An expected production against what was made.
 *
 * @param expected what was expected, as a statement that can be checked
 * @param met whether it holds
 * @param gap what is missing or different; must be said when it does not hold
 */
public record Comparison(
        @NotNull @Line(max = 600) String expected,
        boolean met,
        @NotNull @Prose(max = 10_000) String gap) {}
