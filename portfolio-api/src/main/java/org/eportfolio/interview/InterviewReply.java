package org.eportfolio.interview;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the learner says to a closed interview: that they acknowledge it, or in what they disagree. Given once, never
 * changed.
 *
 * @param dissent {@code null} for an acknowledgement
 */
public record InterviewReply(
        InterviewId interview, DossierId dossier, @Nullable String dissent, PersonId by, Instant at) {
    public InterviewReply {
        Objects.requireNonNull(interview, "interview");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        InvalidInputException.unless(dissent == null || !dissent.isBlank(), "dissent", "interview.dissent-words");
    }

    /** A reply to this interview, which must be closed. */
    public static InterviewReply to(Interview interview, @Nullable String dissent, PersonId by, Instant at) {
        if (interview.status() != InterviewStatus.CLOSED) {
            throw ConflictException.state("interview.reply", interview.status());
        }
        return new InterviewReply(interview.id(), interview.dossier(), dissent, by, at);
    }

    /** Whether the learner acknowledged without dissent. */
    public boolean acknowledged() {
        return dissent == null;
    }
}
