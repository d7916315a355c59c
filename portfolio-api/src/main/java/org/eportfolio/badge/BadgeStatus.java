package org.eportfolio.badge;

/** How far a badge in a dossier is. */
public enum BadgeStatus {
    /** By the learner; a teacher answers. */
    ASKED,
    /** By a teacher; the learner accepts or declines. */
    OFFERED,
    ACCEPTED,
    /** By the learner, or refused by a teacher. */
    DECLINED,
    /** After it was accepted: verifiers see it in the list of revoked badges. */
    REVOKED
}
