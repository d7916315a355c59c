package org.eportfolio.agenda;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Something published that others did in a learner's dossier. All of it can be read elsewhere too, by the same people.
 *
 * @param about the id of what it speaks of, as text
 * @param by who did it; {@code null} where no one is named, as for what peers wrote
 * @param text a sentence for the learner, without day or name
 */
public record News(What what, String about, @Nullable PersonId by, Instant at, Message text) {
    /** What happened; {@code about} is the id of the thing named first. */
    public enum What {
        /** An assessment by another person: a teacher or a tutor. */
        POSITIONED,
        /** A message of the team's: prompt, comment or reply. */
        FEEDBACK,
        /** A goal was confirmed, or not. */
        GOAL_ANSWERED,
        /** An interview was scheduled, held, closed or cancelled. */
        INTERVIEW,
        /** An agreement of an interview was proposed or taken back. */
        AGREEMENT,
        /** A campaign of peer reviews is over, and there is something to read. */
        PEER_REVIEWS,
        /** A mission was returned or found done. */
        MISSION_ANSWERED,
        /** A step came into the pathway. */
        PATHWAY_STEP,
        /** The head opened the dossier for a stated reason and some hours. */
        OPENED_FOR_REASON
    }

    public News {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(text, "text");
    }

    /**
     * What it speaks of, to be opened.
     *
     * @param dossier whose news it is, {@link Home#dossier}
     */
    public Ref ref(DossierId dossier) {
        return switch (what) {
            case POSITIONED -> Ref.in(dossier, Ref.Kind.ASSESSMENT, about);
            case FEEDBACK -> Ref.in(dossier, Ref.Kind.FEEDBACK, about);
            case GOAL_ANSWERED -> Ref.in(dossier, Ref.Kind.GOAL, about);
            case INTERVIEW, AGREEMENT -> Ref.in(dossier, Ref.Kind.INTERVIEW, about);
            case PEER_REVIEWS -> Ref.to(Ref.Kind.CAMPAIGN, about);
            case MISSION_ANSWERED -> Ref.in(dossier, Ref.Kind.MISSION, about);
            case PATHWAY_STEP -> Ref.in(dossier, Ref.Kind.PATHWAY_STEP, about);
            case OPENED_FOR_REASON -> Ref.in(dossier, Ref.Kind.EXCEPTIONAL_ACCESS, about);
        };
    }
}
