package org.eportfolio.exchange.roster;

/** How much of the school a roster is about. */
public enum RosterCoverage {
    /** The classes that it names, each of them whole. Memberships of other cohorts are not touched. */
    CLASSES,
    /**
     * The whole school: a learner who is in another class now leaves the old one, and a learner who is in no class of the
     * file is absent. Cohorts without a school year that the file does not name, such as groups that the school made
     * itself, are not touched.
     */
    SCHOOL,
    /**
     * What changed since the file before: a learner whom it puts into another class leaves the old one; of people whom it does
     * not name it says nothing.
     */
    CHANGES
}
