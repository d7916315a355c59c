package org.eportfolio.dossier;

/** Under which status somebody learns. */
public enum LearnerStatus {
    SCHOOL,
    APPRENTICE,
    CONTINUING_EDUCATION,
    /** Validation of experience (<em>VAE</em>). */
    VAE,
    INDIVIDUAL
}
