package org.eportfolio.core.internal.kind;

/** Who sees the records of a kind, and in which state. */
public enum Readers {
    /** Everyone whom the gate lets in, from the start. */
    ENTITLED(true),
    /** The person whose it is alone; a draft that is shared becomes a record of another kind. */
    OWNER(true),
    /** The learner reads it once the campaign is over; teachers do so before. */
    LEARNER_WHEN_CAMPAIGN_IS_OVER(true),
    /** The reviewer and the teachers, never the learner whose work it is about. */
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
