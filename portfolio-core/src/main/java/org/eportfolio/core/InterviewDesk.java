package org.eportfolio.core;

import static org.eportfolio.access.Permission.ANSWER_INTERVIEW;
import static org.eportfolio.access.Permission.CONDUCT_INTERVIEW;
import static org.eportfolio.access.Permission.READ_INTERVIEW;
import static org.eportfolio.access.Permission.READ_INTERVIEW_NOTE;
import static org.eportfolio.core.internal.kind.GuidanceKinds.GOAL;
import static org.eportfolio.core.internal.kind.InterviewKinds.INTERVIEW;
import static org.eportfolio.core.internal.kind.InterviewKinds.INTERVIEW_NOTE;
import static org.eportfolio.core.internal.kind.InterviewKinds.INTERVIEW_REPLY;
import static org.eportfolio.core.internal.kind.InterviewKinds.PREPARATION_SHEET;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.guidance.Goals;
import org.eportfolio.core.internal.guidance.PreparationFacts;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.InterviewNoteId;
import org.eportfolio.interview.Agreed;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewNote;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.Minutes;
import org.eportfolio.interview.NewAgreement;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.interview.NewMinutes;
import org.eportfolio.interview.PreparationSheet;
import org.jspecify.annotations.Nullable;

/**
 * Formative interviews. Teachers who reach the dossier schedule, prepare, conduct and close them; the learner answers
 * agreements and the closed interview, and reads everything but the team's own notes. Thread-safe.
 */
public final class InterviewDesk {
    private final DeskContext desk;

    InterviewDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Schedules an interview with the learner of a dossier. */
    public Interview schedule(DossierId dossier, NewInterview input) {
        NewInterview given = Inputs.checked(input);
        return desk.write(
                dossier,
                CONDUCT_INTERVIEW,
                call -> call.save(
                        "interview.scheduled",
                        INTERVIEW,
                        Interview.scheduled(
                                new InterviewId(call.newId()),
                                dossier,
                                given.purpose(),
                                start(given.startsAt()),
                                call.person(),
                                call.now())));
    }

    /**
     * Puts an interview at another time, before it is conducted; a sheet that is there stays as it is.
     *
     * @param seen the interview as the caller read it; a {@link ConflictException} if it changed since
     */
    public Interview reschedule(Interview seen, Instant startsAt) {
        Inputs.requireBoundedIfGiven("startsAt", startsAt);
        return conducting(seen, "interview.rescheduled", (interview, call) -> interview.withStart(start(startsAt)));
    }

    private static Instant start(@Nullable Instant given) {
        if (given == null) throw InvalidInputException.because("startsAt", "interview.time");
        return given;
    }

    /** Gives an interview up before it is conducted, for a reason. */
    public Interview cancel(DossierId dossier, InterviewId id, String reason) {
        String said = Inputs.words(reason);
        return conducting(
                dossier,
                id,
                "interview.cancelled",
                (interview, call) ->
                        interview.asCancelled(new Interview.Cancellation(said, call.person(), call.now())));
    }

    /**
     * Freezes the published state of the dossier as the preparation sheet of an interview. May be done again before it is
     * conducted: that makes another sheet, and leaves the earlier one as it was.
     */
    public PreparationSheet prepare(DossierId dossier, InterviewId id) {
        return desk.write(dossier, CONDUCT_INTERVIEW, call -> {
            Interview interview = call.require(INTERVIEW, id.value());
            PreparationSheet sheet = PreparationFacts.sheet(interview, call);
            call.put(PREPARATION_SHEET, sheet);
            call.save("interview.prepared", INTERVIEW, interview.withSheet(sheet.id()));
            return sheet;
        });
    }

    /**
     * Writes down that a prepared interview took place, with whom, and what was said.
     *
     * @param seen the interview as the caller read it; a {@link ConflictException} if it changed since
     */
    public Interview conduct(Interview seen, NewMinutes input) {
        NewMinutes given = Inputs.checked(input);
        return conducting(
                seen,
                "interview.conducted",
                (interview, call) -> interview.asConducted(minutes(given, call), call.learner(), call.today()));
    }

