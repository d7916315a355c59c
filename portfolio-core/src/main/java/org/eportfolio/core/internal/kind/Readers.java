package org.eportfolio.core.internal.kind;

/**
 * Who sees the records of a kind, and in which state. Desks and every other way out (archives, take-aways, departures,
 * access exports) go by it; {@code docs/access.md} says it in words.
 */
public enum Readers {
    /** Everyone whom the gate lets in, from the start. */
    ENTITLED(true),
    /** Its author alone, as long as it is a draft; what they share becomes a record of another kind. */
    AUTHOR(true),
    /** The person whom it is for alone: what the library says to them, and keeps of their visits. */
    OWNER(true),
    /** The learner reads it once the campaign is over; teachers do so before. */
    LEARNER_WHEN_CAMPAIGN_IS_OVER(true),
    /** The reviewer and the teachers, never the learner whose work it is about; a draft its reviewer alone. */
    REVIEWER_AND_STAFF(false),
    STAFF(false),
    /** Kept by the library for its own use; no desk shows it. */
    LIBRARY(false);

    private final boolean learner;

    Readers(boolean learner) {
        this.learner = learner;
    }

    /** Whether the learner sees, at some time, what their dossier keeps of it. */
    boolean includeLearner() {
        return learner;
    }
}
