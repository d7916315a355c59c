package org.eportfolio.assessment;

/** From where a judgement comes. Perspectives stand side by side and are never averaged. */
public enum Perspective {
    SELF,
    PEER,
    TUTOR,
    TEACHER
}
