package org.eportfolio.core;

import static org.eportfolio.access.Permission.GIVE_FEEDBACK;
import static org.eportfolio.access.Permission.KEEP_STAFF_NOTE;
import static org.eportfolio.access.Permission.READ_FEEDBACK;
import static org.eportfolio.access.Permission.READ_STAFF_NOTE;
import static org.eportfolio.access.Permission.REPLY_TO_FEEDBACK;
import static org.eportfolio.core.internal.kind.DossierKinds.PRODUCTION;
import static org.eportfolio.core.internal.kind.FeedbackKinds.FEEDBACK;
import static org.eportfolio.core.internal.kind.FeedbackKinds.STAFF_NOTE;
import static org.eportfolio.core.internal.kind.ReflectionKinds.MISSION_REPORT;
import static org.eportfolio.core.internal.kind.ReflectionKinds.REFLECTION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.FeedbackKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.StaffNoteId;
import org.eportfolio.reflection.Feedback;
import org.eportfolio.reflection.FeedbackKind;
import org.eportfolio.reflection.FeedbackThread;
import org.eportfolio.reflection.StaffNote;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The team's prompts and comments on productions, shared reflections and reports, and the replies. Read by the learner
 * and the team that follows them, by no peer. Nothing here touches the learner's own words, and no one edits what was
 * said: its author can take it back. Thread-safe.
 */
public final class FeedbackDesk {
    /** How many replies a thread takes; then it is time to open another. */
    static final int MOST_REPLIES = 200;

    private final DeskContext desk;

    FeedbackDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Asks the learner a question, which stays open until they answer. */
    public Feedback prompt(Subject subject, String text) {
        return open(FeedbackKind.PROMPT, subject, text, "feedback.prompted");
    }

    /** Says something to the learner. */
    public Feedback comment(Subject subject, String text) {
        return open(FeedbackKind.COMMENT, subject, text, "feedback.commented");
    }

    private Feedback open(FeedbackKind kind, Subject subject, String text, String act) {
        String said = Inputs.words(text);
        return desk.write(subject.dossier(), GIVE_FEEDBACK, call -> {
            exists(subject, call.work());
            Feedback message = message(subject, null, kind, said, call);
            return call.save(act, FEEDBACK, message);
        });
    }

    /**
     * Replies in a thread. The learner's first reply to a prompt answers it.
     *
     * @param to any message of the thread
     */
    public Feedback reply(DossierId dossier, FeedbackId to, String text) {
        String said = Inputs.words(text);
        return desk.write(dossier, REPLY_TO_FEEDBACK, call -> {
            Feedback opener = opener(call.require(FEEDBACK, to.value()), call.work());
            if (opener.withdrawn()) throw ConflictException.state("feedback.closed");
            int there =
                    call.where(FEEDBACK, FeedbackKinds.repliesTo(opener.id())).size();
            if (there >= MOST_REPLIES) throw ConflictException.state("feedback.too-many", MOST_REPLIES);
            Feedback reply = message(opener.subject(), opener.id(), FeedbackKind.REPLY, said, call);
            call.put(FEEDBACK, reply);
            if (call.role() == Role.LEARNER) {
                Feedback answered = opener.asAnswered(call.now());
                if (!answered.equals(opener)) call.put(FEEDBACK, answered);
            }
            call.journal("feedback.replied");
            return reply;
        });
    }

