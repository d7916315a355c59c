package org.eportfolio.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.WorkplacePeriodId;
import org.jspecify.annotations.Nullable;

/**
 * One learner at one employer's for a time: a PFMP, or an apprenticeship contract. The tutor has no account; a link lets
 * them answer three questions in plain words and, if they like, give a level on up to five competencies that the team
 * chose. While the period lasts they may change their answer, then read it for some days, then the link is closed. Another
 * employer is another period, and its link knows nothing of this one.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param adoption under which the levels are given
 * @param tutor the tutor (<em>tuteur</em>, or an apprentice's <em>maître d'apprentissage</em>), in whose name levels are
 *     recorded
 * @param from the first day
 * @param until the last day, included
 * @param readableDays for how many days after the last one the tutor may still read
 * @param asked the competencies asked about, at most five; possibly none
 * @param answer the tutor's answer as it stands; {@code null} while there is none
 * @param recorded the assessments that stand for the answer's levels
 * @param bilan what tutor, teacher and learner concluded together; {@code null} while it was not held
 * @param revision grows by one with each change
 */
public record WorkplacePeriod(
        WorkplacePeriodId id,
        DossierId dossier,
        AdoptionId adoption,
        Nature nature,
        String employer,
        PersonId tutor,
        LocalDate from,
        LocalDate until,
        int readableDays,
        List<Asked> asked,
        PersonId openedBy,
        Instant openedAt,
        @Nullable TutorAnswer answer,
        Map<Code, AssessmentId> recorded,
        @Nullable Bilan bilan,
        int revision) {
    /** The most competencies that a tutor is asked about. */
    public static final int MOST_ASKED = 5;

    /** What binds the learner to the employer. */
    public enum Nature {
        /** A training period in a company (<em>période de formation en milieu professionnel</em>). */
        PFMP,
        APPRENTICESHIP
    }

    /** What can be done on a given day. */
    public enum Phase {
        /** Not begun: the tutor reads the questions. */
        COMING,
        /** The tutor answers, and may change the answer. */
        OPEN,
        /** Over: the tutor reads. */
        READ_ONLY,
        /** The link opens nothing any more. */
        CLOSED
    }

    /**
     * A competency that the tutor is asked about.
     *
     * @param words its wording for readers outside the school
     */
    public record Asked(Code competency, @Prose(max = 500) String words) {
        public Asked {
            Objects.requireNonNull(competency, "competency");
            Objects.requireNonNull(words, "words");
        }
    }

    public WorkplacePeriod {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(nature, "nature");
        Objects.requireNonNull(employer, "employer");
        Objects.requireNonNull(tutor, "tutor");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(openedBy, "openedBy");
        Objects.requireNonNull(openedAt, "openedAt");
        asked = List.copyOf(asked);
        recorded = Map.copyOf(recorded);
        InvalidInputException.unless(!until.isBefore(from), "until", "period.reversed");
        InvalidInputException.unless(asked.size() <= MOST_ASKED, "asked", "workplace.asked", MOST_ASKED, asked.size());
        Set<Code> seen = new HashSet<>();
        for (Asked each : asked) {
            InvalidInputException.unless(
                    seen.add(each.competency()), "asked", "workplace.asked-twice", each.competency());
        }
    }

    /** The last day on which the tutor's link opens. */
    public LocalDate readableUntil() {
        return until.plusDays(readableDays);
    }

    /** What can be done on this day, in the organisation's time zone. */
    public Phase phase(LocalDate day) {
        if (day.isBefore(from)) return Phase.COMING;
        if (!day.isAfter(until)) return Phase.OPEN;
        return day.isAfter(readableUntil()) ? Phase.CLOSED : Phase.READ_ONLY;
    }

    /** The period with this answer in place of the one before; only while it lasts, and only on what was asked. */
    public WorkplacePeriod withAnswer(TutorAnswer given, LocalDate today) {
        Phase phase = phase(today);
        if (phase == Phase.COMING) throw ConflictException.state("workplace.coming", from);
        if (phase != Phase.OPEN) throw ConflictException.state("workplace.over", until);
        for (Code code : given.levels().keySet()) {
            InvalidInputException.unless(
                    asked.stream().anyMatch(each -> each.competency().equals(code)),
                    "levels",
                    "workplace.not-asked",
                    code);
        }
        return with(from, until, given, bilan);
    }

    /** The period that knows by which assessments its answer's levels stand. */
    public WorkplacePeriod withAssessments(Map<Code, AssessmentId> assessments) {
        return new WorkplacePeriod(
                id,
                dossier,
                adoption,
                nature,
                employer,
                tutor,
                from,
                until,
                readableDays,
                asked,
                openedBy,
                openedAt,
                answer,
                assessments,
                bilan,
                revision);
    }

    /**
     * The period with its bilan. It may be written again while the period lasts, and for the first time as long as the
     * tutor can read it.
     */
    public WorkplacePeriod withBilan(Bilan held, LocalDate today) {
        Phase phase = phase(today);
        if (phase == Phase.COMING) throw ConflictException.state("workplace.coming", from);
        if (phase == Phase.CLOSED) throw ConflictException.state("workplace.closed", readableUntil());
        if (phase == Phase.READ_ONLY && bilan != null) throw ConflictException.state("bilan.read-only", until);
        InvalidInputException.unless(
                !held.heldOn().isBefore(from) && !held.heldOn().isAfter(today), "heldOn", "bilan.day", from, today);
        return with(from, until, answer, held);
    }

    /**
     * The period on other days: put off, extended, or ended early. What was answered, recorded and concluded stays, so it
     * cannot end before that. Its first day moves only while it has not begun. Extending one that is over, while the tutor
     * can still read, opens the answer again; a closed one stays closed.
     *
     * @param answeredOn the day of the tutor's answer; {@code null} while there is none
     */
    public WorkplacePeriod withDays(LocalDate first, LocalDate last, @Nullable LocalDate answeredOn, LocalDate today) {
        Phase phase = phase(today);
        if (phase == Phase.CLOSED) throw ConflictException.state("workplace.closed", readableUntil());
        if (phase != Phase.COMING && !first.equals(from)) throw ConflictException.state("workplace.begun", from);
        LocalDate concludedOn = bilan == null ? null : bilan.heldOn();
        for (LocalDate day : Arrays.asList(answeredOn, concludedOn)) {
            InvalidInputException.unless(
                    day == null || !last.isBefore(day), "until", "workplace.cut", last, Optional.ofNullable(day));
        }
        return with(first, last, answer, bilan);
    }

    /** The period whose tutor is asked anew: without the answer, and without the assessments that stand for it. */
    public WorkplacePeriod withoutAnswer() {
        return with(from, until, null, bilan).withAssessments(Map.of());
    }

    /**
     * The period as it is when the contract is broken off: it ends today, or on its first day if it has not begun, and is not
     * read by the tutor any more. What was answered, recorded and concluded stays.
     */
    public WorkplacePeriod asBrokenOff(LocalDate today) {
        if (phase(today) == Phase.CLOSED) throw ConflictException.state("workplace.closed", readableUntil());
        LocalDate last = today.isBefore(from) ? from : today.isBefore(until) ? today : until;
        return new WorkplacePeriod(
                id,
                dossier,
                adoption,
                nature,
                employer,
                tutor,
                from,
                last,
                0,
                asked,
                openedBy,
                openedAt,
                answer,
                recorded,
                bilan,
                revision + 1);
    }

    private WorkplacePeriod with(LocalDate first, LocalDate last, @Nullable TutorAnswer given, @Nullable Bilan held) {
        return new WorkplacePeriod(
                id,
                dossier,
                adoption,
                nature,
                employer,
                tutor,
                first,
                last,
                readableDays,
                asked,
                openedBy,
                openedAt,
                given,
                recorded,
                held,
                revision + 1);
    }
}
