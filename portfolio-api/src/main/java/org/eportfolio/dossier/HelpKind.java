package org.eportfolio.dossier;

/** Where help came from, as a learner says it. Nothing in the library finds it out: there is no detector. */
public enum HelpKind {
    PERSON,
    DOCUMENT,
    AI_TOOL
}