    /** The thread that a message belongs to: a prompt or a comment, with what was replied. */
    public FeedbackThread get(DossierId dossier, FeedbackId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, READ_FEEDBACK, call -> {
            Feedback opener = opener(call.require(FEEDBACK, id.value()), call.work());
            return new FeedbackThread(opener, call.work().where(FEEDBACK, FeedbackKinds.repliesTo(opener.id())));
        });
    }

    /** One note of the team's own, which learners never read. */
    public StaffNote getNote(DossierId dossier, StaffNoteId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, READ_STAFF_NOTE, call -> call.require(STAFF_NOTE, id.value()));
    }

    /** Takes one's own words back: they are deleted, and only the fact that something was said remains. */
    public Feedback withdraw(DossierId dossier, FeedbackId id) {
        return desk.write(dossier, REPLY_TO_FEEDBACK, call -> {
            Feedback message = call.require(FEEDBACK, id.value());
            requireAuthor(message.author(), call);
            Feedback withdrawn = message.asWithdrawn(call.now());
            call.put(FEEDBACK, withdrawn);
            if (message.thread() != null && message.role() == Role.LEARNER) reopen(message, call.work());
            call.journal("feedback.withdrawn");
            return withdrawn;
        });
    }

    /** A prompt whose only answer was taken back waits again. */
    private static void reopen(Feedback taken, Work work) {
        Feedback opener = opener(taken, work);
        boolean answered = work.where(FEEDBACK, FeedbackKinds.repliesTo(opener.id())).stream()
                .anyMatch(each -> each.role() == Role.LEARNER && !each.withdrawn());
        if (!answered && opener.answeredAt() != null) work.put(FEEDBACK, opener.asReopened());
    }

    /**
     * A page of the threads about something, the oldest first, each with its replies. Two readings.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<FeedbackThread> on(Subject subject, PageRequest request) {
        return desk.read(subject.dossier(), READ_FEEDBACK, call -> {
            exists(subject, call.work());
            Page<Feedback> openers = call.page(FEEDBACK, FeedbackKinds.threadsOn(subject), request);
            Map<FeedbackId, List<Feedback>> replies = new LinkedHashMap<>();
            openers.items().forEach(each -> replies.put(each.id(), new ArrayList<>()));
            for (Feedback reply : call.work()
                    .whereAny(
                            FEEDBACK,
                            replies.keySet().stream()
                                    .map(FeedbackKinds::repliesTo)
                                    .toList())) {
                Objects.requireNonNull(replies.get(Objects.requireNonNull(reply.thread())))
                        .add(reply);
            }
            return new Page<>(
                    openers.items().stream()
                            .map(each -> new FeedbackThread(each, Objects.requireNonNull(replies.get(each.id()))))
                            .toList(),
                    openers.next());
        });
    }

    /**
     * A page of the prompts that await the learner of a dossier, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Feedback> awaitingLearner(DossierId dossier, PageRequest request) {
        return desk.read(
                dossier, READ_FEEDBACK, call -> call.page(FEEDBACK, FeedbackKinds.openPromptsOf(dossier), request));
    }

    /** Notes something for the staff alone; the learner's screens never show it. */
    public StaffNote note(Subject subject, String text) {
        String said = Inputs.words(text);
        return desk.write(subject.dossier(), KEEP_STAFF_NOTE, call -> {
            exists(subject, call.work());
            StaffNote note = new StaffNote(
                    new StaffNoteId(call.newId()), subject, call.person(), call.role(), said, call.now(), null);
            return call.save("staff-note.added", STAFF_NOTE, note);
        });
    }

    /** Takes one's own note back. */
    public StaffNote withdraw(DossierId dossier, StaffNoteId id) {
        return desk.write(dossier, KEEP_STAFF_NOTE, call -> {
            StaffNote note =
                    call.find(STAFF_NOTE, id.value()).orElseThrow(() -> new NotFoundException("staff-note", id));
            requireAuthor(note.author(), call);
            StaffNote withdrawn = note.asWithdrawn(call.now());
            return call.save("staff-note.withdrawn", STAFF_NOTE, withdrawn);
        });
    }

    /**
     * A page of the staff's notes about something, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<StaffNote> notes(Subject subject, PageRequest request) {
        return desk.read(subject.dossier(), READ_STAFF_NOTE, call -> {
            Page<StaffNote> notes = call.page(STAFF_NOTE, FeedbackKinds.notesOn(subject), request);
            // Notes stay even if their learner, who does not know of them, removes what they are about.
            if (notes.items().isEmpty()) exists(subject, call.work());
            return notes;
        });
    }

    private static Feedback message(
            Subject subject, @Nullable FeedbackId thread, FeedbackKind kind, String text, Call call) {
        return new Feedback(
                new FeedbackId(call.newId()),
                subject,
                thread,
                kind,
                call.person(),
                call.role(),
                text,
                call.now(),
                null,
                null);
    }

    private static Feedback opener(Feedback message, Work work) {
        FeedbackId thread = message.thread();
        return thread == null
                ? message
                : work.require(FEEDBACK, DossierKinds.scope(message.subject().dossier()), thread.value());
    }

    private static void requireAuthor(PersonId author, Call call) {
        if (!author.equals(call.person())) throw new DeniedException(Message.of("denied.not-said-by-you"));
    }

    /** A draft is no subject: the team knows nothing of it. */
    private static void exists(Subject subject, Work work) {
        Scope scope = DossierKinds.scope(subject.dossier());
        Optional<?> found;
        String what;
        if (subject instanceof Subject.OfProduction) {
            found = work.find(PRODUCTION, scope, subject.value());
            what = "production";
        } else if (subject instanceof Subject.OfReflection) {
            found = work.find(REFLECTION, scope, subject.value());
            what = "reflection";
        } else {
            found = work.find(MISSION_REPORT, scope, subject.value());
            what = "report";
        }
        if (found.isEmpty()) throw new NotFoundException(what, subject.value());
    }
}
