package org.eportfolio.assessment;

/** What an assessment says. */
public enum Outcome {
    /** A level of the scale. */
    LEVEL,
    /** The competency does not apply to this learner's path; not a level, and not a lack of one. */
    NOT_APPLICABLE,
    /** What was said before is taken back and nothing is said in its place. */
    RETRACTED
}
