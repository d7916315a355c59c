package org.eportfolio.agenda;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;

/**
 * Something of a learner's that waits for a teacher.
 *
 * @param learner whose it is
 * @param about the id of what it speaks of, as text
 * @param title what it is called there: a title, an action, a purpose, a competency
 * @param at since when it waits; of an interview to be held, when it begins
 */
public record Waiting(What what, PersonId learner, DossierId dossier, String about, String title, Instant at) {
    /** What waits; {@code about} is the id of the thing named first. */
    public enum What {
        /** A production that is new, or has a new version. */
        PRODUCTION,
        /** A shared reflection without feedback from the team. */
        REFLECTION,
        /** A shared report of a mission without feedback from the team. */
        MISSION_REPORT,
        /** A mission that was handed in and neither returned nor found done. */
        MISSION_HANDED_IN,
        /** A goal that its learner claims to have reached. */
        GOAL_CLAIMED,
        /** An interview that is planned, also when its time has passed. */
        INTERVIEW_TO_HOLD,
        /** An interview that took place and in which nothing awaits the learner any more. */
        INTERVIEW_TO_CLOSE,
        /** The assignment of a peer review of this learner that was submitted: to be read, and withheld if abusive. */
        REVIEW
    }

    public Waiting {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(at, "at");
    }

    /** What it speaks of, to be opened. */
    public Ref ref() {
        return switch (what) {
            case PRODUCTION -> Ref.in(dossier, Ref.Kind.PRODUCTION, about);
            case REFLECTION -> Ref.in(dossier, Ref.Kind.REFLECTION, about);
            case MISSION_REPORT -> Ref.in(dossier, Ref.Kind.MISSION_REPORT, about);
            case MISSION_HANDED_IN -> Ref.in(dossier, Ref.Kind.MISSION, about);
            case GOAL_CLAIMED -> Ref.in(dossier, Ref.Kind.GOAL, about);
            case INTERVIEW_TO_HOLD, INTERVIEW_TO_CLOSE -> Ref.in(dossier, Ref.Kind.INTERVIEW, about);
            case REVIEW -> Ref.to(Ref.Kind.REVIEW_ASSIGNMENT, about);
        };
    }
}
