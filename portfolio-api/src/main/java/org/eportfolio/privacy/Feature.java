package org.eportfolio.privacy;

/**
 * A part of the library that processes data of its own, and that an organisation may do without. Where it is switched
 * off nothing new of it is kept, the register leaves it out, and what was kept before can still be read and erased.
 */
public enum Feature {
    /** Audio and video explicitations, with their authorisations. */
    RECORDINGS,
    /** Campaigns of reviews between learners. */
    PEER_REVIEWS,
    /** Links that open something to those who hold no account. */
    SHARE_LINKS,
    /** Workplace periods, and what tutors say of them. */
    WORKPLACE,
    /** Files for a jury. */
    EXAM_FILES,
    /** Weekly nudges. */
    NUDGES
}
