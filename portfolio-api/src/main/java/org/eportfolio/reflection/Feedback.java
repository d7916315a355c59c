package org.eportfolio.reflection;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * One message of the team or the learner about something of the learner's. Append-only: no one edits it; its author may
 * take the words back, and that there were some remains.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param thread the message that opened the thread; {@code null} for that one itself
 * @param role in which the author spoke
 * @param text empty once withdrawn
 * @param answeredAt when the learner answered; only of a prompt
 */
public record Feedback(
        FeedbackId id,
        Subject subject,
        @Nullable FeedbackId thread,
        FeedbackKind kind,
        PersonId author,
        Role role,
        String text,
        Instant at,
        @Nullable Instant answeredAt,
        @Nullable Instant withdrawnAt) {
    public Feedback {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
        InvalidInputException.unless(text.isBlank() == (withdrawnAt != null), "text", "text.blank");
        InvalidInputException.unless((kind == FeedbackKind.REPLY) == (thread != null), "thread", "feedback.thread");
        InvalidInputException.unless(
                kind == FeedbackKind.REPLY || role != Role.LEARNER, "role", "feedback.learner-replies");
    }

    /** Whether the learner still owes an answer. */
    public boolean awaitsLearner() {
        return kind == FeedbackKind.PROMPT && answeredAt == null && withdrawnAt == null;
    }

    /** Whether it was taken back. */
    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** The opening message once the learner has answered; itself unless it is a prompt that waits. */
    public Feedback asAnswered(Instant when) {
        return awaitsLearner() ? with(text, when, withdrawnAt) : this;
    }

    /** The prompt once the learner took their only answer back: it waits again. */
    public Feedback asReopened() {
        return with(text, null, withdrawnAt);
    }

    /** The message once its author has taken the words back. */
    public Feedback asWithdrawn(Instant when) {
        if (withdrawnAt != null) throw ConflictException.state("feedback.withdrawn");
        return with("", answeredAt, when);
    }

    private Feedback with(String words, @Nullable Instant answered, @Nullable Instant withdrawal) {
        return new Feedback(id, subject, thread, kind, author, role, words, at, answered, withdrawal);
    }
}