    /**
     * Puts other minutes in place of those of an interview that is not closed yet.
     *
     * @param seen the interview as the caller read it; a {@link ConflictException} if it changed since
     */
    public Interview amend(Interview seen, NewMinutes input) {
        NewMinutes given = Inputs.checked(input);
        return conducting(
                seen,
                "interview.amended",
                (interview, call) -> interview.withMinutes(minutes(given, call), call.learner(), call.today()));
    }

    private Minutes minutes(NewMinutes input, DossierCall call) {
        return new Minutes(
                input.notes(),
                input.present(),
                input.heldOn() == null ? call.today() : input.heldOn(),
                call.person(),
                call.role(),
                call.now());
    }

    /** Proposes an agreement in a conducted interview; the learner answers it. */
    public Interview propose(DossierId dossier, InterviewId id, NewAgreement input) {
        NewAgreement given = Inputs.checked(input);
        return conducting(dossier, id, "interview.agreement-proposed", (interview, call) -> {
            Goals.fitting(given.goal(), call);
            return interview.withAgreement(given, call.person(), call.now());
        });
    }

    /**
     * Takes back an agreement that the learner has not answered.
     *
     * @param agreement its number, from 1
     */
    public Interview withdraw(DossierId dossier, InterviewId id, int agreement) {
        return conducting(
                dossier,
                id,
                "interview.agreement-withdrawn",
                (interview, call) -> interview.withAgreementWithdrawn(agreement, call.now()));
    }

    /**
     * The learner accepts an agreement; in the same commit it becomes a goal, which says where it comes from.
     *
     * @param agreement its number, from 1
     */
    public Goal accept(DossierId dossier, InterviewId id, int agreement) {
        return desk.write(dossier, ANSWER_INTERVIEW, call -> {
            Interview interview = call.require(INTERVIEW, id.value());
            Goal goal = Goals.opened(interview.agreement(agreement).proposal(), id, call);
            Interview accepted = interview.withAgreementAccepted(agreement, goal.id(), call.now());
            call.put(GOAL, goal);
            call.save("interview.agreement-accepted", INTERVIEW, accepted);
            return goal;
        });
    }

    /**
     * The learner declines an agreement, and says why in a word.
     *
     * @param agreement its number, from 1
     */
    public Interview decline(DossierId dossier, InterviewId id, int agreement, String word) {
        String said = Inputs.words(word);
        return move(
                dossier,
                id,
                ANSWER_INTERVIEW,
                "interview.agreement-declined",
                (interview, call) -> interview.withAgreementDeclined(agreement, said, call.now()));
    }

    /**
     * Closes an interview for good; every agreement is answered or withdrawn.
     *
     * @param seen the interview as the caller read it; a {@link ConflictException} if it changed since
     * @param nextOn the day of the next one, today or later; {@code null} if none was agreed
     */
    public Interview close(Interview seen, @Nullable LocalDate nextOn) {
        Inputs.requireBoundedIfGiven("nextOn", nextOn);
        return conducting(seen, "interview.closed", (interview, call) -> {
            LocalDate today = call.today();
            InvalidInputException.unless(
                    nextOn == null || !nextOn.isBefore(today),
                    "nextOn",
                    "interview.next-earlier",
                    Optional.ofNullable(nextOn),
                    today);
            return interview.asClosed(new Interview.Closing(nextOn, call.person(), call.role(), call.now()));
        });
    }

    /** The learner acknowledges a closed interview; there is one reply to each. */
    public InterviewReply acknowledge(DossierId dossier, InterviewId id) {
        return reply(dossier, id, null, "interview.acknowledged");
    }

    /** The learner says in what they disagree with a closed interview; there is one reply to each. */
    public InterviewReply dissent(DossierId dossier, InterviewId id, String words) {
        String said = Inputs.words(words);
        return reply(dossier, id, said, "interview.dissented");
    }

    private InterviewReply reply(DossierId dossier, InterviewId id, @Nullable String dissent, String act) {
        return desk.write(dossier, ANSWER_INTERVIEW, call -> {
            InterviewReply reply =
                    InterviewReply.to(call.require(INTERVIEW, id.value()), dissent, call.person(), call.now());
            if (call.find(INTERVIEW_REPLY, id.value()).isPresent()) {
                throw ConflictException.state("interview.replied");
            }
            return call.save(act, INTERVIEW_REPLY, reply);
        });
    }

