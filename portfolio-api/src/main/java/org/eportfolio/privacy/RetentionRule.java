package org.eportfolio.privacy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import org.eportfolio.InvalidInputException;

/**
 * How long data on a person is kept, and what happens to it then. The controller states it.
 *
 * @param id a short name, unique among the rules
 * @param legalSource the text that prescribes or justifies the period, in the controller's words
 * @param startsWith what the period is counted from
 * @param period how long, of whole days, months and years
 * @param outcome what becomes of it at the end
 */
public record RetentionRule(String id, String legalSource, Start startsWith, Period period, FinalOutcome outcome) {
    /** What a period is counted from. */
    public enum Start {
        /** The day after the last membership of a learner ended. */
        LEARNER_LEFT,
        /** The day after the last role of a member of staff ended. */
        STAFF_LEFT
    }

    /** What becomes of it at the end, in the sense of archive schedules. */
    public enum FinalOutcome {
        /** It is erased. */
        DESTROY,
        /** An archivist chooses what is kept elsewhere; the rest is erased. */
        SORT,
        /** It is handed to an archive, then erased here. */
        TRANSFER
    }

    public RetentionRule {
        Objects.requireNonNull(startsWith, "startsWith");
        Objects.requireNonNull(outcome, "outcome");
        InvalidInputException.unless(!id.isBlank(), "id", "text.blank");
        InvalidInputException.unless(!legalSource.isBlank(), "legalSource", "text.blank");
        InvalidInputException.unless(!period.isNegative(), "period", "retention.period");
    }

    /** This rule, where it keeps for no longer than another one, from the same start and with the same outcome. */
    RetentionRule within(RetentionRule other) {
        // Months and years have a length from a day on only; of a leap year both have the most days.
        LocalDate day = LocalDate.of(2000, 1, 1);
        boolean within = startsWith == other.startsWith
                && outcome == other.outcome
                && !dueOn(day).isAfter(other.dueOn(day));
        InvalidInputException.unless(within, "retention", "privacy.looser", id);
        return this;
    }

    /** The first day on which the outcome is due. */
    public LocalDate dueOn(LocalDate started) {
        return started.plus(period);
    }
}
