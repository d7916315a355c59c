package org.eportfolio.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.guidance.Goals;
import org.eportfolio.core.internal.guidance.PreparationFacts;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
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
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Engine engine;

    InterviewDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /** Schedules an interview with the learner of a dossier. */
    public Interview schedule(DossierId dossier, NewInterview input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.CONDUCT_INTERVIEW, work);
            return put(
                    Interview.scheduled(
                            new InterviewId(work.newId()),
                            dossier,
                            input.purpose(),
                            start(input.startsAt()),
                            opened.person(),
                            work.now()),
                    "interview.scheduled",
                    opened,
                    work);
        });
    }

    /** Puts an interview at another time, before it is conducted; a sheet that is there stays as it is. */
    public Interview reschedule(DossierId dossier, InterviewId id, Instant startsAt) {
        return conducting(
                dossier, id, "interview.rescheduled", (interview, moving) -> interview.rescheduled(start(startsAt)));
    }

    private static Instant start(@Nullable Instant given) {
        if (given == null) throw InvalidInputException.because("startsAt", "interview.time");
        return given;
    }

    /** Gives an interview up before it is conducted, for a reason. */
    public Interview cancel(DossierId dossier, InterviewId id, String reason) {
        Inputs.checked(new Inputs.Words(reason));
        return conducting(
                dossier,
                id,
                "interview.cancelled",
                (interview, moving) -> interview.cancelled(
                        new Interview.Cancellation(reason, moving.by().person(), moving.at())));
    }

    /**
     * Freezes the published state of the dossier as the preparation sheet of an interview. May be done again before it is
     * conducted: that makes another sheet, and leaves the earlier one as it was.
     */
    public PreparationSheet prepare(DossierId dossier, InterviewId id) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.CONDUCT_INTERVIEW, work);
            Interview interview = find(dossier, id, work);
            PreparationSheet sheet = PreparationFacts.sheet(
                    interview, opened, catalogue, engine.clock().getZone(), work);
            work.put(InterviewKinds.PREPARATION_SHEET, sheet);
            put(interview.prepared(sheet.id()), "interview.prepared", opened, work);
            return sheet;
        });
    }

    /** Writes down that a prepared interview took place, with whom, and what was said. */
    public Interview conduct(DossierId dossier, InterviewId id, NewMinutes input) {
        Inputs.checked(input);
        return conducting(
                dossier,
                id,
                "interview.conducted",
                (interview, moving) -> interview.conducted(
                        minutes(input, moving), moving.by().dossier().learner(), today(moving.at())));
    }

    /**
     * Puts other minutes in place of those of an interview that is not closed yet.
     *
     * @param seen the interview as the caller read it; a {@link ConflictException} if it changed since
     */
    public Interview amend(Interview seen, NewMinutes input) {
        Inputs.checked(input);
        return conducting(seen.dossier(), seen.id(), "interview.amended", (interview, moving) -> {
            InterviewKinds.INTERVIEW.unchanged(seen, interview);
            return interview.amended(
                    minutes(input, moving), moving.by().dossier().learner(), today(moving.at()));
        });
    }

    private Minutes minutes(NewMinutes input, Moving moving) {
        return new Minutes(
                input.notes(),
                input.present(),
                input.heldOn() == null ? today(moving.at()) : input.heldOn(),
                moving.by().person(),
                moving.by().role(),
                moving.at());
    }

    /** Proposes an agreement in a conducted interview; the learner answers it. */
    public Interview propose(DossierId dossier, InterviewId id, NewAgreement input) {
        Inputs.checked(input);
        return conducting(dossier, id, "interview.agreement-proposed", (interview, moving) -> {
            Goals.fitting(input.goal(), moving.by(), catalogue, moving.work());
            return interview.proposed(input, moving.by().person(), moving.at());
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
                (interview, moving) -> interview.withdrawn(agreement, moving.at()));
    }

    /**
     * The learner accepts an agreement; in the same commit it becomes a goal, which says where it comes from.
     *
     * @param agreement its number, from 1
     */
    public Goal accept(DossierId dossier, InterviewId id, int agreement) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.ANSWER_INTERVIEW, work);
            Interview interview = find(dossier, id, work);
            Goal goal = Goals.opened(interview.agreement(agreement).proposal(), id, opened, catalogue, work);
            Interview accepted = interview.accepted(agreement, goal.id(), work.now());
            work.put(GuidanceKinds.GOAL, goal);
            put(accepted, "interview.agreement-accepted", opened, work);
            return goal;
        });
    }

    /**
     * The learner declines an agreement, and says why in a word.
     *
     * @param agreement its number, from 1
     */
    public Interview decline(DossierId dossier, InterviewId id, int agreement, String word) {
        Inputs.checked(new Inputs.Words(word));
        return move(
                dossier,
                id,
                Permission.ANSWER_INTERVIEW,
                "interview.agreement-declined",
                (interview, moving) -> interview.declined(agreement, word, moving.at()));
    }

    /**
     * Closes an interview for good; every agreement is answered or withdrawn.
     *
     * @param nextOn the day of the next one, today or later; {@code null} if none was agreed
     */
    public Interview close(DossierId dossier, InterviewId id, @Nullable LocalDate nextOn) {
        return conducting(dossier, id, "interview.closed", (interview, moving) -> {
            LocalDate today = today(moving.at());
            InvalidInputException.unless(
                    nextOn == null || !nextOn.isBefore(today),
                    "nextOn",
                    "interview.next-earlier",
                    String.valueOf(nextOn),
                    today);
            return interview.closed(new Interview.Closing(
                    nextOn, moving.by().person(), moving.by().role(), moving.at()));
        });
    }

    /** The learner acknowledges a closed interview; there is one reply to each. */
    public InterviewReply acknowledge(DossierId dossier, InterviewId id) {
        return reply(dossier, id, null, "interview.acknowledged");
    }

    /** The learner says in what they disagree with a closed interview; there is one reply to each. */
    public InterviewReply dissent(DossierId dossier, InterviewId id, String words) {
        Inputs.checked(new Inputs.Words(words));
        return reply(dossier, id, words, "interview.dissented");
    }

    private InterviewReply reply(DossierId dossier, InterviewId id, @Nullable String dissent, String act) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.ANSWER_INTERVIEW, work);
            InterviewReply reply = InterviewReply.to(find(dossier, id, work), dissent, opened.person(), work.now());
            if (work.find(InterviewKinds.INTERVIEW_REPLY, DossierKinds.scope(dossier), id.value())
                    .isPresent()) {
                throw ConflictException.state("interview.replied");
            }
            work.put(InterviewKinds.INTERVIEW_REPLY, reply);
            work.journal(act, opened.person(), opened.role());
            return reply;
        });
    }

    /** Notes something that only staff will read, as long as the interview is neither closed nor cancelled. */
    public InterviewNote note(DossierId dossier, InterviewId id, String text) {
        Inputs.checked(new Inputs.Words(text));
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.CONDUCT_INTERVIEW, work);
            find(dossier, id, work).requireOpenForNotes();
            InterviewNote note = new InterviewNote(
                    new InterviewNoteId(work.newId()), dossier, id, text, opened.person(), opened.role(), work.now());
            work.put(InterviewKinds.INTERVIEW_NOTE, note);
            work.journal("interview.noted", opened.person(), opened.role());
            return note;
        });
    }

    /** One interview. */
    public Interview get(DossierId dossier, InterviewId id) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_INTERVIEW, work);
            return find(dossier, id, work);
        });
    }

    /**
     * A page of a dossier's interviews, in the order in which they were scheduled.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Interview> list(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_INTERVIEW, work);
            return work.page(InterviewKinds.INTERVIEW, DossierKinds.scope(dossier), request);
        });
    }

    /** The sheet with which an interview is, or was, conducted; empty until one was prepared. */
    public Optional<PreparationSheet> sheet(DossierId dossier, InterviewId id) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_INTERVIEW, work);
            return Optional.ofNullable(find(dossier, id, work).sheet())
                    .flatMap(sheet ->
                            work.find(InterviewKinds.PREPARATION_SHEET, DossierKinds.scope(dossier), sheet.value()));
        });
    }

    /**
     * A page of all sheets ever prepared in a dossier, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<PreparationSheet> sheets(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_INTERVIEW, work);
            return work.page(InterviewKinds.PREPARATION_SHEET, DossierKinds.scope(dossier), request);
        });
    }

    /**
     * With what an interview opens: what the one closed before it agreed on, each goal as it stands now. None for the
     * first. How they stood at the time of preparation is in the sheet.
     */
    public List<Agreed> opening(DossierId dossier, InterviewId id) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_INTERVIEW, work);
            return PreparationFacts.agreedBefore(
                    find(dossier, id, work), work.list(GuidanceKinds.GOAL, DossierKinds.scope(dossier)), work);
        });
    }

    /** The learner's reply to a closed interview; empty while there is none. */
    public Optional<InterviewReply> reply(DossierId dossier, InterviewId id) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_INTERVIEW, work);
            find(dossier, id, work);
            return work.find(InterviewKinds.INTERVIEW_REPLY, DossierKinds.scope(dossier), id.value());
        });
    }

    /**
     * A page of what the team noted for itself about a dossier's interviews, the oldest first; not for the learner.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<InterviewNote> staffNotes(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_INTERVIEW_NOTE, work);
            return work.page(InterviewKinds.INTERVIEW_NOTE, DossierKinds.scope(dossier), request);
        });
    }

    private record Moving(Opened by, Work work) {
        Instant at() {
            return work.now();
        }
    }

    private Interview conducting(
            DossierId dossier, InterviewId id, String act, BiFunction<Interview, Moving, Interview> step) {
        return move(dossier, id, Permission.CONDUCT_INTERVIEW, act, step);
    }

    private Interview move(
            DossierId dossier,
            InterviewId id,
            Permission permission,
            String act,
            BiFunction<Interview, Moving, Interview> step) {
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, permission, work);
            return put(step.apply(find(dossier, id, work), new Moving(opened, work)), act, opened, work);
        });
    }

    private static Interview find(DossierId dossier, InterviewId id, Work work) {
        return work.find(InterviewKinds.INTERVIEW, DossierKinds.scope(dossier), id.value())
                .orElseThrow(() -> new NotFoundException("interview", id));
    }

    private static Interview put(Interview interview, String act, Opened opened, Work work) {
        work.put(InterviewKinds.INTERVIEW, interview);
        work.journal(act, opened.person(), opened.role());
        return interview;
    }

    private LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, engine.clock().getZone());
    }
}
