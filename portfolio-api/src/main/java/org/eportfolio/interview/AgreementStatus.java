package org.eportfolio.interview;

/** What became of an agreement. */
public enum AgreementStatus {
    /** Waits for the learner's answer. */
    PROPOSED,
    /** The learner accepted: it is a goal. */
    ACCEPTED,
    /** The learner declined, with a word. */
    DECLINED,
    /** The team took it back before the learner answered. */
    WITHDRAWN
}
