package org.eportfolio.search;

/** What is searched; drafts, peer reviews, recordings, notes of the team and adaptations are not. */
public enum FoundKind {
    /** The current version: title, description, codes, texts written in place, names and descriptions of files. */
    PRODUCTION(true),
    /** A shared reflection in its current version. */
    REFLECTION(true),
    /** A shared report of a mission in its current version. */
    MISSION_REPORT(true),
    /** An entry of the watch log. */
    WATCH_ENTRY(true),
    /** A prompt, a comment or a reply that was not taken back. */
    FEEDBACK(true),
    /** A goal: its competency, steps, claim and answer. */
    GOAL(true),
    /** An interview: purpose, minutes and agreements. */
    INTERVIEW(true),
    /** For the staff: a scenario as it is written now, without its missions. */
    SCENARIO(false),
    /** For the staff a mission of a scenario; for others one that a dossier of theirs is offered. */
    MISSION(false),
    /** A person, found by name; only people whose names the actor may read. */
    PERSON(false),
    /** Whatever has a code in a published framework. */
    FRAMEWORK_ITEM(false);

    private final boolean inDossier;

    FoundKind(boolean inDossier) {
        this.inDossier = inDossier;
    }

    /** Whether such a thing always lies in a dossier. */
    public boolean inDossier() {
        return inDossier;
    }
}
