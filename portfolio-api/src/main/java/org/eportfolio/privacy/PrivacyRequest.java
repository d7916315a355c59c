package org.eportfolio.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.PrivacyRequestId;
import org.jspecify.annotations.Nullable;

/**
 * A request of a person about their data, and its settlement.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param detail what exactly is asked; may be empty
 * @param settlement {@code null} while it is open
 * @param revision grows by one with each change
 */
public record PrivacyRequest(
        PrivacyRequestId id,
        PersonId person,
        Right right,
        String detail,
        LocalDate receivedOn,
        PersonId recordedBy,
        Instant recordedAt,
        @Nullable Settlement settlement,
        int revision) {
    /** GDPR art. 15 to 21. */
    public enum Right {
        ACCESS,
        RECTIFICATION,
        ERASURE,
        RESTRICTION,
        PORTABILITY,
        OBJECTION
    }

    /** How it ended. */
    public enum Answer {
        GRANTED,
        PARTLY_GRANTED,
        REFUSED
    }

    /** The answer, and why; a refusal says so to the person (GDPR art. 12(4)). */
    public record Settlement(Answer answer, String reason, PersonId by, Instant at) {
        public Settlement {
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(
                    answer == Answer.GRANTED || !reason.isBlank(), "reason", "privacy-request.reason");
        }
    }

    public PrivacyRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(receivedOn, "receivedOn");
        Objects.requireNonNull(recordedBy, "recordedBy");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** The request as it stands once answered; it is answered once. */
    public PrivacyRequest asSettled(Settlement answer) {
        if (settlement != null) throw ConflictException.state("privacy-request.settled", settlement.answer());
        return new PrivacyRequest(id, person, right, detail, receivedOn, recordedBy, recordedAt, answer, revision + 1);
    }

    /** The request without what was said in it: what was asked and how it ended stays. */
    public PrivacyRequest withoutWords() {
        Settlement masked = settlement;
        if (masked != null) {
            masked = new Settlement(
                    masked.answer(), masked.answer() == Answer.GRANTED ? "" : "…", masked.by(), masked.at());
        }
        return new PrivacyRequest(id, person, right, "", receivedOn, recordedBy, recordedAt, masked, revision);
    }

    /**
     * The day by which the person must have an answer: one month after receipt (GDPR art. 12(3)), unless it is extended.
     */
    public LocalDate answerBy() {
        return receivedOn.plusMonths(1);
    }
}
