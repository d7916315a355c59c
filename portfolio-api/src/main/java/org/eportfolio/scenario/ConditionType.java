package org.eportfolio.scenario;

/** What kind of thing a mission puts at the learner's disposal. */
public enum ConditionType {
    ACCESS,
    EQUIPMENT,
    TOOL,
    DOCUMENT,
    PROCEDURE,
    INFORMATION
}
