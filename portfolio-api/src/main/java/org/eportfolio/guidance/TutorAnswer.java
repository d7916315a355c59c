package org.eportfolio.guidance;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;

/**
 * What a workplace tutor says of a learner, in plain words.
 *
 * @param name how the tutor signs
 * @param alone what the learner did alone
 * @param help with what help they did the rest
 * @param advice what the tutor advises them to progress
 * @param levels on the competencies asked about; those left out stay unsaid
 * @param at when it was given
 */
public record TutorAnswer(
        String name, String alone, String help, String advice, Map<Code, LevelId> levels, Instant at) {
    public TutorAnswer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(alone, "alone");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(at, "at");
        levels = Map.copyOf(levels);
    }
}
