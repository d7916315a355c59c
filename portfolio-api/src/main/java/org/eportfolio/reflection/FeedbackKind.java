package org.eportfolio.reflection;

/** What a message of a thread is. */
public enum FeedbackKind {
    /** A question of the team's that awaits the learner's answer. */
    PROMPT,
    /** Something the team says. */
    COMMENT,
    /** An answer to either, by the learner or a colleague. */
    REPLY
}
