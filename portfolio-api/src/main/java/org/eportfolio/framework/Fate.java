package org.eportfolio.framework;

/** What becomes of a code when another framework version succeeds. */
public enum Fate {
    /** One new code takes its place, and takes no other's. */
    ONE_TO_ONE,
    /** One new code takes its place, and others' too. */
    MERGE,
    /** Several new codes take its place. */
    SPLIT,
    /** The succession says that nothing takes its place. */
    NONE,
    /** The succession does not speak of it. */
    UNMAPPED
}
