package org.eportfolio.reflection;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.school.Role;

/**
 * A prompt or a comment and what was replied.
 *
 * @param opener the prompt or comment
 * @param replies the oldest first
 */
public record FeedbackThread(Feedback opener, List<Feedback> replies) {
    public FeedbackThread {
        Objects.requireNonNull(opener, "opener");
        replies = List.copyOf(replies);
    }

    /** Whether the last word that stands is the learner's: the team owes an answer, or can leave it at that. */
    public boolean endsWithLearner() {
        return Stream.concat(Stream.of(opener), replies.stream())
                .filter(each -> !each.withdrawn())
                .reduce((before, after) -> after)
                .map(last -> last.role() == Role.LEARNER)
                .orElse(false);
    }
}
