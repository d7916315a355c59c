package org.eportfolio.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked of a learner.
 *
 * @param about the id of what it speaks of, as text
 * @param since since when it is asked
 * @param due the last instant that is in time; of a day, its end in the organisation's time zone; of an interview, its
 *     beginning; {@code null} where no day was set
 * @param text a sentence for the learner, without the day
 */
public record Asked(
        What what, String about, Instant since, @Nullable Instant due, Message text) {
    /** What has no day of its own is expected within a week: the learner comes about once a week. */
    private static final Duration EXPECTED_WITHIN = Duration.ofDays(7);

    private static final Comparator<Asked> BY_URGENCY =
            Comparator.comparing(Asked::expected).thenComparing(Asked::since).thenComparing(Asked::what);

    /** What is asked; {@code about} is the id of the thing named first. */
    public enum What {
        /** A prompt awaits an answer. */
        PROMPT,
        /** A mission was returned. */
        MISSION_TO_REWORK,
        /** A mission was started and not handed in. */
        MISSION_TO_FINISH,
        /** A mission of the year's plan was not started. */
        MISSION_TO_DO,
        /** An assigned peer review is to be written. */
        PEER_REVIEW,
        /** A campaign of peer reviews awaits a production. */
        HAND_IN,
        /** An interview is coming. */
        INTERVIEW,
        /** An interview in which an agreement awaits the learner's yes or no. */
        AGREEMENT,
        /** A closed interview awaits the learner's acknowledgement or dissent. */
        ACKNOWLEDGEMENT,
        /** A goal is due soon, or was. */
        GOAL_DUE,
        /** An authorisation awaits a signature, or its confirmation at majority. */
        AUTHORISATION,
        /** A group invites the learner. */
        GROUP_INVITATION,
        /** A step of the pathway is to be done. */
        PATHWAY_STEP
    }

    public Asked {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(text, "text");
    }

    /**
     * What it speaks of, to be opened.
     *
     * @param dossier whose learner is asked, {@link Home#dossier}
     */
    public Ref ref(DossierId dossier) {
        return switch (what) {
            case PROMPT -> Ref.in(dossier, Ref.Kind.FEEDBACK, about);
            case MISSION_TO_REWORK, MISSION_TO_FINISH, MISSION_TO_DO -> Ref.in(dossier, Ref.Kind.MISSION, about);
            case PEER_REVIEW -> Ref.to(Ref.Kind.REVIEW_ASSIGNMENT, about);
            case HAND_IN -> Ref.to(Ref.Kind.CAMPAIGN, about);
            case INTERVIEW, AGREEMENT, ACKNOWLEDGEMENT -> Ref.in(dossier, Ref.Kind.INTERVIEW, about);
            case GOAL_DUE -> Ref.in(dossier, Ref.Kind.GOAL, about);
            case AUTHORISATION -> Ref.in(dossier, Ref.Kind.AUTHORISATION, about);
            case GROUP_INVITATION -> Ref.to(Ref.Kind.GROUP, about);
            case PATHWAY_STEP -> Ref.in(dossier, Ref.Kind.PATHWAY_STEP, about);
        };
    }

    /** By when it is expected: when it is due, or a week after it was asked. */
    public Instant expected() {
        return due != null ? due : since.plus(EXPECTED_WITHIN);
    }

    /**
     * The most urgent first: what others wait for, or what has a day, by {@link #expected}; then the missions under
     * way; then those to be started. Missions without a day keep their order, which is that of the plan.
     */
    public static List<Asked> byUrgency(List<Asked> all) {
        List<Asked> sorted = new ArrayList<>();
        all.stream().filter(each -> !each.isOfThePlan()).sorted(BY_URGENCY).forEach(sorted::add);
        all.stream().filter(each -> each.what == What.MISSION_TO_FINISH).forEach(sorted::add);
        all.stream().filter(each -> each.what == What.MISSION_TO_DO).forEach(sorted::add);
        return sorted;
    }

    private boolean isOfThePlan() {
        return what == What.MISSION_TO_FINISH || what == What.MISSION_TO_DO;
    }
}
