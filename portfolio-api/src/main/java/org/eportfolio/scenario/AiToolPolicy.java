package org.eportfolio.scenario;

/**
 * What a mission says of the help of AI tools. A mission without a policy asks for no statement, but learners may make one.
 * A statement is always kept and shown, and never refused because of its content.
 */
public enum AiToolPolicy {
    ALLOWED,
    /** Handing in and sharing need a statement of help, even if there was none. */
    TO_BE_STATED,
    /**
     * The mission is to be done without. A learner who had such help all the same says so, and the teacher talks about it.
     */
    NOT_ALLOWED
}
