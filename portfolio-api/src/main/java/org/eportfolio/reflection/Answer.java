package org.eportfolio.reflection;

import jakarta.validation.constraints.NotNull;
import org.eportfolio.Line;
import org.eportfolio.Prose;

/**
 * What the learner answers to one question, in their own words.
 *
 * @param question the question's id
 */
public record Answer(
        @NotNull @Line(max = 40) String question,
        @NotNull @Prose(max = 50_000) String text) {}
