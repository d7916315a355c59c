package org.eportfolio.interview;

/** How far an interview is. */
public enum InterviewStatus {
    /** A day is set; a preparation sheet may be there already. */
    SCHEDULED,
    /** It took place; notes and agreements may still change. */
    CONDUCTED,
    /** Final: nothing of it changes any more. */
    CLOSED,
    /** It did not take place. */
    CANCELLED
}
