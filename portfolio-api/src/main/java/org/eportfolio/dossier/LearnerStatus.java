package org.eportfolio.dossier;

/** The status under which a person learns. */
public enum LearnerStatus {
    SCHOOL,
    APPRENTICE,
    CONTINUING_EDUCATION,
    /** Validation of experience (<em>VAE</em>). */
    VAE,
    INDIVIDUAL
}
