package org.eportfolio.scenario;

/**
 * What a mission says of the help of AI tools. A mission that says nothing asks nothing: learners may state their help
 * all the same. Whatever it says, a statement is kept and shown, never refused for what it says.
 */
public enum AiToolPolicy {
    ALLOWED,
    /** Handing in and sharing need a statement of help, be it that there was none. */
    TO_BE_STATED,
    /** The mission is to be done without; who had such help all the same says so, and the teacher talks about it. */
    NOT_ALLOWED
}
