package org.eportfolio.project;

/** How far a source can be relied on, in the learner's own judgement. */
public enum Reliability {
    /** Who speaks is known, competent and up to date. */
    RELIABLE,
    /** Plausible, but to be checked against another source. */
    TO_CROSS_CHECK,
    /** Author, date or interest speak against it. */
    DOUBTFUL
}
