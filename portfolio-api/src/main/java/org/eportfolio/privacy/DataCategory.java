package org.eportfolio.privacy;

/** A category of data in the sense of GDPR art. 30(1)(c), as the library keeps it. */
public enum DataCategory {
    /** No personal data: frameworks, scales, plans. */
    NONE,
    /** Ids and names. */
    IDENTITY,
    /** Who learns where, who holds which role, and when. */
    SCHOOLING,
    /** What learners made, files included. */
    WORK,
    /** Levels and their justifications, goals. */
    ASSESSMENT,
    /** What learners reflect upon, and what the team answers. */
    REFLECTION,
    /** Interviews, pathways, nudges, notes of the staff. */
    GUIDANCE,
    /** Reviews between learners. */
    PEER_REVIEW,
    /** Voice and image, and the authorisations for them. */
    VOICE_AND_IMAGE,
    /** What a workplace tutor says. */
    WORKPLACE,
    /** What is put before a jury. */
    EXAM,
    /** What is shown to others by links, and each reading. */
    SHARING,
    /** By which aliases the journal speaks of people; what was asked and done about their data. */
    TRACE
}
