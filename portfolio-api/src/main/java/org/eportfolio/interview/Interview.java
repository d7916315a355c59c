package org.eportfolio.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.PreparationSheetId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * A formative interview (« conduire des entretiens formatifs »): scheduled, prepared, conducted, closed. A closed one
 * never changes: the learner's {@link InterviewReply} is a record of its own, and so are the team's {@link InterviewNote}s.
 * There is no mark in it.
 * Methods named {@code with…} and {@code as…} give a changed copy; nothing is stored.
 *
 * @param startsAt when it is to begin
 * @param sheet the latest preparation sheet; {@code null} until one was prepared
 * @param minutes from the moment it was conducted
 * @param agreements in the order in which they were proposed
 * @param revision grows by one with each change
 */
public record Interview(
        InterviewId id,
        DossierId dossier,
        String purpose,
        Instant startsAt,
        PersonId scheduledBy,
        Instant scheduledAt,
        InterviewStatus status,
        @Nullable PreparationSheetId sheet,
        @Nullable Minutes minutes,
        List<Agreement> agreements,
        @Nullable Cancellation cancellation,
        @Nullable Closing closing,
        int revision) {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int MOST_AGREEMENTS = 20;

    /** Why it did not take place. */
    public record Cancellation(String reason, PersonId by, Instant at) {
        public Cancellation {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            InvalidInputException.unless(!reason.isBlank(), "reason", "interview.cancel-reason");
        }
    }

    /**
     * The end of it.
     *
     * @param nextOn the day of the next interview; {@code null} if none was agreed
     */
    public record Closing(@Nullable LocalDate nextOn, PersonId by, Role role, Instant at) {
        public Closing {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(at, "at");
        }
    }

    public Interview {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(scheduledBy, "scheduledBy");
        Objects.requireNonNull(scheduledAt, "scheduledAt");
        Objects.requireNonNull(status, "status");
        InvalidInputException.unless(
                !startsAt.isBefore(EARLIEST) && !startsAt.isAfter(LATEST), "startsAt", "interview.time-out-of-range");
        startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
        agreements = List.copyOf(agreements);
        boolean held = status == InterviewStatus.CONDUCTED || status == InterviewStatus.CLOSED;
        if (held != (minutes != null)
                || (status == InterviewStatus.CLOSED) != (closing != null)
                || (status == InterviewStatus.CANCELLED) != (cancellation != null)) {
            throw new IllegalArgumentException("what an interview says of itself fits its status");
        }
    }

    /** An interview as staff schedule it. */
    public static Interview scheduled(
            InterviewId id, DossierId dossier, String purpose, Instant startsAt, PersonId by, Instant at) {
        return new Interview(
                id,
                dossier,
                purpose,
                startsAt,
                by,
                at,
                InterviewStatus.SCHEDULED,
                null,
                null,
                List.of(),
                null,
                null,
                1);
    }

    /** The interview at another time; only before it is conducted. */
    public Interview withStart(Instant start) {
        require(InterviewStatus.SCHEDULED, "interview.reschedule");
        return with(start, status, sheet, minutes, agreements, null, null);
    }

    /** The interview given up, for a reason; only before it is conducted. */
    public Interview asCancelled(Cancellation why) {
        require(InterviewStatus.SCHEDULED, "interview.cancel");
        return with(startsAt, InterviewStatus.CANCELLED, sheet, minutes, agreements, why, null);
    }

    /** The interview with a preparation sheet; a later sheet takes the place of an earlier one, which stays as it was. */
    public Interview withSheet(PreparationSheetId prepared) {
        require(InterviewStatus.SCHEDULED, "interview.prepare");
        return with(startsAt, status, prepared, minutes, agreements, null, null);
    }

    /** The interview once it took place; it must have been prepared, and the learner was there. */
    public Interview asConducted(Minutes made, PersonId learner, LocalDate today) {
        require(InterviewStatus.SCHEDULED, "interview.conduct");
        if (sheet == null) throw ConflictException.state("interview.unprepared");
        return with(startsAt, InterviewStatus.CONDUCTED, sheet, made.of(learner, today), agreements, null, null);
    }

    /** The interview with other minutes; until it is closed. */
    public Interview withMinutes(Minutes better, PersonId learner, LocalDate today) {
        require(InterviewStatus.CONDUCTED, "interview.amend");
        return with(startsAt, status, sheet, better.of(learner, today), agreements, null, null);
    }

    /** The interview with one more agreement proposed; from the moment it is conducted until it is closed. */
    public Interview withAgreement(NewAgreement input, PersonId by, Instant at) {
        require(InterviewStatus.CONDUCTED, "interview.propose");
        if (agreements.size() == MOST_AGREEMENTS) {
            throw ConflictException.state("interview.agreements-full", MOST_AGREEMENTS);
        }
        Agreement one = new Agreement(
                agreements.size() + 1, input.text(), input.goal(), by, at, AgreementStatus.PROPOSED, null, null, null);
        return with(
                startsAt,
                status,
                sheet,
                minutes,
                Stream.concat(agreements.stream(), Stream.of(one)).toList(),
                null,
                null);
    }

    /** The agreement with this number, from 1. */
    public Agreement agreement(int number) {
        InvalidInputException.unless(
                number >= 1 && number <= agreements.size(),
                "agreement",
                "interview.no-agreement",
                number,
                agreements.size());
        return agreements.get(number - 1);
    }

    /** The interview once its learner accepts an agreement, which becomes this goal. */
    public Interview withAgreementAccepted(int number, GoalId goal, Instant at) {
        return settled(number, "interview.answer", agreement -> agreement.accepted(goal, at));
    }

    /** The interview once its learner declines an agreement, with a word. */
    public Interview withAgreementDeclined(int number, String word, Instant at) {
        return settled(number, "interview.answer", agreement -> agreement.declined(word, at));
    }

    /** The interview once the team takes an agreement back that was not answered yet. */
    public Interview withAgreementWithdrawn(int number, Instant at) {
        return settled(number, "interview.withdraw", agreement -> agreement.withdrawn(at));
    }

    private Interview settled(int number, String key, UnaryOperator<Agreement> answer) {
        require(InterviewStatus.CONDUCTED, key);
        Agreement settled = answer.apply(agreement(number));
        List<Agreement> next = new ArrayList<>(agreements);
        next.set(number - 1, settled);
        return with(startsAt, status, sheet, minutes, next, null, null);
    }

    /** The interview closed for good; every agreement has its answer, or was withdrawn. */
    public Interview asClosed(Closing end) {
        require(InterviewStatus.CONDUCTED, "interview.close");
        List<Integer> open = agreements.stream()
                .filter(each -> each.status() == AgreementStatus.PROPOSED)
                .map(Agreement::number)
                .toList();
        if (!open.isEmpty()) throw ConflictException.state("interview.unanswered", open);
        return with(startsAt, InterviewStatus.CLOSED, sheet, minutes, agreements, null, end);
    }

    /** Refuses what comes too late: staff notes are written as long as the interview is neither closed nor cancelled. */
    public void requireOpenForNotes() {
        if (status == InterviewStatus.CLOSED || status == InterviewStatus.CANCELLED) {
            throw ConflictException.state("interview.note", status);
        }
    }

    private void require(InterviewStatus wanted, String key) {
        if (status != wanted) throw ConflictException.state(key, status);
    }

    private Interview with(
            Instant start,
            InterviewStatus to,
            @Nullable PreparationSheetId prepared,
            @Nullable Minutes made,
            List<Agreement> agreed,
            @Nullable Cancellation why,
            @Nullable Closing end) {
        return new Interview(
                id,
                dossier,
                purpose,
                start,
                scheduledBy,
                scheduledAt,
                to,
                prepared,
                made,
                agreed,
                why,
                end,
                revision + 1);
    }
}
