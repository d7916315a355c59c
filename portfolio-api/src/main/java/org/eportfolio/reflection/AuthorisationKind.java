package org.eportfolio.reflection;

/** What an authorisation allows. One never implies the other. */
public enum AuthorisationKind {
    /** To be recorded, and to be listened to by the learner and the team. */
    RECORDING,
    /** To have the recording shown to others, as far as the recipients named. */
    DIFFUSION,
    /** To have badges leave the school that name the learner. Of the learner whose dossier it is, for all of their badges. */
    BADGE
}
