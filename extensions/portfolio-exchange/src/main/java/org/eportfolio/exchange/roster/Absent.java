package org.eportfolio.exchange.roster;

/** What becomes of learners whose cohort is in a roster and who are not in it there. */
public enum Absent {
    /** They stay members; the report names them. */
    STAY,
    /** Their membership ends now. Their dossiers and all that was assessed stay. */
    LEAVE
}