    /** Notes something that only staff will read, as long as the interview is neither closed nor cancelled. */
    public InterviewNote note(DossierId dossier, InterviewId id, String text) {
        String said = Inputs.words(text);
        return desk.write(dossier, CONDUCT_INTERVIEW, call -> {
            call.require(INTERVIEW, id.value()).requireOpenForNotes();
            InterviewNote note = new InterviewNote(
                    new InterviewNoteId(call.newId()), dossier, id, said, call.person(), call.role(), call.now());
            return call.save("interview.noted", INTERVIEW_NOTE, note);
        });
    }

    /** One interview. */
    public Interview get(DossierId dossier, InterviewId id) {
        return desk.read(dossier, READ_INTERVIEW, call -> call.require(INTERVIEW, id.value()));
    }

    /**
     * A page of a dossier's interviews, in the order in which they were scheduled.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Interview> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_INTERVIEW, call -> call.page(INTERVIEW, request));
    }

    /** The sheet with which an interview is, or was, conducted; empty until one was prepared. */
    public Optional<PreparationSheet> sheet(DossierId dossier, InterviewId id) {
        return desk.read(
                dossier,
                READ_INTERVIEW,
                call -> Optional.ofNullable(call.require(INTERVIEW, id.value()).sheet())
                        .flatMap(sheet -> call.find(PREPARATION_SHEET, sheet.value()))
                        .map(sheet -> shown(List.of(sheet), call).get(0)));
    }

    /**
     * A page of all sheets ever prepared in a dossier, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<PreparationSheet> sheets(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_INTERVIEW, call -> {
            Page<PreparationSheet> page = call.page(PREPARATION_SHEET, request);
            return new Page<>(shown(page.items(), call), page.next());
        });
    }

    /** As the actor is shown them. */
    private static List<PreparationSheet> shown(List<PreparationSheet> sheets, DossierCall call) {
        if (sheets.isEmpty()) return sheets;
        ShownAssessments shown = ShownAssessments.to(call);
        return sheets.stream()
                .map(each -> PreparationFacts.shown(each, shown, call.dossier(), call.catalogue(), call.work()))
                .toList();
    }

    /**
     * What an interview begins with: the agreements of the interview closed before it, each goal as it stands now. None for
     * the first interview. The sheet has the goals as they stood when it was prepared.
     *
     * @return at most twenty, as many agreements as an interview has
     */
    public List<Agreed> opening(DossierId dossier, InterviewId id) {
        return desk.read(
                dossier,
                READ_INTERVIEW,
                call -> PreparationFacts.agreedBefore(call.require(INTERVIEW, id.value()), call.list(GOAL), call));
    }

    /** The learner's reply to a closed interview; empty while there is none. */
    public Optional<InterviewReply> reply(DossierId dossier, InterviewId id) {
        return desk.read(dossier, READ_INTERVIEW, call -> {
            call.require(INTERVIEW, id.value());
            return call.find(INTERVIEW_REPLY, id.value());
        });
    }

    /**
     * A page of what the team noted for itself about a dossier's interviews, the oldest first; not for the learner.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<InterviewNote> staffNotes(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_INTERVIEW_NOTE, call -> call.page(INTERVIEW_NOTE, request));
    }

    private Interview conducting(
            DossierId dossier, InterviewId id, String act, BiFunction<Interview, DossierCall, Interview> step) {
        return move(dossier, id, CONDUCT_INTERVIEW, act, step);
    }

    private Interview conducting(Interview seen, String act, BiFunction<Interview, DossierCall, Interview> step) {
        return desk.write(
                seen.dossier(),
                CONDUCT_INTERVIEW,
                call -> call.change(act, INTERVIEW, seen, interview -> step.apply(interview, call)));
    }

    private Interview move(
            DossierId dossier,
            InterviewId id,
            Permission permission,
            String act,
            BiFunction<Interview, DossierCall, Interview> step) {
        return desk.write(
                dossier,
                permission,
                call -> call.change(act, INTERVIEW, id.value(), interview -> step.apply(interview, call)));
    }
}
