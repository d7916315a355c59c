package org.eportfolio.scenario;

/** A part of a scenario that may be missing (<em>rubrique</em>). */
public enum Section {
    SITUATIONS,
    MISSIONS,
    CONTEXT,
    COMPETENCIES,
    CONDITIONS,
    PRODUCTIONS,
    FILE,
    LINK
}
