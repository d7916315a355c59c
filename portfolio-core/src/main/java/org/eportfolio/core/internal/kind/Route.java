package org.eportfolio.core.internal.kind;

/** The ways on which records leave the school. */
public enum Route {
    /** Archives of the organisation and, for what dossiers keep, of single dossiers. */
    ARCHIVE,
    /** What archives of dossiers, frameworks and what learners take away need of the organisation to be understood. */
    CONTEXT,
    /** What a learner takes away from their dossier. */
    TAKE_AWAY,
    /** What a person is given when they ask for their data. */
    ACCESS_EXPORT
}
