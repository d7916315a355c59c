package org.eportfolio.agenda;

import java.util.Arrays;
import java.util.Locale;
import org.eportfolio.InvalidInputException;

/** What a {@link Notice} is about. People choose by it what they want to hear. */
public enum NoticeKind {
    /** The team said something in the learner's dossier: a prompt, a comment, a reply. */
    FEEDBACK,
    /** A teacher or a tutor said where the learner stands, and it is shown. */
    POSITIONED,
    /** A goal was confirmed, or not. */
    GOAL_ANSWERED,
    /** An interview was scheduled, moved, held, closed or cancelled. */
    INTERVIEW,
    /** An agreement of an interview was proposed or taken back. */
    AGREEMENT,
    /** A mission was returned or found done. */
    MISSION_ANSWERED,
    /** A step came into the pathway. */
    PATHWAY_STEP,
    /** A campaign of peer reviews is over, and there is something to read. Never one review by itself. */
    PEER_REVIEWS,
    /** A peer review is to be written. */
    REVIEW_ASKED,
    /** A campaign of peer reviews was opened, to which something is to be handed in. */
    HAND_IN_ASKED,
    /** A group invites. */
    GROUP_INVITATION,
    /** An authorisation awaits a signature. */
    AUTHORISATION_ASKED,
    /** An authorisation was given, confirmed or withdrawn by another person. */
    AUTHORISATION_ANSWERED,
    /** The head opened the dossier for a stated reason. */
    OPENED_FOR_REASON,
    /** A link to something of the learner's was read. */
    LINK_READ,
    /** A workplace period was opened, moved, ended early or concluded. */
    WORKPLACE,
    /** A request about personal data was answered. */
    REQUEST_ANSWERED,
    /** A badge was offered, or refused, or another person revoked it. */
    BADGE,
    /** A learner says that a goal is reached. */
    GOAL_CLAIMED,
    /** A learner asks for a badge. */
    BADGE_ASKED,
    /** A learner shared a reflection. */
    REFLECTION,
    /** A learner shared the report of a mission. */
    MISSION_REPORT,
    /** A learner handed in a mission. */
    MISSION_HANDED_IN,
    /** A learner replied to the team. */
    FEEDBACK_ANSWERED,
    /** A learner accepted or declined an agreement, or answered a closed interview. */
    INTERVIEW_ANSWERED,
    /** The tutor of a workplace period answered. */
    TUTOR_ANSWERED,
    /** A person asked about their personal data; for those who answer it. */
    REQUEST_ASKED,
    /** A goal is due. */
    GOAL_DUE,
    /** A step of the pathway is due. */
    STEP_DUE,
    /** A peer review that is not submitted is due. */
    REVIEW_DUE,
    /** A production is to be handed in to a campaign. */
    HAND_IN_DUE,
    /** An interview is to be held. */
    INTERVIEW_DUE,
    /** A workplace period ends. */
    WORKPLACE_ENDS,
    /** An authorisation ends. */
    AUTHORISATION_ENDS;

    /**
     * The kind of this name, in any case, with hyphens or underscores.
     *
     * @throws InvalidInputException if there is none; its message lists those there are
     */
    public static NoticeKind of(String name) {
        String asked = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(each -> each.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.because(
                        "kind",
                        "notices.no-kind",
                        name,
                        Arrays.stream(values()).map(NoticeKind::text).toList()));
    }

    /** The name as it is typed: in lower case, with hyphens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
