package org.eportfolio.privacy;

/** A category of persons in the sense of GDPR art. 30(1)(c). */
public enum PersonCategory {
    LEARNER,
    STAFF,
    WORKPLACE_TUTOR,
    LEGAL_REPRESENTATIVE
}
