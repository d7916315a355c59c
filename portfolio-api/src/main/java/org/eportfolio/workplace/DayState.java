package org.eportfolio.workplace;

/** What is said of a day at a workplace. Why a day was missed is never said. */
public enum DayState {
    /** The learner is expected. */
    PLANNED,
    /** A planned day on which the learner was there. */
    DONE,
    /** A planned day on which the learner was not there. */
    MISSED,
    /** A day that was not planned, on which the learner made up for a missed one. */
    MADE_UP
}
