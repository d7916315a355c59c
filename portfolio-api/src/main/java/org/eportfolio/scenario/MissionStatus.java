package org.eportfolio.scenario;

/** How far a learner is with a mission. The learner moves it to the first three, the teacher to the last two. */
public enum MissionStatus {
    TO_DO,
    STARTED,
    HANDED_IN,
    TO_REWORK,
    DONE
}
