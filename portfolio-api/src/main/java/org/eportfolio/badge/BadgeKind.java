package org.eportfolio.badge;

/** What a badge recognises. Never a bloc, a unit or a diploma: there is no kind for these. */
public enum BadgeKind {
    /** A competency, at a level of the school's scale. */
    COMPETENCY,
    /** Having taken part in something. */
    PARTICIPATION,
    /** A project. */
    PROJECT,
    /** Anything else. */
    OTHER
}
